import { createWords, type Messages, type Words } from './words';

/** One file per language, fetched when somebody reads that language. */
const FILES: Readonly<Record<string, () => Promise<{ default: Messages }>>> = {
  en: () => import('../../messages/en.json'),
};
const FALLBACK = 'en';

const languageOf = (locale: string): string => {
  const [language = FALLBACK] = locale.toLowerCase().split('-');
  return Object.hasOwn(FILES, language) ? language : FALLBACK;
};

/**
 * The words for somebody with this locale (BCP 47); English where their language has none yet.
 * Calling it again costs no second download.
 * @param now in milliseconds, for days that need their year
 * @throws when the file cannot be fetched
 */
export async function loadWords(locale: string, now?: () => number): Promise<Words> {
  const language = languageOf(locale);
  const file = await FILES[language]?.();
  return createWords(file?.default ?? {}, language, validLocale(locale) ?? language, now);
}

/** A host may name a locale that Intl refuses, e.g. with an underscore. */
export function validLocale(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
