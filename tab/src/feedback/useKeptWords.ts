import { useMemo, useState } from 'react';
import { openDeviceStore } from '../client/deviceStore';
import { useApp } from '../parts/useApp';

/**
 * Words that are being typed, kept on this device for this person alone until they are sent: a reload or a
 * meeting that begins takes nothing away (PRACTICE D10).
 * @param slot what they are for
 */
export function useKeptWords(slot: string) {
  const { host } = useApp();
  const store = useMemo(() => openDeviceStore(host.context.user), [host]);
  const key = `words/${slot}`;
  const [words, setWords] = useState(() => store.read(key) ?? '');
  return {
    words,
    write: (next: string) => {
      setWords(next);
      if (next) store.write(key, next);
      else store.remove(key);
    },
    forget: () => store.remove(key),
  };
}
