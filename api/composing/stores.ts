import type { Clock } from '../ports/clock';
import type { KeyStore } from '../ports/keyStore';
import type { ErasureList } from '../ports/erasureList';
import type { RenewableKeyWrap } from '../ports/keyWrap';
import type { Storage } from '../ports/storage';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where everything is kept: content, the keys to it apart from it, and the key above all keys. */
export interface Stores {
  readonly storage: Storage;
  readonly keyStore: KeyStore;
  readonly wrap: RenewableKeyWrap;
  /** Where neither a backup of the content nor one of the keys reaches. */
  readonly list: ErasureList;
  /** Deletes what has expired, where the store does not by itself. */
  purge(): Promise<void>;
  close(): Promise<void>;
}

export type OpenStores = (environment: Environment, clock: Clock) => Promise<Stores>;
