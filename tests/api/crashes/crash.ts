import { SWEEP_AFTER_MS } from '@rapport/api/effects/effect';
import { sweepEffects } from '@rapport/api/effects/runEffects';
import type { Documents } from '@rapport/api/documents/documents';
import { randomUUID } from 'node:crypto';
import { allSeenBy, everythingIn, type Standing } from '../support/everything';
import { openContract } from '../openapi/contract';
import type { SignInServer } from '../support/signInServer';
import { stillClock } from '../support/stillClock';
import { openWorld, type Reply, type World } from '../support/world';
import type { Command } from './commands/command';

/** The process is there for so many writes, and gone before the next one. */
export interface Life {
  /** Writes it got through. */
  readonly writes: number;
  /** Waits until it does nothing any more: some work goes on after its answer. */
  end(): Promise<void>;
}

/** Ends the process of this world before one more write than it may. */
export function mortal(world: World, may = Infinity): Life {
  const { documents } = world.composed.services;
  const { read, write, forget } = documents;
  let [writes, busy] = [0, 0];
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    busy += 1;
    return work().finally(() => (busy -= 1));
  };
  const step = (work: () => Promise<void>): Promise<void> =>
    counted(async () => {
      if (writes >= may) throw new Error('the process is gone');
      writes += 1;
      return work();
    });
  const dying: Pick<Documents, 'read' | 'write' | 'forget'> = {
    read: (...args) => counted(() => read(...args)) as never,
    write: (...args) => step(() => write(...args)),
    forget: (...args) => step(() => forget(...args)),
  };
  Object.assign(documents, dying);
  return {
    get writes() {
      return writes;
    },
    async end() {
      for (let still = 0; still < 5; still += 1) {
        if (busy > 0) still = 0;
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

/** Every time of what happens before the sweep ends in 000 ms; what happens with it or after, in 001. */
const UNTIL_SWEEP = SWEEP_AFTER_MS + 1001;

/** Times of the sweep and later, as if it had all happened at once: that it is later is the only difference. */
const atOnce = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === 'string' ? earlier(inner) : inner,
  ) as T;

/** A gap begins a millisecond after its time, so that it may be two away from a round one. */
function earlier(text: string): string {
  let time = text;
  while (/^\d{4}-\d\d-\d\dT[\d:]{8}\.00[1-9]Z$/.test(time)) {
    time = new Date(Date.parse(time) - UNTIL_SWEEP).toISOString();
  }
  return time;
}

/** Reminders of an invitation are named and numbered by its time, as nothing else is. */
const nameless = (standing: Standing): Standing =>
  standing.kind === 'reminder'
    ? { ...standing, id: 'reminder', value: { ...(standing.value as object), about: 0 } }
    : standing;

/** What is told in the order of its time: all at once, it has none. */
const inNoOrder = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (name, inner: unknown) =>
    name === 'feedback' && Array.isArray(inner)
      ? inner.toSorted((a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id))
      : inner,
  ) as T;

/** A reminder that was laid down twice is said once: the head is asked before, and who was told is written down. */
function once(standing: readonly Standing[]): Standing[] {
  const reminders = standing.filter(({ kind }) => kind === 'reminder');
  const told = [...new Set(reminders.map((one) => JSON.stringify(one)))].toSorted();
  return [
    ...standing.filter(({ kind }) => kind !== 'reminder'),
    ...told.map((one) => JSON.parse(one) as Standing),
  ];
}

/** What stands, as the two are told it and as it is stored. */
export interface Outcome {
  readonly seen: Record<string, unknown>;
  readonly stored: readonly Standing[];
}

/** A command with the world before it: every crash of it starts from a copy. */
export interface Stage {
  /** How many writes the command takes. */
  readonly writes: number;
  readonly answer: Reply;
  /** Where request and answer are not as the api describes them. */
  readonly undescribed: string | null;
  /** What stands when it was never sent; and when nothing went wrong, at once and after the sweep. */
  readonly before: Outcome;
  readonly after: Outcome;
  readonly swept: Outcome;
  /**
   * Ends the process before this write of the command (after the last one: before its answer), and goes on
   * in a new one: with the sweep, with the client's repeat, or with both.
   */
  crash(
    before: number,
    recovery: Recovery,
  ): Promise<{ outcome: Outcome; repeats: readonly Reply[] }>;
  close(): Promise<void>;
}

/** Each ends with a sweep, or with a repeat of what was swept: what waited, and was left for later, is done by then. */
export const RECOVERIES = [
  'sweep',
  'repeat, sweep',
  'sweep, repeat, sweep',
  'repeat, sweep, repeat',
] as const;
export type Recovery = (typeof RECOVERIES)[number];

const contract = openContract();

/** What the description says is wrong with what was sent, and with what came back (PRACTICE D13); null: nothing. */
const undescribed = (route: string, body: unknown, answer: Reply): string | null =>
  (contract.operations.get(route)?.requestBody ? contract.wrongBody(route, body ?? {}) : null) ??
  contract.wrongAnswer(route, answer);

export async function openStage(command: Command, signIn: SignInServer): Promise<Stage> {
  const scene = await openWorld({ signIn, clock: stillClock() });
  const { sending, series } = await command.before(scene);
  const keyed = { ...sending, key: randomUUID() };

  /** Sends it, until all that it brought about has been done; with as many writes as the process may. */
  async function send(world: World, may?: number): Promise<{ answer: Reply; writes: number }> {
    const life = mortal(world, may);
    const answer = await world.send(command.who, command.route, keyed);
    await life.end();
    return { answer, writes: life.writes };
  }
  async function sweep(world: World): Promise<void> {
    // Twice: what the first one does may leave an effect of its own, where the process had ended before that.
    for (const time of [world.clock.now().getTime(), world.clock.now().getTime() + UNTIL_SWEEP]) {
      world.clock.moveTo(new Date(time + UNTIL_SWEEP));
      await sweepEffects(world.composed.services);
    }
  }
  const outcomeOf = async (world: World): Promise<Outcome> => ({
    seen: inNoOrder(atOnce(await allSeenBy(world, ['maya', 'ravi'], series))),
    stored: once(atOnce((await everythingIn(world)).map(nameless))),
  });
  const onCopy = async <T>(of: World, work: (world: World) => Promise<T>): Promise<T> => {
    const world = await openWorld({ copyOf: of, clock: stillClock() });
    try {
      return await work(world);
    } finally {
      await world.close();
    }
  };

  const before = await onCopy(scene, async (world) => {
    await sweep(world);
    return outcomeOf(world);
  });
  const whole = await onCopy(scene, async (world) => {
    const sent = await send(world);
    const after = await outcomeOf(world);
    await sweep(world);
    return { ...sent, after, swept: await outcomeOf(world) };
  });
  return {
    ...whole,
    undescribed: undescribed(command.route, sending.body, whole.answer),
    before,
    crash: (at, recovery) =>
      onCopy(scene, async (crashed) => {
        await send(crashed, at);
        return onCopy(crashed, async (next) => {
          const repeats: Reply[] = [];
          for (const step of recovery.split(', ')) {
            if (step === 'sweep') await sweep(next);
            else repeats.push(atOnce((await send(next)).answer));
          }
          return { outcome: await outcomeOf(next), repeats };
        });
      }),
    close: () => scene.close(),
  };
}
