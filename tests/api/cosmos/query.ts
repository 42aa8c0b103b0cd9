import { asRead, type Item, type Json } from './items';

/** Texts that the gateway takes, and the one indexed path that each reads a range of. */
const KNOWN: Readonly<Record<string, string>> = {
  'SELECT * FROM c WHERE c.place > @after AND c.place < @before ORDER BY c.place': 'place',
  'SELECT * FROM c WHERE c.id > @after AND c.id < @before ORDER BY c.id': 'id',
  'SELECT * FROM c WHERE c.dueAt > @after AND c.dueAt < @before ORDER BY c.dueAt': 'dueAt',
};

/** What the gateway makes of a query that has to be asked of each physical partition, and merged in order. */
const rewritten = (path: string): string =>
  `SELECT c._rid, [{"item": c.${path}}] AS orderByItems, c AS payload FROM c WHERE ((c.${path} > @after ` +
  `AND c.${path} < @before) AND ({documentdb-formattableorderbyquery-filter})) ORDER BY c.${path}`;
/** As the SDK sends it back: the place for its filter filled in with one that lets everything through. */
const FILLED: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(KNOWN).map((path) => [
    rewritten(path).replace('{documentdb-formattableorderbyquery-filter}', 'true'),
    path,
  ]),
);

export interface Spec {
  readonly query: string;
  readonly parameters?: readonly { readonly name: string; readonly value: unknown }[];
}

export interface Asked {
  readonly path: string;
  /** Whether each document is wrapped with what it is ordered by. */
  readonly wrapped: boolean;
  readonly after: string;
  readonly before: string;
}

/** @returns null for a text or parameters that nobody is known to send */
export function readSpec(body: string): Asked | null {
  const { query, parameters = [] } = JSON.parse(body) as Spec;
  const plain = KNOWN[query];
  const path = plain ?? FILLED[query];
  const values = Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
  const { '@after': after, '@before': before, ...rest } = values;
  if (path === undefined || Object.keys(rest).length > 0) return null;
  if (typeof after !== 'string' || typeof before !== 'string') return null;
  return { path, wrapped: plain === undefined, after, before };
}

/** The plan of a query across partitions, as the gateway gives it ("Query plan"). */
export function planFor(body: string): Json | null {
  const asked = readSpec(body);
  if (!asked || asked.wrapped) return null;
  return {
    partitionedQueryExecutionInfoVersion: 2,
    queryInfo: {
      distinctType: 'None',
      top: null,
      offset: null,
      limit: null,
      orderBy: ['Ascending'],
      orderByExpressions: [`c.${asked.path}`],
      groupByExpressions: [],
      groupByAliases: [],
      aggregates: [],
      groupByAliasToAggregateType: {},
      rewrittenQuery: rewritten(asked.path),
      hasSelectValue: false,
      hasNonStreamingOrderBy: false,
    },
    queryRanges: [{ min: '', max: 'FF', isMinInclusive: true, isMaxInclusive: false }],
  };
}

/** A page in order, and where it ended. A document without the property is in no order by it. */
export function pageOf(
  items: readonly Item[],
  { path, wrapped, after, before }: Asked,
  start: number,
  size: number,
): { readonly documents: readonly Json[]; readonly next: number | null } {
  const keyOf = ({ body }: Item): string => String(body[path]);
  const found = items
    .filter((item) => typeof item.body[path] === 'string')
    .filter((item) => keyOf(item) > after && keyOf(item) < before)
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const documents = found.slice(start, start + size).map((item) => {
    const payload = asRead(item);
    if (!wrapped) return payload;
    return { _rid: payload['_rid'], orderByItems: [{ item: keyOf(item) }], payload };
  });
  return { documents, next: start + size < found.length ? start + size : null };
}
