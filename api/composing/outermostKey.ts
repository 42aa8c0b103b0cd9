import type { KeyWrap } from '../ports/keyWrap';
import { openExistingKeyFile } from '../sealing/keyFile';
import type { Environment } from './stores';

/**
 * The key above all keys where content lies in Cosmos DB: the one place that chooses it. A file is never
 * made here: beside content that another key sealed, a new one would look like an empty house.
 * @throws Error with one sentence that names the setting at fault
 */
export async function openOutermostKey(environment: Environment): Promise<KeyWrap> {
  const path = environment['KEY_FILE'];
  if (!path) {
    throw new Error('KEY_FILE has to name the file that holds the outermost key, 32 random bytes.');
  }
  const wrap = await openExistingKeyFile(path);
  if (!wrap) throw new Error('KEY_FILE has to name a file that is there: 32 random bytes.');
  return wrap;
}
