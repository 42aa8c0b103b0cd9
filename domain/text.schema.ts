import * as z from 'zod/mini';

/** Controls other than tab and line break; a NUL or a bell in a sentence is never what somebody typed. */
// oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/;
const BREAK = /[\t\n]/;

const plain = (text: string): boolean => text.isWellFormed() && !CONTROL.test(text);

/** One line of words: trimmed, 1 to `max` UTF-16 units, well-formed, without control characters. */
export const line = (max: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(max),
    z.refine((text) => plain(text) && !BREAK.test(text), { error: 'notPlainText' }),
  );

/** Several lines of words, or none: trimmed, at most `max` UTF-16 units, well-formed. */
export const prose = (max: number) =>
  z.string().check(
    z.trim(),
    z.maxLength(max),
    z.refine((text) => plain(text), { error: 'notPlainText' }),
  );

/** An id made by a client: a UUID in lower case (RFC 9562). */
export const uuid = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));

/** An instant in UTC, ISO 8601 with milliseconds, e.g. `2026-03-02T09:00:00.000Z`. */
export const instant = z
  .string()
  .check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/), z.refine(isOnCalendar));

/** There is no 30th of February, and no 25 o'clock. */
function isOnCalendar(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}
