import type { Question } from '@rapport/domain/question';
import catalogue from '@rapport/tab/questions/bank.json';
import words from '@rapport/tab/questions/en.json';

const text = words as Readonly<Record<string, string>>;

/** The bank of questions, put together as the tab does. */
export const BANK: readonly Question[] = Object.entries(
  catalogue as Readonly<Record<string, Pick<Question, 'asks' | 'depth'>>>,
).map(([id, about]) => ({ id, ...about, text: text[id] ?? '' }));
