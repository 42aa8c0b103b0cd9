import { describe, expect, test } from '@jest/globals';
import {
  needsQuestions,
  offerQuestions,
  rememberQuestions,
  REMEMBERED_MEETINGS,
  type AskedQuestion,
  type Question,
} from '@rapport/domain/question';
import { addTopic, liveTopics, type Topic } from '@rapport/domain/topic';
import bank from '@rapport/tab/questions/en.json';
import fc from 'fast-check';
import { AT, id } from './support';

const QUESTIONS = bank as Question[];
const onAgenda = (questions: readonly string[]): Topic[] =>
  liveTopics(
    questions.reduce<readonly Topic[]>(
      (all, question, n) =>
        liveTopics(
          addTopic(
            all,
            { id: id(n), text: question, question },
            { by: 'report', at: AT, commandId: id(500 + n) },
          ),
        ),
      [],
    ),
  );

describe('B8: questions', () => {
  test('the bank covers every subject for both, each question once', () => {
    const subjects = [
      'howAreYou',
      'unclear',
      'proud',
      'better',
      'idea',
      'since',
      'team',
      'company',
      'well',
      'lessWell',
      'help',
      'outside',
      'nextTime',
      'career',
    ];
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(QUESTIONS.map((question) => question.id)).size).toBe(QUESTIONS.length);
    expect(new Set(QUESTIONS.map(({ text }) => text)).size).toBe(QUESTIONS.length);
    for (const role of ['manager', 'report'] as const) {
      const covered = new Set(
        QUESTIONS.filter(({ by }) => by === role || by === 'either').map(
          (question) => question.id.split('.')[0],
        ),
      );
      expect([role, subjects.filter((subject) => !covered.has(subject))]).toEqual([role, []]);
    }
  });

  test('are offered while fewer than three topics are open', () => {
    expect(needsQuestions(onAgenda(['a.1', 'a.2']))).toBe(true);
    expect(needsQuestions(onAgenda(['a.1', 'a.2', 'a.3']))).toBe(false);
  });

  test('of the last four meetings are not offered again while fresh ones remain', () => {
    const some = fc.uniqueArray(fc.constantFrom(...QUESTIONS.map((question) => question.id)), {
      maxLength: 20,
      size: 'max',
    });
    fc.assert(
      fc.property(some, some, fc.nat({ max: 50 }), (recent, standing, turn) => {
        const asked: AskedQuestion[] = recent.map((question) => ({ question, meeting: 1 }));
        const offered = offerQuestions(QUESTIONS, 'report', onAgenda(standing), asked, turn, 3);
        const ids = offered.map((question) => question.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const one of ids) expect(standing).not.toContain(one);
        const mine = QUESTIONS.filter(({ by }) => by !== 'manager').map((question) => question.id);
        const fresh = mine.filter((one) => !recent.includes(one) && !standing.includes(one));
        if (fresh.length > 0) for (const one of ids) expect(fresh).toContain(one);
        expect(ids.length > 0).toBe(mine.some((one) => !standing.includes(one)));
      }),
    );
  });

  test('are forgotten after four meetings', () => {
    let asked: AskedQuestion[] = [];
    for (let meeting = 1; meeting <= 10; meeting += 1) {
      asked = rememberQuestions(asked, onAgenda([`proud.${meeting}`]), meeting);
      expect(asked.map((entry) => entry.meeting)).toEqual(
        [meeting - 3, meeting - 2, meeting - 1, meeting].filter((number) => number > 0),
      );
    }
    expect(asked).toHaveLength(REMEMBERED_MEETINGS);
  });
});
