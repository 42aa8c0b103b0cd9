import { describe, expect, test } from '@jest/globals';
import type { Depth } from '@rapport/domain/question';
import { subjectOf } from '@rapport/domain/seriesQuestions';
import { lineText } from '@rapport/domain/line.schema';
import { bankQuestionId } from '@rapport/domain/topic.schema';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAgendas, FIRST_AGENDA } from '../../tab/src/words/agendas';
import { loadQuestions } from '../../tab/src/words/questions';

const TAB = join(__dirname, '../../tab');
const read = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(TAB, file), 'utf8')) as Record<string, unknown>;
/** The languages that a folder has a file of. */
const languagesOf = (folder: string): string[] =>
  readdirSync(join(TAB, folder))
    .filter((file) => /^[a-z]{2}(-[A-Za-z]+)?\.json$/.test(file))
    .map((file) => file.replace('.json', ''));

/** What a translation lacks or has too much, by id. */
function differences(expected: readonly string[], file: Record<string, unknown>): string[] {
  const found = Object.keys(file);
  return [
    ...expected.filter((id) => !found.includes(id)).map((id) => `missing: ${id}`),
    ...found.filter((id) => !expected.includes(id)).map((id) => `extra: ${id}`),
    ...found.filter((id) => typeof file[id] !== 'string' || !file[id]).map((id) => `empty: ${id}`),
  ];
}

const bank = read('questions/bank.json');
const ready = read('agendas/ready.json') as Record<string, string[]>;
const ids = Object.keys(bank);
const agendaIds = Object.entries(ready).flatMap(([id, lines]) => [
  `${id}.name`,
  `${id}.about`,
  ...lines.filter((line) => line.startsWith(`${id}.`)),
]);

const PRACTICE = {
  A4: ['person', 'needs', 'joined', 'annoys', 'feedback', 'goal', 'setting'],
  A5: ['craft', 'communication', 'experience'],
  B8: [
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
  ],
  C1: ['expectations', 'style', 'challenges'],
};

describe('a translation', () => {
  test('has every id and no other, in every language that there is', () => {
    for (const language of languagesOf('questions')) {
      expect([language, differences(ids, read(`questions/${language}.json`))]).toEqual([
        language,
        [],
      ]);
    }
    for (const language of languagesOf('agendas')) {
      const found = differences(agendaIds, read(`agendas/${language}.json`));
      expect([language, found]).toEqual([language, []]);
    }
    const coaching = Object.keys(read('coaching/en.json'));
    for (const language of languagesOf('coaching')) {
      expect(differences(coaching, read(`coaching/${language}.json`))).toEqual([]);
    }
    expect([languagesOf('questions'), languagesOf('agendas')]).toEqual([['en'], ['en']]);
  });

  test('is found out when it lacks one, has one too many, or leaves one empty', () => {
    expect(differences(['a.1', 'a.2'], { 'a.1': 'A?', 'b.1': '' })).toEqual([
      'missing: a.2',
      'extra: b.1',
      'empty: b.1',
    ]);
  });
});

describe('the bank', () => {
  test.each(Object.entries(PRACTICE))('%s: covers each of its subjects', async (_, subjects) => {
    const questions = await loadQuestions('en');
    for (const subject of subjects) {
      const some = questions.filter(({ id }) => subjectOf(id) === subject);
      const depths = new Set<Depth>(some.map(({ depth }) => depth));
      expect([subject, ...[...depths].toSorted()]).toEqual([subject, 'deep', 'light', 'open']);
      // Each of the two has some to ask: of the other one, or of both.
      for (const me of ['manager', 'report'] as const) {
        const mine = some.filter(({ asks }) => asks !== me).length;
        expect([subject, me, mine >= 2]).toEqual([subject, me, true]);
      }
    }
  });

  test('has at least 120 questions, of no other subject, each once', async () => {
    const questions = await loadQuestions('en');
    expect(questions.length).toBeGreaterThanOrEqual(120);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    expect(new Set(questions.map(({ text }) => text.toLowerCase())).size).toBe(questions.length);
    const subjects = new Set(questions.map(({ id }) => subjectOf(id)));
    expect([...subjects].toSorted()).toEqual(Object.values(PRACTICE).flat().toSorted());
    for (const { id, asks, depth } of questions) {
      expect(bankQuestionId.safeParse(id).success).toBe(true);
      expect(['manager', 'report', 'both']).toContain(asks);
      expect(['light', 'open', 'deep']).toContain(depth);
    }
  });
});

/** Answered by "yes" or "no", and then the talk is over. */
const CLOSED = /^(do|does|did|are|is|was|were|have|has|had|can|could|will|would|should) /i;
/** What moralises, or plays therapist (PRACTICE C3). */
const TONE = /\b(must|ought|trauma|heal|coping|therap\w*|feelings?|emotions?|toxic)\b/i;

test.each(['questions/en.json', 'coaching/en.json'])(
  'C3: every text of %s is one short, open question',
  (file) => {
    const texts = Object.values(read(file)) as string[];
    for (const text of texts) {
      expect(text).toMatch(/^[A-Z][^?!]*\?$/);
      expect([text, text.length <= 120]).toEqual([text, true]);
      expect(text).not.toMatch(TONE);
    }
    expect(texts.filter((text) => CLOSED.test(text)).length).toBeLessThanOrEqual(3);
  },
);

test('A6: there are coaching questions enough not to repeat oneself', () => {
  expect(Object.keys(read('coaching/en.json')).length).toBeGreaterThanOrEqual(15);
});

describe('D4: the ready agendas', () => {
  test('are six, each with a handful of topics that either of the two may raise', async () => {
    const [agendas, questions] = await Promise.all([loadAgendas('en'), loadQuestions('en')]);
    expect(agendas.map(({ id }) => id)).toEqual([
      FIRST_AGENDA,
      'regular',
      'growth',
      'hard',
      'skip',
      'last',
    ]);
    for (const { id, name, about, lines } of agendas) {
      expect([id, name !== '', about !== '']).toEqual([id, true, true]);
      expect([id, lines.length >= 4 && lines.length <= 7]).toEqual([id, true]);
      for (const { text, question } of lines) {
        expect([text, lineText.safeParse(text).success]).toEqual([text, true]);
        expect([text, text.length <= 120]).toEqual([text, true]);
        const asked = questions.find((one) => one.id === question);
        expect([text, asked?.asks ?? 'both']).toEqual([text, 'both']);
      }
    }
  });

  test('A5: the one for growth has a question of each of its subjects', () => {
    const subjects = new Set(ready['growth']?.map(subjectOf));
    for (const subject of PRACTICE.A5) expect(subjects).toContain(subject);
  });

  test('C1: the first has goals and expectations, feedback and communication, current challenges', async () => {
    const first = (await loadAgendas('en')).find(({ id }) => id === FIRST_AGENDA);
    const said = first?.lines.map(({ text }) => text).join(' ') ?? '';
    for (const about of [/goal/i, /expect/i, /feedback/i, /reached/i, /challenge/i]) {
      expect(said).toMatch(about);
    }
  });
});
