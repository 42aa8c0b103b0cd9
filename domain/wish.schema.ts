import * as z from 'zod/mini';
import { line, lineText } from './line.schema';
import { uuid } from './text.schema';

/** Something that one of the two would like feedback on, read by both (PRACTICE A7, B3). */
export const wish = line;
export const removedWish = z.extend(z.omit(wish, { text: true }), { removed: z.literal(true) });
export const wishEntry = z.union([wish, removedWish]);

export type Wish = z.infer<typeof wish>;
export type WishEntry = z.infer<typeof wishEntry>;

export const addWishInput = z.strictObject({ id: uuid, text: lineText });
export const restoreWishInput = z.strictObject({ text: lineText });
