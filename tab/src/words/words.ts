import { IntlMessageFormat } from 'intl-messageformat';
import type english from '../../messages/en.json';

export type WordsKey = keyof typeof english;

/** A message as it is written, or as the build compiled it. */
export type Message = ConstructorParameters<typeof IntlMessageFormat>[0];
export type Messages = Readonly<Record<string, Message>>;
export type Values = Readonly<Record<string, string | number>>;

/** The interface's words in one person's language. */
export interface Words {
  /** BCP 47; of the messages and of `<html lang>`. */
  readonly locale: string;
  /** BCP 47; of the person's dates. */
  readonly dates: string;
  /** A message with its values. @throws when a value that the message names is missing */
  readonly t: (key: WordsKey, values?: Values) => string;
  readonly has: (key: string) => key is WordsKey;
  /** Day and month of an instant (ISO 8601) in the person's own zone; more than half a year away, with its year. */
  readonly date: (instant: string) => string;
  /** The same with its year, however near. */
  readonly dated: (instant: string) => string;
  /** Month and year. */
  readonly month: (instant: string) => string;
  /** Weekday, day, month and time of an instant in the person's own zone. */
  readonly moment: (instant: string) => string;
  /** Time of day of an instant in the person's own zone. */
  readonly time: (instant: string) => string;
}

/** Without any ICU syntax a message stands as it is, and no formatter is built for it. */
export const isPlain = (message: string): boolean => !/[{}<>'#]/.test(message);

/** So far away a day without its year is taken for another one. */
const HALF_A_YEAR_MS = 183 * 24 * 60 * 60 * 1000;

/** The scripts of the living languages that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc]/;
const LEFT_TO_RIGHT = /[a-z]/i;

/** What runs the other way is kept together: a number beside it would change sides (Unicode Annex 9, section 2.4). */
const isolated = (values: Values, language: string): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const other = /^(ar|he)/.test(language) ? LEFT_TO_RIGHT : RIGHT_TO_LEFT;
      return [name, other.test(String(value)) ? `\u2068${value}\u2069` : value];
    }),
  );

/**
 * @param language of the messages: decides on plurals
 * @param locale of the person: decides on dates
 * @param now in milliseconds; without it no day says its year by itself
 */
export function createWords(
  messages: Messages,
  language: string,
  locale: string,
  now?: () => number,
): Words {
  const formats = new Map<WordsKey, IntlMessageFormat>();
  const day = { day: 'numeric', month: 'long' } as const;
  const clock = { hour: 'numeric', minute: '2-digit' } as const;
  const say = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, options);
    return (instant: string): string => format.format(new Date(instant));
  };

  const near = say(day);
  const dated = say({ ...day, year: 'numeric' });

  const formatOf = (key: WordsKey, message: Message): IntlMessageFormat => {
    const known = formats.get(key);
    if (known) return known;
    const format = new IntlMessageFormat(message, language);
    formats.set(key, format);
    return format;
  };

  return {
    locale: language,
    dates: locale,
    t: (key, values) => {
      const message = messages[key] ?? '';
      if (typeof message === 'string' && isPlain(message)) return message;
      return String(formatOf(key, message).format(values && isolated(values, language)));
    },
    has: (key): key is WordsKey => Object.hasOwn(messages, key),
    date: (instant) =>
      (now && Math.abs(Date.parse(instant) - now()) > HALF_A_YEAR_MS ? dated : near)(instant),
    dated,
    month: say({ month: 'long', year: 'numeric' }),
    moment: say({ weekday: 'long', ...day, ...clock }),
    time: say(clock),
  };
}
