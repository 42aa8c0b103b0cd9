import { saysThere } from '@rapport/domain/broughtPast';
import { endOf } from '@rapport/domain/ending';
import { addPart, NO_IMPORTS, removeImport, wasInterrupted } from '@rapport/domain/imported';
import type { AddImport, ImportIndex } from '@rapport/domain/imported.schema';
import { bringPromises, promisesIn, takePromisesBack } from '@rapport/domain/importedPromise';
import { DomainError } from '@rapport/domain/errors';
import { bothAgreed, hasEnded, next, requireGoingOn, roleOf } from '@rapport/domain/member';
import type { Role } from '@rapport/domain/person';
import type { Series } from '@rapport/domain/series';
import { asOf } from '@rapport/domain/succession';
import type { Change, Loaded, Partition, Placing } from '../documents/documents';
import type { Effect } from '../effects/effect';
import { runEffects } from '../effects/runEffects';
import { removeImports, withoutParts } from '../documents/removeImports';
import { HEAD, importsPlacing, importPlacing, personPartition, seriesPartition } from '../places';
import { Problem } from '../problem';
import type { Answer } from '../route';
import { requireRole, versioned, writeHead, type AnyCall, type Versioned } from './changeSeries';
import { sayingNotes, takeOwnPage } from './ownPage';
import { LEFT_BY_NOTES, requireRoom } from './room';
import { promisesOf, takeOffAgenda } from './takeOffAgenda';
import { takePromisesOff } from './takePromisesOff';
import { wasDone, writeOnce } from './writeOnce';

type Where = Pick<Partition, 'container' | 'key'>;
interface Decided {
  readonly index: ImportIndex;
  readonly also: readonly Change[];
  /** What becomes of the agenda with it: open boxes come as promises, or go again. */
  readonly agenda?: (series: Series) => Series;
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

/** The same for the caller alone; what they put on the agenda of it both read. */
export const addPrivate = (
  call: AnyCall,
  seriesId: string,
  id: string,
  input: AddImport,
): Promise<Answer<Versioned>> =>
  onPrivate(call, seriesId, (found, _, by) => added(call, { seriesId, id, input, found, by }), {
    effect:
      promisesIn(input.meetings).length > 0
        ? {
            type: 'bringPromises',
            series: seriesId,
            person: call.caller.id,
            importId: id,
            part: input.part,
            command: call.idempotency.key,
          }
        : null,
  });

/**
 * Takes an import back that both read. Once one of the two has left, only what that interrupted: it was meant to come
 * all or not at all. The agenda stays as it was then.
 */
export const takeBackShared = (
  call: AnyCall,
  seriesId: string,
  id: string,
): Promise<Answer<Versioned>> =>
  onShared(
    call,
    seriesId,
    (found, where, by) => takenBack(call, { seriesId, id, found, where, by }),
    ({ imports }, ended) =>
      imports.every((entry) => entry.id !== id || wasInterrupted(entry, ended)),
  );

/**
 * The same of what the caller alone reads. Its promises go first: the notes say which they are, so that a second try
 * finds them. One's own words may go at any time, also when the other one has left; the agenda stays as it was then.
 */
export async function takeBackPrivate(
  call: AnyCall,
  seriesId: string,
  id: string,
): Promise<Answer<Versioned>> {
  // A late repeat finds notes of the same id that were brought anew: those stay, and so do their promises.
  const repeated = await wasDone(call, personPartition(call.caller.id));
  const promises = repeated ? [] : await takeOffAgenda(call, seriesId, id);
  const answer = await onPrivate(
    call,
    seriesId,
    (found, where, by) => takenBack(call, { seriesId, id, found, where, by }),
    { afterEnd: true },
  );
  // What came between the two: what comes later finds no notes.
  if (promises.length > 0) await takePromisesOff(call.services, seriesId, call.caller.id, promises);
  return answer;
}

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
  const promises = promisesIn(input.meetings);
  return {
    index,
    also: [{ change: 'create', placing, value: { meetings: input.meetings } }],
    agenda(series) {
      const terms = { ...series, agreed: bothAgreed(series) };
      const after = bringPromises(series, promises, { by, at }, terms);
      requireRoom(series, after, LEFT_BY_NOTES);
      return after;
    },
  };
}

