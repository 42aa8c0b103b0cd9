/** How much somebody may write; kept in memory, by each instance for itself. */
export interface Budget {
  /** Takes one write. @throws BudgetSpent */
  take(person: string): void;
}

/** Too many at once: nothing was done, and it may be sent again later. */
export class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';
  constructor(readonly retryAfterMs: number) {
    super('too many writes');
  }
}

/** Where nobody but one's own people reaches the api. */
export const unlimited: Budget = { take: () => undefined };

/** People that are remembered before those who have all of theirs again are forgotten. */
const REMEMBERED = 10_000;

/**
 * So many writes a minute for each person, all of them at once where they come so, and then as they come back. Far
 * more than anybody does by hand, and than a device sends that was away: it stops what runs in a loop.
 * @param now milliseconds that never go back; not the product's time, which tests and demonstrations move
 */
export function createBudget(perMinute: number, now = () => performance.now()): Budget {
  const spent = new Map<string, { readonly writes: number; readonly at: number }>();
  const left = ({ writes, at }: { writes: number; at: number }, time: number): number =>
    Math.max(0, writes - ((time - at) * perMinute) / 60_000);

  function forgetRested(time: number): void {
    for (const [person, entry] of spent) if (left(entry, time) === 0) spent.delete(person);
  }

  return {
    take(person) {
      const at = now();
      const writes = left(spent.get(person) ?? { writes: 0, at }, at) + 1;
      if (writes > perMinute) throw new BudgetSpent(((writes - perMinute) * 60_000) / perMinute);
      if (spent.size >= REMEMBERED) forgetRested(at);
      spent.set(person, { writes, at });
    },
  };
}
