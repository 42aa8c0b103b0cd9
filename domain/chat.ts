const GUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const ONE_ON_ONE = new RegExp(`^19:(${GUID})_(${GUID})@unq\\.gbl\\.spaces$`);

/**
 * The two people a 1:1 chat's id names (object ids, lower case), or null for any other chat: a meeting's
 * chat id names nobody.
 */
export function peopleOfChat(chatId: string): readonly [string, string] | null {
  const match = ONE_ON_ONE.exec(chatId.toLowerCase());
  return match?.[1] && match[2] ? [match[1], match[2]] : null;
}

/** The other one of a 1:1 chat, or null when the chat is no 1:1 chat of this person. */
export function otherInChat(chatId: string, oid: string): string | null {
  const people = peopleOfChat(chatId);
  const me = oid.toLowerCase();
  if (!people?.includes(me)) return null;
  return people[0] === me ? people[1] : people[0];
}

/** The id of the 1:1 chat of two people in one spelling, whoever comes first in the host's. */
export function oneOnOneChatId(oidA: string, oidB: string): string {
  const [first, second] = [oidA.toLowerCase(), oidB.toLowerCase()].toSorted();
  return `19:${first}_${second}@unq.gbl.spaces`;
}

/** One spelling for every chat id, so that both people look up the same thing. */
export function canonicalChatId(chatId: string): string {
  const people = peopleOfChat(chatId);
  return people ? oneOnOneChatId(people[0], people[1]) : chatId;
}
