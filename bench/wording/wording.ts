import { createWording } from '@rapport/domain/wording/wording';
import { language } from '@rapport/domain/wording/language.schema';
import type { Benchmark } from '../benchmark';
import { existsSync, readFileSync } from 'node:fs';
import {
  precisionOf,
  recallOf,
  scoreFeedback,
  scoreTopics,
  type FeedbackRow,
  type Score,
  type TopicRow,
} from './measure';

const HALVES = ['dev', 'held'] as const;

/** The folder of the labelled texts, and the rules, from where the commands of the repository are run. */
const TEXTS = 'bench/wording';
const RULES = 'tab/wording/en.json';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** How good the wording check and the status hint are, on texts they were made with and on texts they were not. */
export const wording: Benchmark = {
  name: 'wording',
  question: 'How often is a wording hint right, and how much does it miss?',
  run: () =>
    Promise.resolve({
      tables: HALVES.filter((half) => existsSync(`${TEXTS}/feedback.${half}.json`)).map((half) => ({
        title: half === 'dev' ? 'Texts the rules were made with' : 'Texts the rules never saw',
        columns: ['rule', 'right', 'wrong', 'missed', 'precision', 'recall'],
        rows: scoresOf(half).map((score) => [
          score.rule,
          score.right,
          score.wrong,
          score.missed,
          precisionOf(score),
          recallOf(score),
        ]),
      })),
      notes: [
        'A finding is right when it overlaps with a labelled passage of its rule.',
        'The check runs on criticism alone; a part is called missing only where nothing hints at it.',
      ],
    }),
};

function scoresOf(half: (typeof HALVES)[number]): Score[] {
  const rules = createWording(language.parse(read(RULES)));
  return [
    ...scoreFeedback(rules, read(`${TEXTS}/feedback.${half}.json`) as FeedbackRow[]),
    scoreTopics(rules, read(`${TEXTS}/topics.${half}.json`) as TopicRow[]),
  ];
}
