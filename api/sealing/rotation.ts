import type { KeyStore, WrappedKey } from '../ports/keyStore';
import type { RenewableKeyWrap } from '../ports/keyWrap';
import { unwrapDataKey, wrapDataKey, wrappingOf } from './dataKey';
import { isSubject } from './erasures';
import { createMarks, MARKS_NAME } from './marks';
import type { OuterKeyParts } from './outerKeys';
import {
  createRingSlots,
  encodeSlot,
  newRingKey,
  SLOT_NAMES,
  slotNameOf,
  type RingKey,
  type RingSlot,
} from './ringSlots';
import { SealBroken } from './sealBroken';

const PAGE = 200;

/** How much was wrapped again. */
export interface Rotated {
  readonly wrapped: number;
}

/**
 * Replaces keys while everybody works. Each can be interrupted at any point and run again, by anybody, also
 * by two at once: how far it is lies in the keys themselves, and every step is a compare-and-swap.
 */
export interface Rotation {
  /** A newer outermost key: all keys it wraps are wrapped again, then the older ones are let go of. */
  outer(): Promise<Rotated>;
  /**
   * A newer generation of every ring key: all data keys are wrapped again, then the older ones are let go of.
   * @throws SealBroken when a data key does not open: then nothing is let go of
   */
  ring(): Promise<Rotated>;
}

export function createRotation(
  parts: OuterKeyParts & { readonly wrap: RenewableKeyWrap; readonly store: KeyStore },
): Rotation {
  const { wrap, store } = parts;
  const slots = createRingSlots(parts);

  /**
   * Where every key is there before a newer outermost one, nobody can come late and make one with an older:
   * whoever tries gets the one that stands.
   */
  async function makeAll(): Promise<void> {
    for (const name of SLOT_NAMES) await slots.get(name);
    await createMarks(parts).get();
  }

  /** @returns whether it had to be wrapped again */
  async function wrapByNewest(name: string): Promise<boolean> {
    for (let swapped = false; ;) {
      const stored = await store.read(name);
      if (!stored) throw new SealBroken('key');
      if (await wrap.isCurrent(stored.wrapped)) return swapped;
      const wrapped = await wrap.wrap(name, await wrap.unwrap(name, stored.wrapped));
      swapped = await store.replace(name, stored, { id: stored.id, wrapped });
    }
  }

  async function slotOf(name: string): Promise<RingSlot> {
    const slot = await slots.fresh(name);
    if (!slot) throw new SealBroken('key');
    return slot;
  }

  /** Changes the generations of a slot until `change` has nothing to change any more. */
  async function changeSlot(
    name: string,
    change: (keys: readonly RingKey[]) => readonly RingKey[] | null,
  ): Promise<void> {
    for (;;) {
      const slot = await slotOf(name);
      const keys = change(slot.value);
      if (!keys) return;
      const wrapped = await wrap.wrap(name, encodeSlot(keys));
      await store.replace(name, slot.stored, { id: name, wrapped });
    }
  }

  /** The generation to get to: one that was begun and not ended, or the next. */
  async function targetOf(): Promise<number> {
    const all = await Promise.all(SLOT_NAMES.map(slotOf));
    const newest = all.map(({ value }) => value[0].number);
    const isBegun = all.some(({ value }) => value.length > 1) || new Set(newest).size > 1;
    return Math.max(...newest) + (isBegun ? 0 : 1);
  }

  /** @returns whether it had to be wrapped again */
  async function wrapAgain(subject: string, listed: WrappedKey, target: number): Promise<boolean> {
    let stored: WrappedKey | null = listed;
    while (stored) {
      const { confirmed, generation } = wrappingOf(stored);
      if (generation >= target) return false;
      const [newest, ...older] = (await slotOf(slotNameOf(subject))).value;
      const ringKey = older.find(({ number }) => number === generation);
      // Of a generation that is gone, and never used by anybody: whoever reads it replaces it.
      if (!ringKey && !confirmed) return false;
      if (!ringKey) throw new SealBroken('key');
      const key = unwrapDataKey(subject, stored, ringKey);
      const next = wrapDataKey(subject, key, newest, confirmed);
      if (await store.replace(subject, stored, next)) return true;
      // Forgotten, confirmed or wrapped again meanwhile.
      stored = await store.read(subject);
    }
    return false;
  }

  /** @returns how many data keys were wrapped again */
  async function wrapAllAgain(target: number): Promise<number> {
    let wrapped = 0;
    let continuation: string | null = null;
    do {
      const page = await store.list(continuation, PAGE);
      for (const { name, ...stored } of page.keys) {
        if (isSubject(name) && (await wrapAgain(name, stored, target))) wrapped += 1;
      }
      ({ continuation } = page);
    } while (continuation !== null);
    return wrapped;
  }

  return {
    async outer() {
      await makeAll();
      const letGo = await wrap.renew();
      let wrapped = 0;
      for (const name of [...SLOT_NAMES, MARKS_NAME]) {
        if (await wrapByNewest(name)) wrapped += 1;
      }
      await letGo();
      return { wrapped };
    },
    async ring() {
      await makeAll();
      const target = await targetOf();
      for (const name of SLOT_NAMES) {
        await changeSlot(name, (keys) =>
          (keys[0]?.number ?? 0) < target ? [newRingKey(target), ...keys] : null,
        );
      }
      const wrapped = await wrapAllAgain(target);
      for (const name of SLOT_NAMES) {
        await changeSlot(name, (keys) => {
          const kept = keys.filter(({ number }) => number >= target);
          return kept.length < keys.length ? kept : null;
        });
      }
      return { wrapped };
    },
  };
}
