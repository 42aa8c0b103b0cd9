import type { KeyStore } from '@rapport/api/ports/keyStore';
import type { ErasureList } from '@rapport/api/ports/erasureList';
import type { KeyWrap, RenewableKeyWrap } from '@rapport/api/ports/keyWrap';
import { createErasures } from '@rapport/api/sealing/erasures';
import { openKeyFile } from '@rapport/api/sealing/keyFile';
import { createKeyRing, type KeyRing } from '@rapport/api/sealing/keyRing';
import { createMarks } from '@rapport/api/sealing/marks';
import { createSqliteErasureList } from '@rapport/api/storage/sqliteErasures';
import { openSqliteKeyStore } from '@rapport/api/storage/sqliteKeys';
import { afterEach, beforeEach } from '@jest/globals';
import type { Folder } from '../storage/folder';

/** How often the store and the outermost key were asked. */
export interface Counts {
  reads: number;
  wraps: number;
  unwraps: number;
}

/** A real key file, a real key store, and key rings over them that stand for processes. */
export interface Keys {
  readonly counts: Counts;
  store(): KeyStore;
  wrap(): RenewableKeyWrap;
  list(): ErasureList;
  /** Moves the clock that all rings are given. */
  pass(ms: number): void;
  /** @param wrap another outermost key than the file @param store another way to the same store */
  ring(wrap?: KeyWrap, store?: KeyStore): KeyRing;
}

/**
 * New for each test of the file.
 * @param lasting whether the key store lies on the disk; in memory it is the same SQLite, and faster
 */
export function keysPerTest(folder: Folder, lasting = true): Keys {
  const counts: Counts = { reads: 0, wraps: 0, unwraps: 0 };
  let store: KeyStore;
  let wrap: RenewableKeyWrap;
  let list: ErasureList;
  let now = 0;
  beforeEach(async () => {
    Object.assign(counts, { reads: 0, wraps: 0, unwraps: 0 });
    store = await openSqliteKeyStore(lasting ? folder.file('keys.db') : ':memory:');
    wrap = await openKeyFile(folder.file('master.key'));
    list = createSqliteErasureList(folder.file('erasures.db'));
  });
  afterEach(async () => {
    await list.close();
    await store.close();
  });
  const counted = {
    store: (): KeyStore => ({
      ...store,
      read: (name) => ((counts.reads += 1), store.read(name)),
    }),
    wrap: (): RenewableKeyWrap => ({
      ...wrap,
      wrap: (name, key) => ((counts.wraps += 1), wrap.wrap(name, key)),
      unwrap: (name, key) => ((counts.unwraps += 1), wrap.unwrap(name, key)),
    }),
  };
  return {
    counts,
    ...counted,
    list: () => list,
    pass: (ms) => void (now += ms),
    ring(other = counted.wrap(), way = counted.store()) {
      const outer = { wrap: other, store: way, now: () => now };
      const marks = createMarks(outer);
      return createKeyRing({
        ...outer,
        marks,
        erasures: createErasures({ ...outer, list, marks }),
      });
    },
  };
}
