/** Cards drawn one after the other. */
export interface Deck {
  /** One that was not drawn since the deck was last through. */
  draw(): string;
}

/**
 * A shuffled deck: nothing comes twice until everything came once, and never twice in a row.
 * @param cards at least one
 * @param random as `Math.random`: at least 0, below 1
 */
export function createDeck(cards: readonly string[], random: () => number): Deck {
  let rest: string[] = [];
  let last: string | null = null;
  return {
    draw() {
      if (rest.length === 0) rest = [...cards];
      const fresh = rest.length > 1 ? rest.filter((card) => card !== last) : rest;
      const drawn = fresh[Math.floor(random() * fresh.length)];
      if (drawn === undefined) throw new Error('a deck without cards');
      rest = rest.filter((card) => card !== drawn);
      last = drawn;
      return drawn;
    },
  };
}
