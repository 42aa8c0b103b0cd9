import type { Answer, Subject } from '@rapport/domain/aboutUs';
import { ANSWER_LENGTH } from '@rapport/domain/limits';
import { useEffect, useRef, useState } from 'react';
import { useKeptWords } from '../feedback/useKeptWords';
import { Button } from '../parts/Button';
import { Named } from '../parts/Named';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import { AnswerBox } from './AnswerBox';
import styles from './aboutUs.module.css';
import { Said } from './Said';
import { answerSubject } from './aboutUs';

interface Props {
  readonly seriesId: string;
  readonly subject: Subject;
  readonly question: string;
  readonly state: 'open' | 'answered' | 'skipped';
  readonly answer: Answer | null;
  /** Once somebody left there is nothing to write any more. */
  readonly fixed: boolean;
  readonly announce: (words: string) => void;
}

/** One's own answer: to be written, skipped, corrected or taken back; what is typed outlives a reload. */
export function MyAnswer({ seriesId, subject, question, state, answer, fixed, announce }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const kept = useKeptWords(`aboutUs/${seriesId}/${subject}`);
  const [writing, setWriting] = useState(false);
  const { busy, refusal, run } = useTask();
  const box = useRef<HTMLTextAreaElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const was = useRef(writing);
  const open = state === 'open' || writing || kept.words !== '';

  useEffect(() => {
    if (writing) box.current?.focus();
    else if (was.current) opener.current?.focus();
    was.current = writing;
  }, [writing]);

  const send = async (words: string | null) => {
    if (!(await run(() => answerSubject(client, seriesId, subject, words)))) return;
    kept.write('');
    setWriting(false);
    announce(words === null ? t('about.skipped') : t('about.saved'));
  };
  const save = () => {
    const words = kept.words.trim();
    if (words) void send(words);
    else box.current?.focus();
  };

  if (fixed && !answer) return null;
  if (fixed || !open) {
    return (
      <div className={text['tight']}>
        {answer ? (
          <div>
            <p className={styles['by']}>{t('note.yours')}</p>
            <Said answer={answer} />
          </div>
        ) : null}
        {fixed ? null : (
          <div className={text['row']}>
            {answer ? null : <p className={text['quiet']}>{t('about.youSkipped')}</p>}
            <Named words={question}>
              <Button
                ref={opener}
                size="small"
                onClick={() => {
                  kept.write(answer?.text ?? '');
                  setWriting(true);
                }}
              >
                {t(answer ? 'about.correct' : 'about.answerAfterAll')}
              </Button>
            </Named>
          </div>
        )}
      </div>
    );
  }
  return (
    <form
      className={text['tight']}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <AnswerBox
        ref={box}
        label={question}
        maxLength={ANSWER_LENGTH}
        value={kept.words}
        onChange={kept.write}
      />
      <Named words={question}>
        <div className={text['row']}>
          <Button type="submit" size="small" disabledFocusable={busy}>
            {t('save')}
          </Button>
          {state === 'answered' ? (
            <Button
              size="small"
              onClick={() => {
                kept.write('');
                setWriting(false);
              }}
            >
              {t('cancel')}
            </Button>
          ) : null}
          {state === 'skipped' ? null : (
            <Button
              size="small"
              appearance="subtle"
              disabledFocusable={busy}
              onClick={() => void send(null)}
            >
              {t(answer ? 'about.takeBack' : 'about.skip')}
            </Button>
          )}
        </div>
      </Named>
      {answer ? <p className={text['quiet']}>{t('about.takeBackHint')}</p> : null}
      {refusal ? <Problem refusal={refusal} /> : null}
    </form>
  );
}
