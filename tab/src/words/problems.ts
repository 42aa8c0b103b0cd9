import type { Refusal } from '../client/state';
import type { Words } from './words';

/**
 * A refusal as a colleague would say it. Codes without words of their own get the general sentence; what
 * helps then is the reference.
 */
export function sayProblem(words: Words, refusal: Pick<Refusal, 'code'>): string {
  const key = `problem.${refusal.code}`;
  return words.t(words.has(key) ? key : 'problem.other');
}

/** What is nobody's choice of words or of a moment: a fault, or a page that is out of step. */
const FAULTS = /^(unexpected|busy|keys|signIn|request|route|idempotencyKey)\b/;

/** Whether somebody else may have to look into it. A rule that says no has said all there is to it. */
export const needsHelp = (words: Words, { code }: Pick<Refusal, 'code'>): boolean =>
  FAULTS.test(code) || !words.has(`problem.${code}`);

/** The sentence for a form field, or undefined when the refusal is not about this field. */
export function sayFieldProblem(
  words: Words,
  refusal: Refusal | null,
  field: string,
): string | undefined {
  if (!refusal?.field) return undefined;
  const aboutIt = refusal.field === field || refusal.field.startsWith(`${field}.`);
  return aboutIt ? sayProblem(words, refusal) : undefined;
}
