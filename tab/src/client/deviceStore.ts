import type { HostContext } from '../hosts/hostAdapter';

/**
 * What this device keeps for one person: every key begins with their directory and object id, so nothing is
 * ever read or sent under another account (PRACTICE D10, E7).
 */
export interface DeviceStore {
  /** False where the browser lets a framed page keep nothing: then it lasts as long as the page does. */
  readonly lasting: boolean;
  read(key: string): string | null;
  write(key: string, value: string): void;
  remove(key: string): void;
  /** Keys that begin so, in order. */
  keys(prefix: string): string[];
  /** Calls back when another window of the same person on this device changed something. */
  onChange(listener: () => void): void;
}

type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** The store of this person on this device, over the browser's local storage where it may be used. */
export const openDeviceStore = (user: HostContext['user']): DeviceStore => {
  const lasting = localStorageOrNull();
  return createDeviceStore(user, lasting ?? pageMemory, lasting !== null, window);
};

/** @param keeper what holds the values; `lasting` says whether it outlives the page */
export function createDeviceStore(
  user: HostContext['user'],
  keeper: Keeper,
  lasting: boolean,
  events: Pick<Window, 'addEventListener'>,
): DeviceStore {
  const mine = `rapport/1/${user.tid}.${user.oid}/`.toLowerCase();
  return {
    lasting,
    read: (key) => keeper.getItem(mine + key),
    write: (key, value) => keeper.setItem(mine + key, value),
    remove: (key) => keeper.removeItem(mine + key),
    keys: (prefix) =>
      Array.from({ length: keeper.length }, (_, index) => keeper.key(index) ?? '')
        .filter((key) => key.startsWith(mine + prefix))
        .map((key) => key.slice(mine.length))
        .toSorted(),
    onChange: (listener) =>
      events.addEventListener('storage', (event) => {
        if (event.key === null || event.key.startsWith(mine)) listener();
      }),
  };
}

/** Null where a browser forbids storage to framed pages (a private window, blocked third parties). */
function localStorageOrNull(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Shared by everything on the page, gone with it. */
const pageMemory: Keeper = memoryKeeper();

function memoryKeeper(): Keeper {
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
