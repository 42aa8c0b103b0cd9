/** A day and a time as the browser's fields have them, in the person's own zone; empty: not said. */
export interface LocalDate {
  readonly day: string;
  readonly time: string;
}

/** A date's local day, `2026-03-05`. */
export const dayOf = (date: Date): string =>
  `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** More than the clocks of whoever says a day may be behind UTC, less than a day more than they may be ahead of it. */
const AHEAD_MS = 13 * 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** To the last minute of a day. */
const WHOLE_DAY_MS = DAY_MS - 60_000;

/**
 * The day that somebody meant by its beginning on their own clock (ISO 8601), the same for whoever reads it: the break
 * that ends on the 10th in Berlin ends on the 10th in New York, where it is the 9th then. From Honolulu to Auckland; for the others see `asMeant`.
 */
export const dayMeant = (beginning: string): string =>
  new Date(Date.parse(beginning) + AHEAD_MS).toISOString().slice(0, 10);

/**
 * The beginning of a day (ISO 8601), so that every reader's `dayMeant` is that day. Clocks between UTC−12 and UTC+14 are
 * more than a day apart: at the farthest, e.g. on Chatham or Samoa, it moves by an hour at most.
 * @param beginning of that day on the clock of whoever says it
 */
export function asMeant(day: string, beginning: string): string {
  const first = Date.parse(`${day}T00:00Z`) - AHEAD_MS;
  const ms = Math.min(Math.max(Date.parse(beginning), first), first + DAY_MS - 1);
  return new Date(ms).toISOString();
}

/** The same of the last minute of a day, for `lastDay`. */
export const endAsMeant = (day: string, end: string): string =>
  laterBy(asMeant(day, laterBy(end, -WHOLE_DAY_MS)), WHOLE_DAY_MS);

/** A day as an instant of it on the reader's clock, to be written out. */
export const noonOf = (day: string): string => new Date(`${day}T12:00`).toISOString();

/** How many days ago an instant was, as one counts them on the reader's calendar: last night is a day ago. */
export const daysAgo = (instant: string, now: number): number =>
  Math.round((dayNumber(new Date(now)) - dayNumber(new Date(instant))) / DAY_MS);

const dayNumber = (date: Date): number =>
  Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());

/** An instant of the day that somebody meant by its last minute, to be written out for whoever reads it. */
export const lastDay = (end: string): string => noonOf(dayMeant(laterBy(end, -WHOLE_DAY_MS)));

const laterBy = (instant: string, ms: number): string =>
  new Date(Date.parse(instant) + ms).toISOString();

const two = (number: number): string => String(number).padStart(2, '0');
