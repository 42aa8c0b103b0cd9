import type { Question } from '@rapport/domain/question';

type Texts = Readonly<Record<string, string>>;

/** The words of the bank, one file per language, fetched when somebody asks for a question. */
const FILES: Readonly<Record<string, () => Promise<{ default: Texts }>>> = {
  en: () => import('../../questions/en.json'),
};

/**
 * @param language of the person's words
 * @returns the bank in it; English where there is none yet
 * @throws when a file cannot be fetched
 */
export async function loadQuestions(language: string): Promise<readonly Question[]> {
  const load = (Object.hasOwn(FILES, language) ? FILES[language] : FILES['en']) ?? noTexts;
  const [catalogue, words] = await Promise.all([import('../../questions/bank.json'), load()]);
  const known = Object.entries(catalogue.default) as [string, Omit<Question, 'id' | 'text'>][];
  return known.map(([id, about]) => ({ id, ...about, text: words.default[id] ?? '' }));
}

const noTexts = (): Promise<{ default: Texts }> => Promise.resolve({ default: {} });
