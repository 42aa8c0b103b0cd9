import type { HttpClient } from '@azure/core-rest-pipeline';
import type { MovableClock } from '@rapport/api/local/clock';
import type { Clock } from '@rapport/api/ports/clock';
import type { Container } from '@rapport/api/ports/storage';
import { openKeyFile } from '@rapport/api/sealing/keyFile';
import { openCosmosStorage } from '@rapport/api/storage/cosmos';
import type { Patience } from '@rapport/api/storage/cosmosPatience';
import { CONTENT_DATABASE, KEYS_DATABASE } from '@rapport/api/storage/cosmosContainers';
import { fromItem, type ReadItem } from '@rapport/api/storage/cosmosDocument';
import { openCosmosErasureList } from '@rapport/api/storage/cosmosErasures';
import { openCosmosKeyStore } from '@rapport/api/storage/cosmosKeys';
import { join } from 'node:path';
import { stillClock } from '../support/stillClock';
import type { Kept } from '../support/kept';
import { withFaults, type Fault, type Faulty } from './faults';
import { createStandIn, type StandIn } from './standIn';

const CONTAINERS: readonly Container[] = ['series', 'people', 'chats', 'reminders'];

/** A stand-in of a Cosmos DB account for a world to stand on. */
export interface Cloud extends Kept {
  readonly standIn: StandIn;
}

/**
 * @param over what lies between the adapters and the stand-in
 * @param patience how long the adapters ask, without a wait of their own to begin with; looked at whenever a
 * world opens
 */
export function createCloud(
  clock: Clock,
  over: (carrier: HttpClient) => HttpClient = (carrier) => carrier,
  patience: Partial<Patience> = {},
): Cloud {
  const standIn = createStandIn(undefined, () => clock.now().getTime() / 1000);
  const { endpoint, credential } = standIn;
  const place = {
    endpoint,
    access: { credential },
    httpClient: over(standIn.httpClient),
  };
  const patiently = () => ({ patience: { firstWaitMs: 1, ...patience } });
  return {
    standIn,
    async open(environment, at) {
      const keyStore = await openCosmosKeyStore({
        ...place,
        ...patiently(),
        database: KEYS_DATABASE,
      });
      const list = await openCosmosErasureList({
        ...place,
        ...patiently(),
        database: CONTENT_DATABASE,
      });
      const storage = await openCosmosStorage(
        { ...place, ...patiently(), database: CONTENT_DATABASE },
        at,
      );
      return {
        storage,
        keyStore,
        list,
        wrap: await openKeyFile(join(environment['RAPPORT_DATA'] ?? '', 'master.key')),
        purge: () => Promise.resolve(),
        async close() {
          await storage.close();
          await list.close();
          await keyStore.close();
        },
      };
    },
    rows: async () =>
      CONTAINERS.flatMap((container) =>
        standIn.dump(container).map((item) => {
          const { partition, id, kind, due, expires } = fromItem(item as unknown as ReadItem);
          return { container, partition, id, kind, due, expires };
        }),
      ),
  };
}

/** Such a cloud with faults on the way to it, and the clock of a world that stands on it. */
export function openCloudWithFaults(
  seed: number,
  faults?: readonly Fault[],
  patience?: Partial<Patience>,
): { readonly clock: MovableClock; readonly kept: Cloud; readonly faulty: Faulty } {
  const clock = stillClock();
  const between: Faulty[] = [];
  const kept = createCloud(
    clock,
    (carrier) => {
      const faulty = withFaults(carrier, seed, faults);
      between.push(faulty);
      return faulty.httpClient;
    },
    patience,
  );
  const [faulty] = between;
  if (!faulty) throw new Error('nothing lies between');
  return { clock, kept, faulty };
}
