import { HEAD, pagePlacing, seriesPartition } from '@rapport/api/places';
import { pad, unpad } from '@rapport/api/sealing/padding';
import { createSealer } from '@rapport/api/sealing/sealer';
import { openDatabase } from '@rapport/api/storage/database';
import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Benchmark, Table } from '../benchmark';
import { MANAGER, REPORT } from '../costs/actions';
import { openHouse, type House } from '../house/house';
import { prepare } from '../house/meeting';
import { joinPair, type Pair } from '../house/pair';
import { race, type Contender } from './race';

const ROUNDS = 21;

export const timing: Benchmark = {
  name: 'timing',
  question: 'What do sealing, the pipeline and the view add to what they stand on?',
  async run() {
    const house = await openHouse(false);
    try {
      const pair = await joinPair(house, MANAGER, REPORT);
      const [topic = ''] = await prepare(pair, MANAGER, REPORT);
      return {
        tables: [
          await table('Sealing and opening a head', await sealing(house, pair), 60),
          await table('An edit, until it is on the disk', await editing(house, pair, topic), 20),
          await table("The panel's view", viewing(house, pair), 40),
        ],
        notes: [
          'Each round runs all of them in turn; the ratio is the median of the rounds. Times are of this ' +
            'machine, now, and say nothing elsewhere.',
        ],
      };
    } finally {
      await house.close();
    }
  },
};

async function table(title: string, contenders: Racing, runs: number): Promise<Table> {
  const outcomes = await race(contenders.all, ROUNDS, runs);
  await contenders.done?.();
  return {
    title,
    columns: ['what', 'microseconds', '10 %', '90 %', 'x floor'],
    rows: outcomes.map(({ name, median, low, high, ratio }) => [name, median, low, high, ratio]),
  };
}

interface Racing {
  readonly all: readonly Contender[];
  readonly done?: () => Promise<void>;
}

async function sealing({ services }: House, { seriesId }: Pair): Promise<Racing> {
  const head = await services.documents.read<unknown>(seriesPartition(seriesId), HEAD.id);
  if (!head) throw new Error('the series has no head');
  const { value } = head;
  const secret = createSecretKey(randomBytes(32));
  const padded = pad(JSON.stringify(value));
  const key = { id: 'a key', secret };
  const sealer = createSealer({
    current: async () => key,
    find: async () => key,
    forget: async () => undefined,
  });
  const { id, kind, schema } = HEAD;
  const container = 'series' as const;
  const binding = { container, tenant: 't', partition: seriesId, id, kind, schema, revision: 1 };
  return {
    all: [
      { name: 'AES-256-GCM of the same bytes, both ways', run: () => bothWays(secret, padded) },
      {
        name: '… with JSON and padding',
        run: () => JSON.parse(unpad(bothWays(secret, pad(JSON.stringify(value))))),
      },
      {
        name: 'sealed and opened',
        run: async () => sealer.open(binding, await sealer.seal(binding, value)),
      },
    ],
  };
}

function bothWays(key: ReturnType<typeof createSecretKey>, bytes: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAuthTag(cipher.getAuthTag());
  return Buffer.concat([decipher.update(sealed), decipher.final()]);
}

/** The floor: a row as large as the head's, rewritten, under the same promise of durability. */
async function editing(house: House, { seriesId, say }: Pair, topic: string): Promise<Racing> {
  const stored = await house.storage.read('series', seriesId, HEAD.id);
  const folder = await mkdtemp(join(tmpdir(), 'rapport-floor-'));
  const database = await openDatabase(
    join(folder, 'floor.db'),
    'create table if not exists rows (id integer primary key, body text not null) strict',
  );
  const write = database.prepare('insert or replace into rows (id, body) values (1, ?)');
  const body = stored?.body ?? '';
  let discussed = false;
  return {
    all: [
      {
        name: 'a bare commit of as many bytes',
        run: () => database.transaction(() => write.run(body)),
      },
      {
        name: 'an edit through the whole api',
        run: () => {
          discussed = !discussed;
          return say(MANAGER, 'discussTopic', { discussed }, topic);
        },
      },
    ],
    done: async () => {
      database.close();
      await rm(folder, { recursive: true });
    },
  };
}

function viewing(house: House, { seriesId }: Pair): Racing {
  const person = house.personOf(MANAGER);
  const page = pagePlacing(seriesId).id;
  const params = { seriesId };
  let etag: string | null = null;
  return {
    all: [
      {
        name: 'both documents read, sealed as they are',
        run: () =>
          Promise.all([
            house.storage.read('series', seriesId, HEAD.id),
            house.storage.read('people', person, page),
          ]),
      },
      { name: 'the view, in full', run: () => house.ask(MANAGER, 'getSeries', { params }) },
      {
        name: 'the view, nothing newer (304)',
        run: async () => {
          ({ etag } = await house.ask(MANAGER, 'getSeries', { params, etag }));
        },
      },
    ],
  };
}
