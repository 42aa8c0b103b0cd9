import { VALUE_RULES, type ValueCommand } from '@rapport/domain/aboutUs';
import { LINE_LENGTH } from '@rapport/domain/limits';
import type { Line } from '@rapport/domain/line';
import type { SeriesView } from '@rapport/domain/series';
import { useRef, type FormEvent } from 'react';
import { useKeptWords } from '../feedback/useKeptWords';
import { OwnLine } from '../meeting/OwnLine';
import { Button } from '../parts/Button';
import { hasLeft } from '../parts/groups';
import { LineBox } from '../parts/LineBox';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useSameId } from '../parts/useSameId';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import styles from './aboutUs.module.css';
import { changeValues } from './aboutUs';

interface Props {
  readonly view: SeriesView;
  readonly name: string | null;
  readonly values: readonly Line[];
  readonly announce: (words: string) => void;
}

/** What the two care about in working together: five lines, each its author's to change (PRACTICE C2, E2). */
export function Values({ view, name, values, announce }: Props) {
  const { t, date } = useWords();
  const { client } = useApp();
  const kept = useKeptWords(`values/${view.id}`);
  const { busy, refusal, run } = useTask();
  const ids = useSameId();
  const box = useRef<HTMLTextAreaElement>(null);
  const ended = hasLeft(view);
  const full = values.length >= VALUE_RULES.limit;

  const change = async (command: ValueCommand, said: string): Promise<boolean> => {
    const done = await run(() => changeValues(client, view.id, command));
    if (done) announce(said);
    return done;
  };
  const add = async () => {
    const words = kept.words.trim();
    box.current?.focus();
    if (!words || busy) return;
    if (!(await change({ type: 'add', id: ids.idFor(words), text: words }, t('said.added'))))
      return;
    ids.sent(words);
    kept.write('');
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void add();
  };
  const about = ({ by, at, editedAt }: Line): string => {
    const who = by === view.me ? t('note.yours') : (name ?? '');
    return editedAt
      ? t('values.changed', { name: who, date: date(editedAt) })
      : t('feedback.byOn', { name: who, date: date(at) });
  };

  return (
    <div className={text['tight']}>
      {values.length === 0 ? (
        <p className={text['quiet']}>{t(ended ? 'about.noneLeft' : 'values.none')}</p>
      ) : null}
      <ul className={styles['values']}>
        {values.map((value) => (
          <OwnLine
            key={value.id}
            line={value}
            mine={!ended && value.by === view.me}
            editLabel={t('values.edit')}
            about={about(value)}
            onEdit={(words, version) =>
              void change({ type: 'edit', id: value.id, text: words, version }, t('said.edited'))
            }
            onRemove={() =>
              void change(
                { type: 'remove', id: value.id, version: value.version },
                t('topic.removed'),
              )
            }
          />
        ))}
      </ul>
      {ended || full ? null : (
        <form className={styles['add']} onSubmit={onSubmit}>
          <LineBox
            ref={box}
            label={t('values.label')}
            placeholder={t('values.placeholder')}
            maxLength={LINE_LENGTH}
            value={kept.words}
            onChange={kept.write}
            onEnter={() => void add()}
          />
          <Button type="submit" disabledFocusable={busy}>
            {t('add.add')}
          </Button>
        </form>
      )}
      {full && !ended ? <p className={text['quiet']}>{t('values.full')}</p> : null}
      {refusal ? <Problem refusal={refusal} /> : null}
    </div>
  );
}
