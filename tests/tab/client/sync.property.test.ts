import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { applyToTopics, type AgendaCommand, type TopicList } from '@rapport/domain/agenda';
import type { Role } from '@rapport/domain/person';
import { isLive, liveTopics, type Topic, type TopicEntry } from '@rapport/domain/topic';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { startTogether, type Started } from '../../api/support/story';
import { openWorld, type World } from '../../api/support/world';
import type { SeriesState } from '../../../tab/src/client/state';
import { createDevice, hostOf, type Device, type OpenWindow } from './support/device';
import { createNetwork, type WayBack, type WayThere } from './support/network';
import { comeToRest, letArrive } from './support/story';
import { holdTimers, pass, settle } from './support/time';

/** What a person does in one window, seen from what it shows. */
type Gesture =
  | { readonly kind: 'add'; readonly list: TopicList }
  | { readonly kind: 'edit' | 'remove' | 'share' | 'undo'; readonly pick: number }
  | { readonly kind: 'move'; readonly pick: number; readonly to: number };

type Step =
  | {
      readonly do: 'gesture';
      readonly at: number;
      readonly window: number;
      readonly gesture: Gesture;
    }
  | { readonly do: 'there'; readonly pick: number; readonly way: WayThere }
  | { readonly do: 'back'; readonly pick: number; readonly way: WayBack }
  | { readonly do: 'pass'; readonly ms: number }
  | { readonly do: 'tell' | 'open' | 'nudge'; readonly at: number }
  | { readonly do: 'close' | 'reload'; readonly at: number; readonly window: number };

/** Two people with two devices each. */
const DEVICES = ['maya', 'maya', 'ravi', 'ravi'] as const;
const at = fc.nat({ max: DEVICES.length - 1 });
const pick = fc.nat({ max: 20 });
const windowNo = fc.nat({ max: 1 });
const some = <T>(value: T) => fc.constant(value);

const gesture: fc.Arbitrary<Gesture> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: some('add' as const),
      list: fc.constantFrom<TopicList>('shared', 'onlyMe'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('edit' as const, 'remove' as const, 'share' as const, 'undo' as const),
      pick,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: some('move' as const), pick, to: pick }) },
);
const wayThere = fc.oneof(
  { weight: 5, arbitrary: some<WayThere>('arrives') },
  { weight: 2, arbitrary: fc.constantFrom<WayThere>('lost', 503, 401) },
);
const wayBack = fc.oneof(
  { weight: 5, arbitrary: some<WayBack>('arrives') },
  { weight: 2, arbitrary: fc.constantFrom<WayBack>('lost', 'cut', 'page', 502) },
);
const steps = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ do: some('gesture' as const), at, window: windowNo, gesture }),
    },
    { weight: 8, arbitrary: fc.record({ do: some('there' as const), pick, way: wayThere }) },
    { weight: 8, arbitrary: fc.record({ do: some('back' as const), pick, way: wayBack }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: some('pass' as const), ms: fc.constantFrom(1000, 3000, 21_000) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constantFrom('tell' as const, 'open' as const, 'nudge' as const),
        at,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constantFrom('close' as const, 'reload' as const),
        at,
        window: windowNo,
      }),
    },
  ),
  // The default size would stop at ten steps, too few for anything to go wrong.
  { minLength: 20, maxLength: 80, size: 'max' },
);

/** One person leads so many series at most; every run takes a new one. */
const RUNS_PER_WORLD = 80;

let world: World;
let runs = 0;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function startNewSeries(): Promise<Started> {
  if ((runs += 1) % RUNS_PER_WORLD === 0) {
    await world.close();
    world = await openWorld();
  }
  return startTogether(world);
}
beforeEach(holdTimers);
afterEach(() => {
  jest.useRealTimers();
});

interface Given {
  readonly device: number;
  readonly command: AgendaCommand;
}

/** The agenda as the domain's own functions make it of what the api accepted, each command once. */
class Expected {
  private shared: readonly TopicEntry[] = [];
  private readonly pages = new Map<string, readonly TopicEntry[]>();

