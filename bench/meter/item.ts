import type { StoredDocument } from '@rapport/api/ports/storage';

/** What Cosmos DB adds to every item: as long as its own answers show them. */
const SYSTEM = {
  _rid: 'x'.repeat(24),
  _self: 'x'.repeat(72),
  _etag: '"00000000-0000-0000-0000-000000000000"',
  _attachments: 'attachments/',
  _ts: 1_700_000_000,
};

/**
 * Bytes of a document as an item of Cosmos DB: JSON, the sealed body in base64, its metadata, and what Cosmos
 * adds. Cosmos keeps JSON in a binary form that may be smaller; by how much is not published.
 */
export function itemSize(document: StoredDocument): number {
  const { partition, id, kind, body, tenant, keyId, schema, revision, due, expires } = document;
  const always = { partition, id, kind, body, tenant, keyId, schema, revision };
  // An item without a time has no field for it; how long it lives is a number of seconds.
  const times = { ...(due === null ? {} : { due }), ...(expires === null ? {} : { ttl: 604_800 }) };
  return Buffer.byteLength(JSON.stringify({ ...always, ...times, ...SYSTEM }));
}

/** Indexed terms of an item: id, partition, kind, and when it is due. Nothing else is indexed. */
export const itemTerms = ({ due }: Pick<StoredDocument, 'due'>): number => (due === null ? 3 : 4);
