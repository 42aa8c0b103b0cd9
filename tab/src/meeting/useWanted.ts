import type { SeriesView } from '@rapport/domain/series';
import type { Topic } from '@rapport/domain/topic';
import { useMemo, useState } from 'react';
import { openDeviceStore } from '../client/deviceStore';
import { useApp } from '../parts/useApp';

/** From this often on a topic asks whether it is still wanted. */
const OFTEN = 3;

/**
 * The topic that asks its raiser whether it is still wanted, one at a time and before the meeting only, and
 * the answer "keep", which this device remembers.
 */
export function useWanted(view: SeriesView) {
  const { host } = useApp();
  const { user } = host.context;
  const key = `wanted/${view.id}`;
  const device = useMemo(() => openDeviceStore(user), [user]);
  const [kept, setKept] = useState(() => new Set(device.read(key)?.split(' ')));
  const asks = (topic: Topic): boolean =>
    topic.by === view.me && topic.carried >= OFTEN && !kept.has(topic.id);
  const asking = view.meeting.state === 'planned' ? view.topics.find(asks) : undefined;
  const keep = (id: string) => {
    const standing = new Set(view.topics.map((topic) => topic.id));
    const next = new Set([...kept, id].filter((known) => standing.has(known)));
    device.write(key, [...next].join(' '));
    setKept(next);
  };
  return { asking: asking?.id ?? null, keep };
}
