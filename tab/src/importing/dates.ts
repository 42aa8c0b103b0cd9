import { Temporal } from 'temporal-polyfill';

/** Which of the two numbers of `3/5/2026` is the day. */
export type DayOrder = 'dayFirst' | 'monthFirst';

/** A date as it stands in somebody's notes. */
export interface FoundDate {
  /** As on a calendar: `2026-03-05`; null while nobody has said which number is the day. */
  readonly day: string | null;
  /** The year was not written: the latest one in which the day has been. */
  readonly yearMissing: boolean;
  /** Where it stands in the text. */
  readonly from: number;
  readonly to: number;
}

/** What dates are read against. */
export interface Dating {
  /** The person's day, `2026-03-05`. */
  readonly today: string;
  /** Month names are known in this language and in English (BCP 47). */
  readonly locale: string;
  /** null: not said. */
  readonly order: DayOrder | null;
}

const DAY = String.raw`(?<d>\d{1,2})(?:st|nd|rd|th|\.)?`;
const YEAR = String.raw`(?<y>\d{4})`;
/** Whose long names of months are known besides: people write where they come from. */
const OTHERS = ['de', 'fr', 'es', 'it', 'nl', 'pt'];
const BEFORE = String.raw`(?<![\p{L}\d.,/-])`;
/** At the beginning of a line, or after no more than a short name of a weekday. */
const ALONE = String.raw`(?<=^[^\p{L}\d]*(?:\p{L}{2,3}[.,]*\s+)?)`;
const AFTER = String.raw`(?![\p{L}\d/]|[.-]\d)`;

/** The first date in a line, in the forms that people write at the top of their notes; null: there is none. */
export function findDate(text: string, dating: Dating): FoundDate | null {
  const found = formsOf(dating.locale).flatMap(({ form, months }) => {
    const match = form.exec(text);
    const date = match && read(match, months, dating);
    return date ? [date] : [];
  });
  return found.toSorted((a, b) => a.from - b.from || b.to - a.to)[0] ?? null;
}

type Months = ReadonlyMap<string, number>;
interface Form {
  readonly form: RegExp;
  readonly months: Months;
}

const known = new Map<string, readonly Form[]>();

function formsOf(locale: string): readonly Form[] {
  const before = known.get(locale);
  if (before) return before;
  const months = new Map([
    ...OTHERS.flatMap((language) => [...monthsOf(language, ['long'])]),
    ...monthsOf('en'),
    ...monthsOf(locale),
  ]);
  const names = [...months.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('|');
  const month = String.raw`(?<name>${names})\.?`;
  const form = (source: string): Form => ({
    form: new RegExp(BEFORE + source + AFTER, 'iu'),
    months,
  });
  const forms = [
    form(String.raw`${YEAR}[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?:T\d{2}:\d{2}[\d:.]*Z?)?`),
    // As daily notes are named.
    form(String.raw`(?<y>20\d{2})(?<m>0[1-9]|1[0-2])(?<d>[0-3]\d)`),
    form(String.raw`(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<y>\d{4})`),
    form(String.raw`(?<d>\d{2})\.\s?(?<m>\d{2})\.\s?(?<y>\d{2})`),
    // Where another line may name a version.
    form(String.raw`${ALONE}(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<y>\d{2})`),
    form(String.raw`(?<a>\d{1,2})[/-](?<b>\d{1,2})[/-](?<y>\d{4}|\d{2})`),
    // Japanese and Chinese: words follow without a space.
    {
      form: /(?<![\d年])(?:(?:令和(?<era>\d{1,2})|(?<y>\d{4}))\s?年\s?)?(?<m>\d{1,2})\s?月\s?(?<d>\d{1,2})\s?[日号]/u,
      months,
    },
    form(String.raw`${DAY}\s+(?:of\s+|de\s+)?${month}(?:,?\s+(?:de\s+)?${YEAR})?`),
    form(String.raw`${month}\s+${DAY}(?:,?\s+${YEAR})?`),
  ];
  known.set(locale, forms);
  return forms;
}

/** The names of months, long and short, as the platform knows them in this language. */
function monthsOf(
  locale: string,
  styles: readonly ('long' | 'short')[] = ['long', 'short'],
): Map<string, number> {
  const names = new Map<string, number>();
  for (const style of styles) {
    // With a day too: some languages bend the name then.
    for (const options of [{ month: style }, { month: style, day: 'numeric' }] as const) {
      const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        const parts = format.formatToParts(Date.UTC(2026, month - 1, 1));
        const name = parts.find(({ type }) => type === 'month')?.value.replace(/\.$/, '');
        if (name && /^\p{L}+$/u.test(name)) names.set(name.toLowerCase(), month);
      }
    }
  }
  return names;
}

function read(match: RegExpExecArray, months: Months, dating: Dating): FoundDate | null {
  const { d, m, a, b, era, name } = match.groups ?? {};
  // Reiwa 1 was 2019.
  const y = era === undefined ? match.groups?.['y'] : String(Number(era) + 2018);
  const from = match.index;
  const place = { from, to: from + match[0].length };
  if (a !== undefined && b !== undefined && y !== undefined) {
    const dayFirst = dayOf(yearOf(y), Number(b), Number(a));
    const monthFirst = dayOf(yearOf(y), Number(a), Number(b));
    if (dayFirst === null && monthFirst === null) return null;
    const one = dayFirst === null || monthFirst === null || dayFirst === monthFirst;
    const said = dating.order && (dating.order === 'dayFirst' ? dayFirst : monthFirst);
    return { ...place, day: one ? (dayFirst ?? monthFirst) : said, yearMissing: false };
  }
  const month = name === undefined ? Number(m) : months.get(name.toLowerCase());
  if (month === undefined) return null;
  const day =
    y === undefined ? latest(month, Number(d), dating.today) : dayOf(yearOf(y), month, Number(d));
  return day === null ? null : { ...place, day, yearMissing: y === undefined };
}

/** Two digits are of this century. */
const yearOf = (written: string): number => Number(written) + (written.length === 2 ? 2000 : 0);

/** @returns null where there is no such day */
function dayOf(year: number, month: number, day: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The last time that it was this day; four years go by between two 29th of February, at times eight. */
function latest(month: number, day: number, today: string): string | null {
  const { year } = Temporal.PlainDate.from(today);
  for (let back = 0; back <= 8; back += 1) {
    const found = dayOf(year - back, month, day);
    if (found !== null && found <= today) return found;
  }
  return null;
}

const weekdays = new Map<string, ReadonlySet<string>>();

/** Whether a word only names a day of the week, in one of the languages that months are known in. */
export function isWeekday(word: string, locale: string): boolean {
  const names =
    weekdays.get(locale) ?? new Set([locale, 'en', 'ja', ...OTHERS].flatMap(weekdaysOf));
  weekdays.set(locale, names);
  return names.has(word.toLowerCase().replaceAll(/[().,（）]/g, ''));
}

const weekdaysOf = (locale: string): string[] =>
  (['long', 'short'] as const).flatMap((weekday) => {
    const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
    return Array.from({ length: 7 }, (_, day) =>
      format
        .format(Date.UTC(2026, 0, 1 + day))
        .toLowerCase()
        .replace(/\.$/, ''),
    );
  });
