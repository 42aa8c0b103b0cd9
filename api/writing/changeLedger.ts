import { askToShare, stepOf } from '@rapport/domain/disclosure';
import { goesAt } from '@rapport/domain/ending';
import { DomainError } from '@rapport/domain/errors';
import {
  allowsWords,
  asksAfter,
  countOf,
  countWith,
  type LedgerCount,
} from '@rapport/domain/ledger';
import type {
  AddLedger,
  ChangeLedger,
  LedgerEntry,
  Matter,
  SafetyRecord,
} from '@rapport/domain/ledger.schema';
import { bothAgreed, hasEnded, next, requireGoingOn } from '@rapport/domain/member';
import { recordAgain, recordSafety, stepOfSafety } from '@rapport/domain/safety';
import type { Series } from '@rapport/domain/series';
import type { Change, Documents, Loaded, Placing } from '../documents/documents';
import { RECORD_KIND, recordPlacing, seriesPartition } from '../places';
import { readSeries } from '../reading/readSeries';
import type { Answer } from '../route';
import { requireRole, writeHead, type AnyCall } from './changeSeries';
import { nudgeBothBeside } from './nudgeBoth';
import { writeOnce } from './writeOnce';

/** As many as everything that two people can write: one listing reads it all. */
const ENTRIES_PER_LISTING = 120;

type Written = Answer<{ version: number }>;

/**
 * Adds an entry to the ledger of a series, by one of the two.
 * @throws Problem `series.notFound`, DomainError as the rules say
 */
export const addToLedger = (call: AnyCall, seriesId: string, input: AddLedger): Promise<Written> =>
  input.type === 'matter'
    ? onMatter(call, seriesId, input.id, async (matter, series) => {
        requireOpenToWords(series);
        const entries = await ledgerOf(call.services.documents, seriesId);
        return askToShare(matter, entries, input, requireRole(series, call.caller.id), call.at);
      })
    : onSafety(call, seriesId, input.id, (record, series) => {
        const by = requireRole(series, call.caller.id);
        if (record && record.by !== by) throw new DomainError('ledger.idTaken', 'id');
        if (!record) requireNotGone(series, call.at);
        return record ? recordAgain(record, input, call.at) : recordSafety(input, by, call.at);
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
        if (allowsWords(step)) requireOpenToWords(series);
        // A meeting that one of the two has left for good is none.
        const together = series.meeting.state !== 'planned' && !hasEnded(series);
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
  decide: (matter: Matter | null, series: Series) => Matter | Promise<Matter>,
): Promise<Written> =>
  writeHead(call, seriesId, {
    authorise: (series) => void requireRole(series, call.caller.id),
    async change(series) {
      const found = await read(call, seriesId, id);
      if (found && found.value.type !== 'matter') throw new DomainError('ledger.unknown');
      const matter = found?.value.type === 'matter' ? found.value : null;
      const changed = await decide(matter, series);
      if (changed === matter) return series;
      const asks = asksAfter(series.asks, changed, call.at);
      return {
        series: asks === series.asks ? series : next(series, { asks }),
        also: [
          placed(recordPlacing(id), found, changed),
          ...(matter ? [] : [await counted(call, seriesId, changed)]),
        ],
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
  const { nudge } = call.services;
  const { series, tenant } = await readSeries(call, seriesId);
  requireRole(series, call.caller.id);
  let shown = false;
  const { value } = await writeOnce<LedgerEntry, { version: number }>(
    call,
    {
      partition: { ...seriesPartition(seriesId), tenant },
      placing: recordPlacing(id),
      authorise: () => undefined,
    },
    async (entry) => {
      if (entry && entry.type !== 'safety') throw new DomainError('ledger.unknown');
      const changed = decide(entry, series);
      shown = changed.shownAt <= call.at;
      return entry
        ? { value: changed }
        : { value: changed, also: [await counted(call, seriesId, changed)] };
    },
    () => ({ version: series.version }),
  );
  if (shown) await nudgeBothBeside({ nudge }, series);
  else await nudge.send(call.caller.id, { series: seriesId, version: 0, page: 0 });
  return { value };
}

const read = (call: AnyCall, seriesId: string, id: string): Promise<Loaded<LedgerEntry> | null> =>
  call.services.documents.read<LedgerEntry>(seriesPartition(seriesId), recordPlacing(id).id);

/** Every entry, the hidden ones too, in the order of their ids; the limits of each author keep them few. */
export async function ledgerOf(documents: Documents, seriesId: string): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = [];
  let continuation: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof documents.list<LedgerEntry>>> =
      await documents.list<LedgerEntry>(
        seriesPartition(seriesId),
        RECORD_KIND,
        ENTRIES_PER_LISTING,
        continuation,
      );
    entries.push(...page.documents.map(({ value }) => value));
    continuation = page.continuation;
  } while (continuation !== null);
  return entries;
}

/**
 * What a new entry makes of its author's own count, in the same batch: of two at once one is counted on again.
 * Where there is no count yet, the entries are counted.
 */
async function counted(call: AnyCall, seriesId: string, { by, type }: Matter | SafetyRecord) {
  const { documents } = call.services;
  const placing = { id: `count.${by}`, kind: 'count', schema: 1 };
  const found = await documents.read<LedgerCount>(seriesPartition(seriesId), placing.id);
  const count = found?.value ?? countOf(await ledgerOf(documents, seriesId), by);
  return placed(placing, found, countWith(count, type));
}

/**
 * What remains of a series is kept for what stands in it; nothing new holds it back.
 * @throws DomainError `series.ended`
 */
function requireNotGone(series: Series, at: string): void {
  const goes = goesAt(series);
  if (goes !== null && goes <= at) throw new DomainError('series.ended');
}

/** @throws DomainError `series.ended`, `terms.notAgreed` */
function requireOpenToWords(series: Series): void {
  requireGoingOn(series);
  if (!bothAgreed(series)) throw new DomainError('terms.notAgreed');
}

const placed = <T>(placing: Placing, found: Loaded<T> | null, value: T): Change =>
  found
    ? { change: 'replace', placing, value, loaded: found }
    : { change: 'create', placing, value };
