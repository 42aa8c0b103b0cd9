import type { MeetingRecord } from '@rapport/domain/meeting';
import { ownWordsOf, wordsOf, type OwnPastWords, type PastWords } from '@rapport/domain/pastWords';
import { hasEnded, roleOf } from '@rapport/domain/member';
import { expiryOf } from '@rapport/domain/retention';
import type { Series } from '@rapport/domain/series';
import type { Change, Loaded, Partition, Placing } from '../documents/documents';
import { numbersIn } from '../effects/redatePages';
import {
  HEAD,
  meetingPlacing,
  MEETINGS_PER_DIGEST,
  ownWordsPlacing,
  personPartition,
  seriesPartition,
  wordsPlacing,
  type OwnWords,
} from '../places';
import { readKeptNotes } from '../reading/keptNotes';
import { StorageConflict } from '../ports/storage';
import type { Services } from '../services';
import { changeDocument } from '../writing/changeDocument';

/** Longer than anything stays interrupted: until then notes may still come to lie beside their meeting. */
const SETTLED_AFTER_MS = 7 * 24 * 60 * 60 * 1000;

/** A series, and who reads it when. */
export interface Reading {
  readonly series: Series;
  readonly tenant: string;
  readonly person: string;
  readonly at: string;
}

/** The words of the meetings of one digest, the latest first. */
export interface DigestWords {
  readonly meetings: readonly PastWords[];
  readonly own: readonly OwnPastWords[];
}

/**
 * What one of the two may look for in these meetings: what both read, and their own notes.
 *
 * Past meetings do not change. Once all of a digest are over for good, their words are laid together for the next
 * reader, as long as the first of them is kept; so they cost nothing where nobody looks, and none outlives its
 * meeting. Where the newest are still missing, or the oldest gone, the meetings themselves are read.
 */
export async function readWords(
  services: Services,
  reading: Reading,
  digest: number,
): Promise<DigestWords> {
  const { series, tenant, person, at } = reading;
  const { documents } = services;
  const shared: Partition = { ...seriesPartition(series.id), tenant };
  const mine = personPartition(person);
  const [meetings, own] = [wordsPlacing(digest), ownWordsPlacing(series.id, digest)];
  const numbers = numbersIn(digest).filter((number) => number < series.meeting.number);
  const whole = numbers.length === MEETINGS_PER_DIGEST;
  const [known, knownOwn] = whole
    ? await Promise.all([
        documents.read<PastWords[]>(shared, meetings.id),
        documents.read<OwnWords>(mine, own.id),
      ])
    : [null, null];
  const words = known ? known.value : (await recordsOf(services, shared, numbers)).map(wordsOf);
  const kept = words.map(({ number }) => number);
  // Read before the notes: what is removed from them meanwhile changes this too, and is not laid down again.
  const owned = knownOwn?.value ?? (await ownOf(services, mine, series.id, kept));
  const [last] = words;
  const first = words.at(-1);
  const settled = last && Date.parse(at) - Date.parse(last.finishedAt) >= SETTLED_AFTER_MS;
  // Once one of the two has left nothing is laid down any more: it would have to go with the rest.
  const stays = whole && settled && words.length === MEETINGS_PER_DIGEST && !hasEnded(series);
  if (stays && first) {
    const expires = expiryOf(first.finishedAt, series, at);
    if (!known) await lay(services, shared, { ...meetings, expires }, words, null);
    if (!knownOwn?.value) {
      await lay(services, mine, { ...own, expires }, owned, knownOwn);
      await withoutLeaver(services, reading, mine, own);
    }
  }
  return { meetings: words, own: owned };
}

const recordsOf = async (
  { documents }: Pick<Services, 'documents'>,
  shared: Partition,
  numbers: readonly number[],
): Promise<MeetingRecord[]> =>
  (
    await readAll(numbers, (number) =>
      documents.read<MeetingRecord>(shared, meetingPlacing(number).id),
    )
  ).map(({ value }) => value);

const ownOf = async (
  services: Pick<Services, 'documents'>,
  mine: Partition,
  seriesId: string,
  numbers: readonly number[],
): Promise<OwnPastWords[]> =>
  (
    await readAll(numbers, async (number) => {
      const notes = await readKeptNotes(services, mine, seriesId, number);
      // Of whom all was removed is as if nothing had been there.
      return notes && notes.length > 0 ? { value: notes } : null;
    })
  ).map(({ number, value }) => ({ number, lines: ownWordsOf(value) }));

/** Somebody who left while their words were laid there takes them along, as with their page. */
async function withoutLeaver(
  services: Services,
  { series, person }: Reading,
  mine: Partition,
  own: Placing,
): Promise<void> {
  const where = seriesPartition(series.id);
  const head = await services.documents.read<Series>(where, HEAD.id, 'latest');
  if (head && roleOf(head.value, person)) return;
  await changeDocument(services, mine, own, () => undefined);
}

/** The latest first, without what is not there. */
async function readAll<T>(
  numbers: readonly number[],
  read: (number: number) => Promise<{ readonly value: T } | null>,
): Promise<{ readonly number: number; readonly value: T }[]> {
  const found = await Promise.all(
    numbers
      .toSorted((a, b) => b - a)
      .map(async (number) => ({ number, found: await read(number) })),
  );
  return found.flatMap(({ number, found: one }) => (one ? [{ number, value: one.value }] : []));
}

/** Another reader may have laid the same words there at the same time, or their author removed some of them. */
async function lay(
  { documents }: Pick<Services, 'documents'>,
  partition: Partition,
  placing: Placing,
  value: unknown,
  loaded: Loaded<unknown> | null,
): Promise<void> {
  const change: Change = loaded
    ? { change: 'replace', placing, value, loaded }
    : { change: 'create', placing, value };
  try {
    await documents.write(partition, [change]);
  } catch (error) {
    if (!(error instanceof StorageConflict)) throw error;
  }
}
