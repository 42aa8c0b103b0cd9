import { describe, expect, test } from '@jest/globals';
import {
  applyToShared,
  applyToView,
  type AgendaCommand,
  type LineCommand,
  type SharedCommand,
} from '@rapport/domain/agenda';
import { recordOf, type MeetingRecord } from '@rapport/domain/meeting';
import { DomainError } from '@rapport/domain/errors';
import type { Role } from '@rapport/domain/person';
import { changePage, EMPTY_PAGE } from '@rapport/domain/privatePage';
import { acceptInvitation } from '@rapport/domain/invitation';
import { bothAgreed, next } from '@rapport/domain/member';
import { type Series, type SeriesView } from '@rapport/domain/series';
import { liveLines, type Doing, type Line } from '@rapport/domain/line';
import { EARLIER_PER_LINE } from '@rapport/domain/revision';
import { viewFor } from '@rapport/domain/view';
import fc from 'fast-check';
import { AT, id, newSeries, ravi } from './support';

/** What a person on one device does next, seen from what that device shows. */
type Gesture =
  | { readonly kind: 'add'; readonly noun: Noun; readonly text: string }
  | {
      readonly kind: 'edit' | 'remove';
      readonly noun: Noun;
      readonly pick: number;
      readonly text: string;
    }
  | { readonly kind: 'move' | 'open' | 'tick'; readonly pick: number; readonly to: number }
  | {
      readonly kind: 'dispute';
      readonly noun: 'Note' | 'Action';
      readonly pick: number;
      readonly text: string | null;
      readonly stands: boolean;
    }
  | { readonly kind: 'wrapUp' | 'finish' | 'resume' };

type Noun = 'Topic' | 'Note' | 'Action';

type Step =
  | {
      readonly do: 'gesture';
      readonly device: number;
      readonly gesture: Gesture;
      /** Minutes since what was done before. */
      readonly later: number;
    }
  /** The device's oldest unanswered command reaches the api. */
  | { readonly do: 'deliver'; readonly device: number }
  /** A command that was answered long ago arrives once more. */
  | { readonly do: 'repeat'; readonly pick: number }
  /** The device reads what the api has. */
  | { readonly do: 'read'; readonly device: number };

/** Shared commands only: what a person keeps to themselves is not what the two could disagree on. */
type Command = LineCommand | SharedCommand;

interface Sent {
  readonly command: Command;
  readonly doing: Doing;
}

interface Device {
  readonly by: Role;
  base: SeriesView;
  pending: Sent[];
}

/** Two people, one of them on two devices. */
const DEVICES: readonly Role[] = ['manager', 'report', 'report'];
const someDevice = fc.nat({ max: DEVICES.length - 1 });
const pick = fc.nat({ max: 20 });
const text = fc.stringMatching(/^[a-z]{1,6}$/);

const noun = fc.constantFrom<Noun>('Topic', 'Topic', 'Note', 'Action');

const gesture: fc.Arbitrary<Gesture> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('add' as const), noun, text }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('edit' as const, 'remove' as const),
      noun,
      pick,
      text,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('move' as const, 'open' as const, 'tick' as const),
      pick,
      to: pick,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('dispute' as const),
      noun: fc.constantFrom('Note' as const, 'Action' as const),
      pick,
      text: fc.option(text),
      stands: fc.constantFrom(true, true, false),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('wrapUp' as const, 'finish' as const, 'resume' as const),
    }),
  },
);

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('gesture' as const),
        device: someDevice,
        gesture,
        later: fc.constantFrom(0, 0, 3, 8, 30),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('deliver' as const), device: someDevice }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('repeat' as const), pick }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('read' as const), device: someDevice }) },
  ),
  // The default size would stop at ten steps, too few for two devices to clash.
  { maxLength: 60, size: 'max' },
);

/** What a rule of the domain gives, or what stands when it says no. */
function orRefused<T>(run: () => T, otherwise: T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof DomainError) return otherwise;
    throw error;
  }
}

/** The api reduced to what the promise is about: one order of commands, each key once. */
class World {
  series: Series = acceptInvitation(newSeries(), ravi, { terms: 1, agree: true }, AT);
  readonly devices: Device[];
  readonly answered: Sent[] = [];
  readonly accepted: Sent[] = [];
  /** Finished meetings. */
  readonly records: MeetingRecord[] = [];
  private ids = 100;
  private minutes = 0;

