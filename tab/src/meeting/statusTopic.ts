import type { SeriesView } from '@rapport/domain/series';
import { openDeviceStore } from '../client/deviceStore';
import type { HostContext } from '../hosts/hostAdapter';
import { loadWording } from '../words/wording';

const keyOf = (view: SeriesView): string => `status/${view.id}`;

/**
 * @returns the first of the reader's own topics that reads like a status update, on the first agenda it stands on,
 * and that they did not leave as it is; null where there is none, or no rules for their language
 */
export async function statusTopic(
  view: SeriesView,
  user: HostContext['user'],
  locale: string,
): Promise<string | null> {
  const left = openDeviceStore(user).read(keyOf(view))?.split(' ') ?? [];
  const wording = await loadWording(locale);
  const reads = view.topics.find(
    ({ id, by, carried, text }) =>
      by === view.me &&
      carried === 0 &&
      !left.includes(id) &&
      wording?.knows(text) &&
      wording.isStatus(text),
  );
  return reads?.id ?? null;
}

/**
 * Remembers on this device that a topic stays as it is: forgotten, it costs one quiet line more, and it is not
 * worth telling the api.
 */
export function leaveTopic(view: SeriesView, user: HostContext['user'], id: string): void {
  const device = openDeviceStore(user);
  const left = device.read(keyOf(view))?.split(' ') ?? [];
  const standing = new Set(view.topics.map((topic) => topic.id));
  const next = new Set([...left, id].filter((known) => standing.has(known)));
  device.write(keyOf(view), [...next].join(' '));
}
