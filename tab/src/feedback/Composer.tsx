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
import { TakenBack } from './TakenBack';

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
  /** Told when something is on its way to the other one. */
  readonly onGiven?: () => void;
}

/** Giving feedback, folded behind one quiet button, and what was begun before. */
export function Composer(props: Props) {
  const { box, drafts } = useComposer(props);
  return (
    <div className={styles['stack']}>
      {box}
      {drafts}
    </div>
  );
}

/** The same in two parts, for where what was begun stands elsewhere than the button. */
export function useComposer({ store, view, name, answering, onAnswering, ...props }: Props) {
  const { undoes, announce, onGiven } = props;
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
    onGiven?.();
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
  const box = (
    <>
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
      {removed ? <TakenBack said={t('topic.removed')} button={undo} onUndo={restore} /> : null}
    </>
  );
  return {
    box,
    drafts: <Drafts drafts={drafts} onContinue={start} onRemove={remove} />,
    count: drafts.length,
    open: open !== null,
  };
}
