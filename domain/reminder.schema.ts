import * as z from 'zod/mini';

/** What a notification may be about (PRACTICE D8): four neutral kinds, none of which says anything. */
export const reminderKind = z.enum(['invitation', 'beforeMeeting', 'afterMeeting', 'gap']);

/** A time of day on somebody's own clock, e.g. `18:30`. */
export const timeOfDay = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/));

/** A time zone by its IANA name, e.g. `Europe/Berlin`. */
export const zone = z
  .string()
  .check(z.maxLength(64), z.regex(/^[A-Za-z][\w+/-]*$/), z.refine(isZone));

/** How somebody wants to be reminded: theirs alone to know. */
export const remindMe = z.strictObject({
  /** Kinds that are switched off. */
  off: z.array(reminderKind).check(z.maxLength(reminderKind.options.length)),
  /** In which zone the hours and days below are meant. */
  zone,
  /** From when to when nothing comes, over midnight where `from` is the later one; null: no such hours. */
  quiet: z.nullable(
    z
      .strictObject({ from: timeOfDay, to: timeOfDay })
      .check(z.refine(({ from, to }) => from !== to)),
  ),
  /** Days on which nothing comes, 1 Monday to 7 Sunday (ISO 8601). */
  daysOff: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.maxLength(7)),
});

export type ReminderKind = z.infer<typeof reminderKind>;
export type RemindMe = z.infer<typeof remindMe>;

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
