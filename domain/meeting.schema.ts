import * as z from 'zod/mini';
import { action } from './action.schema';
import { hand } from './hand.schema';
import { note } from './note.schema';
import { role } from './person.schema';
import { clocks, offset, planned } from './rhythm.schema';
import { instant, uuid } from './text.schema';
import { questionId, topic } from './topic.schema';

/** The occurrence that the agenda is for: there always is one (PRACTICE, words). */
export const meeting = z.strictObject({
  /** 1 for the first; the finished ones are counted on. */
  number: z.int().check(z.positive()),
  state: z.enum(['planned', 'live', 'wrappingUp']),
  /** When the two agreed to meet; null: not said. */
  plannedAt: z.nullable(instant),
  /** Who planned that between two meetings; missing where it was agreed at the end of the last one. */
  planned: z.optional(planned),
  clocks: z.optional(clocks),
  startedAt: z.nullable(instant),
  /** When it should be over: the host's meeting says, else its length. */
  endsAt: z.nullable(instant),
  /** The topic the two are at. */
  topic: z.nullable(uuid),
  /** Who said last where the two are (started, opened a topic, turned to the end); null while planned. */
  by: z.nullable(role),
});

/** What stays of a finished meeting, for both (PRACTICE D5). */
export const meetingRecord = z.strictObject({
  number: z.int(),
  startedAt: z.nullable(instant),
  finishedAt: instant,
  topics: z.array(topic),
  notes: z.array(note),
  /** Promised in it, or done since the one before. */
  actions: z.array(action),
});

/** When the last finished meeting was, and who ended it: what came after it is new (PRACTICE D3). */
export const lastMeeting = z.strictObject({ number: z.int(), finishedAt: instant, by: role });

/** A question that was on the agenda of one of the last meetings (PRACTICE B8). */
export const askedQuestion = z.strictObject({ question: questionId, meeting: z.int() });

export type Meeting = z.infer<typeof meeting>;
export type MeetingRecord = z.infer<typeof meetingRecord>;
export type AskedQuestion = z.infer<typeof askedQuestion>;
export type LastMeeting = z.infer<typeof lastMeeting>;

export const startMeetingInput = z.strictObject({
  number: z.int(),
  /** When the host's meeting ends; null where there is none, or it does not say. */
  endsAt: z.nullable(instant),
});
export const meetingInput = z.strictObject({ number: z.int() });
export const prepareMeetingInput = z.strictObject({ number: z.int(), hand });
export const openTopicInput = z.strictObject({ number: z.int(), topic: z.nullable(uuid) });
export const finishMeetingInput = z.strictObject({
  number: z.int(),
  nextAt: z.nullable(instant),
  /** How far the caller's clock is ahead of UTC on that date; missing: not said. */
  offset: z.optional(offset),
});
