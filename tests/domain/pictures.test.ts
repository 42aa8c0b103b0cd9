import { describe, expect, test } from '@jest/globals';
import type { Feedback } from '@rapport/domain/feedback';
import type { MeetingRecord } from '@rapport/domain/meeting.schema';
import { DRAWN_MEETINGS, drawPictures as draw, type Drawn } from '@rapport/domain/pictures';
import { picturesView } from '@rapport/domain/pictures.schema';
import fc from 'fast-check';

const AT = '2026-05-20T10:00:00.000Z';
const FIRST = '2024-06-01T00:00:00.000Z';
const drawPictures = (drawn: Drawn, at: string) => draw(drawn, {}, at);
const NOTHING: Drawn = { meetings: [], checkIns: [], feedback: [], talkShares: [] };
const meeting = (number: number, finishedAt: string): MeetingRecord => ({
  number,
  startedAt: null,
  finishedAt,
  topics: [],
  notes: [],
  actions: [],
});
const feedback = (at: string, more: Partial<Feedback> = {}): Feedback => ({
  id: '5b7e34f0-5d3c-4d9c-8b9e-2f3a5a3f6c11',
  from: 'report',
  kind: 'praise',
  about: null,
  askedFor: null,
  text: 'x',
  at,
  opened: true,
  answer: { kind: 'thanks', words: null, at },
  reply: null,
  closedAt: null,
  ...more,
});

describe('D7: the last 24 months', () => {
  test('begin with the first day of a month, for meetings and for feedback', () => {
    const before = '2024-05-31T23:59:59.999Z';
    const drawn = drawPictures(
      {
        ...NOTHING,
        meetings: [meeting(2, FIRST), meeting(1, before)],
        feedback: [feedback(before), feedback(FIRST)],
      },
      AT,
    );
    expect(drawn.meetings.map(({ number }) => number)).toEqual([2]);
    expect(drawn.feedback).toEqual([{ month: '2024-06', given: { manager: 0, report: 1 } }]);
  });

  test('hold the latest meetings, however many there were', () => {
    const meetings = Array.from({ length: DRAWN_MEETINGS + 3 }, (_, n) => meeting(n + 1, AT));
    const { meetings: drawn } = drawPictures({ ...NOTHING, meetings }, AT);
    expect(drawn).toHaveLength(DRAWN_MEETINGS);
    expect([drawn[0]?.number, drawn.at(-1)?.number]).toEqual([4, DRAWN_MEETINGS + 3]);
  });

  test('B1: what was not answered changes nothing, opened or not; all that was is counted once', () => {
    const one = fc.record({
      at: fc.date({ min: new Date(FIRST), max: new Date(AT), noInvalidDate: true }),
      from: fc.constantFrom('manager' as const, 'report' as const),
      opened: fc.boolean(),
      answered: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40, size: 'max' }), (all) => {
        const feedbacks = all.map(({ at, from, opened, answered }) =>
          feedback(at.toISOString(), {
            from,
            opened: opened || answered,
            ...(answered ? {} : { answer: null }),
          }),
        );
        const drawn = drawPictures({ ...NOTHING, feedback: feedbacks }, AT);
        picturesView.parse(drawn);
        const answered = feedbacks.filter(({ answer }) => answer !== null);
        expect(drawn).toEqual(drawPictures({ ...NOTHING, feedback: answered }, AT));
        for (const role of ['manager', 'report'] as const) {
          const sum = drawn.feedback.reduce((total, { given }) => total + given[role], 0);
          expect(sum).toBe(answered.filter(({ from }) => from === role).length);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('D5: criticism that its receiver keeps for longer counts as if they had not kept it', () => {
    const closedAt = '2025-05-19T10:00:00.000Z';
    const old = feedback(closedAt, { kind: 'criticism', closedAt });
    const kept = { ...old, retained: true as const };
    expect(drawPictures({ ...NOTHING, feedback: [kept] }, AT).feedback).toEqual([]);
    const praise = { ...old, kind: 'praise' as const };
    expect(drawPictures({ ...NOTHING, feedback: [praise] }, AT).feedback).toHaveLength(1);
    const before = '2026-05-19T09:59:59.000Z';
    for (const one of [old, kept]) {
      expect(drawPictures({ ...NOTHING, feedback: [one] }, before).feedback).toHaveLength(1);
    }
  });
});
