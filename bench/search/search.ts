import { createSearchIndex, type SearchIndex } from '@rapport/domain/search/searchIndex';
import { fold } from '@rapport/domain/search/fold';
import type { Benchmark } from '../benchmark';
import { openHouse } from '../house/house';
import { joinPair } from '../house/pair';
import { firstMeeting, pretendMeetings } from '../costs/pastMeetings';
import { readForSearch } from '../costs/search';
import { MANAGER, REPORT } from '../costs/actions';
import { createRandom } from '../scale/random';
import { quantile, race } from '../timing/race';

const MEETINGS = 1000;
const LINES_PER_MEETING = 35;
/** Meetings that come in one answer of the api. */
const PAGE = 64;
const ROUNDS = 15;

interface Line {
  readonly text: string;
  readonly at: string;
}

/** Lines of 12 to 20 words out of 12,000, the common ones far more often than the rare. */
function pretendLines(): { lines: Line[]; vocabulary: string[] } {
  const random = createRandom(7);
  const letters = 'etaoinshrdlucmfwypvbgk';
  const word = (): string =>
    Array.from(
      { length: 3 + Math.floor(random() * 8) },
      () => letters[Math.floor(random() ** 1.5 * letters.length)] ?? 'e',
    ).join('');
  const vocabulary = [...new Set(Array.from({ length: 12_000 }, word))];
  const pick = (): string => vocabulary[Math.floor(random() ** 3 * vocabulary.length)] ?? '';
  const lines = Array.from({ length: MEETINGS * LINES_PER_MEETING }, (_, n) => ({
    text: Array.from({ length: 12 + Math.floor(random() * 9) }, pick).join(' '),
    at: new Date(1.6e12 + n * 1e7).toISOString(),
  }));
  return { lines, vocabulary };
}

export const search: Benchmark = {
  name: 'search',
  question: `How fast is something found in ${MEETINGS} meetings?`,
  async run() {
    const { lines, vocabulary } = pretendLines();
    const index: SearchIndex<Line> = createSearchIndex<Line>();
    const pages: number[] = [];
    for (let from = 0; from < lines.length; from += PAGE * LINES_PER_MEETING) {
      const start = performance.now();
      index.add(lines.slice(from, from + PAGE * LINES_PER_MEETING));
      pages.push(performance.now() - start);
    }
    const rare = vocabulary.at(-40) ?? '';
    const middle = vocabulary[Math.floor(vocabulary.length / 4)] ?? '';
    const wrong = `${middle.slice(0, 2)}${middle.slice(3)}x`;
    const scan = (query: string) =>
      lines.filter(({ text }) => fold(text).includes(fold(query))).slice(0, 20);
    const outcomes = await race(
      [
        { name: 'floor: every line folded and scanned', run: () => scan(middle) },
        { name: 'a word', run: () => index.search(middle, 20) },
        { name: 'a rare word', run: () => index.search(rare, 20) },
        { name: 'its first three letters', run: () => index.search(middle.slice(0, 3), 20) },
        { name: 'two words', run: () => index.search(`${middle} ${vocabulary[3]}`, 20) },
        { name: 'a word with letters wrong', run: () => index.search(wrong, 20) },
      ],
      ROUNDS,
      1,
    );
    return {
      tables: [
        {
          title: `Found among ${lines.length} lines, ms`,
          columns: ['what', 'median', 'to the 90th', 'x floor'],
          rows: outcomes.map(({ name, median, high, ratio }) => [
            name,
            median / 1000,
            high / 1000,
            ratio,
          ]),
        },
        {
          title: 'Before that',
          columns: ['what', 'ms'],
          rows: [
            [`${PAGE} meetings into the index (median page)`, quantile(pages, 0.5)],
            [`all ${MEETINGS} into the index`, pages.reduce((sum, ms) => sum + ms, 0)],
            ['the first page from the api, in process', await firstPage()],
          ],
        },
      ],
      aims: [
        {
          what: 'a word among 1,000 meetings, against scanning every line',
          measured: outcomes[1]?.ratio ?? Infinity,
          atMost: 1,
          unit: 'times',
        },
      ],
    };
  },
};

/** Words that lie together already, sixty-four meetings of them. @returns ms, the median of some */
async function firstPage(): Promise<number> {
  const house = await openHouse(false);
  try {
    const pair = await joinPair(house, MANAGER, REPORT);
    const record = await firstMeeting(house, pair);
    await pretendMeetings(house, pair, record, 2, MEETINGS);
    house.clock.moveTo(new Date(house.clock.now().getTime() + 8 * 24 * 60 * 60_000));
    await readForSearch(house, REPORT, pair.seriesId);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now();
      await house.ask(REPORT, 'listWords', { params: { seriesId: pair.seriesId } });
      times.push(performance.now() - start);
    }
    return quantile(times, 0.5);
  } finally {
    await house.close();
  }
}
