import { shortName } from './person';
import type { Series } from './series.schema';

/** What can be left open in an introduction, to be filled in for each 1:1 (PRACTICE C1). */
export const PLACEHOLDERS = ['name', 'rhythm', 'length'] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

/** A word or two between braces; what is longer or has a line break was never meant as one. */
const BRACES = /\{([^{}\n]{1,40})\}/gu;

/** `{Name}` and `{ name }` are meant as `{name}`. */
const meant = (inside: string): Placeholder | null =>
  PLACEHOLDERS.find((known) => known === inside.trim().toLowerCase()) ?? null;

/**
 * The introduction as it will be read. What is not known yet, and what is no placeholder, stays as written.
 * @param filled words for each placeholder, in the language of the text
 */
export const fillIntroduction = (
  text: string,
  filled: Readonly<Partial<Record<Placeholder, string>>>,
): string =>
  text.replaceAll(BRACES, (whole, inside: string) => {
    const placeholder = meant(inside);
    return (placeholder && filled[placeholder]) ?? whole;
  });

/** What stands between braces and will not be filled in, each once, as written. */
export const unknownPlaceholders = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(BRACES)].flatMap(([whole, inside = '']) => (meant(inside) ? [] : [whole])),
  ),
];

/** A series' introduction with the name of whoever it is for, once somebody is named. */
export function introductionOf({ introduction, report, invitation }: Series): string {
  const named = report?.person ?? invitation?.to;
  return named ? fillIntroduction(introduction, { name: shortName(named.name) }) : introduction;
}
