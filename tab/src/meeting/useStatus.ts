import type { SeriesView } from '@rapport/domain/series';
import { useEffect, useState } from 'react';
import { useRemembered } from '../parts/useRemembered';
import { useWords } from '../words/useWords';

/**
 * The own topic that reads like a status update, one at a time, before the meeting and only the first time it is
 * on the agenda (PRACTICE A3). That somebody left it as it is, is remembered on this device: forgotten, it costs
 * one quiet line more, and is not worth telling the api.
 * @param off while something else is asked
 */
export function useStatus(view: SeriesView, off: boolean) {
  const { locale } = useWords();
  const { me, topics } = view;
  const standing = topics.map(({ id }) => id);
  const { known: left, remember } = useRemembered(`status/${view.id}`, standing);
  const [found, setFound] = useState<string | null>(null);
  const silent = off || view.meeting.state !== 'planned';
  useEffect(() => {
    const own = topics.filter(({ id, by, carried }) => by === me && carried === 0 && !left.has(id));
    let wanted = true;
    const look = async (): Promise<void> => {
      if (silent || own.length === 0) return setFound(null);
      const wording = await (await import('../words/wording')).loadWording(locale);
      const topic = own.find(({ text }) => wording?.knows(text) && wording.isStatus(text));
      if (wanted) setFound(topic?.id ?? null);
    };
    // Where the rules cannot be fetched there is no hint.
    look().catch(() => wanted && setFound(null));
    return () => {
      wanted = false;
    };
  }, [topics, left, silent, me, locale]);
  return { asking: silent ? null : found, leave: remember };
}
