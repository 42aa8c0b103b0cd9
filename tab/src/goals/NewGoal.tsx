import { LINE_LENGTH } from '@rapport/domain/limits';
import type { Role } from '@rapport/domain/person';
import { useId, useRef, useState, type FormEvent } from 'react';
import { useKeptWords } from '../feedback/useKeptWords';
import { Button } from '../parts/Button';
import { LockIcon } from '../parts/icons';
import { LineBox } from '../parts/LineBox';
import { Pills } from '../parts/Pills';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useSameId } from '../parts/useSameId';
import { useTask } from '../parts/useTask';
import { bothAgreed } from '../meeting/session';
import { useWords } from '../words/useWords';
import type { SectionProps } from '../sections/sectionProps';
import styles from './goals.module.css';
import { suggestGoal } from './useGoals';
import type { Quiet } from './useQuiet';

interface Props extends Omit<SectionProps, 'onChanged'> {
  readonly quiet: Quiet;
  /** Whether there is none yet: then it was said already how little it takes. */
  readonly first: boolean;
  readonly announce: (words: string) => void;
}

/**
 * One sentence, and whose goal it is; the rest unfolds in the goal. Before both agreed to the terms what is typed
 * stays on this device (PRACTICE C2, C6).
 */
export function NewGoal({ view, name, quiet, first, announce }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const kept = useKeptWords(`goal/${view.id}`);
  const { busy, refusal, run } = useTask();
  const [owner, setOwner] = useState<Role>('report');
  const ids = useSameId();
  const box = useRef<HTMLTextAreaElement>(null);
  const waitsId = useId();
  const waits = !bothAgreed(view);
  const own = owner === view.me;

  const add = async () => {
    const words = kept.words.trim();
    box.current?.focus();
    if (!words || busy || waits) return;
    const what = `${owner} ${words}`;
    const id = ids.idFor(what);
    if (!(await run(() => suggestGoal(client, view.id, { id, owner, text: words })))) return;
    ids.sent(what);
    quiet.moved();
    kept.write('');
    announce(t('goals.suggested'));
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void add();
  };
  return (
    <form className={styles['new']} onSubmit={onSubmit}>
      <LineBox
        ref={box}
        label={t('goals.new')}
        placeholder={own ? t('goals.placeholder') : t('goals.placeholderTheirs')}
        maxLength={LINE_LENGTH}
        value={kept.words}
        onChange={kept.write}
        onEnter={() => void add()}
      />
      <div className={text['row']}>
        <Pills
          legend={t('goals.owner')}
          value={owner}
          options={(['report', 'manager'] as const).map((value) => ({
            value,
            label: value === view.me ? t('goals.mine') : t('goals.theirs', { name: name ?? '' }),
          }))}
          onChange={setOwner}
        />
        <Button
          type="submit"
          size="small"
          appearance="primary"
          disabledFocusable={busy || waits}
          {...(waits ? { 'aria-describedby': waitsId } : {})}
        >
          {t('goals.suggest')}
        </Button>
      </div>
      {waits ? (
        <p id={waitsId} className={styles['who']}>
          <LockIcon />
          <span>{t('goals.waits')}</span>
        </p>
      ) : first ? null : (
        <p className={text['quiet']}>{t('goals.enough')}</p>
      )}
      {refusal ? <Problem refusal={refusal} /> : null}
    </form>
  );
}
