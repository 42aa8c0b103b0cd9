import { describe, expect, test } from '@jest/globals';
import type { FeedbackView } from '@rapport/domain/feedback';
import type { RapportClient } from '../../tab/src/client/state';
import {
  createSearching,
  linesOf,
  linesOfBrought,
  linesOfFeedback,
  linesOfGoal,
  readInto,
  type WordsPage,
} from '../../tab/src/history/searching';

const at = (day: number): string => `2026-03-0${day}T09:00:00.000Z`;
const meeting = (number: number, text: string): WordsPage['meetings'][number] => ({
  number,
  finishedAt: at(number),
  lines: [{ id: `line${number}`, kind: 'note', by: 'manager', text }],
});
const page = (
  numbers: readonly number[],
  continuation: string | null,
  own: WordsPage['own'] = [],
): WordsPage => ({
  meetings: numbers.map((number) => meeting(number, `the budget of ${number}`)),
  own,
  goals: [],
  brought: [],
  continuation,
});
const closed: FeedbackView = {
  id: 'f1',
  from: 'manager',
  kind: 'criticism',
  about: null,
  askedFor: null,
  text: 'The report was late',
  at: at(2),
  answer: { kind: 'question', words: 'Which budget?', at: at(2) },
  reply: { text: 'The one of March', at: at(2) },
  closedAt: at(3),
};

const NONE_BEFORE = {
  imports: { version: 0, imports: [] },
  'private-imports': { version: 0, imports: [] },
};

/** The api, as far as a search reads it; what was asked of it, in order. */
function reading(pages: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  const client = {
    readOnce: async (_: string, path: string) => {
      asked.push(path);
      if (!(path in pages)) throw new Error(`nothing at ${path}`);
      return pages[path];
    },
  } as unknown as RapportClient;
  return { client, asked };
}

