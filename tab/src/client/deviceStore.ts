import type { HostContext } from '../hosts/hostAdapter';

/**
 * What this device keeps for one person: every key begins with their directory and object id, so nothing is
 * ever read or sent under another account (PRACTICE D10, E7).
 */
export interface DeviceStore {
  read(key: string): string | null;
  write(key: string, value: string): void;
  remove(key: string): void;
  /** Keys that begin so, in order. */
  keys(prefix: string): string[];
  /** Calls back when another window of the same person on this device changed something. */
  onChange(listener: () => void): void;
}

export function createDeviceStore(
  user: HostContext['user'],
  storage: Storage,
  events: Pick<Window, 'addEventListener'>,
): DeviceStore {
  const mine = `rapport/1/${user.tid}.${user.oid}/`.toLowerCase();
  return {
    read: (key) => storage.getItem(mine + key),
    write: (key, value) => storage.setItem(mine + key, value),
    remove: (key) => storage.removeItem(mine + key),
    keys: (prefix) =>
      Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
        .filter((key) => key.startsWith(mine + prefix))
        .map((key) => key.slice(mine.length))
        .toSorted(),
    onChange: (listener) =>
      events.addEventListener('storage', (event) => {
        if (event.key === null || event.key.startsWith(mine)) listener();
      }),
  };
}
