import { askToShare, stepOf } from '@rapport/domain/disclosure';
import { DomainError } from '@rapport/domain/errors';
import { asksAfter } from '@rapport/domain/ledger';
import type {
  AddLedger,
  ChangeLedger,
  LedgerEntry,
  Matter,
  SafetyRecord,
} from '@rapport/domain/ledger.schema';
import { bothAgreed, next, requireGoingOn } from '@rapport/domain/member';
import { recordSafety, stepOfSafety } from '@rapport/domain/safety';
import type { Series } from '@rapport/domain/series';
import type { Loaded } from '../documents/documents';
import { HEAD, recordPlacing, seriesPartition } from '../places';
import { Problem } from '../problem';
import type { Answer } from '../route';
import { requireRole, writeHead, type AnyCall } from './changeSeries';
import { nudgeBothBeside } from './nudgeBoth';
import { writeOnce } from './writeOnce';

type Written = Answer<{ version: number }>;

/**
 * Adds an entry to the ledger of a series, by one of the two.
 * @throws Problem `series.notFound`, DomainError as the rules say
 */
export const addToLedger = (call: AnyCall, seriesId: string, input: AddLedger): Promise<Written> =>
  input.type === 'matter'
    ? onMatter(call, seriesId, input.id, (matter, series) =>
        askToShare(matter, input, requireRole(series, call.caller.id), call.at),
      )
    : onSafety(call, seriesId, input.id, (record, series) => {
        const by = requireRole(series, call.caller.id);
        if (record && record.by !== by) throw new DomainError('ledger.idTaken', 'id');
        return record ?? recordSafety(input, by, call.at);
      });

/**
 * Takes one step of an entry, by one of the two.
 * @throws Problem `series.notFound`, `ledger.unknown`; DomainError as the rules say
 */
export const changeLedger = (
  call: AnyCall,
  seriesId: string,
  id: string,
  step: ChangeLedger,
): Promise<Written> =>
  'disclosure' in step
    ? onMatter(call, seriesId, id, (matter, series) => {
        if (!matter) throw new DomainError('ledger.unknown');
        const by = requireRole(series, call.caller.id);
        const together = series.meeting.state !== 'planned';
        return stepOf(matter, step, { by, at: call.at, together });
      })
    : onSafety(call, seriesId, id, (record, series) => {
        const by = requireRole(series, call.caller.id);
        // What the other one may not see yet does not exist for them.
        if (record?.by !== by) throw new DomainError('ledger.unknown');
        return stepOfSafety(record, step, by, call.at);
      });

/** What was asked changes in one batch with what the head knows of it: that an answer is waited for. */
const onMatter = (
  call: AnyCall,
  seriesId: string,
  id: string,
  decide: (matter: Matter | null, series: Series) => Matter,
): Promise<Written> =>
  writeHead(call, seriesId, {
    authorise: (series) => void requireRole(series, call.caller.id),
    async change(series) {
      requireGoingOn(series);
      if (!bothAgreed(series)) throw new DomainError('terms.notAgreed');
      const found = await read(call, seriesId, id);
      if (found && found.value.type !== 'matter') throw new DomainError('ledger.unknown');
      const matter = found?.value.type === 'matter' ? found.value : null;
      const changed = decide(matter, series);
      if (changed === matter) return series;
      const asks = asksAfter(series.asks, changed, call.at);
      return {
        series: asks === series.asks ? series : next(series, { asks }),
        also: [placed(id, found, changed)],
      };
    },
  });

/** The head knows nothing of it, and only whoever may see it is told. */
async function onSafety(
  call: AnyCall,
  seriesId: string,
  id: string,
  decide: (record: SafetyRecord | null, series: Series) => SafetyRecord,
): Promise<Written> {
  const { documents, nudge } = call.services;
  const head = await documents.read<Series>(seriesPartition(seriesId), HEAD.id);
  if (!head) throw new Problem('series.notFound');
  requireRole(head.value, call.caller.id);
  let shown = false;
  const { value } = await writeOnce<LedgerEntry, { version: number }>(
    call,
    {
      partition: { ...seriesPartition(seriesId), tenant: head.tenant },
      placing: recordPlacing(id),
      authorise: () => undefined,
    },
    (entry) => {
      if (entry && entry.type !== 'safety') throw new DomainError('ledger.unknown');
      const changed = decide(entry, head.value);
      shown = changed.shownAt <= call.at;
      return { value: changed };
    },
    () => ({ version: head.value.version }),
  );
  if (shown) await nudgeBothBeside({ nudge }, head.value);
  else await nudge.send(call.caller.id, { series: seriesId, version: 0, page: 0 });
  return { value };
}

const read = (call: AnyCall, seriesId: string, id: string): Promise<Loaded<LedgerEntry> | null> =>
  call.services.documents.read<LedgerEntry>(seriesPartition(seriesId), recordPlacing(id).id);

const placed = (id: string, found: Loaded<LedgerEntry> | null, value: LedgerEntry) =>
  found
    ? ({ change: 'replace', placing: recordPlacing(id), value, loaded: found } as const)
    : ({ change: 'create', placing: recordPlacing(id), value } as const);
