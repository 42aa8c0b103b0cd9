import type { KeyStore } from '@rapport/api/ports/keyStore';
import type { KeyWrap } from '@rapport/api/ports/keyWrap';
import { openKeyFile } from '@rapport/api/sealing/keyFile';
import { createKeyRing, type KeyRing } from '@rapport/api/sealing/keyRing';
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
  wrap(): KeyWrap;
  /** Moves the clock that all rings are given. */
  pass(ms: number): void;
  ring(): KeyRing;
}

/** New for each test of the file. */
export function keysPerTest(folder: Folder): Keys {
  const counts: Counts = { reads: 0, wraps: 0, unwraps: 0 };
  let store: KeyStore;
  let wrap: KeyWrap;
  let now = 0;
  beforeEach(async () => {
    Object.assign(counts, { reads: 0, wraps: 0, unwraps: 0 });
    store = await openSqliteKeyStore(folder.file('keys.db'));
    wrap = await openKeyFile(folder.file('master.key'));
  });
  afterEach(() => store.close());
  const counted = {
    store: (): KeyStore => ({
      ...store,
      read: (name) => ((counts.reads += 1), store.read(name)),
    }),
    wrap: (): KeyWrap => ({
      wrap: (name, key) => ((counts.wraps += 1), wrap.wrap(name, key)),
      unwrap: (name, key) => ((counts.unwraps += 1), wrap.unwrap(name, key)),
    }),
  };
  return {
    counts,
    ...counted,
    pass: (ms) => void (now += ms),
    ring: () => createKeyRing({ wrap: counted.wrap(), store: counted.store(), now: () => now }),
  };
}
