import type { StoredDocument } from '@rapport/api/ports/storage';
import { HEAD, seriesPartition } from '@rapport/api/places';
import {
  bucketPartition,
  hourOf,
  hoursAfter,
  REMINDER_KIND,
  SHARDS,
} from '@rapport/api/reminders/bucket';
import { keepReminders } from '@rapport/api/reminders/keepReminders';
import { runReminders } from '@rapport/api/reminders/runReminders';
import { remindersOf } from '@rapport/domain/reminder';
import type { Series } from '@rapport/domain/series';
import { randomBytes, randomUUID } from 'node:crypto';
import type { Benchmark } from '../benchmark';
import { MANAGER, REPORT } from '../costs/actions';
import { openHouse, type House } from '../house/house';
import { joinPair } from '../house/pair';
import { sumOf, type Charge } from '../meter/tally';

/** Series whose next meeting lies in the coming two weeks: none, some, and a million. */
const SERIES = [0, 10_000, 100_000, 1_000_000] as const;
/** Series that meet at the same time, of which both people are told. */
const DUE = 25;
const AHEAD_HOURS = 14 * 24;
const PER_BATCH = 100;
const HOUR_MS = 60 * 60_000;
/** A reminder's sealed body: one size class, in base64. */
const BODY = randomBytes(730).toString('base64');

export const reminders: Benchmark = {
  name: 'reminders',
  question: 'Does a run of the timer cost what is due, or what exists?',
  async run() {
    const house = await openHouse();
    try {
      const head = await firstHead(house);
      await measured(house);
      const rows: (readonly [number, ...number[]])[] = [];
      let lying = 0;
      for (const series of SERIES) {
        await layAhead(house, lying, series);
        lying = series;
        rows.push([series, ...(await runsWith(house, head))]);
      }
      const [none, most] = [rows[0], rows.at(-1)];
      return {
        tables: [
          {
            title: `RU and operations of one run over ${SHARDS} shards`,
            columns: [
              'series with a meeting ahead',
              'nothing due, RU',
              'operations',
              `${2 * DUE} due, RU`,
              'operations',
              'RU for each',
              'two runs at once, RU for each',
              'after six hours without a timer, RU for each',
            ],
            rows,
          },
        ],
        aims: [
          {
            what: 'a run with a million series, against none',
            measured: (most?.[3] ?? 0) / (none?.[3] ?? 1),
            atMost: 1.05,
            unit: 'times',
          },
        ],
      };
    } finally {
      await house.close();
    }
  },
};

async function firstHead(house: House): Promise<Series> {
  const { seriesId } = await joinPair(house, MANAGER, REPORT);
  const found = await house.services.documents.read<Series>(seriesPartition(seriesId), HEAD.id);
  if (!found) throw new Error('no head');
  return found.value;
}

/** What the timer asks of the store when it comes by now. */
async function measured(house: House, runs = 1): Promise<readonly Charge[]> {
  const from = house.tally.charges().length;
  await Promise.all(Array.from({ length: runs }, () => runReminders(house.services)));
  return house.tally.charges(from).filter(({ place }) => place !== 'keys');
}

async function runsWith(house: House, head: Series): Promise<number[]> {
  // The first run of an hour closes the one before; the next ones are what there is every five minutes.
  await measured(house);
  const idle = await measured(house);
  const alone = await told(house, head, 1, 0);
  const overlapping = await told(house, head, 2, 0);
  const late = await told(house, head, 1, 6);
  const each = (charges: readonly Charge[]): number => (sumOf(charges) - sumOf(idle)) / (2 * DUE);
  return [
    sumOf(idle),
    idle.length,
    sumOf(alone),
    alone.length,
    each(alone),
    each(overlapping),
    each(late),
  ];
}

/** Some meet in a while, and the timer comes by so many hours after they should have been told. */
async function told(
  house: House,
  head: Series,
  runs: number,
  hoursLate: number,
): Promise<readonly Charge[]> {
  const { services, clock } = house;
  const { documents } = services;
  const now = clock.now().getTime();
  // An hour before the meeting it is due; late enough, and there is time left before the meeting.
  const finishedAt = new Date(now).toISOString();
  const tenant = head.manager.person.id.slice(0, 36);
  for (let n = 0; n < DUE; n += 1) {
    const id = randomUUID();
    const lastMeeting = { number: 1, finishedAt, by: 'manager' } as const;
    const meeting = { ...head.meeting, number: 2 };
    const series: Series = { ...head, id, lastMeeting, meeting };
    await documents.write({ ...seriesPartition(id), tenant }, [
      { change: 'create', placing: HEAD, value: series },
    ]);
    const due = remindersOf(series, finishedAt).filter(({ kind }) => kind === 'afterMeeting');
    await keepReminders(services, tenant, due);
  }
  clock.moveTo(new Date(now + (1 + hoursLate) * HOUR_MS));
  return measured(house, runs);
}

/** Reminders of meetings ahead, up to so many: rows like any other, that nobody opens before they are due. */
async function layAhead({ storage, clock }: House, from: number, to: number): Promise<void> {
  const begin = hoursAfter(hourOf(clock.now().toISOString()), 48);
  const buckets = AHEAD_HOURS * SHARDS;
  const each = Math.ceil((to - from) / buckets);
  for (let left = to - from, bucket = 0; left > 0; bucket += 1) {
    const hour = hoursAfter(begin, Math.floor(bucket / SHARDS));
    const { key } = bucketPartition(hour, bucket % SHARDS);
    for (let here = Math.min(each, left); here > 0; here -= PER_BATCH) {
      const count = Math.min(here, PER_BATCH);
      left -= count;
      const operations = Array.from({ length: count }, () => ({
        op: 'create' as const,
        document: ahead(key, hour),
      }));
      await storage.batch('reminders', key, operations);
    }
  }
}

const ahead = (partition: string, hour: string): StoredDocument => ({
  partition,
  id: `reminder.${hour.replaceAll('-', '')}0000000Z.${randomUUID()}`,
  kind: REMINDER_KIND,
  body: BODY,
  tenant: 'ahead',
  keyId: 'ahead',
  schema: 1,
  revision: 1,
  due: null,
  expires: null,
});
