import { lapseOf, matterView, stateOf } from './disclosure';
import { DomainError } from './errors';
import type { Ask, LedgerEntry, LedgerView, Matter } from './ledger.schema';
import type { Role } from './person';
import { safetyView } from './safety';

/** Requests of one person that may wait for an answer at a time. */
export const ASKS_PER_PERSON = 5;

/**
 * What the head knows of requests that wait for an answer, after one of them changed. What has lapsed by now
 * is forgotten.
 * @throws DomainError `ledger.full`
 */
export function asksAfter(asks: readonly Ask[], matter: Matter, at: string): Ask[] {
  const open = matter.disclosures.find((disclosure) => stateOf(disclosure, at) === 'open');
  const others = openAsks(asks, at).filter((ask) => ask.matter !== matter.id);
  if (!open) return others;
  if (others.filter(({ by }) => by === matter.by).length >= ASKS_PER_PERSON) {
    throw new DomainError('ledger.full');
  }
  return [...others, { matter: matter.id, by: matter.by, lapsesAt: lapseOf(open.at) }];
}

/** Those that still wait. */
export const openAsks = (asks: readonly Ask[], at: string): Ask[] =>
  asks.filter(({ lapsesAt }) => lapsesAt > at);

/** What one of the two reads of an entry; null: nothing, not even that it is there. */
export function ledgerFor(entry: LedgerEntry, reader: Role, at: string): LedgerView | null {
  switch (entry.type) {
    case 'matter':
      return matterView(entry, at);
    case 'safety':
      return safetyView(entry, reader, at);
    case 'export':
      return entry;
  }
}