async function takenBack(
  call: AnyCall,
  parts: {
    readonly seriesId: string;
    readonly id: string;
    readonly found: ImportIndex;
    readonly where: Where;
    readonly by: Role;
  },
): Promise<Decided> {
  const { found, where, seriesId, by } = parts;
  const { index, removed } = removeImport(found, parts.id, by);
  if (!removed) return { index, also: [] };
  const [promises, also] = await Promise.all([
    promisesOf(call, where, seriesId, removed),
    withoutParts(call.services.documents, where, seriesId, removed),
  ]);
  return { index, also, agenda: (series) => takePromisesBack(series, promises, by) };
}

/** The head gets a new version with it, so that both are told, and nothing comes in after somebody left. */
const onShared = (
  call: AnyCall,
  seriesId: string,
  decide: Decide,
  /** What may still be done once one of the two has left, and when that was. */
  afterEnd: (found: ImportIndex, ended: string) => boolean = () => false,
): Promise<Answer<Versioned>> =>
  writeHead(call, seriesId, {
    authorise: (series) => void requireRole(series, call.caller.id),
    async change(series) {
      const by = requireRole(series, call.caller.id);
      const where = seriesPartition(seriesId);
      const placing = importsPlacing(seriesId);
      const found = await call.services.documents.read<ImportIndex>(where, placing.id);
      const before = found?.value ?? NO_IMPORTS;
      const ended = endOf(series);
      if (ended !== null && !afterEnd(before, ended)) requireGoingOn(series);
      if (!bothAgreed(series)) throw new DomainError('terms.notAgreed');
      const { index, also, agenda } = await decide(before, where, by);
      if (index === before) return series;
      const after = agenda && !hasEnded(series) ? agenda(series) : series;
      const marked = saysThere(after, 'notesBefore', index.imports.length > 0);
      return { series: next(marked, {}), also: [placed(placing, found, index), ...also] };
    },
  });

async function onPrivate(
  call: AnyCall,
  seriesId: string,
  decide: Decide,
  {
    effect = null,
    afterEnd = false,
  }: {
    /** What has to be done where both read, once it is written. */
    readonly effect?: Effect | null;
    /** What may still be done once one of the two has left: taking something away. */
    readonly afterEnd?: boolean;
  },
): Promise<Answer<Versioned>> {
  const { services, caller } = call;
  const head = await services.documents.read<Series>(seriesPartition(seriesId), HEAD.id);
  if (!head) throw new Problem('series.notFound');
  const by = requireRole(head.value, caller.id);
  const where = personPartition(caller.id);
  const { value, pending } = await writeOnce<ImportIndex, Versioned>(
    call,
    { partition: where, placing: importsPlacing(seriesId), authorise: () => undefined },
    async (current) => {
      const series = asOf(head.value, call.at);
      if (!afterEnd) requireGoingOn(series);
      const before = current ?? NO_IMPORTS;
      const { index, also: lines, agenda } = await decide(before, where, by);
      // Only with the index, which what comes in meanwhile meets.
      const said = index === before ? [] : await sayingNotes(call, seriesId, index);
      const also = [...lines, ...said];
      if (!effect || !agenda) return { value: index, also };
      // Refused here, where it can still be said.
      agenda(series);
      return { value: index, also, effects: [effect] };
    },
    versioned,
  );
  const after = await services.documents.read<Series>(seriesPartition(seriesId), HEAD.id, 'latest');
  if (!after || !roleOf(after.value, caller.id)) {
    // Leaving deletes what is private, and must not be outrun.
    await removeImports(services.documents, where, seriesId);
    await takeOwnPage(call, seriesId);
    throw new Problem('series.notFound');
  }
  if (!(await runEffects(services, pending))) throw new Problem('busy');
  await services.nudge.send(caller.id, { series: seriesId, version: 0, page: 0 });
  return { value };
}

const placed = <T>(placing: Placing, found: Loaded<T> | null, value: T): Change =>
  found
    ? { change: 'replace', placing, value, loaded: found }
    : { change: 'create', placing, value };
