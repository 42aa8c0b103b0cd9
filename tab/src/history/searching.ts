import type { FeedbackView } from '@rapport/domain/feedback';
import type { GoalWords, OwnPastWords, PastLine, PastWords } from '@rapport/domain/pastWords';
import type { Role } from '@rapport/domain/person';
import type { BroughtLine } from '@rapport/domain/succession.schema';
import { createSearchIndex, type SearchIndex } from '@rapport/domain/search/searchIndex';
import type { RapportClient } from '../client/state';
import { readClosedFeedback } from '../feedback/steps';
import { readImported, type ImportedFind, type ImportedPlace } from '../importing/readImported';

/** A line that can be found, and where it stands. */
export interface FoundLine {
  /** No other line of this 1:1 has it. */
  readonly key: string;
  readonly text: string;
  readonly at: string;
  /** null: it came along with the name of somebody who is not one of the two. */
  readonly by: Role | null;
  readonly kind:
    | PastLine['kind']
    | 'own'
    | 'feedback'
    | 'goal'
    | 'goalPart'
    | 'goalProgress'
    | 'imported'
    | 'brought';
  readonly where: Where;
}

/** What a line leads to. */
export type Where =
  | {
      readonly of: 'meeting';
      readonly number: number;
      readonly line: string;
      /** When the next meeting was over; null: it is not yet. */
      readonly until: string | null;
    }
  | { readonly of: 'feedback'; readonly feedback: FeedbackView }
  | {
      readonly of: 'goal';
      readonly id: string;
      /** How it is called; null where that was taken back. */
      readonly sentence: string | null;
    }
  | ({ readonly of: 'imported' } & ImportedPlace)
  | {
      readonly of: 'brought';
      readonly id: string;
      readonly noun: BroughtLine['noun'];
      /** Of a part of a goal: how the goal is called. */
      readonly sentence: string | null;
      /** Whose words they are, by name. */
      readonly from: string;
      /** The day on which it came; null: that was not kept. */
      readonly came: string | null;
    };

export interface WordsPage {
  readonly meetings: readonly PastWords[];
  readonly own: readonly OwnPastWords[];
  /** With the first page. */
  readonly goals: readonly GoalWords[];
  /** With the first page. */
  readonly brought: readonly BroughtLine[];
  readonly continuation: string | null;
}

export type Searching = SearchIndex<FoundLine>;
export const createSearching = (): Searching => createSearchIndex<FoundLine>();

/**
 * Reads all that one may look for into an index in memory, the latest meetings first.
 * @param onMore told whenever more can be found
 * @throws ApiRefused, ApiUnreachable; what was read until then stays
 */
export async function readInto(
  index: Searching,
  client: RapportClient,
  seriesId: string,
  onMore: () => void,
): Promise<void> {
  const dates = new Map<number, string>();
  let continuation: string | null = null;
  do {
    const from: string = continuation === null ? '' : `?continuation=${continuation}`;
    const page: WordsPage = await client.readOnce<WordsPage>(seriesId, `words${from}`);
    index.add([
      ...linesOf(page, dates),
      ...page.goals.flatMap(linesOfGoal),
      ...page.brought.flatMap(linesOfBrought),
    ]);
    ({ continuation } = page);
    onMore();
  } while (continuation !== null);
  index.add((await readClosedFeedback(client, seriesId)).flatMap(linesOfFeedback));
  onMore();
  await readImported(client, seriesId, (found) => {
    index.add(found.map(lineOfImported));
    onMore();
  });
}

/**
 * Everything of a page, each with its meeting's date.
 * @param dates of later meetings, by number; those of this page join them
 */
export function linesOf(
  { meetings, own }: Pick<WordsPage, 'meetings' | 'own'>,
  dates: Map<number, string>,
): FoundLine[] {
  for (const { number, finishedAt } of meetings) dates.set(number, finishedAt);
  const lines = (number: number, all: readonly PastLine[], mine: boolean): FoundLine[] =>
    all.map(({ id, kind, by, text }) => ({
      key: `${number} ${mine ? 'own' : kind} ${id}`,
      text,
      at: dates.get(number) ?? '',
      by,
      kind: mine ? 'own' : kind,
      where: { of: 'meeting', number, line: id, until: dates.get(number + 1) ?? null },
    }));
  return [
    ...meetings.flatMap((meeting) => lines(meeting.number, meeting.lines, false)),
    ...own.flatMap((notes) => lines(notes.number, notes.lines, true)),
  ];
}

/** Its words, the answer's and the reply's, each by who wrote it. */
export function linesOfFeedback(feedback: FeedbackView): FoundLine[] {
  const { id, from, text, answer, reply, at } = feedback;
  const other: Role = from === 'manager' ? 'report' : 'manager';
  const line = (part: string, words: string | null | undefined, by: Role): FoundLine[] =>
    words
      ? [
          {
            key: `${id} ${part}`,
            text: words,
            at,
            by,
            kind: 'feedback',
            where: { of: 'feedback', feedback },
          },
        ]
      : [];
  return [
    ...line('text', text, from),
    ...line('answer', answer?.words, other),
    ...line('reply', reply?.text, from),
  ];
}

const KIND_OF_PART = {
  sentence: 'goal',
  progress: 'goalProgress',
  seenDifferently: 'seenDifferently',
} as const;

/** All that is said in a goal, each line by itself; whichever is found opens the whole goal. */
export function linesOfGoal({ id, lines }: GoalWords): FoundLine[] {
  const sentence = lines.find(({ part }) => part === 'sentence')?.text ?? null;
  return lines.map(({ id: line, part, by, text, at }) => ({
    key: `${id} ${part} ${line}`,
    text,
    at,
    by,
    kind: part in KIND_OF_PART ? KIND_OF_PART[part as keyof typeof KIND_OF_PART] : 'goalPart',
    where: { of: 'goal', id, sentence },
  }));
}

/** What came along from another 1:1; of a goal each of its parts as well, by whose words it is. */
export function linesOfBrought({ id, noun, goal, came, ...line }: BroughtLine): FoundLine[] {
  return [line, ...(goal?.parts ?? [])].map(({ text, from, role }, part) => ({
    key: `${id} ${part}`,
    text,
    at: came === undefined ? '' : noonOf(came),
    by: role,
    kind: 'brought',
    where: {
      of: 'brought',
      id,
      noun,
      sentence: part > 0 ? line.text : null,
      from,
      came: came ?? null,
    },
  }));
}

const noonOf = (day: string): string => `${day}T12:00:00.000Z`;

/** A line of notes from before, by whoever brought them; on its day, or on the one when they were brought. */
const lineOfImported = ({ place, line, entry }: ImportedFind): FoundLine => ({
  key: JSON.stringify(place),
  text: line.text,
  at: place.heldOn === null ? entry.at : noonOf(place.heldOn),
  by: entry.by,
  kind: 'imported',
  where: { of: 'imported', ...place },
});
