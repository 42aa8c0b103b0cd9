/** Chance that is the same in every run: mulberry32. @returns numbers from 0 up to 1 */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    return hashed(state) / 0x1_0000_0000;
  };
}

/** Spreads whole numbers as Cosmos DB spreads partition keys: evenly, and alike in every run. */
export function hashed(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 15), 1 | value);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
  return (mixed ^ (mixed >>> 14)) >>> 0;
}

/** From −1 to 1, most often near 0. */
export const nearNought = (random: () => number): number => random() + random() - 1;
