import * as z from 'zod/mini';
import { instant } from './text.schema';

const each = <T extends z.core.SomeType>(one: T) => z.strictObject({ manager: one, report: one });
const count = z.int().check(z.minimum(0));
const scale = z.int().check(z.minimum(1), z.maximum(5));
const percent = z.int().check(z.minimum(0), z.maximum(100));

/** A finished meeting in numbers. */
export const drawnMeeting = z.strictObject({
  number: z.int(),
  finishedAt: instant,
  /** How many of the topics that were talked about each had raised. */
  topics: each(count),
  /** Both check-ins, where both answered in time (PRACTICE D6). */
  checkIn: z.nullable(
    z.strictObject({ worth: each(scale), heard: each(scale), share: each(percent) }),
  ),
  /** The report's part of the talking as each measured it, where both kept it (PRACTICE A8). */
  kept: z.nullable(each(z.nullable(percent))),
});

/** How much answered feedback each gave in a month. */
export const drawnMonth = z.strictObject({
  /** Year and month in UTC, so that both count the same: "2026-05". */
  month: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
  given: each(count),
});

/** What the pictures of two people are drawn from: counts and dates, no words (PRACTICE D7). */
export const picturesView = z.strictObject({
  /** The earliest first. */
  meetings: z.array(drawnMeeting),
  /** The earliest first; a month without any is left out. */
  feedback: z.array(drawnMonth),
});

export type DrawnMeeting = z.infer<typeof drawnMeeting>;
export type DrawnMonth = z.infer<typeof drawnMonth>;
export type PicturesView = z.infer<typeof picturesView>;
