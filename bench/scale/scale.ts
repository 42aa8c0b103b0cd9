import type { Benchmark, Table } from '../benchmark';
import { costOf, measureActions, type Measured } from '../costs/actions';
import { GB, printDollars, PRICES } from '../costs/dollars';
import { sumOf } from '../meter/tally';
import {
  busiest,
  HTTP_CONCURRENCY,
  instancesFor,
  keyReads,
  mostSockets,
  partitionsFor,
  reconnects,
  reminderShards,
  SERVERLESS_RU,
  shardPrice,
  sweepPrice,
  unitsFor,
} from './limits';
import { createLoad, highest, total, WATCHED, type Load, type Watched } from './load';
import { play, scriptOf, type Counts } from './play';
import { HOUR, NINE, ordinary, rush, type Tenant } from './tenant';

const PAIRS = 200_000;

export const scale: Benchmark = {
  name: 'scale',
  question: 'What limits first, with 200,000 pairs on a Monday at nine?',
  async run() {
    const measured = await measureActions();
    const days = [
      dayOf('everybody at nine', rush(PAIRS), measured),
      dayOf('an ordinary Monday', ordinary(PAIRS), measured),
    ];
    return {
      tables: [loadTable(days), limitsTable(days), spikesTable(days)],
      notes: [
        'Simulated meeting by meeting (seeded: every run is alike), each playing the recorded meeting: RU ' +
          'without TTL, by second and slice of the hash space. Eight time zones, 27 % of all in the largest.',
        'Processor time of a request is what it took on this machine, with SQLite in place of Cosmos DB; ' +
          '4 ms for the Functions host are assumed, and 25 ms of waiting for Cosmos DB.',
      ],
    };
  },
};

interface Day {
  readonly name: string;
  readonly tenant: Tenant;
  readonly counts: Counts;
  readonly load: Load;
  readonly measured: Measured;
  /** Physical partitions of each container. */
  readonly partitions: Readonly<Record<Watched, number>>;
}

/** What is kept lies there for 24 months (PRACTICE D5): two years of meetings every two weeks. */
const MEETINGS_KEPT = 52;
/** Data keys that a process keeps (sealing/keyRing.ts), and what a process of 2,048 MB could keep. */
const KEYS = { now: 4096, more: 131_072 };

function dayOf(name: string, tenant: Tenant, measured: Measured): Day {
  const load = createLoad(NINE);
  const counts = play(tenant, scriptOf(measured), load);
  const partitions = {
    series: partitionsFor(load, 'series', gbOf(measured, tenant, 'series')),
    people: partitionsFor(load, 'people', gbOf(measured, tenant, 'people')),
  };
  return { name, tenant, counts, load, measured, partitions };
}

const gbOf = ({ kept }: Measured, { pairs }: Tenant, place: Watched): number =>
  ((kept.get(place) ?? 0) * pairs * MEETINGS_KEPT) / GB;

type Row = readonly [string, (day: Day) => number | string];

const tableOf = (title: string, days: readonly Day[], rows: readonly Row[]): Table => ({
  title,
  columns: ['', ...days.map(({ name }) => name)],
  rows: rows.map(([what, value]) => [what, ...days.map(value)]),
});

const loadTable = (days: readonly Day[]): Table =>
  tableOf('A Monday', days, [
    ['meetings', ({ counts }) => counts.meetings],
    ['edits', ({ counts }) => counts.edits],
    ['requests', ({ load }) => Math.round(total(load.requests))],
    ['million RU, series', ({ load }) => total(load.ru.series) / 1e6],
    ['million RU, people', ({ load }) => total(load.ru.people) / 1e6],
    ['RU/s at most, series', ({ load }) => highest(load.ru.series)],
    ['RU/s at most, people', ({ load }) => highest(load.ru.people)],
    ['requests/s at most', ({ load }) => highest(load.requests)],
    ['processor time a request, ms', ({ measured }) => measured.meeting.cpuMs],
    ['messages/s at most', ({ load }) => highest(load.messages)],
    ['open sockets at most', ({ load }) => mostSockets(load)],
    ['Cosmos DB that day, autoscale', (day) => printDollars(autoscaleDay(day))],
    ['Web PubSub, units held all day', ({ load }) => printDollars(unitsDay(load))],
  ]);

