import { DomainError } from '@rapport/domain/errors';
import { exportRecord } from '@rapport/domain/export';
import type { LedgerEntry } from '@rapport/domain/ledger.schema';
import { recordPlacing, seriesPartition } from '../places';
import { Problem } from '../problem';
import type { ReadSeries } from '../reading/readSeries';
import type { AnyCall } from './changeSeries';
import { nudgeBothBeside } from './nudgeBoth';
import { writeOnce } from './writeOnce';

/** A repeat reads again what stands by then: only for a lost answer, not to take copies under one entry. */
const REPEAT_FOR_MS = 10 * 60 * 1000;

/**
 * Says in the ledger that a copy is taken, before anything is read for it; a repeat finds its own entry. A
 * report's copy is written down nowhere (PRACTICE D11).
 * @returns when the copy was taken
 * @throws Problem `idempotencyKey.reused` for a repeat after ten minutes
 */
export async function recordExport(
  call: AnyCall,
  { series, by, tenant }: ReadSeries,
): Promise<string> {
  const { key: id } = call.idempotency;
  const record = exportRecord(id, by, call.at);
  if (!record) return call.at;
  const { value } = await writeOnce<LedgerEntry, { at: string }>(
    call,
    {
      partition: { ...seriesPartition(series.id), tenant },
      placing: recordPlacing(id),
      authorise: () => undefined,
    },
    (found) => {
      if (found) throw new DomainError('ledger.idTaken');
      return { value: record };
    },
    () => ({ at: record.at }),
  );
  if (Date.parse(call.at) - Date.parse(value.at) > REPEAT_FOR_MS) {
    throw new Problem('idempotencyKey.reused', 'Idempotency-Key');
  }
  await nudgeBothBeside(call.services, series);
  return value.at;
}
