import { describe, expect, test } from '@jest/globals';
import { applyToShared, type SharedCommand } from '@rapport/domain/agenda';
import type { Shared } from '@rapport/domain/meeting';
import type { Role } from '@rapport/domain/person';
import {
  changeQuestions,
  HIDDEN_QUESTIONS,
  liveQuestions,
  NO_QUESTIONS,
  OWN_QUESTION_RULES,
  questionsAfter,
  REMEMBERED_MEETINGS,
  REMEMBERED_QUESTIONS,
  rememberQuestions,
  type QuestionCommand,
} from '@rapport/domain/seriesQuestions';
import { QUESTION_LENGTH } from '@rapport/domain/limits';
import { addTopic, liveTopics, type Topic } from '@rapport/domain/topic';
import fc from 'fast-check';
import { BANK } from './bank';
import { AT, code, id, newSeries } from './support';

const doing = (n: number, by: Role = 'report') => ({ by, at: AT, commandId: id(n) });
const change = (before: typeof NO_QUESTIONS, command: QuestionCommand, n = 50, by?: Role) =>
  changeQuestions(before, command, doing(n, by));
const added = change(NO_QUESTIONS, { type: 'addQuestion', id: id(1), text: 'Ours?' }, 10);

describe('B8: questions of their own', () => {
  test('are added by either, and changed, removed and brought back by the one who wrote them', () => {
    expect(liveQuestions(added).own).toMatchObject([{ id: id(1), by: 'report', text: 'Ours?' }]);
    const edit = { type: 'editQuestion', id: id(1), text: 'Theirs?', version: id(10) } as const;
    const edited = change(added, edit, 11);
    expect(liveQuestions(edited).own).toMatchObject([{ text: 'Theirs?' }]);
    const remove = { type: 'removeQuestion', id: id(1), version: id(11) } as const;
    for (const command of [edit, remove]) {
      expect(code(() => change(edited, command, 12, 'manager'))).toBe('line.notYours');
    }
    const removed = change(edited, remove, 12);
    expect(JSON.stringify(removed)).not.toContain('Theirs');
    const restore = { type: 'restoreQuestion', id: id(1), text: 'Theirs?' } as const;
    expect(liveQuestions(change(removed, restore, 13)).own).toMatchObject([{ text: 'Theirs?' }]);
  });

  test('are no more than fit', () => {
    const full = Array.from({ length: OWN_QUESTION_RULES.limit }, (_, n) => n + 100).reduce(
      (all, n) => change(all, { type: 'addQuestion', id: id(n), text: `${n}?` }, n + 200),
      NO_QUESTIONS,
    );
    const more = { type: 'addQuestion', id: id(1), text: 'One more?' } as const;
    expect(code(() => change(full, more))).toBe('questions.full');
  });

  test('are hidden for both by either, and shown again by either', () => {
    const hide = { type: 'hideQuestion', question: 'proud.1', hidden: true } as const;
    const hidden = change(added, hide, 20, 'manager');
    expect(hidden.hidden).toEqual(['proud.1']);
    expect(change(hidden, hide, 21, 'report')).toBe(hidden);
    expect(change(hidden, { ...hide, hidden: false }, 22, 'report').hidden).toEqual([]);
    const many = BANK.slice(0, HIDDEN_QUESTIONS).reduce(
      (all, question) => change(all, { ...hide, question: question.id }),
      NO_QUESTIONS,
    );
    const more = { ...hide, question: BANK.at(-1)?.id ?? '' };
    expect(code(() => change(many, more))).toBe('questions.tooManyHidden');
    // Half of the bank and more is still offered.
    expect(HIDDEN_QUESTIONS).toBeLessThan(BANK.length / 2);
  });
});

/** Everything the two can do to the questions, over as many meetings as they like. */
const steps = fc.array(
  fc.record({
    by: fc.constantFrom<Role>('manager', 'report'),
    kind: fc.constantFrom('add', 'edit', 'remove', 'restore', 'hide', 'show', 'raise', 'finish'),
    pick: fc.nat({ max: 40 }),
  }),
  { maxLength: 120, size: 'max' },
);
type Step = Parameters<Parameters<typeof steps.map>[0]>[0][number];

