import * as z from 'zod/mini';
import { DISPUTE_LENGTH } from './limits';
import { instant, line as words, uuid } from './text.schema';

/** A wording that stood before the one that stands now (PRACTICE E2). */
export const earlierWording = z.strictObject({
  text: z.string(),
  /** The id of the command that wrote it, as in `version` of the line. */
  version: uuid,
  /** When it was written … */
  at: instant,
  /** … and when its author put other words in its place. */
  until: instant,
});

export const disputeText = words(DISPUTE_LENGTH);

/** What the other one says about a line that they see differently; the line itself is never touched. */
export const dispute = z.strictObject({
  /** The wording that it is about. */
  version: uuid,
  /** null: "I see it differently", and no more. */
  text: z.nullable(disputeText),
  at: instant,
});

export const disputeInput = z.strictObject({
  version: uuid,
  text: z.nullable(disputeText),
  /** false: it is withdrawn. */
  stands: z.boolean(),
});

/** What a line has besides, where both read it and it stays: shared notes and promises. */
export const keptShape = {
  /** Wordings that its author has changed since, the oldest first; missing: never changed. */
  earlier: z.optional(z.array(earlierWording)),
  /** By the other one of the two; missing: not disputed. */
  dispute: z.optional(dispute),
};

export type EarlierWording = z.infer<typeof earlierWording>;
export type Dispute = z.infer<typeof dispute>;
