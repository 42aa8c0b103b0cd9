import * as z from 'zod/mini';

/**
 * What somebody wishes for the beginning of the coming meeting (PRACTICE B6): nothing, a moment first, or that
 * and sooner than planned. Words of one length: the size of what is stored does not tell them apart.
 */
export const hand = z.enum(['none', 'wait', 'soon']);

/** Each one's wish; gone with the meeting, and kept in no record of it. */
export const hands = z.strictObject({ manager: hand, report: hand });

export type Hand = z.infer<typeof hand>;
export type Hands = z.infer<typeof hands>;
