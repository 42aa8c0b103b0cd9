import { describe, expect, test } from '@jest/globals';
import {
  arrangeQuestions,
  lacksGrowth,
  needsQuestions,
  offerQuestions,
  type Asking,
} from '@rapport/domain/question';
import type { Role } from '@rapport/domain/person';
import { isGrowth, subjectOf } from '@rapport/domain/seriesQuestions';
import { addTopic, liveTopics, type Topic } from '@rapport/domain/topic';
import fc from 'fast-check';
import { BANK } from './bank';
import { AT, id } from './support';

const onAgenda = (questions: readonly string[]): Topic[] =>
  questions.flatMap((question, n) =>
    liveTopics(
      addTopic(
        [],
        { id: id(n), text: question, question },
        { by: 'report', at: AT, commandId: id(500 + n) },
      ),
    ),
  );
const ownQuestion = (n: number): Asking['questions']['own'][number] => ({
  id: id(900 + n),
  by: 'report',
  text: 'Ours?',
  version: id(950 + n),
  at: AT,
  editedAt: null,
});
const asking = (change: Partial<Asking> = {}): Asking => ({
  me: 'report',
  meeting: { number: 5 },
  topics: [],
  asked: [],
  questions: { own: [], hidden: [], growth: 4 },
  ...change,
});
const idsOf = (questions: readonly { readonly id: string }[]): string[] =>
  questions.map((question) => question.id);

const some = fc.uniqueArray(fc.constantFrom(...idsOf(BANK)), { maxLength: 30, size: 'max' });
const anybody: fc.Arbitrary<Asking> = fc
  .record({
    me: fc.constantFrom<Role>('manager', 'report'),
    number: fc.integer({ min: 1, max: 30 }),
    recent: some,
    standing: some,
    hidden: some,
    own: fc.nat({ max: 3 }),
    growth: fc.nat({ max: 30 }),
  })
  .map(({ me, number, recent, standing, hidden, own, growth }) => ({
    me,
    meeting: { number },
    topics: onAgenda(standing),
    asked: recent.map((question, n) => ({ question, meeting: number - 1 - (n % 4) })),
    questions: { own: Array.from({ length: own }, (_, n) => ownQuestion(n)), hidden, growth },
  }));

describe('B8: questions', () => {
  test('are offered while fewer than three topics are open', () => {
    expect(needsQuestions(onAgenda(['a.1', 'a.2']))).toBe(true);
    expect(needsQuestions(onAgenda(['a.1', 'a.2', 'a.3']))).toBe(false);
  });

  test('of the last four meetings are not offered again while fresh ones remain; hidden ones never', () => {
    fc.assert(
      fc.property(anybody, (who) => {
        const offered = idsOf(arrangeQuestions(BANK, who));
        const gone = [...who.topics.map(({ question }) => question), ...who.questions.hidden];
        const mine = [
          ...idsOf(who.questions.own),
          ...idsOf(BANK.filter(({ asks }) => asks !== who.me)),
        ].filter((one) => !gone.includes(one));
        const recent = who.asked.map(({ question }) => question);
        const fresh = mine.filter((one) => !recent.includes(one));
        expect(offered.toSorted()).toEqual((fresh.length > 0 ? fresh : mine).toSorted());
      }),
    );
  });

  test('are offered a few at a time, each once before any comes again', () => {
    fc.assert(
      fc.property(anybody, fc.integer({ min: 1, max: 5 }), (who, count) => {
        const all = arrangeQuestions(BANK, who);
        const turns = Math.floor(all.length / count);
        const seen = Array.from({ length: turns }, (_, turn) =>
          idsOf(offerQuestions(BANK, who, turn, count)),
        ).flat();
        expect(seen).toEqual(idsOf(all).slice(0, turns * count));
      }),
    );
  });

  test('come back in the order in which they were asked, once none is fresh', () => {
    const bank = BANK.slice(0, 3);
    const [one = '', two = '', three = ''] = idsOf(bank);
    const asked = [
      { question: two, meeting: 1 },
      { question: three, meeting: 2 },
      { question: one, meeting: 4 },
    ];
    const who = asking({ me: bank.every(({ asks }) => asks !== 'report') ? 'report' : 'manager' });
    expect(idsOf(arrangeQuestions(bank, { ...who, asked }))).toEqual([two, three, one]);
  });

  test('of their own come first, for either', () => {
    for (const me of ['manager', 'report'] as const) {
      const own = [ownQuestion(1)];
      const offered = arrangeQuestions(
        BANK,
        asking({ me, questions: { own, hidden: [], growth: 4 } }),
      );
      expect(offered[0]).toMatchObject({ id: id(901), asks: 'both', text: 'Ours?' });
    }
  });

  test('are of different subjects, and others from meeting to meeting', () => {
    const firsts = [5, 6, 7, 8].map((number) =>
      idsOf(
        offerQuestions(
          BANK,
          asking({ meeting: { number }, questions: { own: [], hidden: [], growth: number - 1 } }),
          0,
          3,
        ),
      ),
    );
    for (const offered of firsts) expect(new Set(offered.map(subjectOf)).size).toBe(3);
    expect(new Set(firsts.map((offered) => String(offered))).size).toBe(4);
  });
});

describe('A4, A5, C1: what a meeting leans on', () => {
  const first = (number: number, growth: number, count: number) =>
    offerQuestions(
      BANK,
      asking({ me: 'manager', meeting: { number }, questions: { own: [], hidden: [], growth } }),
      0,
      count,
    );

  test('the first three lean on getting to know each other, and begin light', () => {
    const offered = first(1, 0, 6);
    expect(offered[0]).toMatchObject({ depth: 'light' });
    expect(['expectations', 'style']).toEqual(
      [offered[0], offered[3]].map((question) => subjectOf(question?.id ?? '')),
    );
  });

  test('later ones lean on growth', () => {
    const offered = first(6, 5, 9);
    expect(offered.filter((question) => isGrowth(question.id))).toHaveLength(3);
  });

  test('A5: the agenda says when none of the last three had one, and offers one', () => {
    const lacks = (number: number, growth: number, topics: Topic[] = []): boolean =>
      lacksGrowth(
        asking({ meeting: { number }, topics, questions: { own: [], hidden: [], growth } }),
      );
    expect([1, 2, 3, 4].map((number) => lacks(number, 0))).toEqual([false, false, false, true]);
    expect([1, 2, 3, 4].map((growth) => lacks(5, growth))).toEqual([true, false, false, false]);
    expect(lacks(9, 2, onAgenda(['proud.1']))).toBe(true);
    expect(lacks(9, 2, onAgenda(['craft.2']))).toBe(false);
    expect(first(9, 2, 3).every((question) => isGrowth(question.id))).toBe(true);
  });
});
