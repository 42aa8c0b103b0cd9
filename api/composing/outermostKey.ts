import type { TokenCredential } from '@azure/identity';
import type { RenewableKeyWrap } from '../ports/keyWrap';
import { openExistingKeyFile } from '../sealing/keyFile';
import { openKeyVault } from '../sealing/keyVault';
import type { Environment } from './stores';

/**
 * The key above all keys where content lies in Cosmos DB: the one place that chooses it. In the cloud it is
 * a key in a vault; with an emulator it may be a file. A file is never made here: beside content that another
 * key sealed, a new one would look like an empty house.
 * @param credential null with an emulator
 * @throws Error with one sentence that names the setting at fault
 */
export async function openOutermostKey(
  environment: Environment,
  credential: TokenCredential | null,
): Promise<RenewableKeyWrap> {
  const keyId = environment['KEY_VAULT_KEY_ID'];
  if (keyId && credential) return openKeyVault({ keyId, credential });
  const path = environment['KEY_FILE'];
  if (!path) {
    throw new Error(
      'KEY_FILE has to name the file that holds the outermost key, 32 random bytes, or KEY_VAULT_KEY_ID a ' +
        'key in a vault.',
    );
  }
  const wrap = await openExistingKeyFile(path);
  if (!wrap) throw new Error('KEY_FILE has to name a file that is there: 32 random bytes.');
  return wrap;
}
