import type { Change, Partition } from '@rapport/api/documents/documents';
import {
  feedbackPlacing,
  HEAD,
  keptNotesPlacing,
  meetingPlacing,
  personPartition,
  seriesPartition,
} from '@rapport/api/places';
import type { Feedback } from '@rapport/domain/feedback.schema';
import type { MeetingRecord } from '@rapport/domain/meeting';
import type { Series } from '@rapport/domain/series';
import { randomUUID } from 'node:crypto';
import type { Benchmark } from '../benchmark';
import { openHouse, type House } from '../house/house';
import { editsOf, prepare } from '../house/meeting';
import { joinPair, words, type Pair } from '../house/pair';
import { createPanel } from '../house/panel';
import { sumOf } from '../meter/tally';
import { MANAGER, REPORT } from './actions';

const HISTORY = [1, 10, 100, 1000, 10_000] as const;
/** What one batch takes. */
const BATCH = 100;

export const growth: Benchmark = {
  name: 'growth',
  question: 'Does a long history make anything dearer? (Every document of it is there.)',
  async run() {
    const house = await openHouse();
    try {
      const pair = await joinPair(house, MANAGER, REPORT);
      const record = await firstMeeting(house, pair);
      const rows: [number, ...number[]][] = [];
      let known = 1;
      for (const meetings of HISTORY) {
        await pretendMeetings(house, pair, record, known + 1, meetings);
        known = meetings;
        rows.push([meetings, ...(await costsNow(house, pair))]);
      }
      const panels = rows.map(([, panel = 0]) => panel);
      return {
        tables: [
          {
            title: 'RU by the number of past meetings',
            columns: ['meetings', 'panel', 'chat tab', 'history', 'one meeting', 'pictures', 'an edit'],
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

/** A real one, from its start to its end; all the others are like it. */
async function firstMeeting(house: House, pair: Pair): Promise<MeetingRecord> {
  const topics = await prepare(pair, MANAGER, REPORT);
  for (const step of editsOf(pair, topics, 1, MANAGER, REPORT)) await step.do();
  await pair.say(MANAGER, 'finishMeeting', { number: 1, nextAt: null });
  const { documents } = house.services;
  const where = seriesPartition(pair.seriesId);
  const found = await documents.read<MeetingRecord>(where, meetingPlacing(1).id);
  if (!found) throw new Error('the meeting was not kept');
  return found.value;
}

/** Past meetings with notes of both and every other one with feedback, as finishing would leave them. */
async function pretendMeetings(
  { services: { documents }, personOf }: House,
  { seriesId }: Pair,
  record: MeetingRecord,
  from: number,
  to: number,
): Promise<void> {
  const manager = personPartition(personOf(MANAGER));
  const series: Partition = { ...seriesPartition(seriesId), tenant: manager.tenant };
  const inSeries: Change[] = [];
  const onPages: Change[] = [];
  for (let number = from; number <= to; number += 1) {
    const value = { ...record, number };
    inSeries.push({ change: 'create', placing: meetingPlacing(number), value });
    const placing = keptNotesPlacing(seriesId, number);
    onPages.push({ change: 'create', placing, value: record.notes.slice(0, 2) });
    if (number % 2 === 1) continue;
    const feedback = closedFeedback(record.finishedAt);
    inSeries.push({ change: 'create', placing: feedbackPlacing(feedback.id), value: feedback });
  }
  const places: readonly (readonly [Partition, readonly Change[]])[] = [
    [series, inSeries],
    [manager, onPages],
    [personPartition(personOf(REPORT)), onPages],
  ];
  for (const [partition, changes] of places) {
    for (let first = 0; first < changes.length; first += BATCH) {
      await documents.write(partition, changes.slice(first, first + BATCH));
    }
  }
  const head = await documents.read<Series>(series, HEAD.id);
  if (!head) throw new Error('the series has no head');
  const { meeting, lastMeeting } = head.value;
  const value = {
    ...head.value,
    meeting: { ...meeting, number: to + 1 },
    lastMeeting: lastMeeting && { ...lastMeeting, number: to },
  };
  await documents.write(series, [{ change: 'replace', placing: HEAD, value, loaded: head }]);
}

const closedFeedback = (at: string): Feedback => ({
  id: randomUUID(),
  from: 'manager',
  kind: 'praise',
  about: null,
  askedFor: null,
  text: words(90),
  at,
  opened: true,
  answer: { kind: 'thanks', words: null, at },
  reply: null,
  closedAt: at,
});

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
