import type { ProblemCode } from '../problem';

export type Codes = readonly ProblemCode[];
export type Table = Record<string, Codes>;

/** What any change of the head of a series may be refused for. */
export const HEAD: Codes = ['series.full'];
/** … and where it heeds `If-Match`. */
export const MATCHED: Codes = [...HEAD, 'version.stale'];
/** A change of what both share. */
export const BOTH: Codes = [...MATCHED, 'series.ended'];
/** Earlier notes, whoever reads them: their open boxes may go on the agenda. */
export const IMPORTING: Codes = [
  ...HEAD,
  'series.ended',
  'import.tooMany',
  'actions.full',
  'line.idTaken',
];
/** A change of one's own page. */
export const OWN: Codes = ['series.ended', 'topic.beingShared'];

export const rows = (names: string, ...codes: readonly Codes[]): Table =>
  Object.fromEntries(names.split(' ').map((name) => [name, codes.flat()]));

/** Lines that both read: four routes, whatever they are lines of. */
export const lines = (
  noun: string,
  full: ProblemCode,
  unknown: ProblemCode,
  more: Codes = BOTH,
): Table => ({
  ...rows(`add${noun}`, more, ['line.idTaken', full]),
  ...rows(`edit${noun}`, more, [unknown, 'line.notYours', 'line.idTaken', full]),
  ...rows(`remove${noun}`, more, [unknown, 'line.notYours', 'line.changedSince']),
  ...rows(`restore${noun}`, more, ['line.notYours', full]),
});

/** Lines of one's own page: nobody else's are on it. */
export const ownLines = (noun: string, full: ProblemCode, unknown: ProblemCode): Table => ({
  ...rows(`addPrivate${noun} restorePrivate${noun}`, OWN, [full]),
  ...rows(`editPrivate${noun}`, OWN, [unknown, full]),
  ...rows(`removePrivate${noun}`, ['topic.beingShared', unknown, 'line.changedSince']),
});
