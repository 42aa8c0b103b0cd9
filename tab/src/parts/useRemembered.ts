import { useMemo, useState } from 'react';
import { openDeviceStore } from '../client/deviceStore';
import { useApp } from './useApp';

/**
 * Ids that this device remembers for this person, e.g. of what they chose to leave. Those that stand nowhere any
 * more are forgotten with the next one.
 * @param key under which they are kept
 * @param standing the ids that still stand
 */
export function useRemembered(key: string, standing: readonly string[]) {
  const { host } = useApp();
  const { user } = host.context;
  const device = useMemo(() => openDeviceStore(user), [user]);
  const [known, setKnown] = useState(() => new Set(device.read(key)?.split(' ')));
  const remember = (id: string) => {
    const next = new Set([...known, id].filter((one) => standing.includes(one)));
    device.write(key, [...next].join(' '));
    setKnown(next);
  };
  return { known, remember };
}
