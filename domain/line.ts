import { DomainError, type DomainErrorCode } from './errors';
import type { Entry, Line, Removed } from './line.schema';
import type { Role } from './person.schema';
import { rewrite } from './revision';

export type { Entry, Line, Removed } from './line.schema';

/** Removed places that a list remembers; older ones are forgotten, their words were gone at once. */
const REMOVED_PER_LIST = 50;

/** Who does something, when, and the id of the doing itself (it names the wording that it writes). */
export interface Doing {
  readonly by: Role;
  readonly at: string;
  readonly commandId: string;
}

/** What a list of lines allows, and the codes with which it refuses. */
export interface ListRules {
  readonly limit: number;
  readonly full: DomainErrorCode;
  readonly unknown: DomainErrorCode;
  /** Removed places that it remembers, where they are few. */
  readonly removed?: number;
  /** Whether what a line said before stays beside it (PRACTICE E2). */
  readonly keepsWordings?: boolean;
  /** … also what is put right within minutes, because somebody has said something to it already. */
  readonly keepsSlips?: boolean;
}

export type Entries<L extends Line> = readonly Entry<L>[];
/** What a line of some kind has besides its words and their history. */
type Rest<L extends Line> = Omit<L, keyof Line>;

export const isLive = <L extends Line>(entry: Entry<L>): entry is L => !('removed' in entry);

/** The lines that stand, in order. */
export const liveLines = <L extends Line>(entries: Entries<L>): L[] =>
  entries.filter((entry): entry is L => isLive(entry));

/** A line as its author first writes it. */
export const newLine = (id: string, text: string, doing: Doing): Line => ({
  id,
  by: doing.by,
  text,
  version: doing.commandId,
  at: doing.at,
  editedAt: null,
});

/**
 * Adds a line at the end. Adding the same id again changes nothing, also after it was removed: a delayed
 * repeat never brings words back.
 * @throws DomainError `line.idTaken` when the other one's line has this id, `full`
 */
export function addLine<L extends Line>(
  entries: Entries<L>,
  added: L,
  rules: ListRules,
): Entries<L> {
  const known = entries.find((entry) => entry.id === added.id);
  if (known) {
    if (known.by !== added.by) throw new DomainError('line.idTaken', 'id');
    return entries;
  }
  return insert(entries, added, entries.length, rules);
}

/**
 * Changes one's own line (PRACTICE D1). The edit names the wording it changes; where another device changed
 * it meanwhile both stay, the later one as a line of its own right below (its id is the command's), and what
 * follows on that wording follows there. Words win over a removal: editing a removed line brings it back.
 * Where the list keeps wordings, the ones before stay beside the line; a copy begins without any.
 * @throws DomainError `unknown`, `line.notYours`, `full`
 */
export function editLine<L extends Line>(
  entries: Entries<L>,
  input: { readonly id: string; readonly version: string },
  change: { readonly text: string } & Partial<Rest<L>>,
  doing: Doing,
  rules: ListRules,
): Entries<L> {
  const found = ownLine(entries, input.id, doing.by, rules);
  const { commandId: version, at } = doing;
  if (!isLive(found.entry)) {
    return revive(entries, found.entry, found.index, change, doing, rules);
  }
  if (liveLines(entries).some((entry) => entry.version === version)) return entries;
  const { entry, index } = wording(entries, found.entry, input.version);
  const rewritten = rules.keepsWordings
    ? rewrite(entry, change.text, doing, rules.keepsSlips)
    : { ...entry, editedAt: at };
  const changed = { ...rewritten, ...change, version };
  const same = Object.entries(change).every(([key, value]) => Reflect.get(entry, key) === value);
  if (same) return entries;
  if (entry.version === input.version) return entries.with(index, changed);
  const namesake = entries.find((other) => other.id === version);
  // Two lines of one id, and the other one could not reach their own any more.
  if (namesake && namesake.by !== doing.by) throw new DomainError('line.idTaken');
  if (namesake) return entries;
  const { earlier: _, dispute: __, ...rest } = { ...entry, ...change };
  const copy = { ...rest, ...newLine(version, change.text, doing) } as unknown as L;
  // Also where the list is full: words win.
  return entries.toSpliced(index + 1, 0, copy);
}

/**
 * Removes one's own line (PRACTICE D1): its words are gone at once, the earlier ones too, and only its place is
 * remembered. What it says when it comes back is new, and so is the time at which it was written; what the
 * other one said about it stands below it again.
 * @throws DomainError `unknown`, `line.notYours`, `line.changedSince` when it says something newer
 */
