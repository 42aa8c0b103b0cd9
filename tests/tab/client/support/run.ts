import type { AgendaCommand, Page } from '@rapport/domain/agenda';
import { randomUUID } from 'node:crypto';
import type { SeriesState } from '../../../../tab/src/client/state';
import type { Started } from '../../../api/support/story';
import type { World } from '../../../api/support/world';
import { createDevice, hostOf, type Device, type OpenWindow } from './device';
import { Expected } from './expected';
import { createNetwork, type Network } from './network';
import { DEVICES, type Gesture, type Step } from './steps';
import { letArrive } from './story';
import { pass, settle } from './time';

interface Given {
  readonly device: number;
  readonly command: AgendaCommand;
}

/** One run: what was given where, and what every window has to go on showing. */
export class Run {
  readonly network: Network;
  readonly devices: Device[] = [];
  readonly given = new Map<string, Given>();
  private readonly removed = new Set<string>();
  private readonly entered = new Map<OpenWindow, Set<string>>();
  private words = 0;

  constructor(
    private readonly world: World,
    readonly series: Started,
  ) {
    this.network = createNetwork(world);
  }

  async start(): Promise<void> {
    for (const [index, person] of DEVICES.entries()) {
      const host = await hostOf(this.world, person);
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
    this.entered.set(window, new Set(before.filter(isAdd).flatMap(({ command }) => idOf(command))));
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
      return { type: 'addTopic', page: action.page, id: randomUUID(), text: this.newWords() };
    }
    const { topics: agenda, me } = now.reading.value;
    const onlyMe = now.reading.value.onlyMe.topics;
    // Now and then the other one's topic: a client that tries must get nowhere.
    const all = [...agenda, ...onlyMe];
    const topic = all[action.pick % Math.max(all.length, 1)];
    if (!topic) return null;
    const page: Page = agenda.includes(topic) ? 'shared' : 'onlyMe';
    const { id, version } = topic;
    if (action.kind === 'share') return page === 'onlyMe' ? { type: 'shareTopic', id } : null;
    if (action.kind === 'edit')
      return { type: 'editTopic', page, id, version, text: this.newWords() };
    if (action.kind === 'remove')
      return topic.by === me ? { type: 'removeTopic', page, id, version } : null;
    if (action.kind !== 'move') return null;
    const group = (page === 'shared' ? agenda : onlyMe).filter(
      (other) => other !== topic && other.by === topic.by,
    );
    return {
      type: 'moveTopic',
      page,
      id,
      after: group[action.to % (group.length + 1)]?.id ?? null,
    };
  }

  private newWords = (): string => `words ${(this.words += 1)}`;

  /** Topics that were entered, taken away by nobody, and missing in a picture that a window showed since. */
  missing(): string[] {
    const refused = this.windows().flatMap(({ now }) => now.refused);
    const away = new Set([...this.removed, ...refused.flatMap(({ command }) => idOf(command))]);
    return [...this.entered].flatMap(([window, ids]) => {
      const pictures = [...window.shown, window.now]
        .map(idsIn)
        .filter((picture) => picture !== null);
      return [...ids].filter((id) => {
        const first = pictures.findIndex((picture) => picture.has(id));
        const since = pictures.slice(Math.max(first, 0));
        return !away.has(id) && since.some((picture) => !picture.has(id));
      });
    });
  }

  /** What the api decided on each command, in the order of its first decision; "try again" is none. */
  decisions(device: number): { readonly commandId: string; readonly status: number }[] {
    const all = this.network.decided.filter(({ status }) => status !== 503);
    const first = new Map(all.toReversed().map(({ key, status }) => [key, status]));
    return [...new Set(all.map(({ key }) => key))]
      .filter((key) => this.given.get(key)?.device === device)
      .map((commandId) => ({ commandId, status: first.get(commandId) ?? 0 }));
  }

  givenOn = (device: number): string[] =>
    [...this.given].filter(([, one]) => one.device === device).map(([commandId]) => commandId);

  /** What all of them have to show in the end. */
  expected(): Expected {
    const expected = new Expected();
    const applied = new Set<string>();
    for (const { key, status } of this.network.decided) {
      const one = this.given.get(key);
      if (!one || status >= 300 || applied.has(key)) continue;
      applied.add(key);
      expected.apply(DEVICES[one.device] ?? '', key, one.command);
    }
    return expected;
  }

  windows = (): OpenWindow[] => this.devices.flatMap(({ windows }) => windows);
}

const isAdd = ({ command }: Given): boolean => command.type === 'addTopic';

function idsIn({ reading }: SeriesState): ReadonlySet<string> | null {
  if (reading.status !== 'ready') return null;
  const { topics, onlyMe } = reading.value;
  return new Set([...topics, ...onlyMe.topics].map(({ id }) => id));
}

const idOf = (command: AgendaCommand): string[] => ('id' in command ? [command.id] : []);
