import MiniSearch from 'minisearch';
import { fold } from './fold';
import { isUnspaced, wordsIn } from './words';

/** Something that is looked for by its text. */
export interface Findable {
  readonly text: string;
  /** When it was, as an instant: of what fits as well, the latest comes first. */
  readonly at: string;
}

export interface Hit<T> {
  readonly item: T;
  /** Where the words stand in its text: from, to, in UTF-16 units. */
  readonly marks: readonly (readonly [number, number])[];
}

export interface SearchIndex<T extends Findable> {
  readonly size: number;
  add(items: readonly T[]): void;
  /**
   * Everything that has all the words of the query, what fits best first: whole words, their beginnings, or, of
   * words of four letters and more, with a letter wrong. Nothing for a query without words.
   * @param limit how many of them are wanted
   * @returns how many there are, and the first of them
   */
  search(
    query: string,
    limit: number,
  ): { readonly count: number; readonly hits: readonly Hit<T>[] };
}

/** Letters of a word from which on one of them may be wrong; from twice as many on, two. */
const FORGIVING_FROM = 4;
const typosIn = (term: string): number =>
  isUnspaced(term) ? 0 : Math.min(2, Math.floor(term.length / FORGIVING_FROM));

/** What is found stays in this device's memory: neither the query nor the index goes anywhere. */
export function createSearchIndex<T extends Findable>(): SearchIndex<T> {
  const items: T[] = [];
  const index = new MiniSearch<{ readonly id: number; readonly text: string }>({
    fields: ['text'],
    tokenize: (text) => wordsIn(text).map(({ term }) => term),
    // Words are folded where they are cut.
    processTerm: (term) => term,
  });
  return {
    get size() {
      return items.length;
    },
    add(more) {
      const from = items.length;
      items.push(...more);
      index.addAll(more.map(({ text }, n) => ({ id: from + n, text })));
    },
    search(query, limit) {
      if (wordsIn(query).length === 0) return { count: 0, hits: [] };
      const found = index
        .search(query, { combineWith: 'AND', prefix: begins, fuzzy: typosIn, maxFuzzy: 2 })
        .map(({ id, score, terms }) => ({ id: id as number, score, terms }));
      const known = new Set(found.map(({ id }) => id));
      const rest = isUnspaced(query) ? standingIn(items, query, known) : [];
      const all = [...found, ...rest].flatMap(({ id, score, terms }) => {
        const item = items[id];
        return item ? [{ item, score, terms }] : [];
      });
      const hits = all
        .toSorted((x, y) => y.score - x.score || (x.item.at < y.item.at ? 1 : -1))
        .slice(0, limit)
        .map(({ item, terms }) => ({ item, marks: marksOf(item.text, new Set(terms), query) }));
      return { count: all.length, hits };
    },
  };
}

/** One letter is the beginning of nearly everything; in scripts without spaces it may be a word. */
const begins = (term: string): boolean => term.length > 1 || isUnspaced(term);

/** The dictionary may cut a text elsewhere than the query: what has it letter by letter is found all the same. */
const standingIn = (
  items: readonly Findable[],
  query: string,
  known: ReadonlySet<number>,
): { id: number; score: number; terms: string[] }[] => {
  const wanted = fold(query.trim());
  return items.flatMap(({ text }, id) =>
    !known.has(id) && fold(text).includes(wanted) ? [{ id, score: 0, terms: [] }] : [],
  );
};

function marksOf(text: string, terms: ReadonlySet<string>, query: string): [number, number][] {
  if (terms.size === 0) {
    // Found letter by letter: marked where nothing that was folded moved it.
    const at = text.toLowerCase().indexOf(query.trim().toLowerCase());
    return at < 0 ? [] : [[at, at + query.trim().length]];
  }
  return wordsIn(text).flatMap(({ term, start, end }): [number, number][] =>
    terms.has(term) ? [[start, end]] : [],
  );
}
