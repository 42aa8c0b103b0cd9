import { canonicalChatId, oneOnOneChatId, peopleOfChat } from '@rapport/domain/chat';
import type { WeeklyMeeting } from './calendar';
import type { LocalPerson } from './person';
import { TeamsRefusal } from './refusal';

/** Who is who, who is in which chat, and which meetings there are. */
export interface TeamsDirectory {
  /** @throws TeamsRefusal */
  person(key: string): LocalPerson;
  /** @throws TeamsRefusal */
  meeting(id: string): WeeklyMeeting;
  meetingOfChat(chat: string): WeeklyMeeting | null;
  /** The two keys of a chat, or null for a chat that nobody here is in. */
  members(chat: string): readonly [string, string] | null;
  /** The chat's one spelling, if the person is in it. @throws TeamsRefusal */
  ownChat(person: string, chat: string): string;
  /** The chats a person has from the start: with whom they work, and their meetings'. */
  chatsOf(person: string): readonly string[];
}

export function createDirectory(
  people: readonly LocalPerson[],
  weekly: readonly WeeklyMeeting[],
): TeamsDirectory {
  const meetingOfChat = (chat: string) => weekly.find((one) => one.chat === chat) ?? null;

  function person(key: string): LocalPerson {
    const found = people.find((one) => one.key === key);
    if (!found) throw new TeamsRefusal('unknownPerson');
    return found;
  }

  function members(chat: string): readonly [string, string] | null {
    const meeting = meetingOfChat(chat);
    if (meeting) return meeting.people;
    const [a, b] = (peopleOfChat(chat) ?? []).map(
      (oid) => people.find((one) => one.oid.toLowerCase() === oid)?.key,
    );
    return a && b && a !== b ? [a, b] : null;
  }

  return {
    person,
    meetingOfChat,
    members,
    meeting(id) {
      const found = weekly.find((one) => one.id === id);
      if (!found) throw new TeamsRefusal('unknownMeeting');
      return found;
    },
    ownChat(key, chat) {
      const id = canonicalChatId(chat);
      if (!members(id)?.includes(person(key).key)) throw new TeamsRefusal('notInChat');
      return id;
    },
    chatsOf(key) {
      const own = weekly.filter((one) => one.people.includes(key));
      const direct = own.map(({ people: [a, b] }) => oneOnOneChatId(person(a).oid, person(b).oid));
      return [...direct, ...own.map((one) => one.chat)];
    },
  };
}
