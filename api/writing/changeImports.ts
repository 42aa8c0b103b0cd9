import { addPart, NO_IMPORTS, removeImport } from '@rapport/domain/imported';
import type { AddImport, ImportIndex } from '@rapport/domain/imported.schema';
import { DomainError } from '@rapport/domain/errors';
import { bothAgreed, next, requireGoingOn, roleOf } from '@rapport/domain/member';
import type { Role } from '@rapport/domain/person';
import type { Series } from '@rapport/domain/series';
import { asOf } from '@rapport/domain/succession';
import type { Change, Loaded, Partition, Placing } from '../documents/documents';
import { removeImports, withoutParts } from '../documents/removeImports';
import { HEAD, importsPlacing, importPlacing, personPartition, seriesPartition } from '../places';
import { Problem } from '../problem';
import type { Answer } from '../route';
import { requireRole, versioned, writeHead, type AnyCall, type Versioned } from './changeSeries';
import { writeOnce } from './writeOnce';

type Where = Pick<Partition, 'container' | 'key'>;
interface Decided {
  readonly index: ImportIndex;
  readonly also: readonly Change[];
}
type Decide = (found: ImportIndex, where: Where, by: Role) => Promise<Decided> | Decided;

/**
 * Brings one part of somebody's earlier notes to what both read: the terms have to be agreed (PRACTICE C6).
 * @throws Problem `series.notFound`, DomainError as the rules say
 */
export const addShared = (
  call: AnyCall,
  seriesId: string,
  id: string,
  input: AddImport,
): Promise<Answer<Versioned>> =>
  onShared(call, seriesId, (found, _, by) => added(call, { seriesId, id, input, found, by }));

/** The same for the caller alone. */
export const addPrivate = (
  call: AnyCall,
  seriesId: string,
  id: string,
  input: AddImport,
): Promise<Answer<Versioned>> =>
  onPrivate(call, seriesId, (found, _, by) => added(call, { seriesId, id, input, found, by }));

/** Takes an import back that both read. */
export const takeBackShared = (
  call: AnyCall,
  seriesId: string,
  id: string,
): Promise<Answer<Versioned>> =>
  onShared(call, seriesId, (found, where, by) =>
    takenBack(call, { seriesId, id, found, where, by }),
  );

/** The same of what the caller alone reads. */
export const takeBackPrivate = (
  call: AnyCall,
  seriesId: string,
  id: string,
): Promise<Answer<Versioned>> =>
  onPrivate(call, seriesId, (found, where, by) =>
    takenBack(call, { seriesId, id, found, where, by }),
  );

interface Adding {
  readonly seriesId: string;
  readonly id: string;
  readonly input: AddImport;
  readonly found: ImportIndex;
  readonly by: Role;
}

function added({ at }: AnyCall, { seriesId, id, input, found, by }: Adding): Decided {
  const index = addPart(found, id, input, by, at);
  if (index === found) return { index, also: [] };
  const placing = importPlacing(seriesId, id, input.part);
  return { index, also: [{ change: 'create', placing, value: { meetings: input.meetings } }] };
}

async function takenBack(
  { services }: AnyCall,
  parts: {
    readonly seriesId: string;
    readonly id: string;
    readonly found: ImportIndex;
    readonly where: Where;
    readonly by: Role;
  },
): Promise<Decided> {
  const { index, removed } = removeImport(parts.found, parts.id, parts.by);
  const also = removed
    ? await withoutParts(services.documents, parts.where, parts.seriesId, removed)
    : [];
  return { index, also };
}

/** The head gets a new version with it, so that both are told, and nothing comes in after somebody left. */
const onShared = (call: AnyCall, seriesId: string, decide: Decide): Promise<Answer<Versioned>> =>
  writeHead(call, seriesId, {
    authorise: (series) => void requireRole(series, call.caller.id),
    async change(series) {
      const by = requireRole(series, call.caller.id);
      requireGoingOn(series);
      if (!bothAgreed(series)) throw new DomainError('terms.notAgreed');
      const where = seriesPartition(seriesId);
      const placing = importsPlacing(seriesId);
      const found = await call.services.documents.read<ImportIndex>(where, placing.id);
      const before = found?.value ?? NO_IMPORTS;
      const { index, also } = await decide(before, where, by);
      if (index === before) return series;
      return { series: next(series, {}), also: [placed(placing, found, index), ...also] };
    },
  });

async function onPrivate(
  call: AnyCall,
  seriesId: string,
  decide: Decide,
): Promise<Answer<Versioned>> {
  const { services, caller } = call;
  const head = await services.documents.read<Series>(seriesPartition(seriesId), HEAD.id);
  if (!head) throw new Problem('series.notFound');
  const by = requireRole(head.value, caller.id);
  const where = personPartition(caller.id);
  const { value } = await writeOnce<ImportIndex, Versioned>(
    call,
    { partition: where, placing: importsPlacing(seriesId), authorise: () => undefined },
    async (current) => {
      requireGoingOn(asOf(head.value, call.at));
      const { index, also } = await decide(current ?? NO_IMPORTS, where, by);
      return { value: index, also };
    },
    versioned,
  );
  const after = await services.documents.read<Series>(seriesPartition(seriesId), HEAD.id, 'latest');
  if (!after || !roleOf(after.value, caller.id)) {
    // Leaving deletes what is private, and must not be outrun.
    await removeImports(services.documents, where, seriesId);
    throw new Problem('series.notFound');
  }
  await services.nudge.send(caller.id, { series: seriesId, version: 0, page: 0 });
  return { value };
}

const placed = <T>(placing: Placing, found: Loaded<T> | null, value: T): Change =>
  found
    ? { change: 'replace', placing, value, loaded: found }
    : { change: 'create', placing, value };
