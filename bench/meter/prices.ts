/**
 * What Cosmos DB charges, in request units (RU), for items of `bytes` bytes and `terms` indexed terms.
 *
 * Source: Microsoft, "Understand request unit consumption" (21 April 2026), table "Document size", for session
 * consistency in one region. Where it says two things (100 KB: about 10 RU in the text, 128 KB: 9.95 in the
 * table; writes alike) the dearer one counts, which keeps the prices rising. Between its rows: a straight
 * line. Below 1 KB: the price of 1 KB.
 */

/** KB of the item, RU of a point read, RU of writing it without its index. */
const TABLE: readonly (readonly [number, number, number])[] = [
  [1, 1, 4.95],
  [2, 1.04, 6.29],
  [4, 1.14, 6.67],
  [8, 1.33, 7.04],
  [16, 1.67, 9.52],
  [32, 2.19, 11.23],
  [64, 4.76, 22.67],
  [100, 10, 50],
  [256, 20.28, 98.29],
  [512, 40.95, 184.57],
  [1024, 145.9, 625],
  [2048, 291.8, 1250],
];
const KB = 1024;
/** The same page: an indexed term written or removed. */
const TERM = 0.2;
/** A query that finds nothing, on one physical partition (from about 2.3 RU on). */
const QUERY = 2.3;

/** A point read; of nothing (`bytes` 0) too: it costs as one of 1 KB, and so does one that answers 304. */
export const readPrice = (bytes: number): number => between(bytes, 1);

/** Making an item: its bytes, and every indexed term. */
export const insertPrice = (bytes: number, terms: number): number =>
  between(bytes, 2) + TERM * terms;

/** Removing one costs as making it; also when its time to live is over, on a serverless account. */
export const deletePrice = insertPrice;

/** The page: the old one is removed and the new one made; of the index only what changes, twice. */
export const replacePrice = (before: number, after: number, changedTerms: number): number =>
  between(before, 2) + between(after, 2) + 2 * TERM * changedTerms;

/** A query on `partitions` physical partitions, and what it returns read one by one. */
export const queryPrice = (sizes: readonly number[], partitions = 1): number =>
  sizes.reduce((sum, bytes) => sum + readPrice(bytes), QUERY * partitions);

/** @throws RangeError beyond 2 MB, which no item may have */
function between(bytes: number, column: 1 | 2): number {
  const size = Math.max(bytes / KB, 1);
  const upper = TABLE.findIndex(([kb]) => kb >= size);
  const above = TABLE[upper];
  if (!above) throw new RangeError('An item has at most 2 MB.');
  const below = TABLE[upper - 1] ?? above;
  const part = above === below ? 0 : (size - below[0]) / (above[0] - below[0]);
  return below[column] + part * (above[column] - below[column]);
}
