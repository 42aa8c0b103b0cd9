import * as z from 'zod/mini';
import { role } from './person.schema';
import { instant } from './text.schema';

/** A time in which the two do not meet (PRACTICE A2): it has no reason, and either of them ends it. */
export const pause = z.strictObject({
  by: role,
  at: instant,
  /** When it is over by itself; null: nobody said. */
  until: z.nullable(instant),
  /** Number of the meeting that it puts off: beginning that one ends it. */
  meeting: z.int(),
  /** The date that fell out by it; it stands again where the pause is ended before. */
  dropped: z.nullable(instant),
  endedAt: z.nullable(instant),
  endedBy: z.nullable(role),
});

/** How far a clock is ahead of UTC, in minutes. */
export const offset = z.int().check(z.gte(-14 * 60), z.lte(14 * 60));

/** What the clocks of the two say on the planned date, where it is known without their having planned it. */
export const clocks = z.strictObject({
  manager: z.optional(offset),
  report: z.optional(offset),
});

/** How the planned date came about: named for the first time, put elsewhere, or the next after one that falls out. */
export const planned = z.strictObject({
  how: z.enum(['set', 'moved', 'skipped']),
  by: role,
  at: instant,
  /** The date that stood there before. */
  from: z.nullable(instant),
  /** How far the planner's clock is ahead of UTC on that date, in minutes: their hour, and not their place. */
  offset: z.nullable(offset),
});

export const pauseInput = z.strictObject({ until: z.nullable(instant) });
/** A pause is named by when it was said. */
export const endPauseInput = z.strictObject({ at: instant });
export const planMeetingInput = z.strictObject({
  number: z.int(),
  /** The date that the planner saw: of two who plan at once, the second one is told. */
  from: z.nullable(instant),
  /** null where one falls out and the next has no date yet. */
  to: z.nullable(instant),
  skip: z.boolean(),
  offset: planned.shape.offset,
});

export type Pause = z.infer<typeof pause>;
export type Planned = z.infer<typeof planned>;
export type PlanMeeting = z.infer<typeof planMeetingInput>;
