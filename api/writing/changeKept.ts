import { DomainError } from '@rapport/domain/errors';
import type { KeptNotes } from '@rapport/domain/keptNotes';
import type { Doing } from '@rapport/domain/line';
import type { MeetingRecord } from '@rapport/domain/meeting';
import { requireGoingOn } from '@rapport/domain/member';
import { expiryOf } from '@rapport/domain/retention';
import {
  digestOf,
  keptNotesPlacing,
  meetingPlacing,
  ownWordsPlacing,
  personPartition,
  seriesPartition,
  type OwnWords,
} from '../places';
import { Problem } from '../problem';
import { readSeries } from '../reading/readSeries';
import type { Answer } from '../route';
import { requireRole, type AnyCall } from './changeSeries';
import { writeOnce } from './writeOnce';

/**
 * A change of the caller's own notes of a past meeting. What was laid together of their words for a search goes in
 * the same batch; whoever looks next lays it together anew (history/readWords.ts).
 *
 * Whoever leaves at the same time takes it along: without the notes, which go first then, nothing is written.
 * @param afterEnd whether it may still be done once one of the two has left: taking something away
 * @throws Problem `series.notFound`, `meeting.notFound`; DomainError `note.unknown`, `series.ended`
 */
export async function changeKept(
  call: AnyCall,
  { seriesId, number }: { readonly seriesId: string; readonly number: number },
  change: (kept: KeptNotes, doing: Doing) => KeptNotes,
  afterEnd: boolean,
): Promise<Answer<Record<string, never>>> {
  const { documents } = call.services;
  const mine = personPartition(call.caller.id);
  const memberNow = async () => {
    const { series } = await readSeries(call, seriesId);
    return { series, by: requireRole(series, call.caller.id) };
  };
  await memberNow();
  await writeOnce<KeptNotes, null>(
    call,
    {
      partition: mine,
      placing: keptNotesPlacing(seriesId, number),
      authorise: () => undefined,
    },
    async (current) => {
      // Read after it: a new retention that came in between gives it its date once more (effects/redate.ts).
      const { series, by } = await memberNow();
      if (!afterEnd) requireGoingOn(series);
      if (!current) throw new DomainError('note.unknown', 'lineId');
      const value = change(current, { by, at: call.at, commandId: call.idempotency.key });
      if (value === current) return { value };
      const placing = ownWordsPlacing(seriesId, digestOf(number));
      const [meeting, words] = await Promise.all([
        documents.read<MeetingRecord>(seriesPartition(seriesId), meetingPlacing(number).id),
        documents.read<OwnWords>(mine, placing.id),
      ]);
      if (!meeting) throw new Problem('meeting.notFound', 'number');
      const expires = expiryOf(meeting.value.finishedAt, series, call.at);
      const none = { placing: { ...placing, expires }, value: null satisfies OwnWords };
      return {
        value,
        expires,
        also: [
          words
            ? { change: 'replace', ...none, loaded: words }
            : // There too: a reader who has read the notes before must not lay down what is gone now.
              { change: 'create', ...none },
        ],
      };
    },
    () => null,
  );
  return { value: {} };
}
