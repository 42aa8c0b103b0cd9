import type { Place } from '../meter/tally';
import { hashed } from './random';
import { DAY } from './tenant';

/** What one thing that happens asks of everything. */
export interface Demand {
  readonly ru: Readonly<Partial<Record<Place, number>>>;
  readonly requests: number;
  /** Nudges to open sockets. */
  readonly messages: number;
}

/** Slices of the hash space; physical partitions are made of them. */
export const CELLS = 720;
/** The seconds in which partitions are looked at one by one: before the hardest minute, and after. */
const BEFORE = 15 * 60;
export const WINDOW = 75 * 60;
/** Containers that are looked at. */
export const WATCHED = ['series', 'people'] as const;
export type Watched = (typeof WATCHED)[number];

/** What a day asks, second by second. */
export interface Load {
  /** @param key whose partition it falls on, by container */
  add(second: number, key: Readonly<Partial<Record<Place, number>>>, demand: Demand): void;
  /** A socket opens and closes. */
  socket(from: number, to: number): void;
  readonly ru: Readonly<Record<Place, Float64Array>>;
  readonly requests: Float64Array;
  readonly messages: Float64Array;
  /** Changes of the number of open sockets; and how many are open as the day begins. */
  readonly sockets: Float64Array;
  openAtMidnight(): number;
  /** RU by second of the window and cell: `cells[place][second * CELLS + cell]`. */
  readonly cells: Readonly<Record<Watched, Float32Array>>;
}

/** @param peak the hardest second, in the middle of the window */
export function createLoad(peak: number): Load {
  const perSecond = () => new Float64Array(DAY);
  const places: readonly Place[] = ['series', 'people', 'chats', 'reminders', 'keys'];
  const ru = {
    series: perSecond(),
    people: perSecond(),
    chats: perSecond(),
    reminders: perSecond(),
    keys: perSecond(),
  };
  const cells = {
    series: new Float32Array(WINDOW * CELLS),
    people: new Float32Array(WINDOW * CELLS),
  };
  const [requests, messages, sockets] = [perSecond(), perSecond(), perSecond()];
  const first = peak - BEFORE;
  let overnight = 0;
  const put = (to: Float64Array, second: number, amount: number): void => {
    to[second] = (to[second] ?? 0) + amount;
  };
  return {
    ru,
    requests,
    messages,
    sockets,
    openAtMidnight: () => overnight,
    cells,
    add(at, key, demand) {
      const second = wrapped(at);
      put(requests, second, demand.requests);
      put(messages, second, demand.messages);
      const inWindow = second - first;
      for (const place of places) {
        const amount = demand.ru[place] ?? 0;
        if (amount === 0) continue;
        put(ru[place], second, amount);
        if (inWindow < 0 || inWindow >= WINDOW || (place !== 'series' && place !== 'people'))
          continue;
        const cell = Math.floor((hashed(key[place] ?? 0) / 0x1_0000_0000) * CELLS);
        const index = inWindow * CELLS + cell;
        cells[place][index] = (cells[place][index] ?? 0) + amount;
      }
    },
    socket(from, to) {
      put(sockets, wrapped(from), 1);
      put(sockets, wrapped(to), -1);
      if (wrapped(from) > wrapped(to)) overnight += 1;
    },
  };
}

/** What passes midnight is counted at the day's other end. */
const wrapped = (at: number): number => ((Math.floor(at) % DAY) + DAY) % DAY;

export const total = (perSecond: Float64Array): number => perSecond.reduce((a, b) => a + b, 0);
export const highest = (perSecond: Float64Array): number =>
  perSecond.reduce((a, b) => Math.max(a, b), 0);
