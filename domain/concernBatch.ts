/**
 * The calendar of common concerns (PRACTICE C8): the same for everybody, whatever anybody chose. Months and
 * days are those of UTC.
 */

const DAY_MS = 24 * 60 * 60 * 1000;
/** The first place on earth in which a day begins is so far ahead of UTC … */
const AHEAD_MS = 14 * 60 * 60 * 1000;
/** … and the last one in which it ends so far behind. */
const BEHIND_MS = 12 * 60 * 60 * 1000;
/** So many working days each raiser has. */
const SHOWN_DAYS = 3;

const iso = (ms: number): string => new Date(ms).toISOString();

/** Monday to Friday; holidays differ from place to place, and are nobody's here. */
function isWorkingDay(day: number): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

const workingDayFrom = (day: number): number =>
  isWorkingDay(day) ? day : workingDayFrom(day + DAY_MS);

/** The batch so many months later (or, below 0, earlier). */
export function batchBeside(batch: string, months: number): string {
  const [year = 0, month = 1] = batch.split('-').map(Number);
  return iso(Date.UTC(year, month - 1 + months, 1)).slice(0, 7);
}

/** When a batch is frozen: its month's first working day begins. */
export const freezeOf = (batch: string): string =>
  iso(workingDayFrom(Date.parse(`${batch}-01T00:00:00.000Z`)));

/** The batch that is frozen next. */
export function batchAfter(at: string): string {
  const batch = at.slice(0, 7);
  return at < freezeOf(batch) ? batch : batchBeside(batch, 1);
}

/**
 * When whoever is shown something now has had three whole working days for it, wherever on earth they are; noon
 * of a working day.
 */
export function resultFrom(shownAt: string): string {
  let day = Math.ceil((Date.parse(shownAt) + AHEAD_MS) / DAY_MS) * DAY_MS;
  for (let left = SHOWN_DAYS; left > 0; day += DAY_MS) if (isWorkingDay(day)) left -= 1;
  return iso(workingDayFrom(day) + BEHIND_MS);
}
