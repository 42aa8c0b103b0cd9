import * as z from 'zod/mini';
import { instant } from './text.schema';

/** One to five, from "not at all" to "very much". */
const scale = z.int().check(z.minimum(1), z.maximum(5));

/** One's short answer on a meeting that just ended (PRACTICE D6). */
const answers = {
  /** Was it worth the time? */
  worth: scale,
  /** Did you feel heard? */
  heard: scale,
  /** The report's part of the talking, in per cent, as one remembers it (PRACTICE A8). */
  share: z.int().check(z.minimum(0), z.maximum(100)),
};

export const checkIn = z.strictObject({ meeting: z.int(), ...answers, at: instant });

export const checkInInput = z.strictObject({ meeting: z.int(), ...answers });

/** Both answers side by side, once both were given in time. */
export const revealedCheckIn = z.strictObject({ manager: checkIn, report: checkIn });

export type CheckIn = z.infer<typeof checkIn>;
export type RevealedCheckIn = z.infer<typeof revealedCheckIn>;
