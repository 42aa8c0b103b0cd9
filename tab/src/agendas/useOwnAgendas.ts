import type { OwnAgenda } from '@rapport/domain/ownAgenda';
import { useMemo } from 'react';
import type { Reading } from '../client/state';
import { useApp } from '../parts/useApp';
import { useLive } from '../parts/useLive';

export interface OwnAgendas {
  readonly reading: Reading<{ readonly agendas: readonly OwnAgenda[] }>;
  readonly refresh: () => Promise<void>;
  /** Keeps one, or gives it another name. Rejects as the client does. */
  readonly save: (agenda: OwnAgenda) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

/** The person's own agendas, which nobody else reads (PRACTICE D4). */
export function useOwnAgendas(): OwnAgendas {
  const { client } = useApp();
  const live = useMemo(
    () => client.followMine<{ readonly agendas: readonly OwnAgenda[] }>('agendas'),
    [client],
  );
  const reading = useLive(live);
  return useMemo(() => {
    const write = async (method: 'POST' | 'PUT', path: string, body: object): Promise<void> => {
      await client.keep(method, `/api/home/agendas/${path}`, body);
      await live.refresh();
    };
    return {
      reading,
      refresh: () => live.refresh(),
      save: ({ id, ...agenda }) => write('PUT', id, agenda),
      remove: (id) => write('POST', `${id}/remove`, {}),
    };
  }, [client, live, reading]);
}
