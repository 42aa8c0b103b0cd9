import * as z from 'zod/mini';
import { instant } from './text.schema';

/** What one 1:1 asks of its reader now. There is none for a raised hand: a home is often on a shared screen. */
export const need = z.enum([
  'joinRequest',
  'declined',
  'expired',
  'waiting',
  'open',
  'terms',
  'feedback',
  'answer',
  'promises',
  'gap',
]);

/** One line of a home: of one series and for one of its two, without any words and without any number. */
export const needs = z.strictObject({
  state: z.enum(['planned', 'live', 'ended']),
  /** When the two meet next; null: not said. */
  nextAt: z.nullable(instant),
  needs: z.array(need),
});

export type Need = z.infer<typeof need>;
export type Needs = z.infer<typeof needs>;
