import type { ConcernMark } from '@rapport/domain/concern.schema';
import {
  accepts,
  countsAsRaised,
  partOf,
  topicsIn,
  type OnRoll,
} from '@rapport/domain/concernCount';
import type { ConcernPart } from '@rapport/domain/concern.schema';
import { hasEnded } from '@rapport/domain/member';
import type { MeetingRecord } from '@rapport/domain/meeting';
import type { PersonId } from '@rapport/domain/person';
import type { Series } from '@rapport/domain/series';
import { asOf } from '@rapport/domain/succession';
import type { Documents } from '../documents/documents';
import { HEAD, meetingPlacing, seriesPartition } from '../places';

/** Meetings that a topic can have been carried over in half a year. */
const MEETINGS_BACK = 30;

/** A series that somebody leads at this time and whose report is there; null where it is none. */
export async function ledSeries(
  documents: Documents,
  manager: PersonId,
  seriesId: string,
  at: string,
): Promise<Series | null> {
  const head = await documents.read<Series>(seriesPartition(seriesId), HEAD.id, 'latest');
  const leads = head?.value.manager.person.id === manager && head.value.report !== null;
  return leads && !hasEnded(asOf(head.value, at)) ? head.value : null;
}

/** Whether the report raised the marked topic, wherever it has got to since. */
export async function hasRaised(
  documents: Documents,
  series: Series,
  mark: ConcernMark,
  batch: string,
): Promise<boolean> {
  const last = series.meeting.number - 1;
  const first = Math.max(mark.meeting, last - MEETINGS_BACK, 1);
  const numbers = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);
  const records = await Promise.all(
    numbers.map((number) =>
      documents.read<MeetingRecord>(seriesPartition(series.id), meetingPlacing(number).id),
    ),
  );
  const kept = records.flatMap((record) => (record ? [record.value] : []));
  return countsAsRaised(topicsIn(series, kept), mark, batch);
}

/** What one on the roll is to a concern now. As much is read for everybody, whatever they chose. */
export async function partNow(
  documents: Documents,
  manager: PersonId,
  { person, series: seriesId }: OnRoll,
  {
    marks,
    batch,
    at,
  }: { readonly marks: readonly ConcernMark[]; readonly batch: string; readonly at: string },
): Promise<ConcernPart> {
  const series = await ledSeries(documents, manager, seriesId, at);
  if (series?.report?.person.id !== person) return 'none';
  const mark = marks.find((one) => one.series === seriesId);
  const raised = mark ? await hasRaised(documents, series, mark, batch) : false;
  return partOf({ accepts: accepts(series), marked: mark !== undefined, raised });
}
