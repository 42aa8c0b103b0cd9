import { basename, dirname, join, resolve } from 'node:path';
import type { ErasureList } from '../ports/erasureList';
import type { KeyStore } from '../ports/keyStore';
import type { RenewableKeyWrap } from '../ports/keyWrap';
import { openSqliteErasureList } from '../storage/sqliteErasures';
import { openSqliteKeyStore } from '../storage/sqliteKeys';
import { knowsItsList } from './erasures';
import { openKeyFile } from './keyFile';

/** Where keys lie: three places, none of which gives anything away without the others. */
export interface KeyPlaces {
  readonly wrap: RenewableKeyWrap;
  readonly store: KeyStore;
  readonly list: ErasureList;
  close(): Promise<void>;
}

/**
 * The places on one machine: key file and key store in the data folder, the erasure list beside it, so that
 * a copy of the folder that is put back does not put back the list.
 * @param erasures another file for the list (RAPPORT_ERASURES)
 * @throws Error with one sentence when a key file is malformed or the list is missing
 */
export async function openLocalKeyPlaces(
  data: string,
  erasures: string | undefined,
): Promise<KeyPlaces> {
  // In this order an interrupted first start leaves nothing that looks like a loss.
  const wrap = await openKeyFile(join(data, 'master.key'));
  const store = await openSqliteKeyStore(join(data, 'keys.db'));
  try {
    const list = await openSqliteErasureList(
      erasures ?? besideFolder(data),
      !(await knowsItsList(store)),
    );
    return {
      wrap,
      store,
      list,
      async close() {
        await list.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** `/srv/.data` → `/srv/.data.erasures.db` */
export function besideFolder(data: string): string {
  const folder = resolve(data);
  return join(dirname(folder), `${basename(folder)}.erasures.db`);
}
