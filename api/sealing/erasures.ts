import { createSecretKey, hkdfSync, randomUUID, type KeyObject } from 'node:crypto';
import * as z from 'zod/mini';
import type { ErasureList } from '../ports/erasureList';
import type { KeyStore, WrappedKey } from '../ports/keyStore';
import { box, unbox } from './box';
import type { Marks } from './marks';

/** The one entry of a key store that is no key: its house, and up to where of the list it has done everything. */
const MARKER_NAME = 'erasures';
const POSITION_BYTES = 8;
const PAGE = 100;

/** An erasure names the very key: one that its subject got afterwards stays, however often it is replayed. */
const erasure = z.tuple([z.string(), z.string()]);

export interface Erasures {
  /**
   * Before anything is served: whether the list is this key store's and as new as it, and everything it has
   * beyond what was done here is done. An older key store (a restored one) is caught up with here. A start
   * with nothing to catch up on costs one read of each; afterwards it costs nothing.
   * @throws ErasuresRefused when the list is not the one that is needed
   */
  ready(): Promise<void>;
  /** Deletes one data key, listed first: whoever dies in between leaves it to the next who looks. */
  erase(subject: string, keyId: string): Promise<void>;
  /**
   * Goes on with an empty list, for when the old one is lost for good. Whatever was deleted since the key
   * store's backup comes back: only a person can decide that.
   */
  beginAnew(): Promise<void>;
}

/** Opening would bring back what was deleted; the message is one sentence for whoever starts it. */
export class ErasuresRefused extends Error {
  override readonly name = 'ErasuresRefused';
}

export function createErasures(parts: {
  readonly store: KeyStore;
  readonly list: ErasureList;
  readonly marks: Marks;
}): Erasures {
  const { store, list, marks } = parts;
  let opening: Promise<void> | null = null;

  /** Listed before it is noted: an interrupted first start leaves a house nobody lives in, and no loss. */
  async function beginHouse(standing: WrappedKey | null): Promise<WrappedKey> {
    const marker = toMarker(randomUUID(), 0);
    await list.begin(marker.id);
    if (!standing) return store.createIfAbsent(MARKER_NAME, marker);
    await store.replace(MARKER_NAME, standing, marker);
    return marker;
  }

  async function firstMarker(): Promise<WrappedKey> {
    const { keys } = await store.list(null, 1);
    const marker = await store.read(MARKER_NAME);
    if (marker) return marker;
    if (keys.length === 0) return beginHouse(null);
    throw new ErasuresRefused(
      'The key store has lost its note of the erasure list, so what was deleted could come back: ' +
        'restore the whole key store (docs/keys.md, "Restoring").',
    );
  }

  async function open(): Promise<void> {
    const marker = (await store.read(MARKER_NAME)) ?? (await firstMarker());
    const last = await list.last(marker.id);
    if (last === null || last < positionOf(marker)) {
      const wrong = last === null ? "missing, or another key store's" : 'older than the key store';
      throw new ErasuresRefused(
        `The erasure list is ${wrong}, so what was deleted could come back: put back the newest one there is ` +
          '(docs/keys.md, "Restoring").',
      );
    }
    if (last > positionOf(marker)) await replay();
  }

  async function replay(): Promise<void> {
    for (;;) {
      const marker = await store.read(MARKER_NAME);
      if (!marker)
        throw new ErasuresRefused('The key store has lost its note of the erasure list.');
      const entries = await list.after(marker.id, positionOf(marker), PAGE);
      const last = entries.at(-1);
      if (!last) return;
      const key = listKeyOf(await marks.get());
      for (const { entry } of entries) {
        const plain = unbox(key, entry, boundTo(marker.id), 'erasure').toString();
        const [subject, keyId] = erasure.parse(JSON.parse(plain));
        await store.delete(subject, keyId);
      }
      // Somebody else may be further already; then the next round shows it.
      await store.replace(MARKER_NAME, marker, toMarker(marker.id, last.position));
    }
  }

  function ready(): Promise<void> {
    // Those who come at once share one attempt; one that failed is not kept.
    opening ??= open().catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  }

  return {
    ready,
    async erase(subject, keyId) {
      await ready();
      const marker = await store.read(MARKER_NAME);
      if (!marker)
        throw new ErasuresRefused('The key store has lost its note of the erasure list.');
      const plain = Buffer.from(JSON.stringify([subject, keyId]));
      await list.append(marker.id, box(listKeyOf(await marks.get()), plain, boundTo(marker.id)));
      await replay();
    },
    async beginAnew() {
      await beginHouse(await store.read(MARKER_NAME));
      opening = null;
    },
  };
}

function toMarker(house: string, position: number): WrappedKey {
  const wrapped = Buffer.alloc(POSITION_BYTES);
  wrapped.writeBigUInt64BE(BigInt(position));
  return { id: house, wrapped };
}

const positionOf = ({ wrapped }: WrappedKey): number =>
  Number(Buffer.from(wrapped).readBigUInt64BE());

const boundTo = (house: string) => ['erasure', house] as const;

/** The list names people, so it is closed: read and added to only by who may ask the outermost key. */
const listKeyOf = (markingKey: KeyObject): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', markingKey, '', 'rapport erasure list', 32)));

/** The name by which the erasure list knows this key store; null before its first start. */
export const houseOf = async (store: KeyStore): Promise<string | null> =>
  (await store.read(MARKER_NAME))?.id ?? null;

/** Whether a name in the key store is that of a subject's data key. */
export const isSubject = (name: string): boolean =>
  name !== MARKER_NAME && !name.startsWith('ring/');
