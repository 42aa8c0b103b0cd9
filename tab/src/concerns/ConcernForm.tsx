import type { ConcernView } from '@rapport/domain/concern';
import type { ConcernMark } from '@rapport/domain/concern.schema';
import { AUDIENCE_LENGTH, CONCERN_LENGTH } from '@rapport/domain/limits';
import type { Seat } from '@rapport/domain/series';
import { Field } from '@fluentui/react-components';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '../parts/Button';
import { LineBox } from '../parts/LineBox';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useTask } from '../parts/useTask';
import { sayFieldProblem } from '../words/problems';
import { useWords } from '../words/useWords';
import styles from './concerns.module.css';
import { MarkTopics } from './MarkTopics';
import type { Concerns, ConcernsRead } from './useConcerns';

export interface ConcernProps {
  readonly seats: readonly Seat[];
  readonly concerns: Concerns;
  readonly read: ConcernsRead;
  readonly announce: (words: string) => void;
}

interface Props extends ConcernProps {
  /** null for a new one. */
  readonly concern: ConcernView | null;
  readonly onDone: () => void;
}

/** A draft being written: how the fixed beginning goes on, who would hear it, and which topics it is about. */
export function ConcernForm({ concern, concerns, seats, read, announce, onDone }: Props) {
  const words = useWords();
  const { t } = words;
  const [id] = useState(() => concern?.id ?? crypto.randomUUID());
  const [wording, setWording] = useState(concern?.wording ?? '');
  const [audience, setAudience] = useState(concern?.audience ?? '');
  const [marks, setMarks] = useState<readonly ConcernMark[]>(concern?.marks ?? []);
  const [missing, setMissing] = useState(false);
  const { busy, refusal, run } = useTask();
  const first = useRef<HTMLTextAreaElement>(null);
  const second = useRef<HTMLTextAreaElement>(null);
  // Somebody pressed for it.
  useEffect(() => first.current?.focus(), []);
  const save = async () => {
    const written = { wording: wording.trim(), audience: audience.trim() };
    const complete = Boolean(written.wording && written.audience);
    setMissing(!complete);
    if (!complete) return;
    if (await run(() => concerns.save(id, { ...written, marks: [...marks] }))) {
      announce(t('said.edited'));
      onDone();
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const problem = (field: string, value: string) => {
    const message =
      missing && !value.trim()
        ? t('concern.missing')
        : refusal && sayFieldProblem(words, refusal, field);
    return message ? { validationMessage: message } : {};
  };
  const atField = refusal?.field === 'wording' || refusal?.field === 'audience';
  return (
    <form className={styles['entry']} onSubmit={onSubmit} noValidate>
      <Field
        label={t('concern.beginning')}
        hint={t('concern.wordingHint')}
        {...problem('wording', wording)}
      >
        <LineBox
          ref={first}
          label={t('concern.beginning')}
          value={wording}
          maxLength={CONCERN_LENGTH}
          onChange={setWording}
          onEnter={() => second.current?.focus()}
        />
      </Field>
      <Field
        label={t('concern.audience')}
        hint={t('concern.audienceHint')}
        {...problem('audience', audience)}
      >
        <LineBox
          ref={second}
          label={t('concern.audience')}
          value={audience}
          maxLength={AUDIENCE_LENGTH}
          onChange={setAudience}
          onEnter={() => void save()}
        />
      </Field>
      <MarkTopics seats={seats} resting={read.resting} marks={marks} onChange={setMarks} />
      {refusal && !atField ? <Problem refusal={refusal} /> : null}
      <div className={text['row']}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {t('concern.save')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