  constructor() {
    this.devices = DEVICES.map((by) => ({ by, base: this.viewOf(by), pending: [] }));
  }

  viewOf(by: Role): SeriesView {
    return viewFor(this.series, EMPTY_PAGE, by, AT);
  }

  shown({ base, pending, by }: Device): SeriesView {
    return pending.reduce(
      (view, { command, doing }) => {
        const onShared = { ...command, page: 'shared' } as AgendaCommand;
        return orRefused(() => applyToView(view, onShared, doing), view);
      },
      { ...base, me: by },
    );
  }

  give(device: Device, action: Gesture, later: number): void {
    this.minutes += later;
    const command = this.commandOf(this.shown(device), action);
    if (!command) return;
    device.pending.push({
      command,
      doing: { by: device.by, at: minutesAfter(this.minutes), commandId: id((this.ids += 1)) },
    });
  }

  private commandOf(view: SeriesView, action: Gesture): Command | null {
    const { number } = view.meeting;
    switch (action.kind) {
      case 'add':
        return this.addition(view, action.noun, action.text);
      case 'edit':
      case 'remove':
        return changeOf(view, action);
      case 'dispute':
        return disputeOf(view, action);
      case 'wrapUp':
        return { type: 'wrapUp', number };
      case 'resume':
        return { type: 'resumeMeeting', number };
      case 'finish':
        return { type: 'finishMeeting', number, nextAt: null };
      default:
        return onTopic(view, action);
    }
  }

  private addition(view: SeriesView, kind: Noun, words: string): Command {
    const added = { id: id((this.ids += 1)), text: words };
    if (kind === 'Topic') return { type: 'addTopic', ...added };
    if (kind === 'Note') return { type: 'addNote', ...added, topic: view.meeting.topic };
    return { type: 'addAction', ...added, owner: view.me, due: null };
  }

  arrive(sent: Sent): void {
    if (this.answered.includes(sent)) return;
    this.answered.push(sent);
    const { command, doing } = sent;
    const terms = { minutes: this.series.minutes, agreed: bothAgreed(this.series) };
    const before = this.series;
    const after = orRefused(() => applyToShared(before, command, doing, terms), null);
    // The same words again, or a move to where it stands: there is nothing that could be lost.
    if (!after || after === before) return;
    this.series = next(before, after);
    if (after.meeting.number > before.meeting.number) this.records.push(recordOf(before, doing.at));
    this.accepted.push(sent);
  }

  deliver(device: Device): void {
    const sent = device.pending[0];
    if (!sent) return;
    this.arrive(sent);
    device.pending = device.pending.slice(1);
    device.base = this.viewOf(device.by);
  }

  take(step: Step): void {
    if (step.do === 'repeat') {
      const sent = this.answered[step.pick % Math.max(this.answered.length, 1)];
      if (sent) this.arrive(sent);
      return;
    }
    const at = this.devices[step.device];
    if (!at) return;
    if (step.do === 'gesture') this.give(at, step.gesture, step.later);
    else if (step.do === 'deliver') this.deliver(at);
    else at.base = this.viewOf(at.by);
  }

  settle(): void {
    for (const at of this.devices) while (at.pending.length > 0) this.deliver(at);
    for (const at of this.devices) at.base = this.viewOf(at.by);
  }
}

/** Where it stands, whether it is the one they are at, and whether it is ticked off: either may say. */
function onTopic(
  { topics, meeting }: SeriesView,
  action: Extract<Gesture, { kind: 'move' | 'open' | 'tick' }>,
): Command | null {
  const topic = topics[action.pick % Math.max(topics.length, 1)];
  if (!topic) return null;
  const { id: named } = topic;
  if (action.kind === 'open') return { type: 'openTopic', number: meeting.number, topic: named };
  if (action.kind === 'tick' && action.to % 4 === 3) {
    return { type: 'markTopic', id: named, level: action.pick % 2 ? 'strategic' : 'tactical' };
  }
  if (action.kind === 'tick') {
    return { type: 'discussTopic', id: named, discussed: action.to % 3 > 0 };
  }
  const group = topics.filter((other) => other !== topic && other.by === topic.by);
  const after = group[action.to % (group.length + 1)]?.id ?? null;
  return { type: 'moveTopic', id: named, after };
}

