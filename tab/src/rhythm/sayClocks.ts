import { clockOf } from '@rapport/domain/clocks';
import { otherRole } from '@rapport/domain/person';
import type { RemindMe } from '@rapport/domain/reminder';
import type { SeriesView } from '@rapport/domain/series';
import { Temporal } from 'temporal-polyfill';
import type { Words } from '../words/words';
import { changeAt, changedDays, jumpBefore, knowsZone } from './clockChange';
import type { LocalDate } from './localDate';
import { plainOf } from './nextDate';

const DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const;
const CLOCK = { hour: 'numeric', minute: '2-digit' } as const;

/** As somebody writes it, in no zone: a time that is left out is one of none. */
const say = (
  { dates }: Words,
  at: Temporal.PlainDateTime,
  options: Intl.DateTimeFormatOptions,
): string =>
  new Intl.DateTimeFormat(dates, { ...options, timeZone: 'UTC' }).format(
    at.toZonedDateTime('UTC').epochMilliseconds,
  );

const sayTwice = (words: Words, at: Temporal.PlainDateTime, second: boolean): string =>
  words.t('clocks.twice', { time: say(words, at, CLOCK), which: second ? 'second' : 'first' });

/**
 * What the clocks do at a day and time that somebody types; null where nothing, or where one is not typed yet.
 * @param standing the instant that stood there before, which may be the second of two
 */
export function sayTyped(
  words: Words,
  local: LocalDate,
  zone: string,
  standing: string | null = null,
): string | null {
  const at = plainOf(local);
  const change = at && changeAt(at, zone, standing);
  if (!change) return null;
  if (change.is === 'twice') return sayTwice(words, at, change.second);
  const { becomes } = change;
  const sameDay = becomes.toPlainDate().equals(at.toPlainDate());
  return words.t('clocks.skipped', {
    time: say(words, at, CLOCK),
    becomes: say(words, becomes, sameDay ? CLOCK : { ...DAY, ...CLOCK }),
  });
}

/** The same of a date that is planned, whoever planned it, on the clock of whoever reads it. */
export function sayStanding(words: Words, instant: string, zone: string): string | null {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  const change = changeAt(at, zone, instant);
  if (change?.is === 'twice') return sayTwice(words, at, change.second);
  const jump = jumpBefore(instant, zone);
  if (!jump) return null;
  const [last, first] = [jump.last, jump.first].map((one) => say(words, one, CLOCK));
  return words.t('clocks.forward', { last: last ?? '', first: first ?? '' });
}

/**
 * What an instant that somebody thinks of is on the other one's clock, by what that one shows on the date that is
 * planned: that is all that is told of it. null where it is the same, or not known.
 * @param name how the other one is called
 */
export function sayForThem(
  words: Words,
  { me, meeting }: Pick<SeriesView, 'me' | 'meeting'>,
  instant: string,
  zone: string,
  name: string,
): string | null {
  const offset = clockOf(meeting, otherRole(me));
  if (offset === null) return null;
  const at = Temporal.Instant.from(instant);
  const mine = at.toZonedDateTimeISO(zone).toPlainDateTime();
  const theirs = at.toZonedDateTimeISO('UTC').toPlainDateTime().add({ minutes: offset });
  if (theirs.equals(mine)) return null;
  const sameDay = theirs.toPlainDate().equals(mine.toPlainDate());
  const when = say(words, theirs, sameDay ? CLOCK : { ...DAY, ...CLOCK });
  return words.t('clocks.theirs', { name, when });
}

/**
 * Of quiet hours, the nights of the coming year in which one of their ends is left out, or comes twice: a line each.
 * @param now in milliseconds
 */
export function sayQuiet(
  words: Words,
  { from, to }: NonNullable<RemindMe['quiet']>,
  zone: string,
  now: number,
): readonly string[] {
  if (!knowsZone(zone)) return [];
  const days = [from, to].flatMap((time) =>
    changedDays(time, zone, now).map((day) => ({ ...day, time: Temporal.PlainTime.from(time) })),
  );
  return days
    .toSorted((one, other) => Temporal.PlainDateTime.compare(one.at, other.at))
    .map(({ at, is, time: meant }) => {
      const date = say(words, at, DAY);
      const time = say(words, at.withPlainTime(meant), CLOCK);
      return is === 'twice'
        ? words.t('remind.clocksBack', { time, date })
        : words.t('remind.clocksForward', { time, date, becomes: say(words, at, CLOCK) });
    });
}

/** What people call a zone, e.g. India Standard Time: not the city that stands for it in tables. */
export function sayZone({ locale }: Words, zone: string, now: number): string {
  if (!knowsZone(zone)) return zone;
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' });
  return format.formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
