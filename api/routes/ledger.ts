import { ledgerFor } from '@rapport/domain/ledger';
import {
  addLedgerInput,
  changeLedgerInput,
  ledgerView,
  type LedgerEntry,
} from '@rapport/domain/ledger.schema';
import type { Series } from '@rapport/domain/series';
import * as z from 'zod/mini';
import { HEAD, RECORD_KIND, seriesPartition } from '../places';
import { Problem } from '../problem';
import { route, type Route } from '../route';
import { addToLedger, changeLedger } from '../writing/changeLedger';
import { requireRole } from '../writing/changeSeries';
import { linePath, pageOfSeriesPath, seriesPath, written } from './shared';

const at = '/api/series/{seriesId}/ledger';
const ENTRIES_PER_PAGE = 50;

const listLedger = route({
  name: 'listLedger',
  method: 'GET',
  path: at,
  kind: 'read',
  auth: 'series',
  summary: 'What was asked for, allowed and passed on outside the two; both read the same ledger.',
  params: pageOfSeriesPath,
  body: null,
  output: z.strictObject({
    entries: z.array(ledgerView),
    continuation: z.nullable(z.string()),
  }),
  async handle(call) {
    const { documents } = call.services;
    const partition = seriesPartition(call.path.seriesId);
    const head = await documents.read<Series>(partition, HEAD.id);
    if (!head) throw new Problem('series.notFound');
    const reader = requireRole(head.value, call.caller.id);
    const page = await documents.list<LedgerEntry>(
      partition,
      RECORD_KIND,
      ENTRIES_PER_PAGE,
      call.path.continuation ?? null,
    );
    const entries = page.documents.flatMap(({ value }) => ledgerFor(value, reader, call.at) ?? []);
    return { value: { entries, continuation: page.continuation } };
  },
});

const addEntry = route({
  name: 'addLedgerEntry',
  method: 'POST',
  path: at,
  kind: 'write',
  auth: 'series',
  summary:
    'Asks to share one thing in an exact wording, or writes down a use of the exception for safety or the law.',
  params: seriesPath,
  body: addLedgerInput,
  output: written,
  handle: async (call) => ({
    ...(await addToLedger(call, call.path.seriesId, call.body)),
    status: 201,
  }),
});

const changeEntry = route({
  name: 'changeLedgerEntry',
  method: 'POST',
  path: `${at}/{lineId}`,
  kind: 'write',
  auth: 'series',
  summary: 'A step of an entry: an answer, a withdrawal, what was told, what is added.',
  params: linePath,
  body: changeLedgerInput,
  output: written,
  handle: (call) => changeLedger(call, call.path.seriesId, call.path.lineId, call.body),
});

export const ledgerRoutes: readonly Route[] = [listLedger, addEntry, changeEntry];
