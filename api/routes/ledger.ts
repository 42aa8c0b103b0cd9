import { ledgerFor } from '@rapport/domain/ledger';
import { addLedgerInput, changeLedgerInput, ledgerView } from '@rapport/domain/ledger.schema';
import * as z from 'zod/mini';
import { readSeries } from '../reading/readSeries';
import { route, type Route } from '../route';
import { fromContinuation, toContinuation } from '../storage/continuation';
import { addToLedger, changeLedger, ledgerOf } from '../writing/changeLedger';
import { linePath, pageOfSeriesPath, seriesPath, written } from './shared';

const at = '/api/series/{seriesId}/ledger';
const ENTRIES_PER_PAGE = 20;

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
    const { by: reader } = await readSeries(call, call.path.seriesId);
    // Pages are made of what this reader sees: neither their length nor their end tells of anything else.
    const query = ['ledger', call.path.seriesId];
    const [after = ''] = fromContinuation(query, [''], call.path.continuation ?? null);
    const left = (await ledgerOf(documents, call.path.seriesId))
      .filter(({ id }) => id > after)
      .flatMap((entry) => ledgerFor(entry, reader, call.at) ?? []);
    const entries = left.slice(0, ENTRIES_PER_PAGE);
    const last = left.length > ENTRIES_PER_PAGE ? entries.at(-1) : undefined;
    return {
      value: { entries, continuation: last ? toContinuation(query, [last.id]) : null },
    };
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
