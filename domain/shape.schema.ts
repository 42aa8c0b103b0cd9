import * as z from 'zod/mini';
import { role } from './person.schema';
import { instant } from './text.schema';

/** Structured: values and goals; free: what is on somebody's mind this week (PRACTICE C2). */
export const format = z.enum(['structured', 'free']);

/** What the two call themselves: manager and report, lead and report, or mentor and mentee (PRACTICE, words). */
export const labels = z.enum(['manager', 'lead', 'mentor']);

/** Who of the two last changed what about a 1:1, and when. */
export const shaped = z.strictObject({
  what: z.enum(['rhythm', 'format', 'labels', 'introduction']),
  by: role,
  at: instant,
});

export type Format = z.infer<typeof format>;
export type Labels = z.infer<typeof labels>;
export type Shaped = z.infer<typeof shaped>;
