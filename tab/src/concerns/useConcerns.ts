import type { ConcernView } from '@rapport/domain/concern';
import type { SaveConcern } from '@rapport/domain/concern.schema';
import { useMemo } from 'react';
import type { Reading } from '../client/state';
import { useApp } from '../parts/useApp';
import { useLive } from '../parts/useLive';

/** What a manager is given of their common concerns. */
export interface ConcernsRead {
  readonly concerns: readonly ConcernView[];
  readonly next: { readonly freezeAt: string; readonly resultAt: string };
  /** Series whose reports were part of one lately. */
  readonly resting: readonly { readonly series: string; readonly from: string }[];
}

export interface Concerns {
  readonly reading: Reading<ConcernsRead>;
  readonly refresh: () => Promise<void>;
  /** Each rejects as the client does. */
  readonly save: (id: string, concern: SaveConcern) => Promise<void>;
  readonly step: (id: string, step: 'hand-in' | 'take-out' | 'remove') => Promise<void>;
}

/** The person's own common concerns (PRACTICE C8). */
export function useConcerns(): Concerns {
  const { client } = useApp();
  const live = useMemo(() => client.followMine<ConcernsRead>('concerns'), [client]);
  const reading = useLive(live);
  return useMemo(() => {
    const write = async (method: 'POST' | 'PUT', path: string, body: object): Promise<void> => {
      await client.keep(method, `/api/home/concerns/${path}`, body);
      await live.refresh();
    };
    return {
      reading,
      refresh: () => live.refresh(),
      save: (id, concern) => write('PUT', id, concern),
      step: (id, step) => write('POST', `${id}/${step}`, {}),
    };
  }, [client, live, reading]);
}
