import { SHARDS } from '@rapport/api/reminders/bucket';
import { insertPrice, queryPrice } from '../meter/prices';
import { createRandom, hashed } from './random';
import { CELLS, highest, type Load, type Watched, WINDOW } from './load';
import { meetingsOf, type Tenant } from './tenant';

/** One physical partition: RU/s, and GB ("Azure Cosmos DB service quotas", "Partitioning"). */
export const PARTITION = { ru: 10_000, gb: 50 };
/** Microsoft's advice for Web PubSub: four fifths of a unit's 1,000 connections. */
const SOCKETS_PER_UNIT = 800;
/** A processor of a Flex Consumption instance of 2,048 MB is this busy at most. */
const BUSY = 0.6;
/** Requests of one instance at once (the default of 2,048 MB). */
export const HTTP_CONCURRENCY = 16;
/** A request waits for about four trips to Cosmos DB in its region, one after the other. */
const WAITS_MS = 25;
/** What the Functions host, its worker and TLS take of a processor for one request: assumed, not measured. */
const HOST_MS = 4;
/** A serverless container gives so much for each physical partition ("Serverless account performance"). */
export const SERVERLESS_RU = 5000;

/** The busiest second of the busiest of `count` physical partitions, in RU. */
export function busiest(load: Load, place: Watched, count: number): number {
  const cells = load.cells[place];
  let most = 0;
  for (let second = 0; second < WINDOW; second += 1) {
    for (let partition = 0; partition < count; partition += 1) {
      const from = Math.round((partition * CELLS) / count);
      const to = Math.round(((partition + 1) * CELLS) / count);
      let sum = 0;
      for (let cell = from; cell < to; cell += 1) sum += cells[second * CELLS + cell] ?? 0;
      most = Math.max(most, sum);
    }
  }
  return most;
}

/**
 * How many physical partitions it takes so that none is ever asked for more than it gives.
 * @param gb what lies there
 */
export function partitionsFor(load: Load, place: Watched, gb = 0): number {
  const least = Math.max(highest(load.ru[place]) / PARTITION.ru, gb / PARTITION.gb);
  let count = Math.max(1, Math.ceil(least));
  while (count < CELLS && busiest(load, place, count) > PARTITION.ru) count += 1;
  return count;
}

/** Open sockets at most, at any second. */
export function mostSockets({ sockets, openAtMidnight }: Load): number {
  let open = openAtMidnight();
  let most = open;
  for (const change of sockets) {
    open += change;
    most = Math.max(most, open);
  }
  return most;
}

export const unitsFor = (sockets: number): number => Math.ceil(sockets / SOCKETS_PER_UNIT);

/** @param cpuMs processor time of one request, the host's apart */
export function instancesFor(perSecond: number, cpuMs: number): { cpu: number; http: number } {
  const busyMs = cpuMs + HOST_MS;
  const cpu = Math.ceil((perSecond * busyMs) / 1000 / BUSY);
  const http = Math.ceil((perSecond * (busyMs + WAITS_MS)) / 1000 / HTTP_CONCURRENCY);
  return { cpu, http };
}

/** A request of a panel opens documents of its series and of its person. */
const KEYS_PER_REQUEST = 2;
/** Keys stay in a process for ten minutes. */
const KEPT_S = 600;

/**
 * Wrapped keys read in the hardest second, when a request may come to any instance: where fewer keys are kept
 * than are in use, most are read anew; else each instance reads each key once in ten minutes.
 * @param inUse series and people who are at it at once
 */
export function keyReads(
  perSecond: number,
  inUse: number,
  kept: number,
  instances: number,
): number {
  const asked = perSecond * KEYS_PER_REQUEST;
  const missed = asked * Math.max(0, 1 - kept / inUse);
  const refreshed = (Math.min(kept, inUse) * instances) / KEPT_S;
  return Math.min(asked, missed + refreshed);
}

const REMINDER_BYTES = 1100;
/** Reminders that a run reads at once (api/reminders/runReminders.ts). */
const PAGE = 20;

/** Reminders of one hour's meetings, one for each of the two, by shard of that hour's bucket. */
export function reminderShards(tenant: Tenant, hour: number): readonly number[] {
  const shards = Array.from({ length: SHARDS }, () => 0);
  for (const { pair, start } of meetingsOf(tenant)) {
    if (start !== hour) continue;
    const shard = hashed(pair) % SHARDS;
    shards[shard] = (shards[shard] ?? 0) + 2;
  }
  return shards;
}

/** RU of emptying one shard: its pages read, its reminders removed. */
export function shardPrice(reminders: number): number {
  const pages = Math.ceil(reminders / PAGE);
  const read = queryPrice(Array.from({ length: reminders }, () => REMINDER_BYTES));
  return read + (pages - 1) * queryPrice([]) + reminders * insertPrice(REMINDER_BYTES, 3);
}

/** RU of one sweep for leftovers that finds none: every physical partition of every container is asked. */
export const sweepPrice = (partitions: number): number => queryPrice([], partitions);

/** How many sockets come back in the busiest second when all are lost at once, at the client's first retry. */
export function reconnects(sockets: number, spreadMs: readonly [number, number]): number {
  const random = createRandom(3);
  const [from, to] = spreadMs;
  const seconds = new Map<number, number>();
  for (let n = 0; n < sockets; n += 1) {
    const second = Math.floor((from + (to - from) * random()) / 1000);
    seconds.set(second, (seconds.get(second) ?? 0) + 1);
  }
  return Math.max(0, ...seconds.values());
}
