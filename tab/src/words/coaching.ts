type Texts = Readonly<Record<string, string>>;

/** Questions for whoever would rather ask than solve (PRACTICE A6), one file per language. */
const FILES: Readonly<Record<string, () => Promise<{ default: Texts }>>> = {
  en: () => import('../../coaching/en.json'),
};

/**
 * @param language of the person's words
 * @returns the questions in it; English where there are none yet
 * @throws when the file cannot be fetched
 */
export async function loadCoaching(language: string): Promise<readonly string[]> {
  const load = Object.hasOwn(FILES, language) ? FILES[language] : FILES['en'];
  return Object.values((await load?.())?.default ?? {});
}
