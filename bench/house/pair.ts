import { randomUUID } from 'node:crypto';
import type { Answer, House } from './house';

/** Two people with a series of their own, and what they do to it by way of the api. */
export interface Pair {
  readonly seriesId: string;
  /** Writes a line and returns its id. */
  add(person: string, route: string, body: object): Promise<string>;
  /** A command about a line, or about the meeting. */
  say(person: string, route: string, body?: object, lineId?: string): Promise<Answer>;
}

/** The manager sets a series up, the report joins; both agree to the terms. */
export async function joinPair(house: House, manager: string, report: string): Promise<Pair> {
  const seriesId = randomUUID();
  await house.ask(manager, 'startSeries', {
    body: {
      id: seriesId,
      report: { oid: house.oidOf(report), name: report },
      rhythm: 'biweekly',
      minutes: 30,
      introduction: INTRODUCTION,
      agree: true,
    },
  });
  await house.ask(report, 'acceptInvitation', {
    params: { seriesId },
    body: { terms: 1, agree: true },
  });
  const say: Pair['say'] = (person, route, body = {}, lineId = '') =>
    house.ask(person, route, { params: { seriesId, ...(lineId ? { lineId } : {}) }, body });
  return {
    seriesId,
    say,
    async add(person, route, body) {
      const id = randomUUID();
      await say(person, route, { id, ...body });
      return id;
    },
  };
}

/** As long as a manager's introduction tends to be. */
const INTRODUCTION =
  'I keep a 1:1 with everybody I work for. It is your half hour: bring what is on your mind, and I will ' +
  'what I can do better. We can change how often and how long at any time, and what we say stays between us.';

/** The n-th line of words, 40 to 140 letters: as long as lines of an agenda are. */
export function words(n: number): string {
  const long = 40 + ((n * 37) % 100);
  return `${n} `.padEnd(long, 'what we said about the plan for the next weeks, ').trim();
}
