import { findDate, isWeekday, type Dating, type FoundDate } from './dates';

/** How programs and people call the day that a page is about, and the one on which it was made. */
const DAY = 'date day datum dato data fecha tarih дата 日付 日期 날짜 תאריך التاريخ';
const MADE = 'created|created at|created on|created time|date created|creation date|erstellt';
const NAMES: readonly ReadonlySet<string>[] = [new Set(DAY.split(' ')), new Set(MADE.split('|'))];

/** Which of the two a name is, 0 or 1; -1: neither. */
const rankOf = (name: string): number => {
  const called = name.toLowerCase().replaceAll(/[_\s-]+/g, ' ');
  return NAMES.findIndex((names) => names.has(called));
};

/** Whether a word only says that a date follows. */
export const isDayName = (word: string): boolean => rankOf(word) === 0;

/** `Date: March 2, 2026`, and as Logseq and Obsidian write it: `date:: [[2026-03-02]]`. */
const PROPERTY = /^[\s*_]*(\p{L}[\p{L} _-]{0,40}?)[\s*_]*(?:::?|：)[\s*_]*(.*)$/u;
const MARKS = /^[\s*_"'“”@<[(,]+|[\s*_"'“”>\]),.;]+$/g;

/** What one of the lines about a page says of its day. */
export interface PageDay {
  readonly date: FoundDate;
  /** Which of the lines. */
  readonly index: number;
  /** Whether it says nothing else. */
  readonly alone: boolean;
}

/**
 * The day of a page, as the lines about it say; the one it was made on only where they say no other. null: they say
 * none.
 * @param wholly whether only such lines may come before it
 */
export function dayOfPage(
  lines: readonly string[],
  dating: Dating,
  wholly: boolean,
): PageDay | null {
  const found: (PageDay & { readonly rank: number })[] = [];
  for (const [index, line] of lines.entries()) {
    const [, name, value = ''] = PROPERTY.exec(line) ?? [];
    if (name === undefined && wholly) break;
    const rank = name === undefined ? -1 : rankOf(name);
    const date = rank < 0 ? null : findDate(value, dating);
    if (!date) continue;
    const [before, after] = [value.slice(0, date.from), value.slice(date.to)]
      .map((part) => part.replaceAll(MARKS, ''))
      .map((part) => (isWeekday(part, dating.locale) ? '' : part));
    if (before === '') found.push({ date, index, alone: after === '', rank });
  }
  return found.toSorted((a, b) => a.rank - b.rank)[0] ?? null;
}
