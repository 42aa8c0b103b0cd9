import { openHouse, type House } from '../house/house';
import { joinPair } from '../house/pair';
import { sumOf } from '../meter/tally';
import { MANAGER, REPORT } from './actions';
import { firstMeeting, pretendMeetings } from './pastMeetings';

const EIGHT_DAYS = 8 * 24 * 60 * 60_000;

/** As a screen does before somebody's first letter: every page of words, and the closed feedback. */
export async function readForSearch(house: House, person: string, seriesId: string): Promise<void> {
  for (const route of ['listWords', 'listClosedFeedback']) {
    let params: Record<string, string> = { seriesId };
    for (let more = true; more;) {
      const { json } = await house.ask(person, route, { params });
      const continuation = json['continuation'] as string | null;
      more = continuation !== null;
      params = { seriesId, continuation: continuation ?? '' };
    }
  }
}

/** RU of one search where the words have to be laid together first, and of every later one. */
export async function searchCosts(house: House, seriesId: string): Promise<[number, number]> {
  // What was finished a week ago is settled.
  house.clock.moveTo(new Date(house.clock.now().getTime() + EIGHT_DAYS));
  const costs: number[] = [];
  for (let time = 0; time < 2; time += 1) {
    const from = house.tally.charges().length;
    await readForSearch(house, REPORT, seriesId);
    costs.push(sumOf(house.tally.charges(from)));
  }
  return [costs[0] ?? 0, costs[1] ?? 0];
}

/** Two years of every other week. */
const MEETINGS = 52;

export async function measureSearch(): Promise<readonly [number, number]> {
  const house = await openHouse();
  try {
    const pair = await joinPair(house, MANAGER, REPORT);
    const record = await firstMeeting(house, pair);
    await pretendMeetings(house, pair, record, 2, MEETINGS);
    return await searchCosts(house, pair.seriesId);
  } finally {
    await house.close();
  }
}
