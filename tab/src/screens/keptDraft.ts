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
    read: () => parseDraft(parsed(store.read(key))),
    write: (draft) => store.write(key, JSON.stringify(draft)),
    clear: () => store.remove(key),
  };
}

/** A damaged value is like none. */
function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
