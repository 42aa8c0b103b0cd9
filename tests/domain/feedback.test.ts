import { describe, expect, test } from '@jest/globals';
import { addCheckIn, asksAfter, dueCheckIn, reveal, type CheckIn } from '@rapport/domain/checkIn';
import {
  answer,
  applyToFeedback,
  arrived,
  close,
  feedbackFor,
  isDue,
  open,
  openLoop,
  reply,
  requireTakeBack,
  type Feedback,
  type FeedbackCommand,
  type FeedbackDraft,
  type FeedbackEntry,
} from '@rapport/domain/feedback';
import { liveLines, type Doing } from '@rapport/domain/line';
import type { Role } from '@rapport/domain/person';
import { code, AT, DAY, id, later } from './support';

let commands = 2000;
const by = (role: Role, at = AT): Doing => ({ by: role, at, commandId: id((commands += 1)) });
const does = (entries: readonly FeedbackEntry[], command: FeedbackCommand, at = AT) =>
  applyToFeedback(entries, command, by('manager', at));
const draft = (kind: Feedback['kind'] = 'criticism') =>
  does([], { type: 'addFeedback', id: id(1), text: 'In the review …', kind });
const only = (entries: readonly FeedbackEntry[]): FeedbackDraft => {
  const [first] = liveLines<FeedbackDraft>(entries);
  if (!first) throw new Error('there is none');
  return first;
};
describe('B2: how feedback gets to the other one', () => {
  test('a draft goes nowhere by itself', () => {
    expect(isDue(only(draft()), later(365 * DAY))).toBe(false);
  });

  test('brought to the next 1:1 it follows once it was spoken, never before', () => {
    const brought = does(draft(), { type: 'giveFeedback', id: id(1), delivery: { how: 'bring' } });
    expect(isDue(only(brought), later(365 * DAY))).toBe(false);
    const said = does(brought, { type: 'sayFeedback', id: id(1), said: true });
    expect(isDue(only(said), AT)).toBe(true);
  });

  test('sent it arrives at its time, within a week', () => {
    const at = later(DAY);
    const sent = does(draft(), { type: 'giveFeedback', id: id(1), delivery: { how: 'send', at } });
    expect([isDue(only(sent), later(DAY - 1)), isDue(only(sent), at)]).toEqual([false, true]);
    const never = { how: 'send', at: later(8 * DAY) } as const;
    expect(code(() => does(draft(), { type: 'giveFeedback', id: id(1), delivery: never }))).toBe(
      'feedback.when',
    );
  });

  test('on its way it is kept back before it is changed', () => {
    const sent = does(draft(), { type: 'giveFeedback', id: id(1), delivery: { how: 'bring' } });
    const edit = (entries: readonly FeedbackEntry[]) =>
      does(entries, {
        type: 'editFeedback',
        id: id(1),
        text: 'Better',
        kind: 'praise',
        version: only(entries).version,
      });
    expect(code(() => edit(sent))).toBe('feedback.onItsWay');
    const kept = does(sent, { type: 'keepFeedback', id: id(1) });
    expect(only(edit(kept))).toMatchObject({ text: 'Better', kind: 'praise', delivery: null });
  });
});

describe('B1, B5: the loop', () => {
  const given = arrived(only(draft()), AT);
  const opened = open(given, 'report');
  const thanks = { kind: 'thanks', words: null } as const;

  test('its receiver reads it when they open it, its author is not told', () => {
    expect(feedbackFor(given, 'report').text).toBeNull();
    expect(feedbackFor(opened, 'report').text).toBe('In the review …');
    expect(feedbackFor(given, 'manager')).toEqual(feedbackFor(opened, 'manager'));
  });

  test('can be taken back by its author until it was opened', () => {
    expect(code(() => requireTakeBack(given, 'manager'))).toBe('accepted');
    expect(code(() => requireTakeBack(given, 'report'))).toBe('feedback.unknown');
    expect(code(() => requireTakeBack(opened, 'manager'))).toBe('feedback.opened');
  });

  test('is answered once, by its receiver, after reading', () => {
    expect(code(() => answer(given, thanks, by('report')))).toBe('feedback.unopened');
    expect(code(() => answer(opened, thanks, by('manager')))).toBe('feedback.unknown');
    const answered = answer(opened, thanks, by('report'));
    expect(answered.answer).toMatchObject(thanks);
    expect(code(() => answer(answered, thanks, by('report')))).toBe('feedback.answered');
  });

  test('takes words to see it differently, and for what one will try', () => {
    for (const kind of ['seeDifferently', 'willTry'] as const) {
      expect(code(() => answer(opened, { kind, words: null }, by('report')))).toBe(
        'feedback.wordsMissing',
      );
      expect(code(() => answer(opened, { kind, words: 'so' }, by('report')))).toBe('accepted');
    }
  });

  test('is replied to by its author, and closed by its receiver', () => {
    expect(code(() => reply(opened, 'I meant …', by('manager')))).toBe('feedback.unanswered');
    expect(code(() => close(opened, by('report')))).toBe('feedback.unanswered');
    const asked = answer(opened, { kind: 'question', words: 'Which?' }, by('report'));
    expect(code(() => reply(asked, 'mine', by('report')))).toBe('feedback.unknown');
    expect(reply(asked, 'That one', by('manager')).reply?.text).toBe('That one');
    expect(code(() => close(asked, by('manager')))).toBe('feedback.unknown');
    expect(close(asked, by('report', later(DAY))).closedAt).toBe(later(DAY));
  });

  test('opens once, and only so many at a time', () => {
    const one = openLoop([], given);
    expect(openLoop(one, given)).toEqual(one);
    const many = Array.from({ length: 40 }, (_, n) => ({ ...given, id: id(3000 + n) }));
    const openAll = (): unknown => many.reduce(openLoop, []);
    expect(code(openAll)).toBe('feedback.tooManyOpen');
  });
});

describe('D6: the check-in', () => {
  const last = { number: 2, finishedAt: AT, by: 'manager' as const };
  const given = (meeting: number, at = AT): CheckIn => ({
    meeting,
    worth: 4,
    heard: 5,
    share: 70,
    at,
  });

  test('is asked after the first three meetings, then after every fourth', () => {
    const asked = Array.from({ length: 13 }, (_, n) => n + 1).filter(asksAfter);
    expect(asked).toEqual([1, 2, 3, 4, 8, 12]);
  });

  test('waits for 48 hours, once, and cannot be changed', () => {
    expect(dueCheckIn(last, [], later(2 * DAY))).toBe(2);
    expect(dueCheckIn(last, [], later(2 * DAY + 1))).toBeNull();
    const mine = addCheckIn([], given(2), last);
    expect(dueCheckIn(last, mine, AT)).toBeNull();
    expect(addCheckIn(mine, { ...given(2), worth: 1 }, last)).toBe(mine);
    expect(code(() => addCheckIn([], given(1), last))).toBe('checkIn.notDue');
    expect(code(() => addCheckIn([], given(2, later(3 * DAY)), last))).toBe('checkIn.notDue');
  });

  test('is shown only if both answered', () => {
    expect(reveal(2, [given(2)], [])).toBeNull();
    expect(reveal(2, [given(2)], [given(1)])).toBeNull();
    expect(reveal(2, [given(2)], [given(2)])).toEqual({ manager: given(2), report: given(2) });
  });
});
