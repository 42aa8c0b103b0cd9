import { readCosmosSettings, type CosmosSettings } from '../composing/cosmosSettings';
import { openOutermostKey } from '../composing/outermostKey';
import type { Environment } from '../composing/stores';
import { systemClock } from '../ports/clock';
import type { KeyWrap } from '../ports/keyWrap';
import type { CosmosPlace } from '../storage/cosmosClient';
import { openCosmosErasureList } from '../storage/cosmosErasures';
import { openCosmosKeyStore } from '../storage/cosmosKeys';
import { openCosmosMovable } from '../storage/cosmosMovable';
import { MoveRefused, refuse } from './refusal';
import type { Side } from './side';

/** An administrator waits for a busy account; a person before a screen would not. */
const PATIENCE = { totalMs: 5 * 60_000 };

/**
 * The accounts that the api's own settings name, entered as whoever is signed in on this machine.
 * @throws MoveRefused naming the setting at fault
 */
export async function openCosmos(environment: Environment): Promise<Side> {
  const settings = await readSettings(environment).catch(refuse);
  const access = await accessOf(settings);
  const credential = 'credential' in access ? access.credential : null;
  const wrap = await openOutermostKey(environment, credential).catch(refuse);
  const { content, keys, erasures } = settings;
  return openAccounts({ ...content, access }, { ...keys, access }, { ...erasures, access }, wrap);
}

/** Before anybody is asked for a token: a setting at fault is said first. */
const readSettings = async (environment: Environment): Promise<CosmosSettings> =>
  readCosmosSettings(environment);

/** A token is asked for at once: an account that gets none is asked again and again, for minutes. */
async function accessOf({ emulatorKey, content }: CosmosSettings): Promise<CosmosPlace['access']> {
  if (emulatorKey !== null) return { key: emulatorKey };
  const { DefaultAzureCredential } = await import('@azure/identity');
  const credential = new DefaultAzureCredential();
  await credential.getToken(`${new URL(content.endpoint).origin}/.default`).catch(() => {
    throw new MoveRefused(
      'COSMOS_ENDPOINT names an account that this machine is not signed in to: run az login first.',
    );
  });
  return { credential };
}

/** Content in one account, keys in another, the erasure list not with the keys; nothing is asked of either yet. */
export async function openAccounts(
  content: CosmosPlace,
  keys: CosmosPlace,
  erasures: CosmosPlace,
  wrap: KeyWrap,
): Promise<Side> {
  const keyStore = await openCosmosKeyStore({ ...keys, patience: PATIENCE });
  const list = await openCosmosErasureList({ ...erasures, patience: PATIENCE });
  const movable = await openCosmosMovable({ ...content, patience: PATIENCE }, systemClock);
  return {
    address: JSON.stringify([content, keys].map(({ endpoint, database }) => [endpoint, database])),
    folder: null,
    content: movable,
    keys: keyStore,
    list,
    wrap,
    async close() {
      await movable.close();
      await list.close();
      await keyStore.close();
    },
  };
}
