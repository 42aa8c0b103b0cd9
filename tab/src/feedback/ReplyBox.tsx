import { Button } from '../parts/Button';
import { useId, type FormEvent } from 'react';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import styles from './feedback.module.css';
import { TextBox } from './TextBox';
import { useKeptWords } from './useKeptWords';

interface Props {
  /** What the words are kept under while they are typed. */
  readonly slot: string;
  readonly name: string;
  readonly send: (words: string) => Promise<void>;
}

/** The author's words to a question or another view, once. */
export function ReplyBox({ slot, name, send }: Props) {
  const { t } = useWords();
  const { busy, refusal, run } = useTask();
  const { words, write, forget } = useKeptWords(slot);
  const id = useId();
  const empty = !words.trim();
  const submit = async () => {
    if (await run(() => send(words.trim()))) forget();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!empty && !busy) void submit();
  };
  return (
    <form className={styles['field']} onSubmit={onSubmit}>
      <label htmlFor={`${id}box`}>{t('answer.reply')}</label>
      <TextBox id={`${id}box`} describedBy={`${id}hint`} value={words} onChange={write} />
      <p id={`${id}hint`} className={text['quiet']}>
        {t('answer.replyHint', { name })}
      </p>
      <div>
        <Button type="submit" disabledFocusable={busy || empty}>
          {t('answer.replySend')}
        </Button>
      </div>
      {refusal ? <Problem refusal={refusal} /> : null}
    </form>
  );
}
