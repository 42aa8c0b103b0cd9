import { describe, expect, test } from '@jest/globals';
import {
  busiest,
  mostSockets,
  partitionsFor,
  reconnects,
  reminderShards,
} from '@rapport/bench/scale/limits';
import { CELLS, createLoad, highest, total, WINDOW } from '@rapport/bench/scale/load';
import { play, type Script } from '@rapport/bench/scale/play';
import { meetingsOf, NINE, ordinary, rush, type Tenant } from '@rapport/bench/scale/tenant';
import fc from 'fast-check';

const demand = (series: number, people: number) => ({
  ru: { series, people },
  requests: 1,
  messages: 2,
});
const SCRIPT: Script = {
  open: demand(2, 1),
  edits: Array.from({ length: 7 }, () => demand(30, 3)),
  polls: Array.from({ length: 3 }, () => demand(1, 1)),
  finish: demand(80, 40),
};
/** RU, requests and messages of one meeting by this script. */
const SERIES = 2 * 2 + 7 * 30 + 3 + 80;
const PEOPLE = 2 * 1 + 7 * 3 + 3 + 40;
const STEPS = 2 + 7 + 3 + 1;

const tenants = fc
  .record({ pairs: fc.integer({ min: 0, max: 300 }), seed: fc.nat(), all: fc.boolean() })
  .map(({ pairs, seed, all }): Tenant => ({ ...(all ? rush : ordinary)(pairs), seed }));
const run = (tenant: Tenant) => {
  const load = createLoad(NINE);
  return { load, counts: play(tenant, SCRIPT, load) };
};
const runs = { numRuns: 10 };

describe('the simulation of a Monday', () => {
  test('loses nothing: every second together is every meeting together', () => {
    fc.assert(
      fc.property(tenants, (tenant) => {
        const { load, counts } = run(tenant);
        const { meetings } = counts;
        expect(meetings).toBe([...meetingsOf(tenant)].length);
        expect(counts).toEqual({
          meetings,
          panels: 2 * meetings,
          edits: 7 * meetings,
          finished: meetings,
        });
        expect(total(load.ru.series)).toBeCloseTo(SERIES * meetings);
        expect(total(load.ru.people)).toBeCloseTo(PEOPLE * meetings);
        expect(total(load.requests)).toBe(STEPS * meetings);
        expect(total(load.messages)).toBe(2 * STEPS * meetings);
      }),
      runs,
    );
  });

  test('every socket that opens closes, and those of one hour are open together', () => {
    fc.assert(
      fc.property(tenants, (tenant) => {
        const { load, counts } = run(tenant);
        expect(total(load.sockets)).toBe(0);
        expect(mostSockets(load)).toBeLessThanOrEqual(counts.panels);
        // Five minutes after the hour everybody who meets then has it open, before midnight and after.
        const together = new Map<number, number>();
        for (const { start } of meetingsOf(tenant)) {
          together.set(start, (together.get(start) ?? 0) + 1);
        }
        const atOnce = 2 * Math.max(0, ...together.values());
        expect(mostSockets(load)).toBeGreaterThanOrEqual(atOnce);
      }),
      runs,
    );
  });

  test('partitions share out what a second asks, and there are as many as hold it', () => {
    const dear = { ...SCRIPT, edits: SCRIPT.edits.map(() => demand(3000, 3)) };
    const load = createLoad(NINE);
    play(rush(3000), dear, load);
    const inWindow = load.ru.series.subarray(NINE - 900, NINE - 900 + WINDOW);
    expect(load.cells.series.length).toBe(WINDOW * CELLS);
    expect(busiest(load, 'series', 1)).toBeCloseTo(highest(inWindow), 0);
    const enough = partitionsFor(load, 'series');
    expect(enough).toBeGreaterThan(highest(inWindow) / 10_000);
    expect(busiest(load, 'series', enough)).toBeLessThanOrEqual(10_000);
    expect(partitionsFor(load, 'people', 140)).toBe(3);
  });

  test('is the same in every run', () => {
    const [one, other] = [run(rush(200)), run(rush(200))];
    const bytes = ({ load }: typeof one): Buffer => Buffer.from(load.cells.people.buffer);
    expect(total(one.load.ru.series)).toBe(SERIES * 200);
    expect(bytes(one).equals(bytes(other))).toBe(true);
  });

  test("an hour's reminders are one for each of the two, evenly over all shards", () => {
    const tenant = rush(20_000);
    const meetings = [...meetingsOf(tenant)].filter(({ start }) => start === NINE).length;
    const shards = reminderShards(tenant, NINE);
    expect(shards.length).toBe(16);
    expect(shards.reduce((sum, count) => sum + count, 0)).toBe(2 * meetings);
    expect(Math.max(...shards)).toBeLessThan(1.5 * Math.min(...shards));
  });

  test('sockets that come back spread over a longer time ask less of one second', () => {
    expect(reconnects(3000, [0, 30_000])).toBeLessThan(reconnects(3000, [500, 1500]) / 5);
    expect(reconnects(3000, [0, 1000])).toBe(3000);
  });
});
