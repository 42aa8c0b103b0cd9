import { Temporal } from 'temporal-polyfill';
import type { RemindMe } from '@rapport/domain/reminder';

/** Days off and quiet hours in turn; more of them in a row than there are days means: never. */
const MOST_STEPS = 20;

/**
 * The first moment at or after `at` that is neither in somebody's quiet hours nor on a day off, on the clock of
 * their own zone. A time that a change of clocks leaves out is when the clocks go on: quiet from 02:30, where 03:00
 * comes after 01:59, is quiet from 03:00. One that comes twice counts the first time.
 * @param at ISO 8601, UTC; so is what is returned
 * @returns null where there never is one
 */
export function firstAllowed(wishes: RemindMe, at: string): string | null {
  const { quiet, daysOff } = wishes;
  if (!quiet && daysOff.length === 0) return at;
  const start = Temporal.Instant.from(at).toZonedDateTimeISO(wishes.zone);
  let now = start;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const later = daysOff.includes(now.dayOfWeek)
      ? now.toPlainDate().add({ days: 1 }).toZonedDateTime(wishes.zone)
      : quiet && endOf(quiet, now);
    if (!later) return now === start ? at : instantOf(now);
    now = later;
  }
  return null;
}

/** When the quiet hours that it is in are over; null where it is in none. */
function endOf(
  { from, to }: NonNullable<RemindMe['quiet']>,
  now: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime | null {
  const today = now.toPlainDate();
  const on = (day: Temporal.PlainDate, time: string) =>
    momentOf(day.toPlainDateTime(time), now.timeZoneId);
  const isAfter = (other: Temporal.ZonedDateTime) =>
    Temporal.ZonedDateTime.compare(now, other) >= 0;
  const [begins, ends] = [isAfter(on(today, from)), isAfter(on(today, to))];
  if (from < to) return begins && !ends ? on(today, to) : null;
  if (begins) return on(today.add({ days: 1 }), to);
  return ends ? null : on(today, to);
}

/** The first moment at which a clock shows this time of its day, or a later one. */
function momentOf(time: Temporal.PlainDateTime, zone: string): Temporal.ZonedDateTime {
  const before = time.toZonedDateTime(zone, { disambiguation: 'earlier' });
  // Of a time that is left out this is one before the clocks went on.
  return before.toPlainDateTime().equals(time)
    ? before
    : (before.getTimeZoneTransition('next') ?? before);
}

const instantOf = (time: Temporal.ZonedDateTime): string =>
  new Date(time.epochMilliseconds).toISOString();
