import * as z from 'zod/mini';
import { instant } from './text.schema';

/** The report's part of what the two said, in whole per cent (PRACTICE A8). */
const percent = z.int().check(z.minimum(0), z.maximum(100));

const meeting = z.int().check(z.positive());

const each = <T extends z.core.SomeType>(one: T) => z.strictObject({ manager: one, report: one });

/** That somebody would keep a number of a meeting; nobody else is ever given it. */
export const talkShareOffer = z.strictObject({
  meeting,
  /** As they measured it; null: whichever the other one measured. */
  share: z.nullable(percent),
  at: instant,
  /** The version of their page that it came with: every later offer of theirs has a higher one. */
  version: z.int(),
});

/** What lies with a meeting once both kept it, and what of theirs was taken away again. */
export const talkShareRecord = z.strictObject({
  meeting,
  kept: z.nullable(
    z.strictObject({
      /** What each measured; null where they kept whichever the other one measured. */
      share: each(z.nullable(percent)),
      /** Versions of the two offers. */
      from: each(z.int()),
    }),
  ),
  /** Offers up to these versions count no more. */
  gone: each(z.int()),
});

export const keepTalkShareInput = z.strictObject({ meeting, share: z.nullable(percent) });

export const dropTalkShareInput = z.strictObject({ meeting });

/** One finished meeting, as far as it says who had the floor. */
export const talkShareOfMeeting = z.strictObject({
  number: z.int(),
  finishedAt: instant,
  /** How many of the topics that were talked about each had raised. */
  topics: each(z.int()),
  /** The reader's own estimate. */
  estimate: z.nullable(percent),
  /** Both estimates of the report's part, where both answered the check-in in time (PRACTICE D6). */
  estimates: z.nullable(each(percent)),
  /** The reader's own wish to keep a number, while it may still meet the other one's. */
  offer: z.nullable(z.strictObject({ share: z.nullable(percent), until: instant })),
  /** What both kept: as each measured it, null where they kept whichever the other one measured. */
  kept: z.nullable(each(z.nullable(percent))),
});

/** The last meetings, the latest first. */
export const talkShareView = z.strictObject({ meetings: z.array(talkShareOfMeeting) });

export type TalkShareOffer = z.infer<typeof talkShareOffer>;
export type TalkShareRecord = z.infer<typeof talkShareRecord>;
export type TalkShareOfMeeting = z.infer<typeof talkShareOfMeeting>;
export type TalkShareView = z.infer<typeof talkShareView>;
