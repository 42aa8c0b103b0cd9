import { canonicalChatId } from '@rapport/domain/chat';
import type { Device } from '@rapport/domain/device';
import type { OwnAgenda } from '@rapport/domain/ownAgenda';
import type { OwnPastWords } from '@rapport/domain/pastWords.schema';
import type { PersonId } from '@rapport/domain/person';
import type { RemindMe } from '@rapport/domain/reminder';
import { createHash } from 'node:crypto';
import type { Partition } from './documents/documents';
import { EFFECT_KIND } from './effects/effect';

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
/** Feedback that arrived; its id says nothing of its time. */
export const feedbackPlacing = (id: string) =>
  ({ id: `feedback.${id}`, kind: 'feedback', schema: 1 }) as const;
/** What the two told each other about themselves, and what they care about. */
export const ABOUT_US = { id: 'aboutUs', kind: 'aboutUs', schema: 1 } as const;
/** One goal of the two; its id says nothing of its time. */
export const goalPlacing = (id: string) => ({ id: `goal.${id}`, kind: 'goal', schema: 1 }) as const;
/** That a wording has come from its author's page into the series. */
export const arrivedPlacing = (wording: string) =>
  ({ id: `arrived.${wording}`, kind: 'arrived', schema: 1 }) as const;
/** Both check-ins of a meeting, revealed. */
export const checkInPlacing = (number: number) =>
  ({ id: `checkIn.${number}`, kind: 'checkIn', schema: 1 }) as const;
/** What both kept of a meeting's talk share, so named that the latest comes first in the order of ids. */
export const talkSharePlacing = (number: number) =>
  ({
    id: `talkShare.${String(999_999 - number).padStart(6, '0')}`,
    kind: 'talkShare',
    schema: 1,
  }) as const;
/** A common concern that its manager writes, and which one they handed in to a batch. */
export const CONCERN_KIND = 'concern';
export const concernPlacing = (id: string) =>
  ({ id: `concern.${id}`, kind: CONCERN_KIND, schema: 1 }) as const;
export const slotPlacing = (batch: string) =>
  ({ id: `concernSlot.${batch}`, kind: 'concernSlot', schema: 1 }) as const;
/** Who the manager's reports were when the batch was frozen; what they chose lies with each of them. */
export const rollPlacing = (concern: string) =>
  ({ id: `concernRoll.${concern}`, kind: 'concernRoll', schema: 1 }) as const;
/** Every report of the manager has one, raiser or not, so that neither its being there nor its size tells. */
export const NOTICE_KIND = 'concernNotice';
/** More than lie there at a time: they go soon after their month. */
export const NOTICES_PER_PERSON = 50;
export const noticePlacing = (concern: string) =>
  ({ id: `concernNotice.${concern}`, kind: NOTICE_KIND, schema: 1 }) as const;
/** Kept things of more than one sort, which the store does not tell apart. */
export const RECORD_KIND = 'record';
/** An entry of the ledger. */
export const recordPlacing = (id: string) =>
  ({ id: `record.${id}`, kind: RECORD_KIND, schema: 1 }) as const;
/** One's own notes of a past meeting. */
export const keptNotesPlacing = (seriesId: string, number: number) =>
  ({ id: `notes.${seriesId}.${number}`, kind: 'notes', schema: 1 }) as const;
/** The words of so many past meetings lie together, for whoever looks for one. */
export const MEETINGS_PER_DIGEST = 16;
/** Which digest a meeting's words lie in. */
export const digestOf = (number: number): number => Math.floor((number - 1) / MEETINGS_PER_DIGEST);
/** Words of past meetings that both read. */
export const wordsPlacing = (digest: number) =>
  ({ id: `words.${digest}`, kind: 'words', schema: 1 }) as const;
/** One's own words of them; null: to be laid together anew, by whoever looks next. */
export type OwnWords = readonly OwnPastWords[] | null;
export const ownWordsPlacing = (seriesId: string, digest: number) =>
  ({ id: `words.${seriesId}.${digest}`, kind: 'words', schema: 1 }) as const;
/** How far the new dates of a series have come (effects/redate.ts). */
export const REDATING = { id: 'redating', kind: 'redating', schema: 1 } as const;
/** Who was asked to lead the report's 1:1s, and what may be taken along. */
export const SUCCESSIONS = { id: 'successions', kind: 'successions', schema: 1 } as const;
/** Lines that came from another series of the report. */
export const BROUGHT = { id: 'brought', kind: 'brought', schema: 1 } as const;
/** What lets them go, due when the first of them does (effects/passBrought.ts). */
export const PASSING = { id: 'effect.brought', kind: EFFECT_KIND, schema: 1 } as const;
/** With the one who was asked. */
export const namingPlacing = (id: string) =>
  ({ id: `naming.${id}`, kind: 'naming', schema: 1 }) as const;
