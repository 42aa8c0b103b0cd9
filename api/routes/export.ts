import { NOTHING_BROUGHT } from '@rapport/domain/bring';
import { stillBrought } from '@rapport/domain/broughtPast';
import { EMPTY_ABOUT_US, type AboutUs } from '@rapport/domain/aboutUs';
import type { RevealedCheckIn } from '@rapport/domain/checkIn';
import { exportFor, type ExportSource } from '@rapport/domain/export';
import { exportInput, rapportExport } from '@rapport/domain/export.schema';
import type { Feedback } from '@rapport/domain/feedback';
import type { Goal } from '@rapport/domain/goal';
import type { LedgerEntry } from '@rapport/domain/ledger.schema';
import type { MeetingRecord } from '@rapport/domain/meeting.schema';
import type { Role } from '@rapport/domain/person';
import type { Brought } from '@rapport/domain/succession.schema';
import type { TalkShareRecord } from '@rapport/domain/talkShare';
import { listAll } from '../documents/listAll';
import { ABOUT_US, BROUGHT, personPartition, RECORD_KIND, seriesPartition } from '../places';
import { readKeptNotes } from '../reading/keptNotes';
import { readSeries } from '../reading/readSeries';
import { route, type Route } from '../route';
import { readPage, type AnyCall } from '../writing/changeSeries';
import { readImports } from '../writing/readImports';
import { recordExport } from '../writing/recordExport';
import { seriesPath } from './shared';

/** One's own copy of a 1:1 (PRACTICE D11, E3). */
export const exportRoutes: readonly Route[] = [
  route({
    name: 'exportSeries',
    method: 'POST',
    path: '/api/series/{seriesId}/export',
    kind: 'write',
    auth: 'series',
    summary:
      'All that the caller may read of a series, as one document; a manager’s copy appears in the ledger.',
    params: seriesPath,
    body: exportInput,
    output: rapportExport,
    async handle(call) {
      const { seriesId } = call.path;
      const { includePrivate } = call.body;
      const at = await recordExport(call, await readSeries(call, seriesId));
      // Asked again: they may have left since.
      const { by, source } = await readAll(call, seriesId, includePrivate);
      return { value: exportFor(source, { by, at, includePrivate }) };
    },
  }),
];

/** The head first: what ends in between is then read twice, and not missed. */
async function readAll(
  call: AnyCall,
  seriesId: string,
  includePrivate: boolean,
): Promise<{ readonly by: Role; readonly source: ExportSource }> {
  const { documents } = call.services;
  const where = seriesPartition(seriesId);
  const [{ series, by }, page] = await Promise.all([
    readSeries(call, seriesId),
    readPage(call, seriesId),
  ]);
  const [meetings, feedback, checkIns, talkShares, aboutUs, goals, ledger, imported, brought] =
    await Promise.all([
      listAll<MeetingRecord>(documents, where, 'meeting'),
      listAll<Feedback>(documents, where, 'feedback'),
      listAll<RevealedCheckIn>(documents, where, 'checkIn'),
      listAll<TalkShareRecord>(documents, where, 'talkShare'),
      documents.read<AboutUs>(where, ABOUT_US.id),
      listAll<Goal>(documents, where, 'goal'),
      listAll<LedgerEntry>(documents, where, RECORD_KIND),
      readImports(call, where, seriesId),
      documents.read<Brought>(where, BROUGHT.id),
    ]);
  const numbers = meetings.map(({ number }) => number);
  const source = {
    series,
    page,
    meetings,
    feedback,
    checkIns,
    talkShares,
    aboutUs: aboutUs?.value ?? EMPTY_ABOUT_US,
    goals,
    ledger,
    imported,
    brought: stillBrought(brought?.value ?? NOTHING_BROUGHT, series, call.at),
    importedAlone: includePrivate
      ? await readImports(call, personPartition(call.caller.id), seriesId)
      : [],
    keptNotes: includePrivate ? await keptNotesOf(call, seriesId, numbers) : [],
  };
  return { by, source };
}

const AT_ONCE = 20;

async function keptNotesOf(
  call: AnyCall,
  seriesId: string,
  numbers: readonly number[],
): Promise<ExportSource['keptNotes']> {
  const mine = personPartition(call.caller.id);
  const kept: ExportSource['keptNotes'][number][] = [];
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    const some = numbers.slice(from, from + AT_ONCE).map(async (number) => {
      const notes = await readKeptNotes(call.services, mine, seriesId, number);
      return { number, notes: notes ?? [] };
    });
    const read = await Promise.all(some);
    kept.push(...read.filter(({ notes }) => notes.length > 0));
  }
  return kept;
}