const limitsTable = (days: readonly Day[]): Table =>
  tableOf('What holds it', days, [
    ...WATCHED.flatMap((place): Row[] => [
      [`${place}: GB after 24 months`, ({ measured, tenant }) => gbOf(measured, tenant, place)],
      ['… physical partitions', ({ partitions }) => partitions[place]],
      ['… the busiest second of the busiest, RU', (day) => hottest(day, place)],
      ['… autoscale max, RU/s', (day) => autoscaleMax(day, place)],
      ['… serverless would give, RU/s', ({ partitions }) => partitions[place] * SERVERLESS_RU],
    ]),
    ['instances by processor', (day) => instances(day).cpu],
    [`instances by concurrency of ${HTTP_CONCURRENCY}`, (day) => instances(day).http],
    ['Web PubSub units', ({ load }) => unitsFor(mostSockets(load))],
    ['reminders in the fullest shard of an hour', (day) => fullest(day)],
    ['… RU to empty it', (day) => shardPrice(fullest(day))],
    ['a sweep that finds nothing, RU a minute', (day) => sweeps(day)],
    ['keys read a second, 4,096 kept a process', (day) => keysRead(day, KEYS.now)],
    ['… with 131,072 kept', (day) => keysRead(day, KEYS.more)],
  ]);

const spikesTable = (days: readonly Day[]): Table =>
  tableOf('What else may come', days, [
    [
      'RU/s by polling alone, no nudges',
      ({ load, measured }) => mostSockets(load) * alone(measured),
    ],
    ['all sockets lost: requests/s as now', ({ load }) => back(load, RETRY_NOW)],
    [
      '… RU/s, as each reads all again',
      ({ load, measured }) => back(load, RETRY_NOW) * again(measured),
    ],
    ['… requests/s, spread over 30 s', ({ load }) => back(load, RETRY_SPREAD)],
    ['all instances begin: ring keys unwrapped', (day) => RING_KEYS * most(day)],
    ['the busiest series: RU in a second', ({ measured }) => dearestEdit(measured)],
  ]);

/** The client's first retry (tab/src/client/nudges.ts), and one that spreads further, in milliseconds. */
const RETRY_NOW = [500, 1500] as const;
const RETRY_SPREAD = [0, 30_000] as const;

const again = (measured: Measured): number => costOf(measured, 'look again after a nudge');
/** A panel without nudges asks for its chat every 4 s, for its series every 3 s. */
function alone(measured: Measured): number {
  const view = costOf(measured, 'read the agenda again, nothing newer (304)');
  return (again(measured) - view) / 4 + view / 3;
}
const dearestEdit = ({ meeting }: Measured): number =>
  Math.max(...meeting.edits.map(({ charges }) => sumOf(charges)));
const hottest = ({ load, partitions }: Day, place: Watched): number =>
  busiest(load, place, partitions[place]);
/** Each process has the vault unwrap all of them (sealing/keyRing.ts). */
const RING_KEYS = 64;
const most = (day: Day): number => Math.max(...Object.values(instances(day)));
const instances = ({ load, measured }: Day) =>
  instancesFor(highest(load.requests), measured.meeting.cpuMs);
const fullest = ({ tenant }: Day): number => Math.max(...reminderShards(tenant, NINE));
const sweeps = ({ partitions }: Day): number =>
  sweepPrice(partitions.series) + sweepPrice(partitions.people);
const back = (load: Load, spread: readonly [number, number]): number =>
  reconnects(mostSockets(load), spread);
function keysRead(day: Day, kept: number): number {
  // Two panels a series, and a key for each of the three.
  const inUse = (mostSockets(day.load) / 2) * 3;
  return keyReads(highest(day.load.requests), inUse, kept, most(day));
}

/** In thousands, as it is set; every physical partition gets an equal part of it, the busiest too. */
const autoscaleMax = (day: Day, place: Watched): number =>
  Math.ceil((hottest(day, place) * day.partitions[place]) / 1000) * 1000;

/** Autoscale bills the highest second of each hour, and a tenth of the maximum at least. */
function autoscaleDay(day: Day): number {
  const { load } = day;
  return WATCHED.reduce((sum, place) => {
    const least = autoscaleMax(day, place) / 10;
    let hours = 0;
    for (let hour = 0; hour < 24; hour += 1) {
      const seconds = load.ru[place].subarray(hour * HOUR, (hour + 1) * HOUR);
      hours += Math.max(least, highest(seconds));
    }
    return sum + (hours / 100) * PRICES.per100RuHour;
  }, 0);
}

const unitsDay = (load: Load): number => unitsFor(mostSockets(load)) * PRICES.perUnitDay;
