import { applyToView, type AgendaCommand } from '@rapport/domain/agenda';
import { DomainError } from '@rapport/domain/errors';
import type { SeriesView } from '@rapport/domain/series';
import type { DeviceStore } from './deviceStore';
import { reader, type Http } from './http';
import { follow } from './live';
import type { Nudges } from './nudges';
import { createOutbox, type Entry } from './outbox';
import { sendCommand } from './requests';
import {
  ApiRefused,
  ApiUnreachable,
  type RefusedCommand,
  type SeriesState,
  type SeriesStore,
} from './state';
import { undoOf, type Undo } from './undo';

/** A command the api has taken, until a reading contains it. */
interface Taken extends Entry {
  /** Version of the changed document; null when another window sent it. */
  readonly version: number | null;
}

const EVERY = { nudged: 30_000, alone: 3000 };
const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 30_000;
const UNDO_DEPTH = 50;

export interface SeriesStoreParts {
  readonly http: Http;
  readonly nudges: Nudges;
  readonly device: DeviceStore;
  /** Runs one at a time across the windows of this device (Web Locks). */
  alone(name: string, work: () => Promise<void>): Promise<void>;
}

/**
 * The live agenda of one series on this device: what the api last sent, with the commands on top that it has
 * not answered yet, by the same functions of the domain. Commands wait in the outbox, are sent in order, and
 * are repeated with the same key until there is an answer.
 */
export function createSeriesStore(seriesId: string, parts: SeriesStoreParts): SeriesStore {
  const { http, nudges, device } = parts;
  const outbox = createOutbox(device, seriesId);
  const listeners = new Set<() => void>();
  const read = reader<SeriesView>(http, `/api/series/${seriesId}`);
  let entries = outbox.entries();
  let taken: readonly Taken[] = [];
  let refused: readonly RefusedCommand[] = [];
  let undos: readonly Undo[] = [];
  let unreachable = false;
  let retry = FIRST_RETRY_MS;
  let sending = false;
  let state: SeriesState | null = null;

  const remote = follow<SeriesView>(
    {
      every: EVERY,
      async read() {
        const before = taken;
        const newer = await read();
        const view = newer ?? viewOf(remote.getSnapshot());
        taken = taken.filter((entry) => !before.includes(entry) || !contains(view, entry));
        return newer;
      },
    },
    nudges,
  );

  function compute(): SeriesState {
    const reading = remote.getSnapshot();
    const base = viewOf(reading);
    const view = base && [...taken, ...entries].reduce(replay, base);
    return {
      reading: view ? { status: 'ready', value: view } : reading,
      unsent: new Set(entries.map(({ command }) => command.id)),
      offline: remote.offline || unreachable,
      lasting: device.lasting,
      refused,
      undo: undos.at(-1)?.of ?? null,
    };
  }

  function changed(): void {
    state = null;
    for (const listener of listeners) listener();
  }

  /** Another window may have added, or sent what this one shows as unsent. */
  function reload(): void {
    const now = outbox.entries();
    const gone = entries.filter((old) => !now.some(({ commandId }) => commandId === old.commandId));
    const known = new Set(taken.map(({ commandId }) => commandId));
    const elsewhere = gone.filter(({ commandId }) => !known.has(commandId));
    taken = [...taken, ...elsewhere.map((entry) => ({ ...entry, version: null }))];
    entries = now;
    changed();
  }

  async function flush(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      await parts.alone(`rapport.outbox.${seriesId}`, async () => {
        for (let entry = outbox.entries()[0]; entry; entry = outbox.entries()[0])
          await sendOne(entry);
      });
      unreachable = false;
      retry = FIRST_RETRY_MS;
      await remote.refresh();
    } catch (error) {
      if (!(error instanceof ApiUnreachable)) throw error;
      unreachable = true;
      setTimeout(() => void flush(), retry);
      retry = Math.min(retry * 2, LAST_RETRY_MS);
    } finally {
      sending = false;
      changed();
    }
    if (!unreachable && outbox.entries().length > 0) void flush();
  }

  async function sendOne(entry: Entry): Promise<void> {
    const { commandId, command } = entry;
    try {
      const version = await sendCommand(http, seriesId, commandId, command);
      taken = [...taken, { ...entry, version }];
    } catch (error) {
      if (!(error instanceof ApiRefused)) throw error;
      refused = [...refused, { commandId, command, refusal: error.refusal }];
    }
    outbox.remove(commandId);
    entries = outbox.entries();
    changed();
  }

  function give(command: AgendaCommand): void {
    outbox.add({ commandId: crypto.randomUUID(), at: new Date().toISOString(), command });
    entries = outbox.entries();
    changed();
    void flush();
  }

  const store: SeriesStore = {
    subscribe(listener) {
      listeners.add(listener);
      const unfollow = remote.subscribe(changed);
      if (listeners.size === 1 && entries.length > 0) void flush();
      return () => {
        listeners.delete(listener);
        unfollow();
      };
    },
    getSnapshot: () => (state ??= compute()),
    send(command) {
      const view = viewOf(store.getSnapshot().reading);
      const undo = view && undoOf(view, command);
      if (undo) undos = [...undos, undo].slice(-UNDO_DEPTH);
      give(command);
    },
    undo() {
      const view = viewOf(store.getSnapshot().reading);
      const undo = undos.at(-1);
      undos = undos.slice(0, -1);
      const back = view && undo?.back(view);
      if (back) give(back);
      else changed();
    },
    dismiss(commandId) {
      refused = refused.filter((entry) => entry.commandId !== commandId);
      changed();
    },
    refresh: () => remote.refresh(),
  };
  device.onChange(reload);
  return store;
}

const viewOf = (reading: SeriesState['reading']): SeriesView | null =>
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

function contains(view: SeriesView | null, { command, version }: Taken): boolean {
  if (version === null) return true;
  if (!view) return false;
  const shared = command.type !== 'shareTopic' && command.list === 'shared';
  return (shared ? view.version : view.pageVersion) >= version;
}
