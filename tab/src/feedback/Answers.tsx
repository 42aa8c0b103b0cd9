import { Field } from '@fluentui/react-components';
import { Button } from '../parts/Button';
import type { AnswerKind } from '@rapport/domain/feedback';
import { LINE_LENGTH } from '@rapport/domain/limits';
import { useState, type FormEvent } from 'react';
import { Choices } from '../parts/Choices';
import { LineBox } from '../parts/LineBox';
import { Problem } from '../parts/Problem';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import styles from './feedback.module.css';
import { ANSWER_WORDS } from './labels';
import { useKeptWords } from './useKeptWords';

interface Props {
  /** What the words are kept under while they are typed. */
  readonly slot: string;
  readonly name: string;
  readonly send: (answer: { kind: AnswerKind; words: string | null }) => Promise<void>;
}

/** What the answer asks for, where it takes words at all. */
const ASKS: Readonly<Partial<Record<AnswerKind, WordsKey>>> = {
  question: 'answer.questionWords',
  willTry: 'answer.willTryWords',
  seeDifferently: 'answer.seeDifferentlyWords',
};
const NEEDS_WORDS: readonly AnswerKind[] = ['willTry', 'seeDifferently'];

/** The five answers. Without a clock: one is chosen, looked at, and sent. */
export function Answers({ slot, name, send }: Props) {
  const { t } = useWords();
  const { busy, refusal, run } = useTask();
  const [kind, setKind] = useState<AnswerKind | ''>('');
  const { words, write, forget } = useKeptWords(slot);
  const asks = kind ? ASKS[kind] : undefined;
  const line = words.trim();
  const missing = !kind || (NEEDS_WORDS.includes(kind) && !line);
  const submit = async () => {
    if (!kind || missing || busy) return;
    const topic = kind === 'talk' ? t('answer.topic', { name }) : null;
    if (await run(() => send({ kind, words: asks ? line || null : topic }))) forget();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <form className={styles['stack']} onSubmit={onSubmit}>
      <Field label={t('answer.title')} hint={t('answer.hint', { name })}>
        <Choices<AnswerKind | ''>
          layout="column"
          value={kind}
          options={(Object.keys(ANSWER_WORDS) as AnswerKind[]).map((value) => ({
            value,
            label: t(ANSWER_WORDS[value]),
          }))}
          onChange={setKind}
        />
      </Field>
      {asks ? (
        <div className={styles['field']}>
          <span aria-hidden>{t(asks)}</span>
          <LineBox
            label={t(asks)}
            maxLength={LINE_LENGTH}
            value={words}
            onChange={write}
            onEnter={() => void submit()}
          />
        </div>
      ) : null}
      {kind === 'willTry' ? <p>{t('answer.becomesPromise')}</p> : null}
      {kind === 'talk' ? (
        <p>{t('answer.becomesTopic', { topic: t('answer.topic', { name }) })}</p>
      ) : null}
      {kind ? (
        <div>
          <Button type="submit" appearance="primary" disabledFocusable={busy || missing}>
            {t('answer.send')}
          </Button>
        </div>
      ) : null}
      {refusal ? <Problem refusal={refusal} /> : null}
    </form>
  );
}
