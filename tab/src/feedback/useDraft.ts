import type { FeedbackDraft } from '@rapport/domain/feedback';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SeriesStore } from '../client/state';

/** The piece of feedback somebody is writing. */
export type OpenDraft = Pick<FeedbackDraft, 'id' | 'text' | 'kind' | 'about' | 'askedFor'> & {
  /** Stays the same for as long as its box is open. */
  readonly key: string;
};

export interface Drafting {
  /** null while nothing is being written. */
  readonly open: OpenDraft | null;
  /** A new one, or one that was kept. */
  readonly start: (draft: FeedbackDraft | null, askedFor?: string | null) => void;
  readonly change: (change: Partial<Pick<OpenDraft, 'text' | 'kind' | 'about'>>) => void;
  /** Keeps what stands there, on this device at once. @returns the id under which it is kept, null for no words */
  readonly save: () => string | null;
  readonly close: () => void;
}

/** One draft at a time. It is kept when its box is left, when the window is hidden, and when it goes away. */
export function useDraft(store: SeriesStore): Drafting {
  const [open, setOpen] = useState<OpenDraft | null>(null);
  const now = useRef<OpenDraft | null>(null);
  /** The wording that the next save follows on; another device's later one is not overwritten. */
  const kept = useRef<FeedbackDraft | null>(null);

  const show = useCallback((draft: OpenDraft | null) => {
    now.current = draft;
    setOpen(draft);
  }, []);

  const save = useCallback((): string | null => {
    if (!now.current) return null;
    const { id, kind, askedFor } = now.current;
    const about = kind === 'praise' ? null : now.current.about;
    const text = now.current.text.trim();
    if (!text) return null;
    const isThis = (draft: FeedbackDraft) =>
      draft.text === text && draft.kind === kind && draft.about === about;
    const there = draftsIn(store).find((draft) => draft.id === id);
    if (!there || !isThis(there)) {
      const version = kept.current?.version;
      store.send(
        version
          ? { type: 'editFeedback', id, version, text, kind, about }
          : { type: 'addFeedback', id, text, kind, about, askedFor },
      );
    }
    // Changed elsewhere meanwhile, both wordings stay, and this one goes on under an id of its own.
    const same = draftsIn(store).filter(isThis);
    const written = same.find((draft) => draft.id === id) ?? same.at(-1) ?? null;
    kept.current = written ?? kept.current;
    if (written && written.id !== id) show({ ...now.current, id: written.id });
    return written?.id ?? id;
  }, [store, show]);

  const start = useCallback(
    (draft: FeedbackDraft | null, wanted: string | null = null) => {
      save();
      kept.current = draft;
      const { id, text, kind, about, askedFor } = draft ?? newDraft(wanted);
      show({ key: id, id, text, kind, about, askedFor });
    },
    [save, show],
  );
  const change = useCallback(
    (changed: Partial<Pick<OpenDraft, 'text' | 'kind' | 'about'>>) => {
      if (now.current) show({ ...now.current, ...changed });
    },
    [show],
  );
  const close = useCallback(() => {
    save();
    show(null);
  }, [save, show]);

  useEffect(() => {
    const onHidden = () => {
      if (document.visibilityState === 'hidden') save();
    };
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      save();
    };
  }, [save]);

  return { open, start, change, save, close };
}

const newDraft = (askedFor: string | null): Omit<OpenDraft, 'key'> => ({
  id: crypto.randomUUID(),
  text: '',
  kind: 'praise',
  about: null,
  askedFor,
});

function draftsIn(store: SeriesStore): readonly FeedbackDraft[] {
  const { reading } = store.getSnapshot();
  return reading.status === 'ready' ? reading.value.onlyMe.feedback : [];
}
