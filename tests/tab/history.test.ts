import { describe, expect, test } from '@jest/globals';
import type { FeedbackView } from '@rapport/domain/feedback';
import type { RapportClient } from '../../tab/src/client/state';
import {
  createSearching,
  linesOf,
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
    });
    const index = createSearching();
    const sizes: number[] = [];
    await readInto(index, client, 'series', () => sizes.push(index.size));
    expect(asked).toEqual(['words', 'words?continuation=0', 'feedback/closed']);
    expect(sizes).toEqual([2, 4, 7]);
    const places = index.search('budget', 10).hits.map(({ item }) => item.place?.number ?? 'f');
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
    expect(first.map(({ place }) => place?.until)).toEqual([null, at(5)]);
    expect(second.map(({ kind, at: when, place }) => [kind, when, place?.until])).toEqual([
      ['note', at(3), at(4)],
      ['own', at(3), at(4)],
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
    const leads = { goal: { id: 'g', sentence: 'words of sentence' }, place: null };
    for (const one of found) expect(one).toMatchObject({ ...leads, at: at(4), by: 'report' });
    expect(new Set(found.map(({ key }) => key)).size).toBe(4);
    const { client } = reading({
      words: { ...page([5], null), goals: [goal] },
      'feedback/closed': { feedback: [], continuation: null },
    });
    const index = createSearching();
    await readInto(index, client, 'series', () => undefined);
    expect(index.search('measurable', 10).hits.map(({ item }) => item.goal?.id)).toEqual(['g']);
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
