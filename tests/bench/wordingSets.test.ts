import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';

// What fails is named by its number in the file: the words of a held half are not to be read here.

const FOLDER = resolve(import.meta.dirname, '../../bench/wording');
const HALVES = ['dev', 'held'] as const;
type Half = (typeof HALVES)[number];

const written = (longest: number) =>
  z.string().check(z.minLength(2), z.maxLength(longest), z.trim(), z.regex(/^\S[^]*\S$/));

const feedback = z.strictObject({
  text: written(2000),
  from: z.enum(['manager', 'report']),
  kind: z.enum(['praise', 'criticism']),
  about: z.enum(['task', 'behaviour']),
  situation: z.boolean(),
  impact: z.boolean(),
  alternative: z.boolean(),
  findings: z.array(
    z.strictObject({ rule: z.enum(['absolute', 'person', 'motive']), words: written(200) }),
  ),
});
const topic = z.strictObject({ text: written(130), status: z.boolean() });

function rows<T extends z.ZodMiniType>(name: string, half: Half, schema: T): z.infer<T>[] {
  const source = readFileSync(join(FOLDER, `${name}.${half}.json`), 'utf8');
  return z.array(schema).parse(JSON.parse(source));
}

const bothHalves = <T>(read: (half: Half) => T[]): Record<Half, T[]> => ({
  dev: read('dev'),
  held: read('held'),
});
const feedbacks = bothHalves((half) => rows('feedback', half, feedback));
const topics = bothHalves((half) => rows('topics', half, topic));

const halfOf = (text: string): Half =>
  (createHash('sha256').update(text, 'utf8').digest()[0] ?? 0) < 0x80 ? 'dev' : 'held';

/** The numbers (from 0) of the rows that are not as they have to be. */
const numbers = <T>(all: readonly T[], wrong: (row: T) => boolean): number[] =>
  all.flatMap((row, index) => (wrong(row) ? [index] : []));

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/\p{L}+|\d+/gu));

/** How much two texts have in common: 0 nothing, 1 all of their words. */
function likeness(one: Set<string>, other: Set<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / (one.size + other.size - shared);
}

describe.each([
  ['B4: the feedback texts', feedbacks, 220],
  ['A3: the topics', topics, 160],
])('%s', (_title, halves: Record<Half, { text: string }[]>, least) => {
  test('are enough, and neither half is much larger', () => {
    const all = halves.dev.length + halves.held.length;
    expect(all).toBeGreaterThanOrEqual(least);
    expect(halves.dev.length / all).toBeGreaterThan(0.4);
    expect(halves.dev.length / all).toBeLessThan(0.6);
  });

  test.each(HALVES)('are in the half their hash says: %s', (half) => {
    expect(numbers(halves[half], ({ text }) => halfOf(text) !== half)).toEqual([]);
  });

  test('are all different, across the halves too', () => {
    const sets = [...halves.dev, ...halves.held].map(({ text }) => wordsOf(text));
    const twins = sets.flatMap((one, index) =>
      sets.slice(index + 1).some((other) => likeness(one, other) > 0.6) ? [index] : [],
    );
    expect(twins).toEqual([]);
  });
});

describe.each(HALVES)('B4: the feedback texts of %s', (half) => {
  const all = feedbacks[half];
  const share = (is: (row: (typeof all)[number]) => boolean): number =>
    all.filter(is).length / all.length;

  test('hold both kinds and both directions, task and behaviour, each part and its absence', () => {
    const shares = {
      praise: share(({ kind }) => kind === 'praise'),
      fromManager: share(({ from }) => from === 'manager'),
      task: share(({ about }) => about === 'task'),
      situation: share(({ situation }) => situation),
      impact: share(({ impact }) => impact),
      alternative: share(({ alternative }) => alternative),
    };
    expect(Object.entries(shares).filter(([, value]) => value < 0.25 || value > 0.75)).toEqual([]);
  });

  test.each(['manager', 'report'])('hold praise and criticism by the %s', (from) => {
    const kinds = all.filter((row) => row.from === from).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'praise').length).toBeGreaterThanOrEqual(20);
    expect(kinds.filter((kind) => kind === 'criticism').length).toBeGreaterThanOrEqual(20);
  });

  test.each(['absolute', 'person', 'motive'])('hold findings of the rule %s', (rule) => {
    const found = all.filter(({ findings }) => findings.some((one) => one.rule === rule));
    expect(found.length).toBeGreaterThanOrEqual(10);
  });

  test('hold more criticism without a finding than with one', () => {
    const criticism = all.filter(({ kind }) => kind === 'criticism');
    const judging = criticism.filter(({ findings }) => findings.length > 0);
    expect(judging.length).toBeLessThan(criticism.length / 2);
  });

  test('name each finding by words that stand in the text exactly once', () => {
    const misnamed = numbers(all, ({ text, findings }) =>
      findings.some(({ words }) => text.split(words).length !== 2),
    );
    expect(misnamed).toEqual([]);
  });

  test('find nothing in praise', () => {
    expect(numbers(all, (row) => row.kind === 'praise' && row.findings.length > 0)).toEqual([]);
  });
});

test.each(HALVES)('A3: about two fifths of the topics of %s are status updates', (half) => {
  const share = topics[half].filter(({ status }) => status).length / topics[half].length;
  expect(share).toBeGreaterThan(0.3);
  expect(share).toBeLessThan(0.5);
});
