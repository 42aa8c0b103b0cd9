import { applyToView, type AgendaCommand } from '@rapport/domain/agenda';
import { DomainError } from '@rapport/domain/errors';
import type { SeriesView } from '@rapport/domain/series';
import type { DeviceStore } from './deviceStore';
import { reader, type Http } from './http';
import { isOwn, knownOf, type Taken } from './known';
import { follow, type Follower } from './live';
import type { Nudge, Nudges } from './nudges';
import { createOutbox, type Entry } from './outbox';
import { sendCommand, seriesPath } from './requests';
import { createSender } from './sender';
import type { Reading, SeriesState, SeriesStore } from './state';
import { undoOf, type Undo } from './undo';

/** What the api last sent, and what it had taken from this device before that reading began. */
interface Base {
  readonly view: SeriesView;
  readonly before: readonly Taken[];
}

/** What takes back one press of the person, which may have been several commands. */
type Press = readonly Undo[];

const EVERY = { nudged: 60_000, alone: 3000 };
/** Nobody is waiting for the other's words: a nudge that got lost is found by then. */
const IDLE_MS = 5 * 60_000;
/** What the other one wrote is not waited for longer, however long one's own words are under way. */
const HELD_MS = 1000;
const UNDO_DEPTH = 50;

export interface SeriesStoreParts {
  readonly http: Http;
  readonly nudges: Nudges;
  readonly device: DeviceStore;
  /** Runs one at a time across the windows of this device (Web Locks). */
  alone(name: string, work: () => Promise<void>): Promise<void>;
}

/**
 * The live agenda of one series on this device: what the api last sent, with the commands on top that it does
 * not contain yet, by the same functions of the domain. What waited here is sent at once.
 */
