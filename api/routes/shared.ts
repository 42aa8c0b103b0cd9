import * as z from 'zod/mini';
import { uuid } from '@rapport/domain/text.schema';

export const nothing = z.strictObject({});
export const seriesPath = z.strictObject({ seriesId: uuid });
export const linePath = z.strictObject({ seriesId: uuid, lineId: uuid });
/** Numbers in addresses arrive as text. */
export const meetingPath = z.strictObject({
  seriesId: uuid,
  number: z.pipe(
    z.string().check(z.regex(/^[1-9][0-9]{0,5}$/)),
    z.transform((text: string) => Number(text)),
  ),
});
/** One page of a series' list; `continuation` from the page before, as a query parameter. */
export const pageOfSeriesPath = z.strictObject({
  seriesId: uuid,
  continuation: z.optional(z.string().check(z.maxLength(2000))),
});
/**
 * What a write answers: the version in which the change is contained, and the one it was made on. Whoever has
 * that one knows the new one too.
 */
export const written = z.strictObject({ version: z.int(), on: z.optional(z.int()) });
/** A chat's or meeting's id as the host gives it. Sent in bodies only: addresses end up in logs. */
export const chatInput = z.strictObject({
  chatId: z.string().check(z.minLength(1), z.maxLength(300), z.regex(/^[\x21-\x7e]+$/)),
});