/** Any line, the other one's too: a client that tries must get nowhere. */
function changeOf(
  view: SeriesView,
  action: Extract<Gesture, { kind: 'edit' | 'remove' }>,
): Command | null {
  const lines = { Topic: view.topics, Note: view.notes, Action: view.actions }[action.noun];
  const line = lines[action.pick % Math.max(lines.length, 1)];
  if (!line) return null;
  const { version } = line;
  if (action.kind === 'remove') return { type: `remove${action.noun}`, id: line.id, version };
  const edit = { id: line.id, text: action.text, version };
  return action.noun === 'Action'
    ? { type: 'editAction', ...edit, owner: view.me, due: null }
    : { type: `edit${action.noun}`, ...edit };
}

/** Any line, one's own too, and words that were read before they were changed. */
function disputeOf(
  { notes, actions }: SeriesView,
  { noun: kind, pick: n, text: words, stands }: Extract<Gesture, { kind: 'dispute' }>,
): Command | null {
  const lines: Line[] = kind === 'Note' ? notes : actions;
  const line = lines[n % Math.max(lines.length, 1)];
  if (!line) return null;
  const known = [line.version, ...(line.earlier ?? []).map(({ version }) => version)];
  const version = known[n % known.length] ?? line.version;
  return { type: `dispute${kind}`, id: line.id, version, text: words, stands };
}

const minutesAfter = (minutes: number): string =>
  new Date(Date.parse(AT) + minutes * 60_000).toISOString();

/** Every line that stands anywhere: now, and in the meetings that were. */
const standing = ({ series, records }: World): Line[] => [
  ...liveLines<Line>(series.topics),
  ...liveLines<Line>(series.notes),
  ...liveLines<Line>(series.actions),
  ...records.flatMap(({ topics, notes, actions }) => [...topics, ...notes, ...actions]),
];

const play = (all: readonly Step[]): World => {
  const world = new World();
  for (const step of all) world.take(step);
  world.settle();
  return world;
};

