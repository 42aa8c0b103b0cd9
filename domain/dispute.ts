import { DomainError } from './errors';
import { findLine, isLive, type Doing, type Entries, type ListRules } from './line';
import type { Line } from './line.schema';
import { knowsWording } from './revision';

/** One wording of a line, and what is said about it; `stands: false` withdraws it. */
export interface DisputeInput {
  readonly id: string;
  readonly version: string;
  readonly text: string | null;
  readonly stands: boolean;
}

/**
 * Says "I see it differently" about a line of the other one, in a few words or without any, says it in other
 * words, or withdraws it (PRACTICE E2). The line stays as its author wrote it. What is said stays with the
 * place when the author removes the line, and is there again when they bring it back.
 * @throws DomainError `unknown`; `line.yours`; `line.changedSince` where these words have gone meanwhile
 */
export function disputeLine<L extends Line>(
  entries: Entries<L>,
  { id, version, text, stands }: DisputeInput,
  { by, at }: Doing,
  rules: ListRules,
): Entries<L> {
  const { entry, index } = findLine(entries, id, 'id', rules);
  if (entry.by === by) throw new DomainError('line.yours', 'id');
  const said = entry.dispute;
  if (!stands) {
    if (!said) return entries;
    const { dispute: _, ...rest } = entry;
    return entries.with(index, rest as unknown as typeof entry);
  }
  if (!isLive(entry)) throw new DomainError(rules.unknown, 'id');
  if (said?.version === version && said.text === text) return entries;
  if (!knowsWording(entry, version)) throw new DomainError('line.changedSince', 'version');
  return entries.with(index, { ...entry, dispute: { version, text, at } });
}
