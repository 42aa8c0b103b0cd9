import { lapseOf, matterView, stateOf } from './disclosure';
import { DomainError } from './errors';
import type { Ask, ChangeLedger, LedgerEntry, LedgerView, Matter } from './ledger.schema';
import type { Role } from './person';
import { safetyView } from './safety';

/** Requests of one person that may wait for an answer at a time. */
export const ASKS_PER_PERSON = 5;
/**
 * Entries of one person in a series. Each of the two has a count of their own, so that it tells nobody of a
 * record that they may not see yet (PRACTICE E5), and noise of the one never fills the list of the other.
 */
export const ENTRIES_PER_PERSON = { matter: 40, safety: 20 } as const;

/** How many entries of each type one of the two has written; copies that were taken are not counted. */
export type LedgerCount = Readonly<Record<keyof typeof ENTRIES_PER_PERSON, number>>;

/** The count of somebody's own entries. */
export function countOf(entries: readonly LedgerEntry[], by: Role): LedgerCount {
  const own = entries.filter((entry) => entry.by === by);
  const of = (wanted: LedgerEntry['type']): number =>
    own.filter(({ type }) => type === wanted).length;
  return { matter: of('matter'), safety: of('safety') };
}

/**
 * The count after one more entry of that type.
 * @throws DomainError `ledger.full`
 */
export function countWith(count: LedgerCount, type: keyof LedgerCount): LedgerCount {
  if (count[type] >= ENTRIES_PER_PERSON[type]) throw new DomainError('ledger.full');
  return { ...count, [type]: count[type] + 1 };
}

/**
 * Whether a step says something new: an answer that allows words. All others only end or write down what is
 * there already, and stay possible after one of the two has left (PRACTICE C6: "a yes can be revoked").
 */
export const allowsWords = (step: Extract<ChangeLedger, { disclosure: string }>): boolean =>
  step.step === 'answer' && step.kind !== 'no';

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
