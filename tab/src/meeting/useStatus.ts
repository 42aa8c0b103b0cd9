import type { SeriesView } from '@rapport/domain/series';
import { useEffect, useMemo, useState } from 'react';
import { openDeviceStore } from '../client/deviceStore';
import { useApp } from '../parts/useApp';
import { useWords } from '../words/useWords';

/**
 * The own topic that reads like a status update, one at a time, before the meeting and only the first time it is
 * on the agenda (PRACTICE A3). That somebody left it as it is, is remembered on this device: forgotten, it costs
 * one quiet line more, and is not worth telling the api.
 * @param off while something else is asked
 */
export function useStatus(view: SeriesView, off: boolean) {
  const { host } = useApp();
  const { locale } = useWords();
  const { user } = host.context;
  const key = `status/${view.id}`;
  const device = useMemo(() => openDeviceStore(user), [user]);
  const [left, setLeft] = useState(() => new Set(device.read(key)?.split(' ')));
  const [found, setFound] = useState<string | null>(null);
  const { me, topics } = view;
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
  const leave = (id: string) => {
    const standing = new Set(topics.map((topic) => topic.id));
    const next = new Set([...left, id].filter((known) => standing.has(known)));
    device.write(key, [...next].join(' '));
    setLeft(next);
  };
  return { asking: silent ? null : found, leave };
}
