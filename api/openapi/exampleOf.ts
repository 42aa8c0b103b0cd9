import answers from './answers.json';
import { EXAMPLES, type Example } from './examples';

/** Longer answers: as the api gave them to Maya and Ravi, after their first meeting. */
const ANSWERS: Readonly<Record<string, unknown>> = answers;

/**
 * What a route is sent and answers, once. A test holds both to the schemas, and every body that says something, and
 * every answer, to having one.
 */
export const exampleOf = (route: string): Example => ({
  answer: ANSWERS[route],
  ...EXAMPLES[route],
});
