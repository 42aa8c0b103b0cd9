import { added, addingForBoth, forBoth, ofSeries, ofTopic, toRead, type Entries } from './entry';

/** What the two make of their series. */
export const shaping: Entries = {
  agreeToTerms: ofSeries(forBoth, () => ({ terms: 1 })),
  postponeTerms: ofSeries(forBoth, () => ({ terms: 1 })),
  allowCommonConcern: ofSeries({ report: 200, manager: 403 }, () => ({ on: true })),
  shapeSeries: ofSeries(forBoth, () => ({ format: 'structured' })),
  getAboutUs: ofSeries(toRead),
  answerSubject: {
    // The report's turn comes after the manager's.
    answers: { nobody: 401, manager: 200, report: 409 },
    others: 404,
    request: (scene) => ({ params: { ...scene.params, subject: 'like' }, body: { text: 'x' } }),
  },
  addValue: ofSeries(addingForBoth, added),
  editValue: ofTopic('value', ({ value }) => ({ text: 'changed', version: value.version })),
  removeValue: ofTopic('value', ({ value }) => ({ version: value.version })),
  addQuestion: ofSeries(addingForBoth, added),
  editQuestion: ofTopic('question', ({ question }) => ({ text: 'x', version: question.version })),
  removeQuestion: ofTopic('question', ({ question }) => ({ version: question.version })),
  restoreQuestion: ofTopic('question', () => ({ text: 'again' })),
  hideQuestion: ofSeries(forBoth, () => ({ question: 'proud.1', hidden: true })),
  setRetention: ofSeries(forBoth, () => ({ months: 12 })),
};