  apply(person: string, commandId: string, command: AgendaCommand): void {
    const by: Role = person === 'maya' ? 'manager' : 'report';
    const doing = { by, commandId, at: '2026-03-02T09:00:00.000Z' };
    const page = this.pages.get(person) ?? [];
    if (command.type === 'shareTopic') {
      const topic = page.filter(isLive).find(({ id }) => id === command.id);
      if (!topic) throw new Error('the api shared what is not there');
      this.shared = applyToTopics(
        this.shared,
        { ...topic, type: 'addTopic' },
        { ...doing, commandId: topic.version },
      );
      this.pages.set(
        person,
        page.filter((entry) => entry !== topic),
      );
    } else if (command.list === 'shared') this.shared = applyToTopics(this.shared, command, doing);
    else this.pages.set(person, applyToTopics(page, command, doing));
  }

  agenda = (): string[] => said(liveTopics(this.shared));
  onlyMe = (person: string): string[] => said(liveTopics(this.pages.get(person) ?? []));
}

const said = (topics: readonly Topic[]): string[] => topics.map(({ id, text }) => `${id} ${text}`);

/** One run: what was given where, and what every window has to go on showing. */
class Run {
  readonly network = createNetwork(world);
  readonly devices: Device[] = [];
  readonly given = new Map<string, Given>();
  private readonly removed = new Set<string>();
  private readonly entered = new Map<OpenWindow, Set<string>>();
  private words = 0;

  constructor(readonly series: Started) {}

  async start(): Promise<void> {
    for (const [index, person] of DEVICES.entries()) {
      const host = await hostOf(world, person);
      this.devices.push(createDevice(this.network, { name: `${index}`, person, host }));
      this.open(index);
    }
    await letArrive(this.network);
  }

  open(index: number): void {
    const device = this.devices[index];
    if (!device || device.windows.length >= 2) return;
    const window = device.open(this.series.seriesId);
    const before = [...this.given.values()].filter((one) => one.device === index);
    this.entered.set(window, new Set(before.filter(isAdd).map(({ command }) => command.id)));
  }

  async take(step: Step): Promise<void> {
    if (step.do === 'pass') return pass(step.ms);
    if (step.do === 'there' || step.do === 'back') {
      const back = step.do === 'back';
      const those = this.network.travelling.filter(({ answered }) => answered === back);
      const traveller = those[step.pick % Math.max(those.length, 1)];
      if (step.do === 'back') traveller?.back(step.way);
      else await traveller?.there(step.way);
      return settle();
    }
    const device = this.devices[step.at];
    if (!device) return undefined;
    if (step.do === 'tell') device.tellWindows();
    else if (step.do === 'open') this.open(step.at);
    else if (step.do === 'nudge') device.windows.forEach((window) => window.nudge());
    else if (step.do === 'gesture') this.gesture(step, device);
    else if (step.do === 'close' || step.do === 'reload') {
      device.windows[step.window % Math.max(device.windows.length, 1)]?.close();
      if (step.do === 'reload') this.open(step.at);
    }
    return settle();
  }

  private gesture(step: Extract<Step, { do: 'gesture' }>, { windows }: Device): void {
    const { at: device, gesture: action } = step;
    const window = windows[step.window % Math.max(windows.length, 1)];
    if (window?.now.reading.status !== 'ready') return;
    if (action.kind === 'undo') {
      const undone = window.undo();
      if (undone) this.remember(device, window, undone.commandId, undone.command);
      return;
    }
    const command = this.commandOf(window, action);
    if (command) this.remember(device, window, window.give(command), command);
  }

  private remember(
    device: number,
    window: OpenWindow,
    commandId: string,
    command: AgendaCommand,
  ): void {
    this.given.set(commandId, { device, command });
    if (command.type === 'removeTopic') this.removed.add(command.id);
    if (command.type === 'addTopic') this.entered.get(window)?.add(command.id);
  }

