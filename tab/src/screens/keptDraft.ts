import { openDeviceStore } from '../client/deviceStore';
import type { HostContext } from '../hosts/hostAdapter';
import { parseDraft, type StartDraft } from './startDraft';

/** A half-filled form on this device, for whoever left it by mistake; for this person alone. */
export interface KeptDraft {
  readonly read: () => StartDraft | null;
  readonly write: (draft: StartDraft) => void;
  readonly clear: () => void;
}

/** @param slot what the form is for: several can be half-filled. */
export function keepDraft(user: HostContext['user'], slot: string): KeptDraft {
  const store = openDeviceStore(user);
  const key = `start/${slot}`;
  return {
    read: () => attempt(() => parseDraft(JSON.parse(store.read(key) ?? 'null'))),
    write: (draft) => void attempt(() => store.write(key, JSON.stringify(draft))),
    clear: () => void attempt(() => store.remove(key)),
  };
}

/** Storage may be full: then nothing is kept, and nothing breaks. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
