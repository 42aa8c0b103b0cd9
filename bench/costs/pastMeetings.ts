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
import type { House } from '../house/house';
import { editsOf, prepare } from '../house/meeting';
import { words, type Pair } from '../house/pair';
import { MANAGER, REPORT } from './actions';

/** What one batch takes. */
const BATCH = 100;

/** A real one, from its start to its end; all the others are like it. */
export async function firstMeeting(house: House, pair: Pair): Promise<MeetingRecord> {
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
export async function pretendMeetings(
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
