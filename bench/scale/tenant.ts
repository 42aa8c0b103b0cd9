import { createRandom } from './random';

export interface Tenant {
  readonly pairs: number;
  readonly seed: number;
  /** Of all pairs, how many meet on this day. */
  readonly meetToday: number;
  /** How the day's meetings are spread over hours, as people's own clocks show them; sums to 1. */
  readonly hours: Readonly<Record<number, number>>;
}

export interface Meeting {
  readonly pair: number;
  /** Seconds of the day, UTC. */
  readonly start: number;
}

export const HOUR = 3600;
export const DAY = 24 * HOUR;

/** Offsets from UTC in hours, and how much of the tenant works there. */
const ZONES: readonly (readonly [number, number])[] = [
  [-8, 0.1],
  [-6, 0.1],
  [-5, 0.2],
  [0, 0.08],
  [1, 0.27],
  [5.5, 0.1],
  [8, 0.1],
  [9, 0.05],
];
/** The zone with most people: its nine o'clock, in UTC, is the hardest minute of the day. */
export const NINE = 8 * HOUR;

/** Every pair of the tenant meets on Monday at nine. */
export const rush = (pairs: number): Tenant => ({
  pairs,
  seed: 1,
  meetToday: 1,
  hours: { 9: 1 },
});

/**
 * A Monday as calendars look: most meet every two weeks, a quarter of a week's meetings lies on Monday, and
 * three in ten of those begin at nine.
 */
export const ordinary = (pairs: number): Tenant => ({
  pairs,
  seed: 2,
  meetToday: 0.14,
  hours: { 9: 0.3, 10: 0.2, 11: 0.1, 13: 0.1, 14: 0.1, 15: 0.1, 16: 0.1 },
});

/** The meetings of one day, one after the other; the same for the same tenant. */
export function* meetingsOf({ pairs, seed, meetToday, hours }: Tenant): Generator<Meeting> {
  const random = createRandom(seed);
  const hourly = Object.entries(hours).map(([hour, part]) => [Number(hour), part] as const);
  for (let pair = 0; pair < pairs; pair += 1) {
    const zone = pick(ZONES, random());
    const hour = pick(hourly, random());
    if (random() < meetToday) yield { pair, start: ((hour - zone) * HOUR + DAY) % DAY };
  }
}

/** The value whose part of the whole `at` (0 to 1) falls into. */
function pick(parts: readonly (readonly [number, number])[], at: number): number {
  let sum = 0;
  for (const [value, part] of parts) {
    sum += part;
    if (at < sum) return value;
  }
  return parts.at(-1)?.[0] ?? 0;
}