export function createSeriesStore(seriesId: string, parts: SeriesStoreParts): SeriesStore {
  const { http, nudges, device } = parts;
  const outbox = createOutbox(device, seriesId);
  const listeners = new Set<() => void>();
  const read = reader<SeriesView>(http, seriesPath(seriesId));
  let entries = outbox.waiting.entries();
  let refused = outbox.refused.entries();
  let taken: readonly Taken[] = [];
  let undos: readonly Press[] = [];
  let state: SeriesState | null = null;
  /** Nudges that may be about what is just being sent: its answer will say. They come in any order. */
  let held: readonly Nudge[] = [];
  let holding: ReturnType<typeof setTimeout> | undefined;
  let refusing = false;

  const remote: Follower<Base> = follow<Base>(
    {
      get every() {
        const planned = valueOf(remote.getSnapshot())?.view.meeting.state === 'planned';
        return { ...EVERY, idle: planned ? IDLE_MS : EVERY.nudged };
      },
      async read(): Promise<Base | null> {
        const before = taken;
        const newer = await read();
        // The api is back: no need to wait for the next try.
        if (remote.offline) flushIfWaiting();
        const view = newer ?? valueOf(remote.getSnapshot())?.view;
        return view && (newer || before.length > 0) ? { view, before } : null;
      },
      concerns(nudge) {
        if (nudge.series !== null && nudge.series !== seriesId) return false;
        if (!isNews(nudge)) return false;
        if (entries.length === 0 || sender.unreachable) return true;
        if (held.length === 0) holding = setTimeout(letGo, HELD_MS);
        held = [...held, nudge];
        return false;
      },
      changed,
    },
    nudges,
  );

  function letGo(): void {
    held = [];
    void remote.refresh();
  }

  const knownHere = () => {
    const base = valueOf(remote.getSnapshot());
    return base && knownOf(base.view, taken);
  };

  /** Whether this device does not have that yet, or it is about something that has no version here. */
  function isNews({ version, page }: Pick<Nudge, 'version' | 'page'>): boolean {
    const here = knownHere();
    return !here || (version === 0 && page === 0) || version > here.version || page > here.page;
  }

  const sender = createSender({
    next: () => outbox.waiting.entries()[0],
    alone: (work) => parts.alone(`rapport.outbox.${seriesId}`, work),
    send: ({ commandId, command }) => sendCommand(http, seriesId, commandId, command),
    taken(entry, answer) {
      taken = [...taken, { ...entry, answer }];
      outbox.waiting.remove(entry.commandId);
      reload();
    },
    refused({ commandId, command }, refusal) {
      refusing = true;
      outbox.refused.add({ commandId, command, refusal });
      outbox.waiting.remove(commandId);
      reload();
    },
    ended() {
      changed();
      if (sender.unreachable || entries.length > 0) return;
      clearTimeout(holding);
      const last = taken.at(-1);
      const behind = refusing || !knownHere()?.all || held.some(isNews);
      refusing = false;
      held = [];
      if (behind) void remote.refresh();
      // It was made on what is known, so that nothing newer was there.
      else if (last && !isOwn(last.command)) remote.seen();
    },
  });

  function compute(): SeriesState {
    const reading = shown(remote.getSnapshot());
    const view = valueOf(reading);
    return {
      reading,
      unsent: new Set(entries.flatMap(({ command }) => ('id' in command ? [command.id] : []))),
      offline: remote.offline || (sender.unreachable && entries.length > 0),
      lasting: device.lasting,
      refused,
      undo: (view && undos.findLast((press) => backOf(press, view).length > 0)?.[0]?.of) ?? null,
    };
  }

  const shown = (reading: Reading<Base>): Reading<SeriesView> =>
    reading.status === 'ready'
      ? { status: 'ready', value: [...taken, ...entries].reduce(replay, reading.value.view) }
      : reading;

  function changed(): void {
    const base = valueOf(remote.getSnapshot());
    if (base) taken = taken.filter((entry) => !contains(base, entry));
    state = null;
    for (const listener of listeners) listener();
  }

  /** Reads the outbox again: another window may have added to it, or sent what this one shows as unsent. */
  function reload(): void {
    const waiting = outbox.waiting.entries();
    refused = outbox.refused.entries();
    const known = new Set([...waiting, ...taken, ...refused].map(({ commandId }) => commandId));
    const elsewhere = entries.filter(({ commandId }) => !known.has(commandId));
    taken = [...taken, ...elsewhere.map((entry) => ({ ...entry, answer: null }))];
    entries = waiting;
    changed();
  }

  function flushIfWaiting(): void {
    if (entries.length > 0) void sender.flush();
  }

  function give(command: AgendaCommand): void {
    const at = new Date(http.now()).toISOString();
    outbox.waiting.add({ commandId: crypto.randomUUID(), at, command });
    reload();
    flushIfWaiting();
  }

  let stop: () => void = nothing;
  const store: SeriesStore = {
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) {
        const stops = [remote.subscribe(nothing), nudges.subscribe(flushIfWaiting)];
        stop = () => stops.forEach((one) => one());
      }
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) stop();
      };
    },
    getSnapshot: () => (state ??= compute()),
    send(...commands) {
      const view = valueOf(store.getSnapshot().reading);
      const press = commands.flatMap((command) => (view && undoOf(view, command)) ?? []);
      // "Undo" is about the last thing done: what cannot be taken back hides what was before it.
      undos = press.length > 0 ? [...undos, press].slice(-UNDO_DEPTH) : [];
      commands.forEach(give);
    },
    undo() {
      const view = valueOf(store.getSnapshot().reading);
      if (!view) return;
      const last = undos.findLastIndex((press) => backOf(press, view).length > 0);
      const back = backOf(undos[last] ?? [], view);
      undos = undos.slice(0, Math.max(last, 0));
      if (back.length > 0) back.forEach(give);
      else changed();
    },
    dismiss(commandId) {
      outbox.refused.remove(commandId);
      reload();
    },
    async refresh(version = 0) {
      if (isNews({ version, page: 0 })) await remote.refresh();
    },
  };
  outbox.onChange(() => {
    reload();
    flushIfWaiting();
  });
  flushIfWaiting();
  return store;
}

const backOf = (press: Press, view: SeriesView): AgendaCommand[] =>
  press.flatMap((undo) => undo.back(view) ?? []);

const nothing = (): void => undefined;

const valueOf = <T>(reading: Reading<T>): T | null =>
  reading.status === 'ready' ? reading.value : null;

/** One command on top of a view. What the rules refuse here, the api will refuse too, and say so. */
function replay(view: SeriesView, { command, commandId, at }: Entry): SeriesView {
  try {
    return applyToView(view, command, { by: view.me, at, commandId });
  } catch (error) {
    if (error instanceof DomainError) return view;
    throw error;
  }
}

/** A reading that began before the answer may not contain it, and an older replica may answer one after it. */
function contains({ view, before }: Base, entry: Taken): boolean {
  if (!before.includes(entry)) return false;
  const { command, answer } = entry;
  return !answer || (isOwn(command) ? view.pageVersion : view.version) >= answer.version;
}
