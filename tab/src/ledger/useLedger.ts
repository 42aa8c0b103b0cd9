import type { AddLedger, ChangeLedger, LedgerView } from '@rapport/domain/ledger.schema';
import type { SeriesView } from '@rapport/domain/series';
import { useEffect, useMemo } from 'react';
import { useApp } from '../parts/useApp';
import { useLive } from '../parts/useLive';
import { followLedger } from './followLedger';

/** The ledger of a series, read again whenever the series says that something changed, and its steps. */
export function useLedger(view: SeriesView) {
  const { client } = useApp();
  const live = useMemo(() => followLedger(client, view.id), [client, view.id]);
  const reading = useLive(live);
  useEffect(() => void live.refresh(), [live, view.version]);
  const write = async (path: string, body: object): Promise<void> => {
    await client.writeTo(view.id, path, body);
    await live.refresh();
  };
  return {
    reading,
    refresh: () => void live.refresh(),
    add: (entry: AddLedger) => write('ledger', entry),
    change: (id: string, step: ChangeLedger) => write(`ledger/${id}`, step),
  };
}

export type Ledger = ReturnType<typeof useLedger>;
export type MatterView = Extract<LedgerView, { type: 'matter' }>;
export type SafetyView = Extract<LedgerView, { type: 'safety' }>;
