import { costOf, type Measured } from '../costs/actions';
import { GB, PRICES } from '../costs/dollars';
import { sumOf } from '../meter/tally';
import {
  busiest,
  instancesFor,
  keyReads,
  mostSockets,
  partitionsFor,
  reconnects,
  reminderShards,
  sweepPrice,
  unitsFor,
} from './limits';
import { createLoad, highest, WATCHED, type Load, type Watched } from './load';
import { play, scriptOf, type Counts } from './play';
import { HOUR, NINE, type Tenant } from './tenant';

/** A day that was played, and everything that is asked of it. */
export interface Day {
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

/** Plays a day of this tenant, each meeting as it was recorded. */
export function dayOf(name: string, tenant: Tenant, measured: Measured): Day {
  const load = createLoad(NINE);
  const counts = play(tenant, scriptOf(measured), load);
  const partitions = {
    series: partitionsFor(load, 'series', gbOf(measured, tenant, 'series')),
    people: partitionsFor(load, 'people', gbOf(measured, tenant, 'people')),
  };
  return { name, tenant, counts, load, measured, partitions };
}

/** What lies in a container once the oldest meetings begin to go. */
export const gbOf = ({ kept }: Measured, { pairs }: Tenant, place: Watched): number =>
  ((kept.get(place) ?? 0) * pairs * MEETINGS_KEPT) / GB;

/** The client's first retry (tab/src/client/nudges.ts), and one without such a spread, in milliseconds. */
export const RETRY = [0, 30_000] as const;
export const RETRY_AT_ONCE = [500, 1500] as const;

/** RU of one panel looking at everything once more. */
export const again = (measured: Measured): number => costOf(measured, 'look at everything again');
/** A panel without nudges asks for its chat every 4 s, for its series every 3 s. */
export function alone(measured: Measured): number {
  const view = costOf(measured, 'read the agenda again, nothing newer (304)');
  return (again(measured) - view) / 4 + view / 3;
}
/** RU of the dearest edit with all readings after it: what one series comes to in a second. */
export const dearestEdit = ({ meeting }: Measured): number =>
  Math.max(...meeting.edits.map(({ charges }) => sumOf(charges)));
/** RU in the busiest second of the busiest physical partition. */
export const hottest = ({ load, partitions }: Day, place: Watched): number =>
  busiest(load, place, partitions[place]);
/** Instances, by what needs more of them. */
export const most = (day: Day): number => Math.max(...Object.values(instances(day)));
/** By processor, and by how many requests one takes at once. */
export const instances = ({ load, measured }: Day) =>
  instancesFor(highest(load.requests), measured.meeting.cpuMs);
/** Reminders in the fullest shard of the hardest hour. */
export const fullest = ({ tenant }: Day): number => Math.max(...reminderShards(tenant, NINE));
/** RU of one sweep over both containers that finds nothing. */
export const sweeps = ({ partitions }: Day): number =>
  sweepPrice(partitions.series) + sweepPrice(partitions.people);
/** Requests in the busiest second when all sockets are lost and come back within `spread` ms. */
export const back = (load: Load, spread: readonly [number, number]): number =>
  reconnects(mostSockets(load), spread);
/** Wrapped keys read in the hardest second, `kept` of them staying in each process. */
export function keysRead(day: Day, kept: number): number {
  // Two panels a series, and a key for each of the three.
  const inUse = (mostSockets(day.load) / 2) * 3;
  return keyReads(highest(day.load.requests), inUse, kept, most(day));
}

/** In thousands, as it is set; every physical partition gets an equal part of it, the busiest too. */
export const autoscaleMax = (day: Day, place: Watched): number =>
  Math.ceil((hottest(day, place) * day.partitions[place]) / 1000) * 1000;

/** Autoscale bills the highest second of each hour, and a tenth of the maximum at least. */
export function autoscaleDay(day: Day): number {
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

export const unitsDay = (load: Load): number => unitsFor(mostSockets(load)) * PRICES.perUnitDay;