describe('D5: what can be looked for', () => {
  test('is every page, the latest first, and can be found before the last has come', async () => {
    const { client, asked } = reading({
      words: page([5, 4], '0'),
      'words?continuation=0': page([3, 2], null),
      'feedback/closed': { feedback: [closed], continuation: null },
      ...NONE_BEFORE,
    });
    const index = createSearching();
    const sizes: number[] = [];
    await readInto(index, client, 'series', () => sizes.push(index.size));
    expect(asked).toEqual([
      'words',
      'words?continuation=0',
      'feedback/closed',
      'imports',
      'private-imports',
    ]);
    expect(sizes).toEqual([2, 4, 7]);
    const places = index
      .search('budget', 10)
      .hits.map(({ item }) => (item.where.of === 'meeting' ? item.where.number : 'f'));
    expect(new Set(places)).toEqual(new Set(['f', 5, 4, 3, 2]));
  });

  test('that came before the connection was lost can still be found', async () => {
    const { client } = reading({ words: page([5, 4], '0') });
    const index = createSearching();
    await expect(readInto(index, client, 'series', () => undefined)).rejects.toThrow('nothing');
    expect(index.search('budget', 10).count).toBe(2);
  });

  test('knows when the next meeting was, also across pages, and which notes are one’s own', () => {
    const dates = new Map<number, string>();
    const first = linesOf(page([5, 4], '0'), dates);
    const own = [{ number: 3, lines: [{ id: 'o', kind: 'note', by: 'report', text: 'mine' }] }];
    const second = linesOf(page([3], null, own as WordsPage['own']), dates);
    expect(first.map(({ where }) => where)).toMatchObject([{ until: null }, { until: at(5) }]);
    expect(second).toMatchObject([
      { kind: 'note', at: at(3), where: { of: 'meeting', until: at(4) } },
      { kind: 'own', at: at(3), where: { of: 'meeting', until: at(4) } },
    ]);
    const keys = [...first, ...second].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('C2: of a goal is each line, named for what it is, and each leads to the whole goal', async () => {
    const line = (id: string, part: 'sentence' | 'measurable' | 'progress' | 'seenDifferently') =>
      ({ id, part, by: 'report', text: `words of ${part}`, at: at(4) }) as const;
    const lines = [line('a', 'sentence'), line('a', 'seenDifferently'), line('b', 'measurable')];
    const goal = { id: 'g', lines: [...lines, line('c', 'progress')] };
    const found = linesOfGoal(goal);
    expect(found.map(({ kind, text }) => [kind, text])).toEqual([
      ['goal', 'words of sentence'],
      ['seenDifferently', 'words of seenDifferently'],
      ['goalPart', 'words of measurable'],
      ['goalProgress', 'words of progress'],
    ]);
    const leads = { where: { of: 'goal', id: 'g', sentence: 'words of sentence' } };
    for (const one of found) expect(one).toMatchObject({ ...leads, at: at(4), by: 'report' });
    expect(new Set(found.map(({ key }) => key)).size).toBe(4);
    const { client } = reading({
      words: { ...page([5], null), goals: [goal] },
      'feedback/closed': { feedback: [], continuation: null },
      ...NONE_BEFORE,
    });
    const index = createSearching();
    await readInto(index, client, 'series', () => undefined);
    expect(index.search('measurable', 10).hits.map(({ item }) => item.where)).toMatchObject([
      { id: 'g' },
    ]);
  });

  test('C7: what came along too: each of its words by whose they are, leading to the line', () => {
    const his = { from: 'Ravi Menon', role: 'report' } as const;
    const part = { part: 'specific', text: 'twenty minutes', from: 'Maya', role: null } as const;
    const goal = { owner: his, due: null, parts: [part] };
    const found = linesOfBrought({
      id: 'b',
      noun: 'goal',
      text: 'speak',
      ...his,
      goal,
      came: '2026-03-05',
    });
    const where = { of: 'brought', id: 'b', noun: 'goal', came: '2026-03-05' };
    expect(found).toMatchObject([
      {
        text: 'speak',
        by: 'report',
        kind: 'brought',
        where: { ...where, from: 'Ravi Menon', sentence: null },
      },
      {
        text: 'twenty minutes',
        by: null,
        kind: 'brought',
        where: { ...where, from: 'Maya', sentence: 'speak' },
      },
    ]);
    expect(new Set(found.map(({ key }) => key)).size).toBe(2);
  });

  test('D11: notes from before too, of both and one’s own, each leading to its line', async () => {
    const entry = (id: string, parts: number) => ({
      id,
      by: 'manager',
      at: at(5),
      parts: Array.from({ length: parts }, (_, number) => ({ number, meetings: 1, lines: 2 })),
    });
    const part = (heldOn: string | null, text: string) => ({
      meetings: [
        {
          state: 'imported',
          heldOn,
          title: null,
          lines: [
            { kind: 'topic', text: 'Something else', depth: 0 },
            { kind: 'action', text, depth: 1, done: false },
          ],
        },
      ],
    });
    const { client } = reading({
      words: page([], null),
      'feedback/closed': { feedback: [], continuation: null },
      imports: { version: 1, imports: [entry('shared', 2)] },
      'imports/shared/parts/0': part('2024-02-19', 'The budget of old'),
      'imports/shared/parts/1': part('2025-01-07', 'A younger budget'),
      'private-imports': { version: 1, imports: [entry('own', 1)] },
      'private-imports/own/parts/0': part(null, 'My own budget'),
    });
    const index = createSearching();
    await readInto(index, client, 'series', () => undefined);
    const of = (path: string, readers: string, heldOn: string | null) => ({
      kind: 'imported',
      by: 'manager',
      where: { of: 'imported', readers, path, meeting: 0, line: 1, heldOn },
    });
    const found = index.search('budget', 10).hits.map(({ item }) => item);
    expect(found).toHaveLength(3);
    expect(found).toEqual(
      expect.arrayContaining([
        expect.objectContaining(of('imports/shared/parts/0', 'both', '2024-02-19')),
        expect.objectContaining(of('imports/shared/parts/1', 'both', '2025-01-07')),
        expect.objectContaining(of('private-imports/own/parts/0', 'onlyMe', null)),
      ]),
    );
    expect(new Set(found.map(({ key }) => key)).size).toBe(3);
  });

  test('of feedback are each one’s own words; what was not opened has none', () => {
    expect(linesOfFeedback(closed).map(({ by, text }) => [by, text])).toEqual([
      ['manager', 'The report was late'],
      ['report', 'Which budget?'],
      ['manager', 'The one of March'],
    ]);
    expect(linesOfFeedback({ ...closed, text: null, answer: null, reply: null })).toEqual([]);
  });
});
