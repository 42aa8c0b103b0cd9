import { expect, test } from '@jest/globals';
import { language } from '@rapport/domain/wording/language.schema';
import { createWording } from '@rapport/domain/wording/wording';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  precisionOf,
  recallOf,
  scoreFeedback,
  scoreTopics,
  type FeedbackRow,
  type TopicRow,
} from '@rapport/bench/wording/measure';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string): unknown => JSON.parse(readFileSync(resolve(ROOT, path), 'utf8'));
const english = createWording(language.parse(read('tab/wording/en.json')));
const feedback = scoreFeedback(english, read('bench/wording/feedback.dev.json') as FeedbackRow[]);
const topics = scoreTopics(english, read('bench/wording/topics.dev.json') as TopicRow[]);
const hints = [...feedback.filter(({ rule }) => !/^(mark|guess)/.test(rule)), topics];

// A wrong scolding is worse than a missed hint. These are the texts that the rules were made with: whether they
// are as good on others is what the held half is for.
test.each(hints)('B4, A3: “$rule” is right nineteen times of twenty when it speaks', (score) => {
  expect(score.right).toBeGreaterThan(0);
  expect(precisionOf(score)).toBeGreaterThanOrEqual(0.95);
});

test('B4: what judges the person is mostly found', () => {
  const judgements = feedback.slice(0, 3);
  expect(judgements.map(({ rule }) => rule)).toEqual(['person', 'motive', 'absolute']);
  expect(Math.min(...judgements.map(recallOf))).toBeGreaterThan(0.8);
});

test('B3: the guess is mostly right', () => {
  const guesses = feedback.filter(({ rule }) => rule.startsWith('guess'));
  expect(Math.min(...guesses.map(precisionOf))).toBeGreaterThan(0.8);
});
