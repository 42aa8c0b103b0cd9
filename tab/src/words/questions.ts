import type { Question } from '@rapport/domain/question';

/** The bank of questions, one file per language, fetched when somebody asks for a question. */
const FILES: Readonly<Record<string, () => Promise<{ default: object }>>> = {
  en: () => import('../../questions/en.json'),
};

/**
 * @param language of the person's words
 * @returns the bank in it; English where there is none yet
 * @throws when the file cannot be fetched
 */
export async function loadQuestions(language: string): Promise<readonly Question[]> {
  const load = Object.hasOwn(FILES, language) ? FILES[language] : FILES['en'];
  return ((await load?.())?.default ?? []) as readonly Question[];
}
