import type { ErasureList } from '../ports/erasureList';
import type { KeyStore } from '../ports/keyStore';
import { KeysUnavailable, type RenewableKeyWrap } from '../ports/keyWrap';
import { createErasures } from './erasures';
import { createKeyRing, type KeyRing } from './keyRing';
import { createMarks } from './marks';

/** Where keys lie: three places, none of which gives anything away without the others. */
export interface KeyPlaces {
  readonly wrap: RenewableKeyWrap;
  readonly keyStore: KeyStore;
  readonly list: ErasureList;
}

/**
 * The keys, caught up with the erasure list. Where that needs the outermost key and it cannot be reached, they
 * are opened nevertheless: they answer KeysUnavailable until it is back and they have caught up.
 * @throws ErasuresRefused when opening would bring back what was deleted
 */
export async function openKeys({ wrap, keyStore, list }: KeyPlaces): Promise<KeyRing> {
  const outer = { wrap, store: keyStore, now: () => performance.now() };
  const marks = createMarks(outer);
  const erasures = createErasures({ store: keyStore, list, marks });
  await erasures.ready().catch((error: unknown) => {
    if (!(error instanceof KeysUnavailable)) throw error;
  });
  return createKeyRing({ ...outer, marks, erasures });
}
