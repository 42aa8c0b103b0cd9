import { randomUUID } from 'node:crypto';
import { addingForBoth, ofSeries, ofTopic, toRead, type Entries } from './entry';

const written = () => ({ id: randomUUID(), text: 'hello', kind: 'praise' });

/** Feedback and check-ins. */
export const feedback: Entries = {
  addPrivateFeedback: ofSeries(addingForBoth, written),
  editPrivateFeedback: ofTopic('draft', ({ draft }) => ({
    text: 'changed',
    kind: 'praise',
    version: draft.version,
  })),
  removePrivateFeedback: ofTopic('draft', ({ draft }) => ({ version: draft.version })),
  restorePrivateFeedback: ofTopic('draft', () => ({ text: 'again', kind: 'praise' })),
  giveFeedback: ofTopic('draft', () => ({ delivery: { how: 'bring' } })),
  keepFeedback: ofTopic('draft', () => ({})),
  sayFeedback: ofTopic('draft', () => ({ said: true })),
  deferFeedback: ofTopic('given', () => ({ together: true })),
  listFeedback: ofSeries(toRead),
  listClosedFeedback: ofSeries(toRead),
  // What Maya gave Ravi: its receiver opens it, its author takes it back.
  openFeedback: ofTopic('given', () => ({}), { report: 200, manager: 404 }),
  answerFeedback: ofTopic('given', () => ({ kind: 'thanks', words: null }), {
    report: 409,
    manager: 404,
  }),
  replyToAnswer: ofTopic('given', () => ({ text: 'x' }), { report: 404, manager: 409 }),
  closeFeedback: ofTopic('given', () => ({}), { report: 409, manager: 404 }),
  takeFeedbackBack: ofTopic('given', () => ({}), { report: 404, manager: 200 }),
  // Praise, and not closed; to its author it is unknown.
  retainFeedback: ofTopic('given', () => ({ retained: true }), { report: 409, manager: 404 }),
  addCheckIn: ofSeries({ manager: 409, report: 409 }, () => ({
    meeting: 1,
    worth: 3,
    heard: 3,
    share: 50,
  })),
  getCheckIn: {
    answers: { nobody: 401, ...toRead },
    others: 404,
    request: (scene) => ({ params: { ...scene.params, number: '1' } }),
  },
};
