import type { RevealedCheckIn } from '@rapport/domain/checkIn';
import type { Feedback } from '@rapport/domain/feedback';
import type { Goal } from '@rapport/domain/goal';
import { goalExpiry } from '@rapport/domain/goals';
import type { MeetingRecord } from '@rapport/domain/meeting';
import type { PersonId } from '@rapport/domain/person';
import { expiryOf, feedbackExpiry } from '@rapport/domain/retention';
import type { Series } from '@rapport/domain/series';
import type { Change, Loaded, Partition, Placing } from '../documents/documents';
import {
  checkInPlacing,
  feedbackPlacing,
  goalPlacing,
  keptNotesPlacing,
  meetingPlacing,
  MEETINGS_PER_DIGEST,
  ownWordsPlacing,
  personPartition,
  talkSharePlacing,
  wordsPlacing,
  type OwnWords,
} from '../places';
import type { Services } from '../services';

/** A series whose new retention holds. */
export interface Redating {
  readonly where: Partition;
  readonly series: Series;
  readonly people: readonly PersonId[];
  readonly at: string;
}

/** Numbers of the meetings whose words lie together. */
export const numbersIn = (digest: number): number[] =>
  Array.from({ length: MEETINGS_PER_DIGEST }, (_, n) => digest * MEETINGS_PER_DIGEST + n + 1);

/**
 * New dates for the meetings of one digest, their check-ins and each one's own notes of them. The digest itself
 * goes, of one's own words what is in it: whoever looks for words next makes it anew.
 * @throws StorageConflict when somebody else was faster
 */
export async function redateMeetings(
  { documents }: Pick<Services, 'documents'>,
  { where, series, people, at }: Redating,
  digest: number,
): Promise<void> {
  const numbers = numbersIn(digest);
  const [meetings, checkIns, shares, words] = await Promise.all([
    Promise.all(numbers.map((n) => documents.read<MeetingRecord>(where, meetingPlacing(n).id))),
    Promise.all(numbers.map((n) => documents.read<RevealedCheckIn>(where, checkInPlacing(n).id))),
    Promise.all(numbers.map((n) => documents.read<unknown>(where, talkSharePlacing(n).id))),
    documents.read<unknown>(where, wordsPlacing(digest).id),
  ]);
  const until = (happened: string): string => expiryOf(happened, series, at);
  const endOf = new Map<number, string>();
  for (const found of meetings) {
    if (found) endOf.set(found.value.number, until(found.value.finishedAt));
  }
  const last = [...endOf.values()].toSorted().at(-1) ?? at;
  for (const person of people) {
    const partition = personPartition(person);
    const [notes, own] = await Promise.all([
      Promise.all(
        [...endOf.keys()].map((n) =>
          documents.read<unknown>(partition, keptNotesPlacing(series.id, n).id),
        ),
      ),
      documents.read<unknown>(partition, ownWordsPlacing(series.id, digest).id),
    ]);
    await writeAny(documents, partition, [
      ...[...endOf].flatMap(([n, end], index) =>
        dated(keptNotesPlacing(series.id, n), notes[index] ?? null, end, at),
      ),
      // Of one's own words an empty one stays: whoever had read the notes before cannot lay down what went meanwhile.
      ...dated(
        ownWordsPlacing(series.id, digest),
        own && { ...own, value: null satisfies OwnWords },
        last,
        at,
      ),
    ]);
  }
  // Last: only while a meeting is there does a new run know when its notes end.
  await writeAny(documents, where, [
    ...meetings.flatMap((found, index) => {
      const number = numbers[index] ?? 0;
      return dated(meetingPlacing(number), found, endOf.get(number) ?? at, at);
    }),
    ...checkIns.flatMap((found, index) =>
      found
        ? dated(checkInPlacing(numbers[index] ?? 0), found, until(found.value.manager.at), at)
        : [],
    ),
    ...shares.flatMap((found, index) => {
      const number = numbers[index] ?? 0;
      return dated(talkSharePlacing(number), found, endOf.get(number) ?? at, at);
    }),
    ...removed(wordsPlacing(digest), words),
  ]);
}

/** New dates for what was closed of a page of feedback. @throws StorageConflict as above */
export async function redateFeedback(
  { documents }: Pick<Services, 'documents'>,
  { where, series, at }: Redating,
  page: readonly Loaded<Feedback>[],
): Promise<void> {
  const changes = page.flatMap((found) => {
    const end = feedbackExpiry(found.value, series, at);
    return end === null ? [] : dated(feedbackPlacing(found.value.id), found, end, at);
  });
  await writeAny(documents, where, changes);
}

/** New dates for the goals of a page that are over. @throws StorageConflict as above */
export async function redateGoals(
  { documents }: Pick<Services, 'documents'>,
  { where, series, at }: Redating,
  page: readonly Loaded<Goal>[],
): Promise<void> {
  const changes = page.flatMap((found) => {
    const end = goalExpiry(found.value, series, at);
    return end === null ? [] : dated(goalPlacing(found.value.id), found, end, at);
  });
  await writeAny(documents, where, changes);
}

/** Kept until then; what should have gone by now goes. */
function dated(
  placing: Placing,
  loaded: Loaded<unknown> | null,
  expires: string,
  at: string,
): Change[] {
  if (!loaded) return [];
  return expires <= at
    ? removed(placing, loaded)
    : [{ change: 'replace', placing: { ...placing, expires }, value: loaded.value, loaded }];
}

const removed = ({ id }: Placing, loaded: Loaded<unknown> | null): Change[] =>
  loaded ? [{ change: 'delete', id, etag: loaded.etag }] : [];

async function writeAny(
  documents: Services['documents'],
  partition: Partition,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length > 0) await documents.write(partition, changes);
}
