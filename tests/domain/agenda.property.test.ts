import { describe, expect, test } from '@jest/globals';
import {
  applyToTopics,
  applyToView,
  type AgendaCommand,
  type TopicCommand,
} from '@rapport/domain/agenda';
import { DomainError } from '@rapport/domain/errors';
import type { Role } from '@rapport/domain/person';
import { changePage, EMPTY_PAGE } from '@rapport/domain/privatePage';
import { acceptInvitation, next, type Series, type SeriesView } from '@rapport/domain/series';
import { isLive, liveTopics, type Doing, type TopicEntry } from '@rapport/domain/topic';
import { viewFor } from '@rapport/domain/view';
import fc from 'fast-check';
import { AT, id, newSeries, ravi } from './support';

/** What a person on one device does next, seen from what that device shows. */
type Gesture =
  | { readonly kind: 'add'; readonly text: string }
  | { readonly kind: 'edit' | 'remove'; readonly pick: number; readonly text: string }
  | { readonly kind: 'move'; readonly pick: number; readonly to: number };

type Step =
  | { readonly do: 'gesture'; readonly device: number; readonly gesture: Gesture }
  /** The device's oldest unanswered command reaches the api. */
  | { readonly do: 'deliver'; readonly device: number }
  /** A command that was answered long ago arrives once more. */
  | { readonly do: 'repeat'; readonly pick: number }
  /** The device reads what the api has. */
  | { readonly do: 'read'; readonly device: number };

interface Sent {
  readonly command: TopicCommand;
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

const gesture: fc.Arbitrary<Gesture> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), text }),
  fc.record({ kind: fc.constantFrom('edit' as const, 'remove' as const), pick, text }),
  fc.record({ kind: fc.constant('move' as const), pick, to: pick }),
);

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('gesture' as const), device: someDevice, gesture }),
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
  private ids = 100;

  constructor() {
    this.devices = DEVICES.map((by) => ({ by, base: this.viewOf(by), pending: [] }));
  }

  viewOf(by: Role): SeriesView {
    return viewFor(this.series, EMPTY_PAGE, by, AT);
  }

  shown({ base, pending, by }: Device): SeriesView {
    return pending.reduce(
      (view, { command, doing }) => {
        const onShared = { ...command, list: 'shared' } as AgendaCommand;
        return orRefused(() => applyToView(view, onShared, doing), view);
      },
      { ...base, me: by },
    );
  }

  give(device: Device, action: Gesture): void {
    const command = this.commandOf(device, action);
    if (!command) return;
    device.pending.push({
      command,
      doing: { by: device.by, at: AT, commandId: id((this.ids += 1)) },
    });
  }

  private commandOf(device: Device, action: Gesture): TopicCommand | null {
    const { agenda } = this.shown(device);
    if (action.kind === 'add') {
      return { type: 'addTopic', id: id((this.ids += 1)), text: action.text };
    }
    if (action.kind === 'move') {
      const topic = agenda[action.pick % Math.max(agenda.length, 1)];
      const group = agenda.filter((other) => other !== topic && other.raisedBy === topic?.raisedBy);
      const after = group[action.to % (group.length + 1)]?.id ?? null;
      return topic ? { type: 'moveTopic', id: topic.id, after } : null;
    }
    // Any topic, the other one's too: a client that tries must get nowhere.
    const topic = agenda[action.pick % Math.max(agenda.length, 1)];
    if (!topic) return null;
    return action.kind === 'edit'
      ? { type: 'editTopic', id: topic.id, text: action.text, version: topic.version }
      : { type: 'removeTopic', id: topic.id, version: topic.version };
  }

  arrive(sent: Sent): void {
    if (this.answered.includes(sent)) return;
    this.answered.push(sent);
    const topics = orRefused(
      () => applyToTopics(this.series.topics, sent.command, sent.doing),
      null,
    );
    // The same words again, or a move to where it stands: there is nothing that could be lost.
    if (!topics || topics === this.series.topics) return;
    this.series = next(this.series, { topics: [...topics] });
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
    if (step.do === 'gesture') this.give(at, step.gesture);
    else if (step.do === 'deliver') this.deliver(at);
    else at.base = this.viewOf(at.by);
  }

  settle(): void {
    for (const at of this.devices) while (at.pending.length > 0) this.deliver(at);
    for (const at of this.devices) at.base = this.viewOf(at.by);
  }
}

const play = (all: readonly Step[]): World => {
  const world = new World();
  for (const step of all) world.take(step);
  world.settle();
  return world;
};

describe('two people on one agenda', () => {
  test('D1: any interleaving, delayed and repeated, gives both the same agenda', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const world = play(all);
        const [first, ...others] = world.devices.map((at) => world.shown(at).agenda);
        for (const other of others) expect(other).toEqual(first);
      }),
      { numRuns: 500 },
    );
  });

  test('D1: nothing entered is lost: it stands, or somebody who had read it changed or removed it', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const world = play(all);
        const live = liveTopics(world.series.topics);
        const replaced = new Set(
          world.accepted.flatMap(({ command }) => ('version' in command ? [command.version] : [])),
        );
        for (const { command, doing } of world.accepted) {
          if (command.type !== 'addTopic' && command.type !== 'editTopic') continue;
          const stands = live.some((topic) => topic.version === doing.commandId);
          const sameWords = live.some((topic) => topic.text === command.text);
          expect(stands || sameWords || replaced.has(doing.commandId)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('D1: what one raised is never changed or removed by the other', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const world = play(all);
        const by = new Map(world.accepted.map(({ doing }) => [doing.commandId, doing.by]));
        for (const topic of liveTopics(world.series.topics)) {
          expect(by.get(topic.version)).toBe(topic.raisedBy);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('D1: a repeated command changes nothing', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const world = play(all);
        const before = world.series.topics;
        const last = world.accepted.at(-1);
        if (!last) return;
        // Saying no changes nothing either.
        const repeated = orRefused(() => applyToTopics(before, last.command, last.doing), before);
        expect(repeated).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  test('D1: every id stands once', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const ids = play(all).series.topics.map((entry: TopicEntry) => entry.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

describe('what only one may read', () => {
  const words = fc.array(text, { minLength: 1, maxLength: 8 });

  test('C4: an "only me" topic appears in nothing the other one is given', () => {
    fc.assert(
      fc.property(words, words, fc.constantFrom<Role>('manager', 'report'), (mine, shared, me) => {
        const other: Role = me === 'manager' ? 'report' : 'manager';
        const joined = acceptInvitation(newSeries(), ravi, { terms: 1, agree: true }, AT);
        const doing = (n: number): Doing => ({ by: me, at: AT, commandId: id(n) });
        const page = mine.reduce(
          (all, word, n) =>
            changePage(all, { type: 'addTopic', id: id(n), text: `secret-${word}` }, doing(n)),
          EMPTY_PAGE,
        );
        const topics = shared.reduce<readonly TopicEntry[]>(
          (all, word, n) =>
            applyToTopics(all, { type: 'addTopic', id: id(500 + n), text: word }, doing(500 + n)),
          [],
        );
        const series = next(joined, { topics: [...topics] });
        const given = JSON.stringify(viewFor(series, EMPTY_PAGE, other, AT));
        expect(given).not.toContain('secret-');
        expect(viewFor(series, page, me, AT).onlyMe).toHaveLength(mine.length);
        expect(liveTopics(series.topics).every(isLive)).toBe(true);
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
