import type { ConcernView } from '@rapport/domain/concern';
import { useState } from 'react';
import { Button } from '../parts/Button';
import { Confirm } from '../parts/Confirm';
import { Named } from '../parts/Named';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import { ConcernForm, type ConcernProps } from './ConcernForm';
import styles from './concerns.module.css';
import { CopyWords } from './CopyWords';
import type { ConcernsRead } from './useConcerns';

/** One common concern: its words, who would hear them, where it stands, and the next step. */
export function ConcernEntry({
  concern,
  ...props
}: ConcernProps & { readonly concern: ConcernView }) {
  const { t } = useWords();
  const { concerns, announce, read } = props;
  const [editing, setEditing] = useState(false);
  const { busy, refusal, run } = useTask();
  const { id, state, wording, audience } = concern;
  if (editing && state === 'draft') {
    return <ConcernForm {...props} concern={concern} onDone={() => setEditing(false)} />;
  }
  const step = async (what: 'hand-in' | 'take-out', said: WordsKey) => {
    if (await run(() => concerns.step(id, what))) announce(t(said));
  };
  const sentence = t('concern.sentence', { words: wording });
  return (
    <Named words={wording}>
      <article className={styles['entry']} aria-label={sentence}>
        <p className={styles['words']} dir="auto">
          {sentence}
        </p>
        <p className={text['quiet']}>{t('concern.for', { audience })}</p>
        <Standing concern={concern} next={read.next} />
        {refusal ? <Problem refusal={refusal} /> : null}
        {state === 'enough' ? <CopyWords words={sentence} announce={announce} /> : null}
        <div className={text['row']}>
          {state === 'draft' ? (
            <>
              <Button
                size="small"
                appearance="primary"
                disabledFocusable={busy}
                onClick={() => void step('hand-in', 'concern.handedIn')}
              >
                {t('concern.handIn')}
              </Button>
              <Button size="small" onClick={() => setEditing(true)}>
                {t('concern.edit')}
              </Button>
            </>
          ) : null}
          {state === 'handedIn' ? (
            <Button
              size="small"
              disabledFocusable={busy}
              onClick={() => void step('take-out', 'concern.takenOut')}
            >
              {t('concern.takeOut')}
            </Button>
          ) : null}
          {state === 'handedIn' || state === 'waiting' ? null : (
            <Confirm
              small
              label={t('concern.delete')}
              question={t('concern.deleteQuestion')}
              confirm={t('concern.delete')}
              work={async () => {
                await concerns.step(id, 'remove');
                announce(t('concern.deleted'));
              }}
            />
          )}
        </div>
      </article>
    </Named>
  );
}

/** Where it stands, in words: every way in which it can come to nothing reads the same. */
function Standing({
  concern: { state, batch, marks },
  next,
}: {
  readonly concern: ConcernView;
  readonly next: ConcernsRead['next'];
}) {
  const { t, date } = useWords();
  const { freezeAt, resultAt } = batch ?? next;
  const [freeze, result] = [date(freezeAt), date(resultAt)];
  switch (state) {
    case 'draft':
      return (
        <p>
          {t('concern.draft', { count: marks.length })} {t('concern.next', { freeze, result })}
        </p>
      );
    case 'handedIn':
      return <p>{t('concern.inBatch', { freeze, result })}</p>;
    case 'waiting':
      return <p>{t('concern.waiting', { result })}</p>;
    case 'enough':
    case 'notEnough': {
      const enough = state === 'enough';
      return (
        <div className={text['tight']}>
          <p className={styles['result']}>{t(enough ? 'concern.enough' : 'concern.notEnough')}</p>
          <p>
            {t(enough ? 'concern.enoughHow' : 'concern.notEnoughHow')} {t('concern.gone')}
          </p>
        </div>
      );
    }
  }
}
