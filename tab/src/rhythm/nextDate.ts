import type { Rhythmic } from '@rapport/domain/rhythm';
import type { Rhythm, SeriesView } from '@rapport/domain/series';
import { Temporal } from 'temporal-polyfill';
import { jumpBefore } from './clockChange';
import type { LocalDate } from './localDate';

/** What a next date is suggested from. */
export type Dated = Pick<SeriesView, 'meeting' | 'minutes'> &
  Pick<Rhythmic, 'rhythm' | 'lastMeeting' | 'pauses'>;

const QUARTER_HOUR_MS = 15 * 60_000;
const MINUTE_NS = 60_000_000_000;
const DAY_MINUTES = 24 * 60;
/** A next meeting comes no sooner after a planned one, in days: half of the rhythm. */
const HALF: Readonly<Record<Rhythm, number>> = {
  weekly: 3,
  biweekly: 7,
  monthly: 14,
  quarterly: 45,
};

/** The zone of whoever sits here (IANA). */
export const ownZone = (): string => Temporal.Now.timeZoneId();

/**
 * The same weekday and time again, as often as the rhythm says, by the clock of whoever is asked, also where it
 * is changed in between. Monthly and quarterly it is the same week of the month, e.g. every second Tuesday, as
 * calendars repeat it; the fifth one is the last one. A date that was moved once does not move the ones after it.
 * @param now in milliseconds: what is suggested comes after it
 * @param rhythm another one than the agreed: where there was no date, the next week is near enough
 */
export function suggestNext(
  series: Dated,
  now: number,
  zone: string,
  rhythm: Rhythm = series.rhythm,
): LocalDate {
  const { plannedAt } = series.meeting;
  const base = meantBy(
    series,
    Temporal.Instant.fromEpochMilliseconds(baseOf(series, now)).toZonedDateTimeISO(zone),
  );
  const after = Math.max(now, plannedAt === null ? 0 : Date.parse(plannedAt) + days(HALF[rhythm]));
  for (let times = 1; ; times += 1) {
    const next = repeated(base.toPlainDate(), rhythm, times).toZonedDateTime({
      timeZone: zone,
      plainTime: base.toPlainTime(),
    });
    if (next.epochMilliseconds > after) return localOf(next);
  }
}

/** When they usually meet: as it was planned at first, or the quarter of an hour at which it began. */
function baseOf({ meeting, minutes, lastMeeting, pauses }: Dated, now: number): number {
  const { plannedAt, planned, startedAt } = meeting;
  const pause = pauses?.findLast((one) => one.meeting === meeting.number);
  const date = planned?.from ?? plannedAt ?? pause?.dropped ?? null;
  if (date !== null) return Date.parse(date);
  const began = startedAt ?? lastMeeting?.finishedAt;
  const length = startedAt ? 0 : minutes * 60_000;
  const ms = began === undefined ? now : Date.parse(began) - length;
  return Math.round(ms / QUARTER_HOUR_MS) * QUARTER_HOUR_MS;
}

/**
 * The day and time that a date was meant for. What is shortly after a change of clocks may have been meant for the
 * time that they left out; it was, where the meeting before was then: one such night does not move all that follow.
 */
function meantBy(
  { lastMeeting, minutes }: Dated,
  date: Temporal.ZonedDateTime,
): Temporal.PlainDateTime {
  const read = date.toPlainDateTime();
  const jump = lastMeeting && jumpBefore(date.toInstant().toString(), date.timeZoneId);
  if (!jump) return read;
  const left = jump.last.until(jump.first).total('minutes') - 1;
  const meant = read.subtract({ minutes: left });
  const began = Temporal.Instant.from(lastMeeting.finishedAt)
    .subtract({ minutes })
    .toZonedDateTimeISO(date.timeZoneId);
  const late = (minuteOf(began) - minuteOf(meant) + DAY_MINUTES) % DAY_MINUTES;
  // Nearer to it than to what the clock shows: meetings seldom begin and end on the minute.
  return Math.min(late, DAY_MINUTES - late) < left / 2 ? meant : read;
}

const minuteOf = ({ hour, minute }: Temporal.PlainDateTime | Temporal.ZonedDateTime): number =>
  60 * hour + minute;

/** The day of a rhythm that lies so many times after this one. */
function repeated(day: Temporal.PlainDate, rhythm: Rhythm, times: number): Temporal.PlainDate {
  if (rhythm === 'weekly') return day.add({ weeks: times });
  if (rhythm === 'biweekly') return day.add({ weeks: 2 * times });
  const month = day.with({ day: 1 }).add({ months: (rhythm === 'monthly' ? 1 : 3) * times });
  const first = month.add({ days: (7 + day.dayOfWeek - month.dayOfWeek) % 7 });
  const wanted = first.add({ weeks: Math.ceil(day.day / 7) - 1 });
  return wanted.month === month.month ? wanted : wanted.subtract({ weeks: 1 });
}

const localOf = (at: Temporal.ZonedDateTime): LocalDate => ({
  day: at.toPlainDate().toString(),
  time: at.toPlainTime().toString({ smallestUnit: 'minute' }),
});

/**
 * The instant of a local day and time (ISO 8601, UTC); null where either was not said. A time that clocks skip is
 * the one an hour later, of one that comes twice it is the first (RFC 5545, 3.3.5).
 * @param standing the instant that stood there: read by the same clock as the same time, it stays
 */
export function instantOf(
  local: LocalDate,
  zone: string,
  standing: string | null = null,
): string | null {
  const at = plainOf(local);
  if (at === null) return null;
  if (standing !== null) {
    const read = Temporal.Instant.from(standing).toZonedDateTimeISO(zone).toPlainDateTime();
    if (read.round({ smallestUnit: 'minute', roundingMode: 'floor' }).equals(at)) return standing;
  }
  return at.toZonedDateTime(zone).toInstant().toString({ fractionalSecondDigits: 3 });
}

/** A day and a time without a zone; null where either was not said. */
export const plainOf = ({ day, time }: LocalDate): Temporal.PlainDateTime | null =>
  /^\d{4}-\d\d-\d\d$/.test(day) && /^\d\d:\d\d$/.test(time)
    ? Temporal.PlainDateTime.from(`${day}T${time}`)
    : null;

/** How far the clocks of a zone are ahead of UTC at an instant, in minutes. */
export const offsetAt = (instant: string, zone: string): number =>
  Math.round(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).offsetNanoseconds / MINUTE_NS);

const days = (count: number): number => count * 24 * 60 * 60_000;
