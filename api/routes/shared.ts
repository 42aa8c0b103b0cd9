import * as z from 'zod/mini';
import { uuid } from '@rapport/domain/text.schema';

export const nothing = z.strictObject({});
export const seriesPath = z.strictObject({ seriesId: uuid });
export const topicPath = z.strictObject({ seriesId: uuid, topicId: uuid });
/** What a write answers: the version in which the change is contained. */
export const written = z.strictObject({ version: z.int() });
/** A chat's or meeting's id as the host gives it. Sent in bodies only: addresses end up in logs. */
export const chatInput = z.strictObject({
  chatId: z.string().check(z.minLength(1), z.maxLength(300), z.regex(/^[\x21-\x7e]+$/)),
});
