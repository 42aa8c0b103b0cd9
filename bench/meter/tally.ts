/** Which of the two accounts and what in it. */
export type Place = 'series' | 'people' | 'chats' | 'reminders' | 'keys';

/** One operation that was charged. */
export interface Charge {
  readonly place: Place;
  readonly what: 'read' | 'list' | 'listDue' | 'create' | 'replace' | 'delete' | 'expire';
  /** Kind of the document, where the operation names or finds one. */
  readonly kind: string;
  readonly ru: number;
  readonly bytes: number;
}

/** Keeps every charge, in order. */
export interface Tally {
  add(charge: Charge): void;
  /** All charges so far; give `from` the length of an earlier answer for what came since. */
  charges(from?: number): readonly Charge[];
}

export function createTally(): Tally {
  const kept: Charge[] = [];
  return {
    add: (charge) => void kept.push(charge),
    charges: (from = 0) => kept.slice(from),
  };
}

export const sumOf = (charges: readonly Charge[]): number =>
  charges.reduce((sum, { ru }) => sum + ru, 0);

/** The request units of a group of charges, by what `name` says of each. */
export function sumBy(
  charges: readonly Charge[],
  name: (charge: Charge) => string,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const charge of charges) {
    const key = name(charge);
    sums.set(key, (sums.get(key) ?? 0) + charge.ru);
  }
  return sums;
}
