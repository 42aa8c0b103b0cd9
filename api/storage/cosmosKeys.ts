import type { KeyStore, WrappedKey } from '../ports/keyStore';
import { StorageUnavailable } from '../ports/storage';
import { isSame } from '../sealing/outerKeys';
import { fromContinuation, toContinuation } from './continuation';
import { connectCosmos, type CosmosPlace } from './cosmosClient';
import { KEY_CONTAINER } from './cosmosContainers';
import { idsAfter } from './cosmosDocument';
import { failureIn, findItem, sendBatch } from './cosmosItems';
import { encodeName } from './cosmosNames';
import { readRange } from './cosmosQuery';
import { requireLimit } from './storable';

/** A key can be deleted between meeting it and reading it; hardly ever twice. */
const ROUNDS = 4;

interface KeyItem {
  readonly id: string;
  readonly partition: string;
  readonly keyId: string;
  /** base64 */
  readonly wrapped: string;
}

type ReadKeyItem = KeyItem & { readonly _etag: string };

/**
 * Wrapped keys in an account of their own, each in a partition of its own: they are only ever asked for by
 * name. The account is strongly consistent (cosmosContainers.ts): "no such key" means that it was deleted, and
 * whoever hears it takes what it opened for gone. What is deleted here is gone for good when the account's backups have run out (docs/storage.md).
 */
export async function openCosmosKeyStore(place: CosmosPlace): Promise<KeyStore> {
  const { database, ask, close } = await connectCosmos(place, null);
  const container = database.container(KEY_CONTAINER.id);
  const find = (name: string) => findItem<ReadKeyItem>(ask, container, name, encodeName(name));
  return {
    async read(name) {
      const item = await find(name);
      return item && fromItem(item);
    },
    async createIfAbsent(name, key) {
      for (let round = 0; round < ROUNDS; round += 1) {
        const resourceBody = { ...toItem(name, key) };
        const create = { operationType: 'Create', resourceBody } as const;
        if (!failureIn(await sendBatch(ask, container, name, [create]))) return key;
        // Whoever was first is who everybody seals with; it may be our own first attempt.
        const standing = await find(name);
        if (standing) return fromItem(standing);
      }
      throw new StorageUnavailable(null, 409);
    },
    async replace(name, expected, next) {
      for (let round = 0; round < ROUNDS; round += 1) {
        const item = await find(name);
        if (!item) return false;
        // It may be our own first attempt, whose answer was lost: no two wrap to the same bytes.
        if (!isSame(fromItem(item), expected)) return isSame(fromItem(item), next);
        const resourceBody = { ...toItem(name, next) };
        const replace = { operationType: 'Replace', id: item.id, resourceBody } as const;
        const input = { ...replace, ifMatch: etagOf(item) };
        if (!failureIn(await sendBatch(ask, container, name, [input]))) return true;
      }
      throw new StorageUnavailable(null, 412);
    },
    async delete(name, id) {
      for (let round = 0; round < ROUNDS; round += 1) {
        const item = await find(name);
        if (item?.keyId !== id) return;
        // The SDK's type for deletes forgot the condition, which it sends like any other.
        const remove = { operationType: 'Delete', id: item.id, ifMatch: etagOf(item) } as const;
        // Wrapped anew meanwhile? Then it is still there, and still to be deleted.
        if (!failureIn(await sendBatch(ask, container, name, [remove]))) return;
      }
      throw new StorageUnavailable(null, 412);
    },
    async list(continuation, limit) {
      requireLimit(limit);
      const query = ['keys'];
      const [after = ''] = fromContinuation(query, [''], continuation);
      const asked = { container, query: 'keys', range: idsAfter(after), partition: null } as const;
      // Keys do not expire: whatever the time is, all of them are there.
      const found = await ask((signal) =>
        readRange<KeyItem>(asked, limit + 1, new Date(0), signal),
      );
      const items = found.slice(0, limit);
      const last = items.at(-1);
      const more = last && found.length > limit;
      return {
        keys: items.map((item) => ({ name: item.partition, ...fromItem(item) })),
        continuation: more ? toContinuation(query, [last.id]) : null,
      };
    },
    async close() {
      close();
    },
  };
}

const etagOf = ({ _etag: etag }: ReadKeyItem): string => etag;

const toItem = (name: string, { id, wrapped }: WrappedKey): KeyItem => ({
  id: encodeName(name),
  partition: name,
  keyId: id,
  wrapped: Buffer.from(wrapped).toString('base64'),
});

const fromItem = ({ keyId, wrapped }: KeyItem): WrappedKey => ({
  id: keyId,
  wrapped: Buffer.from(wrapped, 'base64'),
});