  private commandOf(
    { now }: OpenWindow,
    action: Exclude<Gesture, { kind: 'undo' }>,
  ): AgendaCommand | null {
    if (now.reading.status !== 'ready') return null;
    if (action.kind === 'add') {
      return { type: 'addTopic', list: action.list, id: randomUUID(), text: this.newWords() };
    }
    const { agenda, onlyMe, me } = now.reading.value;
    // Now and then the other one's topic: a client that tries must get nowhere.
    const all = [...agenda, ...onlyMe];
    const topic = all[action.pick % Math.max(all.length, 1)];
    if (!topic) return null;
    const list: TopicList = agenda.includes(topic) ? 'shared' : 'onlyMe';
    const { id, version } = topic;
    if (action.kind === 'share') return list === 'onlyMe' ? { type: 'shareTopic', id } : null;
    if (action.kind === 'edit')
      return { type: 'editTopic', list, id, version, text: this.newWords() };
    if (action.kind === 'remove')
      return topic.raisedBy === me ? { type: 'removeTopic', list, id, version } : null;
    if (action.kind !== 'move') return null;
    const group = (list === 'shared' ? agenda : onlyMe).filter(
      (other) => other !== topic && other.raisedBy === topic.raisedBy,
    );
    return {
      type: 'moveTopic',
      list,
      id,
      after: group[action.to % (group.length + 1)]?.id ?? null,
    };
  }

  private newWords = (): string => `words ${(this.words += 1)}`;

  /** What was entered is in every picture that the window showed since, until somebody takes it away. */
  checkPictures(): void {
    const refused = new Set(
      this.windows().flatMap(({ now }) => now.refused.map(({ command }) => command.id)),
    );
    for (const [window, ids] of this.entered) {
      for (const id of ids) {
        if (this.removed.has(id) || refused.has(id)) continue;
        const pictures = window.shown.map((state) => idsIn(state)).filter((now) => now !== null);
        const first = pictures.findIndex((now) => now.has(id));
        const gaps = pictures.slice(Math.max(first, 0)).filter((now) => !now.has(id));
        expect([window.name, id, gaps.length]).toEqual([window.name, id, 0]);
        if (window.now.reading.status === 'ready') expect(idsIn(window.now)?.has(id)).toBe(true);
      }
    }
  }

  windows = (): OpenWindow[] => this.devices.flatMap(({ windows }) => windows);
}

const isAdd = ({ command }: Given): boolean => command.type === 'addTopic';

function idsIn({ reading }: SeriesState): ReadonlySet<string> | null {
  if (reading.status !== 'ready') return null;
  const { agenda, onlyMe } = reading.value;
  return new Set([...agenda, ...onlyMe].map(({ id }) => id));
}

test('D1, D10: through lost connections, reloads and several windows every command arrives once, in order, or is reported', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (story) => {
      const series = await startNewSeries();
      const run = new Run(series);
      await run.start();
      for (const step of story) {
        await run.take(step);
        run.checkPictures();
      }

      run.devices.forEach((_, index) => run.open(index));
      await comeToRest(run.network, run.devices);
      run.checkPictures();

      // Each command was decided on, in the order in which its device gave it; a repeat decides nothing.
      const decided = new Map(
        run.network.decided.toReversed().map(({ key, status }) => [key, status]),
      );
      const order = [
        ...new Set(
          run.network.decided.filter(({ status }) => status !== 503).map(({ key }) => key),
        ),
      ];
      run.devices.forEach((_, index) => {
        const here = ([commandId]: readonly [string, Given]) =>
          run.given.get(commandId)?.device === index;
        expect(order.filter((key) => run.given.get(key)?.device === index)).toEqual(
          [...run.given].filter(here).map(([commandId]) => commandId),
        );
      });

      const expected = new Expected();
      for (const key of order) {
        const one = run.given.get(key);
        const status = decided.get(key) ?? 0;
        if (one && status < 300) expected.apply(DEVICES[one.device] ?? '', key, one.command);
      }
      run.devices.forEach((device, index) => {
        const refused = order.filter(
          (key) => run.given.get(key)?.device === index && (decided.get(key) ?? 0) >= 400,
        );
        for (const { now, person } of device.windows) {
          expect(now.reading.status).toBe('ready');
          if (now.reading.status !== 'ready') continue;
          expect(said(now.reading.value.agenda)).toEqual(expected.agenda());
          expect(said(now.reading.value.onlyMe)).toEqual(expected.onlyMe(person));
          expect([now.unsent.size, now.offline, now.lasting]).toEqual([0, false, true]);
          expect(now.refused.map(({ commandId }) => commandId)).toEqual(refused);
        }
        expect(device.windows.length).toBeGreaterThan(0);
      });

      run.windows().forEach((window) => window.close());
      await world.ok('ravi', 'leaveSeries', { params: series.params });
    }),
    { numRuns: process.env['RAPPORT_LONG'] ? 400 : Number(process.env['N'] ?? 15) },
  );
}, 240_000);
