import { otherOf } from '../model/names';
import type { Chat, LocalPerson } from '../model/server';
import { meetingName } from './meetingName';

/** What a chat is called in somebody's list: the other one, or the meeting. */
export function chatName(people: readonly LocalPerson[], chat: Chat, me: string): string {
  if (chat.meeting !== null) return meetingName(people, chat.people);
  return otherOf(people, chat.people, me)?.name ?? '';
}
