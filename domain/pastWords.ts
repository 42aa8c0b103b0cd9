import type { GoalView } from './goal.schema';
import type { Line } from './line';
import type { MeetingRecord } from './meeting';
import type { Note } from './note';
import type { GoalWords, PastLine, PastWords } from './pastWords.schema';
import { otherRole } from './person';

export type { GoalWords, OwnPastWords, PastLine, PastWords } from './pastWords.schema';

/** Of one meeting no two lines begin alike in so many characters of a random id. */
const ID_LENGTH = 8;

/** What a line is called among the words of its meeting. */
export const pastIdOf = (id: string): string => id.slice(0, ID_LENGTH);

const lineOf =
  (kind: PastLine['kind']) =>
  ({ id, by, text }: Line): PastLine => ({ id: pastIdOf(id), kind, by, text });

/** What the other one said about a line: it stands with the line. */
const saidAbout = ({ id, by, dispute }: Line): PastLine[] =>
  dispute?.text
    ? [{ id: pastIdOf(id), kind: 'seenDifferently', by: otherRole(by), text: dispute.text }]
    : [];

/** The words of a past meeting that both read; earlier wordings are read with their line, not looked for. */
export const wordsOf = ({
  number,
  finishedAt,
  topics,
  notes,
  actions,
}: MeetingRecord): PastWords => ({
  number,
  finishedAt,
  lines: [
    ...topics.map(lineOf('topic')),
    ...notes.flatMap((note) => [lineOf('note')(note), ...saidAbout(note)]),
    ...actions.flatMap((action) => [lineOf('action')(action), ...saidAbout(action)]),
  ],
});

/** The words of somebody's own notes of a past meeting. */
export const ownWordsOf = (notes: readonly Note[]): PastLine[] => notes.map(lineOf('note'));

/** The words of a goal: its sentence, its parts, how it went, and what was said about them. */
export const goalWordsOf = ({ id: goal, lines }: GoalView): GoalWords => ({
  id: goal,
  lines: lines.flatMap(({ id, part, by, text, at, dispute }): GoalWords['lines'] => [
    { id: pastIdOf(id), part, by, text, at },
    ...(dispute?.text
      ? [
          {
            id: pastIdOf(id),
            part: 'seenDifferently' as const,
            by: otherRole(by),
            text: dispute.text,
            at: dispute.at,
          },
        ]
      : []),
  ]),
});
