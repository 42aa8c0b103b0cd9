import { expect, test } from '@jest/globals';
import type { FeedbackView } from '@rapport/domain/feedback';
import type { SeriesView } from '@rapport/domain/series';
import { arrange, canReply } from '../../../tab/src/feedback/arrange';

const MET = '2026-03-10T10:00:00.000Z';
const view = (leftAt: string | null = null) =>
  ({
    me: 'report',
    manager: { leftAt },
    report: { leftAt: null },
    lastMeeting: { number: 1, finishedAt: MET },
  }) as unknown as SeriesView;

const feedback = (id: string, change: Partial<FeedbackView>): FeedbackView => ({
  id,
  from: 'report',
  kind: 'praise',
  about: null,
  askedFor: null,
  text: 'Words',
  at: '2026-03-01T10:00:00.000Z',
  answer: null,
  reply: null,
  closedAt: null,
  ...change,
});
const answered = (kind: 'thanks' | 'question', at: string) => ({
  answer: { kind, words: null, at },
});
const BEFORE = '2026-03-09T10:00:00.000Z';
const AFTER = '2026-03-11T10:00:00.000Z';
const ids = (loops: readonly FeedbackView[]): string[] => loops.map(({ id }) => id);

test('B1: what somebody received stays until they close it', () => {
  const { received, given, past } = arrange(view(), [
    feedback('unopened', { from: 'manager', text: null }),
    feedback('answered', { from: 'manager', ...answered('thanks', BEFORE) }),
    feedback('closed', { from: 'manager', ...answered('thanks', BEFORE), closedAt: AFTER }),
  ]);
  expect([ids(received), ids(given), ids(past)]).toEqual([
    ['unopened', 'answered'],
    [],
    ['closed'],
  ]);
});

test('B1: what somebody gave makes room after the meeting that followed its answer', () => {
  const { given, past } = arrange(view(), [
    feedback('unanswered', {}),
    feedback('fresh', answered('thanks', AFTER)),
    feedback('old', answered('thanks', BEFORE)),
    feedback('asked', answered('question', BEFORE)),
    feedback('replied', { ...answered('question', BEFORE), reply: { text: 'So', at: BEFORE } }),
  ]);
  expect([ids(given), ids(past)]).toEqual([
    ['unanswered', 'fresh', 'asked'],
    ['old', 'replied'],
  ]);
});

test('once one left, what was read is all there is', () => {
  const { received, given, past } = arrange(view(AFTER), [
    feedback('unopened', { from: 'manager', text: null }),
    feedback('mine', {}),
  ]);
  expect([ids(received), ids(given), ids(past)]).toEqual([[], [], ['mine']]);
});

test('B5: a question and another view can be replied to, once and until it is closed', () => {
  expect(canReply(feedback('a', answered('question', AFTER)))).toBe(true);
  expect(canReply(feedback('a', answered('thanks', AFTER)))).toBe(false);
  expect(canReply(feedback('a', { ...answered('question', AFTER), closedAt: AFTER }))).toBe(false);
});
