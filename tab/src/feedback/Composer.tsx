import type { Delivery, FeedbackDraft } from '@rapport/domain/feedback';
import { FEEDBACK_RULES } from '@rapport/domain/feedback';
import type { SeriesView } from '@rapport/domain/series';
import type { Wish } from '@rapport/domain/wish';
import { useEffect, useRef, useState } from 'react';
import type { SeriesState, SeriesStore } from '../client/state';
import { Button } from '../parts/Button';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import { ComposerBox } from './ComposerBox';
import { Drafts } from './Drafts';
import styles from './feedback.module.css';
import { useDraft } from './useDraft';

interface Props {
  readonly store: SeriesStore;
  readonly view: SeriesView;
  readonly name: string;
  /** What the other one asked for, when somebody has just chosen to write about it. */
  readonly answering?: Wish | null;
  readonly onAnswering?: () => void;
  /** What "Undo" would take back. */
  readonly undoes: SeriesState['undo'];
  readonly announce: (words: string) => void;
}

/** Giving feedback, folded behind one quiet button, and what was begun before. */
export function Composer({ store, view, name, answering, onAnswering, ...props }: Props) {
  const { undoes, announce } = props;
  const { t } = useWords();
  const drafting = useDraft(store);
  const [threw, setThrew] = useState(false);
  const removed = threw && undoes === 'removeFeedback';
  const opener = useRef<HTMLButtonElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const { open } = drafting;

  useEffect(() => {
    if (wasOpen.current && !open) opener.current?.focus();
    wasOpen.current = open !== null;
  }, [open]);
  useEffect(() => {
    if (removed) undo.current?.focus();
  }, [removed]);

  useEffect(() => {
    if (!answering) return;
    const begun = view.onlyMe.feedback.find(({ askedFor }) => askedFor === answering.id);
    drafting.start(begun ?? null, answering.id);
    onAnswering?.();
  }, [answering, onAnswering, drafting, view.onlyMe.feedback]);

  const start = (draft: FeedbackDraft | null) => {
    setThrew(false);
    drafting.start(draft);
  };
  const give = (delivery: Delivery) => {
    const id = drafting.save();
    if (!id) return;
    store.send({ type: 'giveFeedback', id, delivery });
    drafting.close();
    announce(delivery.how === 'bring' ? t('feedback.saidBring') : t('feedback.saidSend'));
  };
  const remove = (draft: FeedbackDraft) => {
    store.send({ type: 'removeFeedback', id: draft.id, version: draft.version });
    setThrew(true);
    announce(t('topic.removed'));
  };
  const restore = () => {
    store.undo();
    setThrew(false);
    opener.current?.focus();
    announce(t('said.undone'));
  };

  const drafts = view.onlyMe.feedback.filter(({ id, delivery }) => !delivery && id !== open?.id);
  const full = view.onlyMe.feedback.length >= FEEDBACK_RULES.limit;
  const agreed = view.terms.inForce !== null;
  return (
    <div className={styles['stack']}>
      {open ? (
        <ComposerBox
          key={open.key}
          view={view}
          draft={open}
          drafting={drafting}
          name={name}
          agreed={agreed}
          onGive={give}
          onClose={drafting.close}
        />
      ) : (
        <div className={text['row']}>
          <Button ref={opener} disabledFocusable={full} onClick={() => start(null)}>
            {t('feedback.give')}
          </Button>
          {full ? <p className={text['quiet']}>{t('problem.feedback.full')}</p> : null}
        </div>
      )}
      <Drafts drafts={drafts} onContinue={start} onRemove={remove} />
      {removed ? (
        <div className={text['row']}>
          {t('topic.removed')}
          <Button ref={undo} size="small" onClick={restore}>
            {t('undo')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
