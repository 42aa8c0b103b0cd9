import { canonicalChatId } from '@rapport/domain/chat';
import type { PersonId } from '@rapport/domain/person';
import { createHash } from 'node:crypto';
import type { Partition } from './documents/documents';

/** Where everything lies: one place for partitions and ids, so that two readers never differ. */

export const seriesPartition = (seriesId: string): Pick<Partition, 'container' | 'key'> => ({
  container: 'series',
  key: seriesId,
});

export const personPartition = (person: PersonId): Partition => ({
  container: 'people',
  key: person,
  tenant: person.slice(0, person.indexOf('.')),
});

/** Where series with an open place wait for somebody in a meeting's chat to ask. */
export const chatPartition = (chatKey: string, tenant: string): Partition => ({
  container: 'chats',
  key: chatKey,
  tenant,
});

/** The head of a series: one point read opens the agenda. */
export const HEAD = { id: 'head', kind: 'series', schema: 1 } as const;
export const PROFILE = { id: 'profile', kind: 'profile', schema: 1 } as const;

export const pagePlacing = (seriesId: string) =>
  ({ id: `page.${seriesId}`, kind: 'page', schema: 1 }) as const;
/** Past meetings, so named that the latest comes first in the order of ids. */
export const meetingPlacing = (number: number) =>
  ({
    id: `meeting.${String(999_999 - number).padStart(6, '0')}`,
    kind: 'meeting',
    schema: 1,
  }) as const;
/** One's own notes of a past meeting. */
export const keptNotesPlacing = (seriesId: string, number: number) =>
  ({ id: `notes.${seriesId}.${number}`, kind: 'notes', schema: 1 }) as const;
export const seatPlacing = (seriesId: string) =>
  ({ id: `seat.${seriesId}`, kind: 'seat', schema: 1 }) as const;
export const chatPlacing = (chatKey: string) =>
  ({ id: `chat.${chatKey}`, kind: 'chat', schema: 1 }) as const;
export const openPlacing = (seriesId: string) =>
  ({ id: `open.${seriesId}`, kind: 'open', schema: 1 }) as const;

/** A chat's id, hashed with its tenant: the stores and the series never hold the id itself. */
export const chatKeyOf = (tid: string, chatId: string): string =>
  createHash('sha256')
    .update(JSON.stringify([tid, canonicalChatId(chatId)]))
    .digest('hex');

/** What a person's own partition remembers about a chat. */
export interface ChatPointer {
  /** The series the chat opens, or null while they only asked to join. */
  readonly series: string | null;
  readonly askedAt: string | null;
}

export interface Profile {
  readonly introduction: string;
}
