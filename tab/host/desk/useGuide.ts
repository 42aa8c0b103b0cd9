import { useCallback, useEffect } from 'react';
import { server } from '../model/server';
import { usePolled } from '../model/usePolled';

interface GuideState {
  readonly shown: boolean;
  /** Everything that was done so far, remembered by the server. */
  readonly marks: readonly string[];
  toggle(): void;
}

async function read() {
  const [guide, progress] = await Promise.all([server.guide(), server.progress()]);
  return { ...guide, fresh: progress.filter((name) => !guide.marks.includes(name)) };
}

/** The guided path: open on the first visit, gone once it was dismissed. */
export function useGuide(): GuideState {
  const { value, refresh } = usePolled(read);
  const fresh = value?.fresh.join(' ') ?? '';
  useEffect(() => {
    // What the api counts is forgotten when the server stops; the guide remembers.
    if (fresh)
      void server.changeGuide({ marks: fresh.split(' ').slice(0, 20) }).catch(() => undefined);
  }, [fresh]);

  const shown = value !== null && !value.dismissed;
  const toggle = useCallback(() => {
    void server
      .changeGuide({ dismissed: shown })
      .then(refresh)
      .catch(() => undefined);
  }, [refresh, shown]);

  return { shown, marks: value ? [...value.marks, ...value.fresh] : [], toggle };
}
