import { useCallback, useState } from 'react';
import { ApiRefused, ApiUnreachable, type Refusal } from '../client/state';

export interface Task {
  readonly busy: boolean;
  /** Why the last run did not work, until the next one. */
  readonly refusal: Refusal | null;
  /** @returns true when the work went through; what went wrong stands in `refusal` */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>;
}

/** One thing a person asked for and waits for: at most one at a time. */
export function useTask(): Task {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const run = useCallback(async (work: () => Promise<unknown>) => {
    setBusy(true);
    setRefusal(null);
    try {
      await work();
      return true;
    } catch (error) {
      setRefusal(refusalOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  return { busy, refusal, run };
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof ApiRefused) return error.refusal;
  const code = error instanceof ApiUnreachable ? 'unreachable' : 'unexpected';
  return { code, field: null, reference: null };
}
