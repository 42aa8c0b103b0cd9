import * as z from 'zod/mini';
import { AUDIENCE_LENGTH, CONCERN_LENGTH } from './limits';
import { personId } from './person.schema';
import { instant, line, uuid } from './text.schema';

/** A batch of common concerns: the month it is frozen in. */
export const batchKey = z.string().check(z.regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/));

/** One topic that the report of a series raised: a reference, none of its words. */
export const concernMark = z.strictObject({
  series: uuid,
  topic: uuid,
  /** The meeting whose record or agenda it was seen in; it may have been carried over since. */
  meeting: z.int().check(z.positive()),
});

const words = {
  /** How "Several people mentioned …" goes on. */
  wording: line(CONCERN_LENGTH),
  /** Who would hear it, in words. */
  audience: line(AUDIENCE_LENGTH),
};
const marks = z.array(concernMark).check(z.maxLength(40));

/** What a manager writes of a common concern (PRACTICE C8); only they read it until it is handed in. */
export const saveConcernInput = z.strictObject({ ...words, marks });

export const concernResult = z.enum(['enough', 'notEnough']);

/** A common concern as its manager's partition keeps it: nothing in it comes from a report's choice before the result. */
export const concern = z.strictObject({
  id: uuid,
  ...words,
  marks,
  draftedAt: instant,
  /** Into which batch; `id` names this handing in, so that nothing of an earlier one counts. */
  handedIn: z.nullable(z.strictObject({ id: uuid, batch: batchKey })),
  result: z.nullable(concernResult),
});

/** As its manager reads it. */
export const concernView = z.strictObject({
  id: uuid,
  ...words,
  marks,
  /** `handedIn` can be taken back, `waiting` is frozen. */
  state: z.enum(['draft', 'handedIn', 'waiting', 'enough', 'notEnough']),
  /** When its batch is frozen, and when the result comes; null for a draft. */
  batch: z.nullable(z.strictObject({ freezeAt: instant, resultAt: instant })),
});

/** What the manager's partition remembers of a batch: which concern, and whom it was about. */
export const concernSlot = z.strictObject({
  concern: uuid,
  people: z.array(z.strictObject({ person: personId, series: uuid })),
});

/** What one report is to a concern: `raiser` and `other` count, `none` does not. */
export const concernPart = z.enum(['raiser', 'other', 'none']);

/** In the partition of every report of the manager alike; its person reads it only as a raiser. */
export const concernNotice = z.strictObject({
  concern: uuid,
  manager: personId,
  series: uuid,
  handedIn: uuid,
  part: concernPart,
  shownAt: instant,
  left: z.boolean(),
  /** Nothing changes any more: it is being counted. */
  closed: z.boolean(),
});

/** As a raiser reads it, in their own series. */
export const noticeView = z.strictObject({
  id: uuid,
  ...words,
  until: instant,
  left: z.boolean(),
});

export type ConcernMark = z.infer<typeof concernMark>;
export type SaveConcern = z.infer<typeof saveConcernInput>;
export type ConcernResult = z.infer<typeof concernResult>;
export type Concern = z.infer<typeof concern>;
export type ConcernView = z.infer<typeof concernView>;
export type ConcernSlot = z.infer<typeof concernSlot>;
export type ConcernPart = z.infer<typeof concernPart>;
export type ConcernNotice = z.infer<typeof concernNotice>;
export type NoticeView = z.infer<typeof noticeView>;
