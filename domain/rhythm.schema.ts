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

export const pauseInput = z.strictObject({ until: z.nullable(instant) });

export type Pause = z.infer<typeof pause>;
