import * as z from 'zod/mini';
import { FIRM_FROM } from './trust';

/**
 * How far the manager's task criticism has carried so far (PRACTICE B3). It stops counting where the ladder stops
 * speaking, and is given to nobody: the manager's view says whether it is new, the report's nothing at all.
 */
export const trust = z.strictObject({
  /** Loops that their receiver closed. */
  closed: z.int().check(z.gte(0), z.lte(FIRM_FROM)),
  /** The meeting that the last one of them counted for. */
  meeting: z.nullable(z.int()),
});
