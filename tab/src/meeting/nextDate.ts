import type { Rhythm, SeriesView } from '@rapport/domain/series';

/** A day and a time as the browser's fields have them, in the person's own zone; empty: not said. */
export interface LocalDate {
  readonly day: string;
  readonly time: string;
}

const DAYS: Readonly<Record<Rhythm, number>> = {
  weekly: 7,
  biweekly: 14,
  // The same weekday: four weeks, and thirteen.
  monthly: 28,
  quarterly: 91,
};
const QUARTER_HOUR = 15;

/**
 * The same weekday and time again, as often as the rhythm says; of a meeting nobody planned, the quarter of
 * an hour it began nearest to.
 * @param now in milliseconds: what is suggested comes after it
 */
export function suggestNext({ meeting, rhythm }: SeriesView, now: number): LocalDate {
  const base = new Date(meeting.plannedAt ?? meeting.startedAt ?? now);
  const minutes = meeting.plannedAt
    ? base.getMinutes()
    : Math.round(base.getMinutes() / QUARTER_HOUR) * QUARTER_HOUR;
  const next = new Date(
    base.getFullYear(),
    base.getMonth(),
    base.getDate(),
    base.getHours(),
    minutes,
  );
  do next.setDate(next.getDate() + DAYS[rhythm]);
  while (next.getTime() <= now);
  return { day: dayOf(next), time: `${two(next.getHours())}:${two(next.getMinutes())}` };
}

/** The instant of a local day and time (ISO 8601, UTC); null where either was not said. */
export function instantOf({ day, time }: LocalDate): string | null {
  const at = new Date(`${day}T${time}`);
  return day && time && !Number.isNaN(at.getTime()) ? at.toISOString() : null;
}

/** A date's local day, `2026-03-05`. */
export const dayOf = (date: Date): string =>
  `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

const two = (number: number): string => String(number).padStart(2, '0');
