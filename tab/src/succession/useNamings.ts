import type { NamingView } from '@rapport/domain/succession.schema';
import { useEffect, useRef, useState } from 'react';
import { useApp } from '../parts/useApp';
import { useLive } from '../parts/useLive';

/** Longer than that nobody waits for their list because of it. */
const PATIENCE_MS = 1000;

interface Asked {
  /** Whether the list may be shown: from then on nothing is put above it. */
  readonly settled: boolean;
  /** Whether there is, or was, one to show there: its place stays, and with it the focus. */
  readonly above: boolean;
  readonly below: boolean;
  /** Known before the list was shown: above it. */
  readonly early: readonly NamingView[];
  /** Came while somebody was looking at it: below, so that nothing moves under a finger. */
  readonly late: readonly NamingView[];
}

/** Whose 1:1s somebody is asked to lead (PRACTICE C7), apart by whether they can stand above a list. */
export function useNamings(): Asked {
  const { client } = useApp();
  const reading = useLive(client.followMine<{ namings: readonly NamingView[] }>('namings'));
  const [patient, setPatient] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  const above = useRef<ReadonlySet<string> | null>(null);
  const namings = reading.status === 'ready' ? reading.value.namings : [];
  if (above.current === null && (reading.status !== 'loading' || !patient)) {
    above.current = new Set(namings.map(({ id }) => id));
  }
  const ever = useRef(false);
  const isEarly = ({ id }: NamingView): boolean => above.current?.has(id) ?? false;
  const late = namings.filter((naming) => !isEarly(naming));
  ever.current ||= late.length > 0;
  return {
    above: (above.current?.size ?? 0) > 0,
    below: ever.current,
    settled: above.current !== null,
    early: namings.filter(isEarly),
    late,
  };
}
