import type { Subject } from '@rapport/domain/aboutUs';

/** One file per language, fetched when somebody opens the page about the two. */
const FILES: Readonly<Record<string, () => Promise<{ default: readonly SubjectWords[] }>>> = {
  en: () => import('../../questions/aboutUs.en.json'),
};

interface SubjectWords {
  readonly id: string;
  readonly text: string;
}

/**
 * @param language of the person's words
 * @returns the question that stands for each subject; English where there is none yet
 * @throws when the file cannot be fetched
 */
export async function loadSubjects(
  language: string,
): Promise<Readonly<Partial<Record<Subject, string>>>> {
  const load = Object.hasOwn(FILES, language) ? FILES[language] : FILES['en'];
  const words = (await load?.())?.default ?? [];
  return Object.fromEntries(words.map(({ id, text }) => [id, text]));
}
