import type { Benchmark, Table } from '../benchmark';
import { measureActions } from '../costs/actions';
import { printDollars } from '../costs/dollars';
import {
  again,
  alone,
  autoscaleDay,
  autoscaleMax,
  back,
  type Day,
  dayOf,
  dearestEdit,
  fullest,
  gbOf,
  hottest,
  instances,
  keysRead,
  most,
  RETRY,
  RETRY_AT_ONCE,
  sweeps,
  unitsDay,
} from './day';
import { KEPT_DATA_KEYS } from '@rapport/api/sealing/keyRing';
import { HTTP_CONCURRENCY, mostSockets, SERVERLESS_RU, shardPrice, unitsFor } from './limits';
import { highest, total, WATCHED } from './load';
import { ordinary, rush } from './tenant';

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

/** Data keys that a process keeps (sealing/keyRing.ts), and what a process of 2,048 MB could keep. */
const KEYS = { now: KEPT_DATA_KEYS, more: 131_072 };
/** Each process has the vault unwrap all of them (sealing/keyRing.ts). */
const RING_KEYS = 64;

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
    ['keys read a second, as many kept as now', (day) => keysRead(day, KEYS.now)],
    ['… with 131,072 kept', (day) => keysRead(day, KEYS.more)],
  ]);

const spikesTable = (days: readonly Day[]): Table =>
  tableOf('What else may come', days, [
    [
      'RU/s by polling alone, no nudges',
      ({ load, measured }) => mostSockets(load) * alone(measured),
    ],
    ['all sockets lost: panels/s that come back', ({ load }) => back(load, RETRY)],
    [
      '… RU/s, as each reads all again',
      ({ load, measured }) => back(load, RETRY) * again(measured),
    ],
    ['… panels/s, were it within one second', ({ load }) => back(load, RETRY_AT_ONCE)],
    ['all instances begin: ring keys unwrapped', (day) => RING_KEYS * most(day)],
    ['the busiest series: RU in a second', ({ measured }) => dearestEdit(measured)],
  ]);
