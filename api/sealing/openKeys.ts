import { KeysUnavailable } from '../ports/keyWrap';
import { createErasures } from './erasures';
import type { KeyPlaces } from './keyPlaces';
import { createKeyRing, type KeyRing } from './keyRing';
import { createMarks } from './marks';

/**
 * The keys, caught up with the erasure list. Where that needs the outermost key and it cannot be reached, they
 * are opened nevertheless: they answer KeysUnavailable until it is back and they have caught up.
 * @throws ErasuresRefused when opening would bring back what was deleted
 */
export async function openKeys({ wrap, store, list }: Omit<KeyPlaces, 'close'>): Promise<KeyRing> {
  const outer = { wrap, store, now: () => performance.now() };
  const marks = createMarks(outer);
  const erasures = createErasures({ store, list, marks });
  await erasures.ready().catch((error: unknown) => {
    if (!(error instanceof KeysUnavailable)) throw error;
  });
  return createKeyRing({ ...outer, marks, erasures });
}