function commandOf(shared: Shared, { kind, pick }: Step, n: number): SharedCommand | null {
  const own = liveQuestions(shared.questions).own;
  const one = own[pick % Math.max(1, own.length)];
  const text = 'x'.repeat(QUESTION_LENGTH);
  if (kind === 'add') return { type: 'addQuestion', id: id(n), text };
  if (kind === 'hide' || kind === 'show') {
    const question =
      one && pick % 3 === 0 ? one.id : (BANK[(pick * 7 + n) % BANK.length]?.id ?? '');
    return { type: 'hideQuestion', question, hidden: kind === 'hide' };
  }
  if (kind === 'finish')
    return { type: 'finishMeeting', number: shared.meeting.number, nextAt: null };
  if (!one) return null;
  if (kind === 'edit')
    return { type: 'editQuestion', id: one.id, text: `${n}?`, version: one.version };
  if (kind === 'remove') return { type: 'removeQuestion', id: one.id, version: one.version };
  return { type: 'restoreQuestion', id: one.id, text };
}

describe('what is remembered', () => {
  const remember = (all: readonly Step[]): Shared =>
    all.reduce<Shared>((shared, step, n) => {
      const made = doing(5000 + n, step.by);
      const terms = { minutes: 30, agreed: true };
      let after = shared;
      const command: Parameters<typeof applyToShared>[1] | null =
        step.kind === 'raise'
          ? {
              type: 'addTopic',
              id: id(9000 + n),
              text: 'q',
              question: BANK[(step.pick * 5 + n) % BANK.length]?.id ?? null,
            }
          : commandOf(shared, step, 1000 + n);
      if (step.kind === 'finish') {
        const start = {
          type: 'startMeeting',
          number: shared.meeting.number,
          endsAt: null,
        } as const;
        after = applyToShared(after, start, made, terms);
      }
      const given = after;
      if (!command) return given;
      const refused = code(() => (after = applyToShared(given, command, made, terms)));
      expect(['accepted', 'line.notYours', 'questions.full', 'agenda.full']).toContain(refused);
      return after;
    }, newSeries());

  test('never grows without bound, and what is hidden of their own goes with it', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { questions = NO_QUESTIONS, asked, meeting } = remember(all);
        expect(liveQuestions(questions).own.length).toBeLessThanOrEqual(OWN_QUESTION_RULES.limit);
        expect(questions.hidden.length).toBeLessThanOrEqual(HIDDEN_QUESTIONS);
        expect(asked.length).toBeLessThanOrEqual(REMEMBERED_QUESTIONS);
        expect(new Set(asked.map(({ question }) => question)).size).toBe(asked.length);
        for (const entry of asked) {
          expect(entry.meeting).toBeGreaterThanOrEqual(meeting.number - REMEMBERED_MEETINGS);
        }
        expect(questions.own.length).toBeLessThanOrEqual(
          OWN_QUESTION_RULES.limit + (OWN_QUESTION_RULES.removed ?? 0),
        );
        // What all of it takes at most of the 24 kB that a head holds, in letters of one byte.
        expect(JSON.stringify({ questions, asked }).length).toBeLessThan(11_000);
        expect(questions.growth).toBeLessThan(meeting.number);
      }),
      { numRuns: 100 },
    );
  });

  test('the same command again changes nothing', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let shared: Shared = newSeries();
        all.forEach((step, n) => {
          const command =
            step.kind === 'finish' || step.kind === 'raise'
              ? null
              : commandOf(shared, step, 1000 + n);
          if (!command) return;
          const once = (from: Shared): Shared =>
            applyToShared(from, command, doing(5000 + n, step.by), { minutes: 30, agreed: true });
          let after = shared;
          if (code(() => (after = once(shared))) !== 'accepted') return;
          // A place that was forgotten is not known any more; the api knows the repeat by its key.
          let again = after;
          expect(['accepted', 'question.unknown']).toContain(code(() => (again = once(after))));
          expect(again).toBe(after);
          shared = after;
        });
      }),
      { numRuns: 50 },
    );
  });

  test('a hidden question of their own is forgotten after the meeting in which it was removed', () => {
    const remove = { type: 'removeQuestion', id: id(1), version: id(10) } as const;
    const hide = (question: string) => ({ type: 'hideQuestion', question, hidden: true }) as const;
    const hidden = change(change(added, hide(id(1))), hide('proud.1'));
    expect(questionsAfter(hidden, [], 1)?.hidden).toEqual([id(1), 'proud.1']);
    expect(questionsAfter(change(hidden, remove), [], 1)).toMatchObject({
      own: [],
      hidden: ['proud.1'],
    });
  });

  const asTopics = (questions: readonly string[]): Topic[] =>
    questions.flatMap((question, n) =>
      liveTopics(addTopic([], { id: id(n), text: question, question }, doing(600 + n))),
    );

  test('is forgotten after four meetings', () => {
    let asked: ReturnType<typeof rememberQuestions> = [];
    for (let meeting = 1; meeting <= 10; meeting += 1) {
      asked = rememberQuestions(asked, asTopics([`proud.${meeting}`]), meeting);
      expect(asked.map((entry) => entry.meeting)).toEqual(
        [meeting - 3, meeting - 2, meeting - 1, meeting].filter((number) => number > 0),
      );
    }
    expect(asked).toHaveLength(REMEMBERED_MEETINGS);
  });

  test('is bounded also where a pair asks more than anybody asks, the latest kept', () => {
    const asked = [1, 2, 3].reduce<ReturnType<typeof rememberQuestions>>(
      (all, meeting) =>
        rememberQuestions(
          all,
          asTopics(Array.from({ length: 40 }, (_, n) => `proud.${meeting}${n}`)),
          meeting,
        ),
      [],
    );
    expect(asked).toHaveLength(REMEMBERED_QUESTIONS);
    expect(asked.at(-1)).toEqual({ question: 'proud.339', meeting: 3 });
  });

  test('A5: a question about growth counts once it was talked about, not while it only stands there', () => {
    const terms = { minutes: 30, agreed: true };
    const play = (...commands: Parameters<typeof applyToShared>[1][]): Shared =>
      commands.reduce<Shared>(
        (shared, command, n) => applyToShared(shared, command, doing(700 + n), terms),
        newSeries(),
      );
    const raise = { type: 'addTopic', id: id(3), text: 'q', question: 'craft.1' } as const;
    const start = { type: 'startMeeting', number: 1, endsAt: null } as const;
    const finish = { type: 'finishMeeting', number: 1, nextAt: null } as const;
    const tick = { type: 'discussTopic', id: id(3), discussed: true } as const;
    const note = { type: 'addNote', id: id(4), text: 'n', topic: id(3) } as const;
    const growth = (shared: Shared): number => liveQuestions(shared.questions).growth;
    expect(growth(play(raise, start, tick, finish))).toBe(1);
    expect(growth(play(raise, start, note, finish))).toBe(1);
    expect(growth(play(raise, start, finish))).toBe(0);
    expect(growth(play({ ...raise, question: 'proud.1' }, start, tick, finish))).toBe(0);
  });
});

test('B8: only questions that there are can be hidden, so that made up ones take nobody’s room', () => {
  const hides = (question: string, hidden = true) =>
    change(added, { type: 'hideQuestion', question, hidden });
  for (const { id: known } of BANK) expect(hides(known).hidden).toEqual([known]);
  expect(hides(id(1)).hidden).toEqual([id(1)]);
  for (const made of ['proud.0', 'proud.01', 'proud.6', 'expectations.7', 'constructor.1', id(2)]) {
    expect(code(() => hides(made))).toBe('question.unknown');
    expect(hides(made, false)).toBe(added);
  }
});
