import { useState } from 'react';
import { openDeviceStore } from '../client/deviceStore';
import type { HostContext } from '../hosts/hostAdapter';

const KEY = 'feedback/advised';

/**
 * True for the first piece of feedback that somebody opens on this device: the full advice then, one line later.
 * It stays true for the piece it was first shown with.
 */
export function useFirstAdvice(user: HostContext['user'], id: string): boolean {
  const [first] = useState(() => {
    const store = openDeviceStore(user);
    const known = store.read(KEY);
    if (known === null) store.write(KEY, id);
    return known === null || known === id;
  });
  return first;
}
