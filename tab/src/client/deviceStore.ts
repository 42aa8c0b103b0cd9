import type { HostContext } from '../hosts/hostAdapter';

/**
 * What this device keeps for one person: every key begins with their directory and object id, so nothing is
 * ever read or sent under another account (PRACTICE D10, E7).
 */
export interface DeviceStore {
  /** Whether other windows of this device see it too; not where a framed page may keep nothing. */
  readonly shared: boolean;
  /** False while something lasts only as long as the page does: nothing may be kept, or no more fits. */
  readonly lasting: boolean;
  read(key: string): string | null;
  /** Keeps a value: on the device, or on the page for what the device does not take. */
  write(key: string, value: string): void;
  remove(key: string): void;
  /** Keys that begin so, in order. */
  keys(prefix: string): string[];
  /** Calls back when another window of the same person on this device changed a key that begins so. */
  onChange(prefix: string, listener: () => void): void;
}

/** What holds values. `setItem` throws when it is full. */
export type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** The store of this person on this device, over the browser's local storage where it may be used. */
export const openDeviceStore = (user: HostContext['user']): DeviceStore =>
  createDeviceStore(user, localStorageOrNull(), pageMemory, window);

/**
 * @param keeper outlives the page; null where there is none
 * @param page takes what the keeper does not, for as long as the page lives
 */
export function createDeviceStore(
  user: HostContext['user'],
  keeper: Keeper | null,
  page: Keeper,
  events: Pick<Window, 'addEventListener'>,
): DeviceStore {
  const mine = `rapport/1/${user.tid}.${user.oid}/`.toLowerCase();
  // What stands on the page is newer: it was written when the keeper no longer took anything.
  const keepers = keeper ? [page, keeper] : [page];

  return {
    shared: keeper !== null,
    get lasting() {
      return keeper !== null && keysIn(page, mine).length === 0;
    },
    read: (key) => page.getItem(mine + key) ?? keeper?.getItem(mine + key) ?? null,
    write: (key, value) =>
      takes(keeper, mine + key, value)
        ? page.removeItem(mine + key)
        : page.setItem(mine + key, value),
    remove: (key) => keepers.forEach((from) => from.removeItem(mine + key)),
    keys: (prefix) =>
      [...new Set(keepers.flatMap((from) => keysIn(from, mine + prefix)))]
        .map((key) => key.slice(mine.length))
        .toSorted(),
    onChange: (prefix, listener) =>
      events.addEventListener('storage', ({ key }) => {
        if (key === null || key.startsWith(mine + prefix)) listener();
      }),
  };
}

/** False where it is full (QuotaExceededError), or forbidden meanwhile. */
function takes(keeper: Keeper | null, key: string, value: string): boolean {
  try {
    keeper?.setItem(key, value);
    return keeper !== null;
  } catch {
    return false;
  }
}

const keysIn = (keeper: Keeper, prefix: string): string[] =>
  Array.from({ length: keeper.length }, (_, index) => keeper.key(index) ?? '').filter((key) =>
    key.startsWith(prefix),
  );

/** Null where a browser forbids storage to framed pages (a private window, blocked third parties). */
function localStorageOrNull(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Keeps values in memory. */
export function memoryKeeper(): Keeper {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

/** Shared by everything on the page, gone with it. */
const pageMemory: Keeper = memoryKeeper();