/** What somebody brought along of earlier notes: a list, and its parts beside it. */
export const importsPlacing = (seriesId: string) =>
  ({ id: `imports.${seriesId}`, kind: 'imports', schema: 1 }) as const;
export const importPlacing = (seriesId: string, id: string, part: number) =>
  ({ id: `import.${seriesId}.${id}.${part}`, kind: 'import', schema: 1 }) as const;
/**
 * Kinds that lie beside the head of a series and go with it, besides the ledger; what expires within days by itself,
 * and effects, are not among them.
 */
export const WRITTEN_IN_SERIES = [
  'meeting',
  'feedback',
  'checkIn',
  'aboutUs',
  'count',
  'talkShare',
  'goal',
  'successions',
  'brought',
  'words',
  'redating',
  'import',
  'imports',
] as const;
/** Kinds in a person's partition. */
export const KINDS_OF_PERSON = [
  'page',
  'notes',
  'words',
  'import',
  'imports',
  'chat',
  'lead',
  'profile',
  'applied',
  EFFECT_KIND,
  CONCERN_KIND,
  'concernSlot',
  'concernRoll',
  NOTICE_KIND,
  'told',
  'naming',
  'seat',
] as const;
/** Where it is written that somebody wants everything of theirs deleted, until it is: their own partition goes. */
export const forgettingPartition = (tenant: string): Partition => ({
  container: 'people',
  key: `${tenant}.forgetting`,
  tenant,
});
export const forgettingPlacing = (person: PersonId) => {
  const whose = createHash('sha256').update(person).digest('hex');
  return { id: `forgetting.${whose.slice(0, 40)}`, kind: 'forgetting', schema: 1 } as const;
};
/** 1:1s that go on, more than anybody holds: half of them led, the other half for what others invite to. */
export const SEATS_PER_PERSON = 200;

export const seatPlacing = (seriesId: string) =>
  ({ id: `seat.${seriesId}`, kind: 'seat', schema: 1 }) as const;
export const chatPlacing = (chatKey: string) =>
  ({ id: `chat.${chatKey}`, kind: 'chat', schema: 1 }) as const;
/** The chat that a pointer is about, by the pointer's id. */
export const chatKeyIn = (id: string): string => id.slice(id.indexOf('.') + 1);
/**
 * One open place of a person in a chat, however many series they open there: nobody fills a meeting's chat
 * with places of theirs, so that a request never gets to the right one. The id names nobody.
 */
export const openPlacing = (chatKey: string, manager: PersonId) => {
  const place = createHash('sha256')
    .update(JSON.stringify([chatKey, manager]))
    .digest('hex');
  return { id: `open.${place.slice(0, 40)}`, kind: 'open', schema: 1 } as const;
};
/** Which series its person leads with the other one of a 1:1 chat. */
export const leadPlacing = (chatKey: string) =>
  ({ id: `lead.${chatKey}`, kind: 'lead', schema: 1 }) as const;

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
  /** When they said so themselves, by opening the series there; missing where that never happened. */
  readonly boundAt?: string;
}

/** Written before its series: of two attempts at once only one goes on. */
export interface Lead {
  readonly series: string;
  readonly at: string;
}

/** What somebody was told about a series, in their own partition. */
export const toldPlacing = (seriesId: string) =>
  ({ id: `told.${seriesId}`, kind: 'told', schema: 1 }) as const;

/** … and about being invited by somebody, in whichever series: beginning anew is no reason to be told anew. */
export const toldByPlacing = (manager: PersonId, expires: string) => {
  const whose = createHash('sha256').update(manager).digest('hex').slice(0, 40);
  return { id: `told.by.${whose}`, kind: 'told', schema: 1, expires } as const;
};

/** What somebody keeps for themselves across their series. */
export interface Profile {
  readonly introduction: string;
  /** The first piece of feedback that they ever opened (PRACTICE B5). */
  readonly firstFeedback?: string;
  /** Missing until they keep one. */
  readonly agendas?: readonly OwnAgenda[];
  /** Where they opened Rapport; missing until a device said so. */
  readonly devices?: readonly Device[];
  /** How they want to be reminded; missing until they said. */
  readonly remindMe?: RemindMe;
}
