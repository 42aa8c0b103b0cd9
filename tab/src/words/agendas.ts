import { loadQuestions } from './questions';

type Texts = Readonly<Record<string, string>>;

/** What becomes one topic. */
export interface AgendaLine {
  readonly text: string;
  /** The question of the bank that it is, or null. */
  readonly question: string | null;
}

/** An agenda to start from (PRACTICE D4). */
export interface ReadyAgenda {
  readonly id: string;
  readonly name: string;
  /** When it suits; empty for one's own. */
  readonly about: string;
  readonly lines: readonly AgendaLine[];
}

/** The words of the ready agendas, one file per language. */
const FILES: Readonly<Record<string, () => Promise<{ default: Texts }>>> = {
  en: () => import('../../agendas/en.json'),
};

/** The one that a new 1:1 is offered (PRACTICE C1). */
export const FIRST_AGENDA = 'first';

/**
 * @param language of the person's words
 * @returns the ready agendas in it; English where there are none yet
 * @throws when a file cannot be fetched
 */
export async function loadAgendas(language: string): Promise<readonly ReadyAgenda[]> {
  const load = (Object.hasOwn(FILES, language) ? FILES[language] : FILES['en']) ?? noTexts;
  const [ready, words, questions] = await Promise.all([
    import('../../agendas/ready.json'),
    load(),
    loadQuestions(language),
  ]);
  const say = (key: string): string => words.default[key] ?? '';
  const lineOf = (key: string): AgendaLine => {
    const question = questions.find(({ id }) => id === key);
    return question ? { text: question.text, question: key } : { text: say(key), question: null };
  };
  return Object.entries(ready.default).map(([id, lines]) => ({
    id,
    name: say(`${id}.name`),
    about: say(`${id}.about`),
    lines: lines.map(lineOf),
  }));
}

const noTexts = (): Promise<{ default: Texts }> => Promise.resolve({ default: {} });
