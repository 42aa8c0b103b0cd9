import { Temporal } from 'temporal-polyfill';

/** What a change of clocks does to a time of a day. */
export type ClockChange =
  /** There is no such time; what is meant all the same is read as `becomes`. */
  | { readonly is: 'skipped'; readonly becomes: Temporal.PlainDateTime }
  /** Two hours of that day are read alike. */
  | { readonly is: 'twice'; readonly second: boolean };

/**
 * What the clocks of a zone do at a day and time; null where nothing, as on all days but two of a year.
 * @param instant which one of two is meant (ISO 8601); without it, it is the first
 */
export function changeAt(
  at: Temporal.PlainDateTime,
  zone: string,
  instant: string | null = null,
): ClockChange | null {
  const first = at.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const second = at.toZonedDateTime(zone, { disambiguation: 'later' });
  if (first.equals(second)) return null;
  if (!first.toPlainDateTime().equals(at)) {
    return { is: 'skipped', becomes: second.toPlainDateTime() };
  }
  return { is: 'twice', second: instant !== null && second.toInstant().equals(instant) };
}

/** Where the clocks go forward: the last minute before, and the first one after. */
export interface Jump {
  readonly last: Temporal.PlainDateTime;
  readonly first: Temporal.PlainDateTime;
}

/** The clocks went forward so shortly before an instant that it may have been meant for a time that is left out. */
export function jumpBefore(instant: string, zone: string): Jump | null {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  // A nanosecond later: the clocks may go forward at this very instant.
  const first = at.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  if (!first) return null;
  const last = first.subtract({ minutes: 1 });
  const left = first.offsetNanoseconds - last.offsetNanoseconds;
  if (at.since(first).total('nanoseconds') >= left) return null;
  return { last: last.toPlainDateTime(), first: first.toPlainDateTime() };
}

/** A day on which the clocks of a zone touch a time that is meant for every day. */
export interface ChangedDay {
  /** What the clock shows when that time comes: of one that is left out, when they have gone forward. */
  readonly at: Temporal.PlainDateTime;
  readonly is: ClockChange['is'];
}

/** The days of the coming year on which the clocks of a zone leave a time of day out, or bring it twice. */
export function changedDays(time: string, zone: string, now: number): readonly ChangedDay[] {
  const start = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const end = start.add({ years: 1 });
  const found: ChangedDay[] = [];
  let next = start.getTimeZoneTransition('next');
  while (next && Temporal.ZonedDateTime.compare(next, end) <= 0) {
    const last = next.subtract({ minutes: 1 });
    // The hour that is left out before a midnight is of the day that is over by then.
    for (const day of new Set([String(last.toPlainDate()), String(next.toPlainDate())])) {
      const at = Temporal.PlainDate.from(day).toPlainDateTime(time);
      const change = changeAt(at, zone);
      if (change)
        found.push({ at: change.is === 'twice' ? at : next.toPlainDateTime(), is: change.is });
    }
    next = next.getTimeZoneTransition('next');
  }
  return found;
}

/** Whether this browser knows a zone: one that another device named may be newer than its tables. */
export function knowsZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Whether the clocks of two zones show the same, now and after the next change: nobody has to choose between them. */
export function sameClock(one: string, other: string, now: number): boolean {
  if (!knowsZone(one) || !knowsZone(other)) return one === other;
  const at = Temporal.Instant.fromEpochMilliseconds(now);
  const [here, there] = [one, other].map((zone) => {
    const start = at.toZonedDateTimeISO(zone);
    const next = start.getTimeZoneTransition('next');
    return [start.offset, next?.epochMilliseconds, next?.offset].join();
  });
  return here === there;
}
