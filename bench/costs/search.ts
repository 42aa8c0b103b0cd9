import { changeBroughtBeside } from '@rapport/api/writing/changeBrought';
import { bring } from '@rapport/domain/bring';
import { arriving } from '@rapport/domain/broughtPast';
import { randomUUID } from 'node:crypto';
import { openHouse, type House } from '../house/house';
import { joinPair, words, type Pair } from '../house/pair';
import type { Charge } from '../meter/tally';
import { MANAGER, REPORT } from './actions';
import { firstMeeting, pretendMeetings } from './pastMeetings';

const ROUTES = ['listWords', 'listClosedFeedback', 'listImports', 'listPrivateImports'];

const EIGHT_DAYS = 8 * 24 * 60 * 60_000;

/**
 * As a screen does before somebody's first letter: every page of words, the closed feedback, and notes from before,
 * of which there are none here.
 * @returns bytes of the answers
 */
export async function readForSearch(
  house: House,
  person: string,
  seriesId: string,
): Promise<number> {
  let bytes = 0;
  for (const route of ROUTES) {
    let params: Record<string, string> = { seriesId };
    for (let more = true; more;) {
      const { json } = await house.ask(person, route, { params });
      bytes += Buffer.byteLength(JSON.stringify(json));
      const continuation = (json['continuation'] ?? null) as string | null;
      more = continuation !== null;
      params = { seriesId, continuation: continuation ?? '' };
    }
  }
  return bytes;
}

/** What one search is charged where the words have to be laid together first, and every later one. */
export async function searchCharges(
  house: House,
  seriesId: string,
): Promise<[readonly Charge[], readonly Charge[]]> {
  // What was finished a week ago is settled.
  house.clock.moveTo(new Date(house.clock.now().getTime() + EIGHT_DAYS));
  const charges: (readonly Charge[])[] = [];
  for (let time = 0; time < 2; time += 1) {
    const from = house.tally.charges().length;
    await readForSearch(house, REPORT, seriesId);
    charges.push(house.tally.charges(from));
  }
  return [charges[0] ?? [], charges[1] ?? []];
}

/** Two years of every other week. */
const MEETINGS = 52;

/** Goals of two years, each with its parts and a word on it every other month. */
const GOALS = 10;
const PARTS = ['specific', 'measurable', 'achievable', 'relevant'];

async function addGoals(house: House, { seriesId }: Pair): Promise<void> {
  for (let n = 0; n < GOALS; n += 1) {
    const goalId = randomUUID();
    const body = { id: goalId, owner: 'report', text: words(n) };
    await house.ask(REPORT, 'addGoal', { params: { seriesId }, body });
    for (const [m, part] of [...PARTS, ...Array<string>(6).fill('progress')].entries()) {
      const line = { id: randomUUID(), part, text: words(n + m) };
      await house.ask(REPORT, 'addGoalLine', { params: { seriesId, goalId }, body: line });
    }
  }
}

/** What somebody let come along from another series. */
const BROUGHT_LINES = 40;

async function bringAlong({ services }: House, { seriesId }: Pair): Promise<void> {
  const lines = Array.from({ length: BROUGHT_LINES }, (_, n) => ({
    id: randomUUID(),
    noun: 'note' as const,
    text: words(n),
    from: REPORT,
    role: 'report' as const,
  }));
  await changeBroughtBeside(services, seriesId, (kept) =>
    bring(kept, arriving(lines, services.clock.now().toISOString())),
  );
}

/** What a first and a later search are charged, the kB that each reads, and both again with goals, and more. */
export async function measureSearch() {
  const house = await openHouse();
  try {
    const pair = await joinPair(house, MANAGER, REPORT);
    const record = await firstMeeting(house, pair);
    await pretendMeetings(house, pair, record, 2, MEETINGS);
    const [first, later] = await searchCharges(house, pair.seriesId);
    const kB = (await readForSearch(house, REPORT, pair.seriesId)) / 1000;
    await addGoals(house, pair);
    const again = async () => {
      const from = house.tally.charges().length;
      const size = (await readForSearch(house, REPORT, pair.seriesId)) / 1000;
      return { later: house.tally.charges(from), kB: size };
    };
    const goals = await again();
    await bringAlong(house, pair);
    return { first, later, kB, goals, brought: await again() };
  } finally {
    await house.close();
  }
}