describe('two people on one agenda', () => {
  test('D1: any interleaving, delayed and repeated, shows both the same', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const world = play(all);
        const [first, ...others] = world.devices.map((at) => {
          // What each is told about themselves, and what is for the manager alone (PRACTICE B3).
          const { newToThis: _, ...shown } = world.shown(at);
          const terms = { ...shown.terms, commonConcern: null };
          return { ...shown, me: 'manager', terms, subjectsLeft: 0 };
        });
        for (const other of others) expect(other).toEqual(first);
      }),
      { numRuns: 500 },
    );
  });

  test('D1, D2: nothing entered is lost: it stands, now or in a meeting that was, or was replaced', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const world = play(all);
        const live = standing(world);
        const replaced = new Set(
          world.accepted.flatMap(({ command }) => ('version' in command ? [command.version] : [])),
        );
        for (const { command, doing } of world.accepted) {
          if (!('text' in command) || 'stands' in command) continue;
          const stands = live.some((line) => line.version === doing.commandId);
          const sameWords = live.some((line) => line.text === command.text);
          expect(stands || sameWords || replaced.has(doing.commandId)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('D1: what one wrote is never changed or removed by the other', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const world = play(all);
        const by = new Map(world.accepted.map(({ doing }) => [doing.commandId, doing.by]));
        for (const line of standing(world)) expect(by.get(line.version)).toBe(line.by);
      }),
      { numRuns: 200 },
    );
  });

  /** What was written by whom and when, by the command that wrote it. */
  const writings = ({ accepted }: World) =>
    new Map(
      accepted.flatMap(({ command, doing }) =>
        'text' in command && !('stands' in command)
          ? [[doing.commandId, { ...doing, text: command.text }] as const]
          : [],
      ),
    );

  test('E2: an earlier wording is one that its author wrote, then; none is kept twice, nor too many', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const world = play(all);
        const written = writings(world);
        for (const line of standing(world)) {
          const earlier = line.earlier ?? [];
          for (const { text: words, version, at, until } of earlier) {
            const writing = written.get(version);
            expect(writing).toMatchObject({ text: words, by: line.by });
            // Only another owner or day came between: the words are as old as they were.
            const sameWords = [...written.values()].some(
              (one) => one.text === words && one.by === line.by && one.at === at,
            );
            expect(sameWords).toBe(true);
            expect(at <= until).toBe(true);
          }
          expect(new Set([line, ...earlier].map(({ version }) => version)).size).toBe(
            earlier.length + 1,
          );
          expect(earlier.length).toBeLessThanOrEqual(EARLIER_PER_LINE);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('E2: nobody says anything below their own words, and what is said there is of its author', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const world = play(all);
        const said = world.accepted.flatMap(({ command, doing }) =>
          'stands' in command && command.stands ? [{ ...command, ...doing }] : [],
        );
        for (const { id: line, by, dispute } of standing(world)) {
          if (!dispute) continue;
          const { text: words, at } = dispute;
          const found = said.find((one) => one.id === line && one.text === words && one.at === at);
          expect(found?.by).toBe(by === 'manager' ? 'report' : 'manager');
        }
      }),
      { numRuns: 500 },
    );
  });

  test('D1: a repeated command changes nothing', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { series, accepted } = play(all);
        const last = accepted.at(-1);
        if (!last) return;
        const terms = { minutes: 30, agreed: true };
        // Saying no changes nothing either.
        const repeated = orRefused(
          () => applyToShared(series, last.command, last.doing, terms),
          series,
        );
        expect(repeated).toEqual(series);
      }),
      { numRuns: 500 },
    );
  });

  test('D1: every id stands once', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { topics, notes, actions } = play(all).series;
        const ids = [...topics, ...notes, ...actions].map((entry) => entry.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test('D2: a topic that was not ticked off is there in the next meeting, one that was is not', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const world = play(all);
        const stand = new Set(liveLines<Line>(world.series.topics).map(({ id: topic }) => topic));
        const ticked = world.records.flatMap(({ topics }) =>
          topics.filter(({ discussedAt }) => discussedAt !== null),
        );
        for (const topic of ticked) expect(stand.has(topic.id)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

const TERMS = { minutes: 30, agreed: true };

describe('what only one may read', () => {
  const words = fc.array(text, { minLength: 1, maxLength: 8 });

  test('C4: an "only me" topic or note appears in nothing the other one is given', () => {
    fc.assert(
      fc.property(words, words, fc.constantFrom<Role>('manager', 'report'), (mine, shared, me) => {
        const other: Role = me === 'manager' ? 'report' : 'manager';
        const joined = acceptInvitation(newSeries(), ravi, { terms: 1, agree: true }, AT);
        const doing = (n: number): Doing => ({ by: me, at: AT, commandId: id(n) });
        const page = mine.reduce(
          (all, word, n) =>
            changePage(
              changePage(all, { type: 'addTopic', id: id(n), text: `secret-${word}` }, doing(n)),
              { type: 'addNote', id: id(200 + n), text: `secret-${word}`, topic: null },
              doing(200 + n),
            ),
          EMPTY_PAGE,
        );
        const series = shared.reduce<Series>((all, word, n) => {
          const command = { type: 'addTopic', id: id(500 + n), text: word } as const;
          return next(all, applyToShared(all, command, doing(500 + n), TERMS));
        }, joined);
        const given = JSON.stringify(viewFor(series, EMPTY_PAGE, other, AT));
        expect(given).not.toContain('secret-');
        const { onlyMe } = viewFor(series, page, me, AT);
        expect([onlyMe.topics.length, onlyMe.notes.length]).toEqual([mine.length, mine.length]);
      }),
    );
  });

  test('A1: no view carries the id of a person, or whoever asked to join to anybody but the manager', () => {
    const open = newSeries({ report: null });
    const asked: Series = {
      ...open,
      joinRequest: { id: id(9), person: { id: ravi.id, name: 'Asking Person' }, at: AT },
    };
    for (const by of ['manager', 'report'] as const) {
      const given = JSON.stringify(viewFor(asked, EMPTY_PAGE, by, AT));
      expect(given).not.toContain(ravi.id.slice(0, 36));
      expect(given.includes('Asking Person')).toBe(by === 'manager');
    }
  });
});
