import type { Benchmark, Cell } from '../benchmark';
import { openHouse, type House } from '../house/house';
import { joinPair, type Pair } from '../house/pair';
import { createPanel } from '../house/panel';
import { sumOf } from '../meter/tally';
import { MANAGER, REPORT } from './actions';
import { firstMeeting, pretendMeetings } from './pastMeetings';
import { searchCharges } from './search';

/** Up to so many meetings a search is measured: more than a pair has in a working life. */
const SEARCHED = 1000;
const HISTORY = [1, 10, 100, 1000, 10_000] as const;

export const growth: Benchmark = {
  name: 'growth',
  question: 'Does a long history make anything dearer? (Every document of it is there.)',
  async run() {
    const house = await openHouse();
    try {
      const pair = await joinPair(house, MANAGER, REPORT);
      const record = await firstMeeting(house, pair);
      const rows: Cell[][] = [];
      let known = 1;
      for (const meetings of HISTORY) {
        await pretendMeetings(house, pair, record, known + 1, meetings);
        known = meetings;
        const searched: Cell[] =
          meetings > SEARCHED
            ? ['', '']
            : (await searchCharges(house, pair.seriesId)).map((charges) => sumOf(charges));
        rows.push([meetings, ...(await costsNow(house, pair)), ...searched]);
      }
      const panels = rows.map(([, panel]) => Number(panel));
      return {
        tables: [
          {
            title: 'RU by the number of past meetings',
            columns: [
              'meetings',
              'panel',
              'chat tab',
              'history',
              'one meeting',
              'pictures',
              'an edit',
              'first search',
              'a search',
            ],
            rows,
          },
        ],
        aims: [
          {
            what: 'panel with 10,000 meetings behind it, against 1',
            measured: (panels.at(-1) ?? 0) / (panels[0] ?? 1),
            atMost: 1.05,
            unit: 'times',
          },
        ],
      };
    } finally {
      await house.close();
    }
  },
};

async function costsNow(house: House, pair: Pair): Promise<number[]> {
  const { seriesId } = pair;
  const params = { seriesId };
  const opened = (screen: 'panel' | 'chat') =>
    createPanel(house, REPORT, MANAGER, seriesId, screen).open();
  const topic = await carriedTopic(house, params);
  const acts = [
    () => opened('panel'),
    () => opened('chat'),
    () => house.ask(REPORT, 'listMeetings', { params }),
    () => house.ask(REPORT, 'getMeeting', { params: { ...params, number: '1' } }),
    () => house.ask(REPORT, 'getPictures', { params }),
    () => pair.say(REPORT, 'discussTopic', { discussed: true }, topic),
  ];
  const costs: number[] = [];
  for (const act of acts) {
    const from = house.tally.charges().length;
    await act();
    costs.push(sumOf(house.tally.charges(from)));
  }
  // The next measuring finds the same agenda.
  await pair.say(REPORT, 'discussTopic', { discussed: false }, topic);
  return costs;
}

/** The one topic of the first meeting that was not discussed. */
async function carriedTopic(house: House, params: { readonly seriesId: string }): Promise<string> {
  const { json } = await house.ask(REPORT, 'getSeries', { params });
  const { topics } = json as { topics: readonly { readonly id: string }[] };
  const [topic] = topics;
  if (!topic) throw new Error('nothing was carried over');
  return topic.id;
}
