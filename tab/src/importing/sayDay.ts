/**
 * A day of notes from before, with its year: they may be years old.
 * @param day as on a calendar, `2026-03-05`
 */
export const sayDay = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(`${day}T12:00`));
