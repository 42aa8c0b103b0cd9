import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { erasuresBeside, requireSettled, requireWhole } from '../dataFolder';
import type { Clock } from '../ports/clock';
import { openKeyFile } from '../sealing/keyFile';
import { createSqliteErasureList } from '../storage/sqliteErasures';
import { openSqliteStorage } from '../storage/sqlite';
import { openSqliteKeyStore } from '../storage/sqliteKeys';
import type { Environment, Stores } from './stores';

/**
 * Everything in one folder of this machine, but for the erasure list: that lies beside it (or where
 * RAPPORT_ERASURES says), so that putting back a copy of the folder does not put back the list.
 * @throws Error with one sentence that names the setting at fault
 */
export async function openSqliteStores(environment: Environment, clock: Clock): Promise<Stores> {
  const data = readDataFolder(environment);
  await mkdir(data, { recursive: true, mode: 0o700 });
  await requireSettled(data);
  await requireWhole(data);
  // Each of these is worth nothing without the one before: in this order an interrupted first start
  // leaves nothing that looks like a loss.
  const wrap = await openKeyFile(join(data, 'master.key'));
  const keyStore = await openSqliteKeyStore(join(data, 'keys.db'));
  const list = createSqliteErasureList(environment['RAPPORT_ERASURES'] || erasuresBeside(data));
  const storage = await openSqliteStorage(join(data, 'rapport.db'), clock);
  return {
    storage,
    keyStore,
    wrap,
    list,
    purge: () => storage.purgeExpired(),
    async close() {
      await storage.close();
      await list.close();
      await keyStore.close();
    },
  };
}

function readDataFolder(environment: Environment): string {
  const result = z.string().check(z.minLength(1)).safeParse(environment['RAPPORT_DATA']);
  if (!result.success) throw new Error('RAPPORT_DATA has to name the folder the data lies in.');
  return result.data;
}
