import type { ReadDocument, StoredDocument } from '../ports/storage';
import { AFTER_SEPARATOR, decodeName, encodeName, SEPARATOR } from './cosmosNames';

/**
 * A document as Cosmos DB holds it. Both listings read a range of one indexed path, so that what they cost
 * follows what they find, whatever else lies in the container and whatever the query engine makes of it:
 * `place` is partition, kind and id in one text, `dueAt` kind, due, partition and id, which only documents
 * that are due some time have at all.
 */
export interface CosmosItem {
  readonly id: string;
  readonly partition: string;
  readonly kind: string;
  readonly body: string;
  readonly tenant: string;
  readonly keyId: string;
  readonly schema: number;
  readonly revision: number;
  readonly due?: string;
  readonly expires?: string;
  readonly place: string;
  readonly dueAt?: string;
  /** Seconds after the write; only removes what no read returns any more. */
  readonly ttl?: number;
}

export type ReadItem = CosmosItem & { readonly _etag: string };

/**
 * Cosmos DB counts from its own clock, the product decides by another: what has expired by the one may stay
 * a little, what has not must never be gone.
 */
const TTL_GRACE_S = 60;
/** "Time to live in Azure Cosmos DB": the largest there is. */
const TTL_MAX_S = 2_147_483_647;

export function toItem(document: StoredDocument, now: Date): CosmosItem {
  const { id, partition, kind, body, tenant, keyId, schema, revision, due, expires } = document;
  return {
    id: encodeName(id),
    partition,
    kind,
    body,
    tenant,
    keyId,
    schema,
    revision,
    place: placeOf(partition, kind, id),
    ...(due === null ? {} : { due, dueAt: dueAtOf(kind, due, partition, id) }),
    ...(expires === null ? {} : { expires, ttl: ttlOf(expires, now) }),
  };
}

/** Cosmos DB's own etag, in its own field. */
export const etagIn = ({ _etag: etag }: ReadItem): string => etag;

export function fromItem(item: ReadItem): ReadDocument {
  const { partition, kind, body, tenant, keyId, schema, revision, due, expires } = item;
  return {
    partition,
    id: decodeName(item.id),
    kind,
    body,
    tenant,
    keyId,
    schema,
    revision,
    due: due ?? null,
    expires: expires ?? null,
    etag: etagWith(etagIn(item), expires ?? null),
  };
}

function ttlOf(expires: string, now: Date): number {
  const seconds = Math.ceil((Date.parse(expires) - now.getTime()) / 1000);
  return Math.min(Math.max(seconds, 0) + TTL_GRACE_S, TTL_MAX_S);
}

export const isExpired = (expires: string | null | undefined, now: Date): boolean =>
  typeof expires === 'string' && expires <= now.toISOString();

const inOrder = (...parts: readonly string[]): string => parts.map(encodeName).join(SEPARATOR);
const placeOf = (partition: string, kind: string, id: string) => inOrder(partition, kind, id);
/** An instant is its own encoding in all but name: left readable. */
const dueAtOf = (kind: string, due: string, partition: string, id: string): string =>
  [encodeName(kind), due, inOrder(partition, id)].join(SEPARATOR);

/** A range of an order: after the one, before the other, neither included. */
export interface Range {
  readonly after: string;
  readonly before: string;
}

/** @param id the last one read, '' at the start */
export function placesAfter(partition: string, kind: string, id: string): Range {
  const all = inOrder(partition, kind);
  return { after: all + SEPARATOR + encodeName(id), before: all + AFTER_SEPARATOR };
}

/** Sorts after every character that an encoded name begins with. */
const AFTER_ALL = '{';

/** All partitions, kinds and ids. @param position those of the last one read; three times '' at the start */
export function everythingAfter(position: readonly string[]): Range {
  const [partition = '', kind = '', id = ''] = position;
  return { after: partition === '' ? '' : placeOf(partition, kind, id), before: AFTER_ALL };
}

/** @param id encoded, of the last one read; '' at the start */
export const idsAfter = (id: string): Range => ({ after: id, before: AFTER_ALL });

/** @param position due, partition and id of the last one read; three times '' at the start */
export function duesAfter(kind: string, until: string, position: readonly string[]): Range {
  const [due = '', partition = '', id = ''] = position;
  const start = encodeName(kind) + SEPARATOR;
  return {
    after: due === '' ? start : dueAtOf(kind, due, partition, id),
    before: start + until + AFTER_SEPARATOR,
  };
}

/**
 * The etag handed out also says when its document expires: what a later write names has then expired or not
 * without reading it again.
 */
export const etagWith = (etag: string, expires: string | null): string =>
  `${expires ?? ''}|${etag}`;

export function readEtag(etag: string): { readonly etag: string; readonly expires: string | null } {
  const [expires = '', ...rest] = etag.split('|');
  if (rest.length === 0) return { etag, expires: null };
  return { etag: rest.join('|'), expires: expires === '' ? null : expires };
}
