import { byKey, firstName } from '../model/names';
import type { LocalPerson } from '../model/server';
import { text } from '../text';

/** What a 1:1 is called in both people's calendars. */
export function meetingName(
  people: readonly LocalPerson[],
  pair: readonly [string, string],
): string {
  const names = pair.map((key) => byKey(people, key)).map((one) => (one ? firstName(one) : ''));
  return text.meetingChat(names.join(' / '));
}
