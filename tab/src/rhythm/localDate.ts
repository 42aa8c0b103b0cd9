/** A day and a time as the browser's fields have them, in the person's own zone; empty: not said. */
export interface LocalDate {
  readonly day: string;
  readonly time: string;
}

/** A date's local day, `2026-03-05`. */
export const dayOf = (date: Date): string =>
  `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

const two = (number: number): string => String(number).padStart(2, '0');