export function removeLine<L extends Line>(
  entries: Entries<L>,
  input: { readonly id: string; readonly version: string },
  doing: Doing,
  rules: ListRules,
): Entries<L> {
  const found = ownLine(entries, input.id, doing.by, rules);
  if (!isLive(found.entry)) return entries;
  const { entry, index } = wording(entries, found.entry, input.version);
  if (entry.version !== input.version) throw new DomainError('line.changedSince', 'version');
  const { text: _, earlier: __, ...rest } = entry;
  return forgetOldest(entries.with(index, { ...rest, removed: true }), rules);
}

/**
 * Undoes a removal: the author, who still has the words, puts them back where they stood; at the end where
 * the place is not known (any more), as to whoever sees only what stands.
 * @param whole the line as it is written anew
 * @throws DomainError `line.notYours`, `full`
 */
export function restoreLine<L extends Line>(
  entries: Entries<L>,
  whole: L,
  doing: Doing,
  rules: ListRules,
): Entries<L> {
  const index = entries.findIndex((entry) => entry.id === whole.id);
  const entry = entries[index];
  if (!entry) return insert(entries, whole, entries.length, rules);
  if (entry.by !== doing.by) throw new DomainError('line.notYours', 'id');
  if (isLive(entry)) return entries;
  return revive(entries, entry, index, { text: whole.text }, doing, rules);
}

/** Changes what a line has besides its words; either of the two may. @throws DomainError `unknown` */
export function markLine<L extends Line>(
  entries: Entries<L>,
  id: string,
  marks: Partial<Rest<L>>,
  rules: ListRules,
): Entries<L> {
  const { entry, index } = findLine(entries, id, 'id', rules);
  if (!isLive(entry)) return entries;
  const same = Object.entries(marks).every(([key, value]) => Reflect.get(entry, key) === value);
  return same ? entries : entries.with(index, { ...entry, ...marks });
}

/** @throws DomainError `unknown`, naming the field */
export function findLine<L extends Line>(
  entries: Entries<L>,
  id: string,
  field: string,
  rules: ListRules,
): { readonly entry: Entry<L>; readonly index: number } {
  const index = entries.findIndex((entry) => entry.id === id);
  const entry = entries[index];
  if (!entry) throw new DomainError(rules.unknown, field);
  return { entry, index };
}

function ownLine<L extends Line>(entries: Entries<L>, id: string, by: Role, rules: ListRules) {
  const found = findLine(entries, id, 'id', rules);
  if (found.entry.by !== by) throw new DomainError('line.notYours', 'id');
  return found;
}

/** The line that carries a wording: the named one, or the copy that a clash made of it. */
function wording<L extends Line>(
  entries: Entries<L>,
  named: L,
  version: string,
): { readonly entry: L; readonly index: number } {
  const copy = liveLines(entries).find(
    (candidate) => candidate.version === version && candidate.by === named.by,
  );
  const entry = named.version === version ? named : (copy ?? named);
  return { entry, index: entries.indexOf(entry) };
}

function revive<L extends Line>(
  entries: Entries<L>,
  entry: Removed<L>,
  index: number,
  change: { readonly text: string } & object,
  doing: Doing,
  rules: ListRules,
): Entries<L> {
  refuseIfFull(entries, rules);
  const { removed: _, ...rest } = entry;
  // A removed line is the line without its words: with words again it is whole.
  const whole = { ...rest, ...change, ...newLine(entry.id, change.text, doing) } as unknown as L;
  return entries.with(index, whole);
}

function insert<L extends Line>(
  entries: Entries<L>,
  added: L,
  index: number,
  rules: ListRules,
): Entries<L> {
  refuseIfFull(entries, rules);
  return entries.toSpliced(index, 0, added);
}

function refuseIfFull<L extends Line>(entries: Entries<L>, rules: ListRules): void {
  if (liveLines(entries).length >= rules.limit) throw new DomainError(rules.full);
}

function forgetOldest<L extends Line>(entries: Entries<L>, rules: ListRules): Entries<L> {
  const removed = entries.filter((entry) => !isLive(entry));
  if (removed.length <= (rules.removed ?? REMOVED_PER_LIST)) return entries;
  return entries.filter((entry) => entry !== removed[0]);
}
