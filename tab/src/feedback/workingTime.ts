const [FROM_HOUR, TO_HOUR] = [9, 17];

const isWorkday = (day: Date): boolean => day.getDay() >= 1 && day.getDay() <= 5;

export interface WorkingTime {
  readonly at: Date;
  /** True when it is working hours already. */
  readonly isNow: boolean;
}

/**
 * When something sent in working hours goes out: Monday to Friday, nine to five, in this device's zone. Now is
 * the minute that has begun, so that a clock that runs ahead never asks for the future.
 * @param now in milliseconds since the epoch
 */
export function nextWorkingTime(now: number): WorkingTime {
  const at = new Date(now);
  at.setSeconds(0, 0);
  if (isWorkday(at) && at.getHours() >= FROM_HOUR && at.getHours() < TO_HOUR) {
    return { at, isNow: true };
  }
  if (at.getHours() >= FROM_HOUR) at.setDate(at.getDate() + 1);
  at.setHours(FROM_HOUR, 0);
  while (!isWorkday(at)) at.setDate(at.getDate() + 1);
  return { at, isNow: false };
}

/**
 * Weekday and time in the person's own zone, e.g. "Monday 09:00".
 * @param locale BCP 47 as the host gives it; a damaged one falls back to the browser's
 */
export function sayWhen(locale: string, at: Date): string {
  const style = { weekday: 'long', hour: '2-digit', minute: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat(locale.replaceAll('_', '-'), style).format(at);
  } catch {
    return new Intl.DateTimeFormat(undefined, style).format(at);
  }
}
