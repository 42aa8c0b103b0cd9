import { createHash } from 'node:crypto';

/** How much there is of something, and a hash over all of it that does not depend on the order. */
export interface Sum {
  readonly count: number;
  readonly hash: bigint;
}

/** Sums by group, of things seen in any order. */
export interface Tally {
  /** @param parts all that matters of one thing; JSON keeps them apart */
  add(group: string, parts: readonly (string | number | null)[]): void;
  readonly sums: ReadonlyMap<string, Sum>;
}

/**
 * The hashes of all things are added up, modulo 2^256: adding, unlike XOR, also counts the same thing twice.
 * That finds what was lost or altered; it is not meant against somebody who looks for collisions.
 */
export function createTally(): Tally {
  const sums = new Map<string, Sum>();
  return {
    sums,
    add(group, parts) {
      const { count, hash } = sums.get(group) ?? { count: 0, hash: 0n };
      const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
      sums.set(group, {
        count: count + 1,
        hash: BigInt.asUintN(256, hash + BigInt(`0x${digest}`)),
      });
    },
  };
}

export const sameSum = (a: Sum | undefined, b: Sum | undefined): boolean =>
  (a?.count ?? 0) === (b?.count ?? 0) && (a?.hash ?? 0n) === (b?.hash ?? 0n);
