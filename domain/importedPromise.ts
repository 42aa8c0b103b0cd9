import { ACTION_RULES } from './action';
import type { Action } from './action.schema';
import { applyToShared, type Terms } from './agenda';
import { LINE_LENGTH } from './limits';
import { DomainError } from './errors';
import { isLive, liveLines } from './line';
import type { Shared } from './meeting';
import type { Role } from './person';

/** Open boxes leave so many places for what the two promise each other when they meet. */
const LEFT_FOR_BOTH = 10;

/** How many more can come onto an agenda with so many promises. */
export const roomForPromises = (standing: number): number =>
  Math.max(0, ACTION_RULES.limit - LEFT_FOR_BOTH - standing);

/** An open box of earlier notes that becomes a promise of the agenda (PRACTICE D11, D3). */
export interface ImportedPromise {
  readonly id: string;
  readonly text: string;
  readonly owner: Role;
  readonly due: string | null;
}

/** A line of earlier notes, as far as it matters here. */
interface Box {
  readonly kind: string;
  readonly text: string;
  readonly done?: boolean | undefined;
  readonly owner?: Role | undefined;
  readonly due?: string | null | undefined;
  /** The id of the promise that it becomes; missing: it stays in the notes. */
  readonly promise?: string | undefined;
}

/**
 * What an open box says as a promise: its words in one line.
 * @returns null for what is no open box, and for what is longer than a promise may be: nothing is cut
 */
export function promiseWords({ kind, done, text }: Box): string | null {
  if (kind !== 'action' || done === true) return null;
  const words = text.replaceAll(/\s+/g, ' ').trim();
  return words === '' || words.length > LINE_LENGTH ? null : words;
}

/** The promise that a line becomes; null where it becomes none, or nobody said whose it is. */
export function promiseOf(line: Box): ImportedPromise | null {
  const { promise: id, owner, due = null } = line;
  const text = promiseWords(line);
  return id === undefined || owner === undefined || text === null ? null : { id, text, owner, due };
}

/** Every promise that comes of these meetings, in their order. */
export const promisesIn = (
  meetings: readonly { readonly lines: readonly Box[] }[],
): ImportedPromise[] =>
  meetings.flatMap(({ lines }) => lines.flatMap((line) => promiseOf(line) ?? []));

/**
 * Puts them on the agenda, by whoever brought the notes. One that is known already changes nothing.
 * @throws DomainError `actions.full`, `line.idTaken`
 */
export const bringPromises = <S extends Shared>(
  shared: S,
  promises: readonly ImportedPromise[],
  { by, at }: { readonly by: Role; readonly at: string },
  terms: Terms,
): S => {
  const after = promises.reduce(
    // Each has a wording of its own, as if it had been written by a command of its own.
    (all, one) =>
      applyToShared(all, { type: 'addAction', ...one }, { by, at, commandId: one.id }, terms),
    shared,
  );
  const [before, now] = [shared, after].map((one) => liveLines<Action>(one.actions).length);
  const added = (now ?? 0) - (before ?? 0);
  if (added > roomForPromises(before ?? 0)) throw new DomainError('actions.full');
  return after;
};

/**
 * Takes them off again, as far as they stand as they came: nobody changed, did or disputed them (PRACTICE E2). No place
 * of theirs is remembered: taken back and brought once more, they take no more room than once.
 */
export function takePromisesBack<S extends Shared>(
  shared: S,
  promises: readonly ImportedPromise[],
  by: Role,
): S {
  const came = new Map(promises.map((one) => [one.id, one]));
  const actions = shared.actions.filter((entry) => {
    const promise = came.get(entry.id);
    return !promise || !isLive(entry) || !isAsItCame(entry, promise, by);
  });
  return actions.length === shared.actions.length ? shared : { ...shared, actions };
}

const isAsItCame = (action: Action, { id, owner, due }: ImportedPromise, by: Role): boolean =>
  action.by === by &&
  action.version === id &&
  action.owner === owner &&
  action.due === due &&
  action.doneAt === null &&
  action.dispute === undefined;
