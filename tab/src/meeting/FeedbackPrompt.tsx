import type { FeedbackDraft } from '@rapport/domain/feedback';
import { lazy, Suspense, useRef, useState } from 'react';
import { Button } from '../parts/Button';
import { LockIcon } from '../parts/icons';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import type { Session } from './session';
import styles from './WrapUp.module.css';

const Composer = lazy(() =>
  import('../feedback/Composer').then(({ Composer: named }) => ({ default: named })),
);

type Choice = 'said' | 'now' | 'later' | 'nothing';

const CHOICES = {
  said: 'prompt.said',
  now: 'prompt.now',
  later: 'prompt.later',
  nothing: 'prompt.nothing',
} as const;

/**
 * Both are asked for one piece of feedback before they hang up, spoken first (PRACTICE A7). What somebody
 * chooses here stays on this screen; only what they brought along is remembered as said.
 */
export function FeedbackPrompt({ session }: { readonly session: Session }) {
  const { t } = useWords();
  const [choice, setChoice] = useState<Choice | null>(null);
  const again = useRef<HTMLButtonElement>(null);
  const { view, name, store, announce } = session;
  const brought = view.onlyMe.feedback.filter(({ delivery }) => delivery?.how === 'bring');
  const done: Readonly<Record<Choice, string>> = {
    said: t('prompt.saidDone'),
    now: t('prompt.nowDone'),
    later: t('prompt.laterDone', { name }),
    nothing: t('prompt.nothingDone'),
  };
  const choose = (chosen: Choice) => {
    setChoice(chosen);
    announce(done[chosen]);
    requestAnimationFrame(() => again.current?.focus());
  };
  return (
    <>
      {view.me === 'manager' ? <p>{t('end.askFirst')}</p> : null}
      {brought.map((draft) => (
        <Brought key={draft.id} draft={draft} session={session} />
      ))}
      {choice === null ? (
        <>
          <p>{t('end.sayNow')}</p>
          <div className={text['row']}>
            {(Object.keys(CHOICES) as Choice[]).map((one) => (
              <Button key={one} size="small" onClick={() => choose(one)}>
                {t(CHOICES[one])}
              </Button>
            ))}
          </div>
        </>
      ) : (
        <div className={text['row']}>
          <span>{done[choice]}</span>
          <Button ref={again} size="small" appearance="subtle" onClick={() => setChoice(null)}>
            {t('prompt.change')}
          </Button>
        </div>
      )}
      {choice === 'now' ? (
        <Suspense fallback={<div className={styles['waiting']} />}>
          <Composer
            store={store}
            view={view}
            undoes={session.undoes}
            name={name}
            announce={announce}
          />
        </Suspense>
      ) : null}
    </>
  );
}

/** What this person wanted to bring up, for their eyes alone, and whether they did. */
function Brought({ draft, session }: { readonly draft: FeedbackDraft; readonly session: Session }) {
  const { t } = useWords();
  const said = (value: boolean) =>
    session.store.send({ type: 'sayFeedback', id: draft.id, said: value });
  return (
    <div className={styles['brought']}>
      <p className={text['quiet']}>
        <LockIcon /> {t('prompt.brought')}
      </p>
      <p className={styles['words']}>{draft.text}</p>
      <label className={text['row']}>
        <input
          type="checkbox"
          checked={draft.said}
          onChange={(event) => said(event.target.checked)}
        />
        {t('prompt.iSaidIt')}
      </label>
      <p className={text['quiet']}>{t('prompt.follows', { name: session.name })}</p>
    </div>
  );
}
