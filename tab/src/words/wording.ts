import { createWording, type LanguageRules, type Wording } from '@rapport/domain/wording/wording';
import { useEffect, useState } from 'react';
import { useWords } from './useWords';

/** The rules of a language, one file each, fetched by whoever writes in it. */
const FILES: Readonly<Record<string, () => Promise<{ default: object }>>> = {
  en: () => import('../../wording/en.json'),
};

const made = new Map<string, Promise<Wording | null>>();

/**
 * @param locale of the person's words
 * @returns what can be said about wordings in its language; null where there is no file for it yet
 */
export async function loadWording(locale: string): Promise<Wording | null> {
  const [language = ''] = locale.toLowerCase().split('-');
  const load = Object.hasOwn(FILES, language) ? FILES[language] : undefined;
  if (!load) return null;
  const known = made.get(language);
  if (known) return known;
  const making = load().then((file) => createWording(file.default as LanguageRules));
  made.set(language, making);
  making.catch(() => made.delete(language));
  return making;
}

/** The same for a screen; null until it is there, and where it cannot be fetched: then nothing is offered. */
export function useWording(): Wording | null {
  const { locale } = useWords();
  const [wording, setWording] = useState<Wording | null>(null);
  useEffect(() => {
    let wanted = true;
    loadWording(locale).then(
      (loaded) => wanted && setWording(loaded),
      () => wanted && setWording(null),
    );
    return () => {
      wanted = false;
    };
  }, [locale]);
  return wording;
}
