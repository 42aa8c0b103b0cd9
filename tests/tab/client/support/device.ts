import type { AgendaCommand } from '@rapport/domain/agenda';
import {
  createDeviceStore,
  memoryKeeper,
  type Keeper,
} from '../../../../tab/src/client/deviceStore';
import { createHttp } from '../../../../tab/src/client/http';
import type { Nudge, Nudges } from '../../../../tab/src/client/nudges';
import { createSeriesStore, type SeriesStoreParts } from '../../../../tab/src/client/seriesStore';
import type { SeriesState, SeriesStore } from '../../../../tab/src/client/state';
import type { HostAdapter } from '../../../../tab/src/hosts/hostAdapter';
import type { World } from '../../../api/support/world';
import type { Network } from './network';

type StorageListener = (event: { readonly key: string | null }) => void;

/** One open window of Rapport: a page with a store of its own, over what its device keeps. */
export interface OpenWindow {
  readonly name: string;
  readonly person: string;
  readonly parts: SeriesStoreParts;
  readonly store: SeriesStore;
  /** Everything that was shown so far, oldest first. */
  readonly shown: readonly SeriesState[];
  readonly now: SeriesState;
  /** Gives a command as the screens do. @returns what the outbox got: none where an undo had nothing to do */
  give(command: AgendaCommand): string;
  undo(): { readonly commandId: string; readonly command: AgendaCommand } | null;
  nudge(nudge?: Nudge): void;
  /** Ends this page at once: nothing of it runs, is written, or is answered any more. */
  close(): void;
}

/** A person's browser: one storage, locks between its windows, and storage events that take their time. */
export interface Device {
  readonly keeper: Keeper;
  readonly windows: readonly OpenWindow[];
  open(seriesId: string): OpenWindow;
  /** Tells every window what the others have written. */
  tellWindows(): void;
}

/** What a host says of a person of the local directory, and the token it gives. */
export async function hostOf(
  world: World,
  person: string,
): Promise<Pick<HostAdapter, 'token' | 'context'>> {
  const { tid, oid } = world.issuer.person(person);
  const token = await world.issuer.issue(person);
  return {
    token: () => Promise.resolve(token),
    context: {
      user: { tid, oid },
      place: { kind: 'personal' },
      app: 'teams',
      locale: 'en',
      seriesId: null,
      meeting: null,
    },
  };
}

export function createDevice(
  network: Network,
  {
    name,
    person,
    host,
  }: { name: string; person: string; host: Pick<HostAdapter, 'token' | 'context'> },
  keeper: Keeper = memoryKeeper(),
): Device {
  const windows = new Set<OpenWindow>();
  const heard = new Map<OpenWindow['name'], StorageListener[]>();
  let untold: { readonly by: string; readonly key: string }[] = [];
  let locked: Promise<unknown> = Promise.resolve();
  let opened = 0;

  function open(seriesId: string): OpenWindow {
    const id = `${name}.${(opened += 1)}`;
    const listeners: StorageListener[] = [];
    const nudged = new Set<(nudge: Nudge | null) => void>();
    const shown: SeriesState[] = [];
    let alive = true;
    let die = (): void => undefined;
    const death = new Promise<void>((resolve) => (die = resolve));
    const ifAlive = (key: string, change: () => void): void => {
      if (!alive) return;
      change();
      untold.push({ by: id, key });
    };
    const kept: Keeper = {
      get length() {
        return keeper.length;
      },
      key: (index) => keeper.key(index),
      getItem: (key) => keeper.getItem(key),
      setItem: (key, value) => ifAlive(key, () => keeper.setItem(key, value)),
      removeItem: (key) => ifAlive(key, () => keeper.removeItem(key)),
    };
    const events = {
      addEventListener: (_: string, listener: StorageListener) => void listeners.push(listener),
    } as unknown as Pick<Window, 'addEventListener'>;
    const nudges: Nudges = {
      subscribe(listener) {
        nudged.add(listener);
        return () => nudged.delete(listener);
      },
      connected: () => false,
      hidden: () => false,
    };
    const fetch = network.fetchOf(id);
    const parts: SeriesStoreParts = {
      http: createHttp(host, (path, init) => (alive ? fetch(path, init) : never)),
      nudges,
      device: createDeviceStore(host.context.user, kept, memoryKeeper(), events),
      // One window at a time, and a window that closes lets go, as Web Locks do.
      alone(_, work) {
        const run = locked.then(() => Promise.race([work(), death]));
        locked = run.catch(() => undefined);
        return run.then(() => (alive ? undefined : never));
      },
    };
    const store = createSeriesStore(seriesId, parts);
    const unsubscribe = store.subscribe(() => {
      if (alive) shown.push(store.getSnapshot());
    });
    heard.set(id, listeners);
    const page: OpenWindow = {
      name: id,
      person,
      parts,
      store,
      shown,
      get now() {
        return store.getSnapshot();
      },
      give(command) {
        const given = newEntry(keeper, () => store.send(command));
        if (!given) throw new Error('the outbox got nothing');
        return given.commandId;
      },
      undo: () => newEntry(keeper, () => store.undo()),
      nudge: (nudge) => nudged.forEach((listener) => listener(nudge ?? null)),
      close() {
        alive = false;
        unsubscribe();
        die();
        windows.delete(page);
        heard.delete(id);
      },
    };
    windows.add(page);
    return page;
  }

  return {
    keeper,
    get windows() {
      return [...windows];
    },
    open,
    tellWindows() {
      const telling = untold;
      untold = [];
      for (const { by, key } of telling) {
        for (const [id, listeners] of heard) {
          if (id !== by) listeners.forEach((listener) => listener({ key }));
        }
      }
    },
  };
}

const never = new Promise<never>(() => undefined);

const keysOf = (keeper: Keeper): string[] =>
  Array.from({ length: keeper.length }, (_, index) => keeper.key(index) ?? '');

/** The entry that `act` put into the outbox of a device. */
function newEntry(
  keeper: Keeper,
  act: () => void,
): { readonly commandId: string; readonly command: AgendaCommand } | null {
  const before = new Set(keysOf(keeper));
  act();
  const key = keysOf(keeper).find((now) => now.includes('/waiting/') && !before.has(now));
  const text = key === undefined ? null : keeper.getItem(key);
  return text === null ? null : (JSON.parse(text) as ReturnType<typeof newEntry>);
}
