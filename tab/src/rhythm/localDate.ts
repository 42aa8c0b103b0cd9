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

/**
 * The day that somebody meant by its beginning on their own clock (ISO 8601), the same for whoever reads it: the break
 * that ends on the 10th in Berlin ends on the 10th in New York, where it is the 9th then. From Honolulu to Auckland.
 */
export const dayMeant = (beginning: string): string =>
  new Date(Date.parse(beginning) + AHEAD_MS).toISOString().slice(0, 10);

/** A day as an instant of it on the reader's clock, to be written out. */
export const noonOf = (day: string): string => new Date(`${day}T12:00`).toISOString();

const WHOLE_DAY_MS = (24 * 60 - 1) * 60_000;

/** An instant of the day that somebody meant by its last minute, to be written out for whoever reads it. */
export const lastDay = (end: string): string =>
  noonOf(dayMeant(new Date(Date.parse(end) - WHOLE_DAY_MS).toISOString()));

const two = (number: number): string => String(number).padStart(2, '0');
