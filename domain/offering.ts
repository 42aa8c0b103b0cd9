import { DomainError } from './errors';
import type { Action } from './action.schema';
import { sentenceOf } from './goal';
import type { Goal, GoalLine } from './goal.schema';
import { isLive, liveLines, type Entry, type Line } from './line';
import type { Note } from './note.schema';
import { otherRole, type Role } from './person';
import type { Offer, OfferedGoal } from './succession.schema';
import type { Topic } from './topic.schema';

/** Lines among which one is looked for: of the agenda, or of a past meeting. */
export interface Lines {
  readonly topics: readonly Entry<Topic>[];
  readonly notes: readonly Entry<Note>[];
  readonly actions: readonly Entry<Action>[];
}

type LineNoun = Exclude<Offer['noun'], 'goal'>;

/** A line to be taken along, in the wording that is named. */
export interface Wanted {
  readonly noun: LineNoun;
  readonly line: string;
  readonly version: string;
}

/** What can go, and who has to agree, the one who offers it included. */
export interface Offered {
  readonly text: string;
  readonly needs: Role[];
  readonly goal?: OfferedGoal;
}

const LINE_NOUNS = ['topic', 'note', 'action'] as const;
const BOTH: readonly Role[] = ['manager', 'report'];

/** … out of a stand-in's series nothing goes without the report. */
const needsOf = (by: Role, joint: boolean, back: boolean): Role[] =>
  BOTH.filter((role) => role === by || joint || (back && role === 'report'));

/**
 * Who has to let a line go (PRACTICE C7): its author; the other one too, where it is theirs as well: a promise
 * that one wrote down and the other one made, a note on the other one's topic, words that the other one disputed.
 * Out of a stand-in's series nothing goes without the report.
 * @throws DomainError `topic.unknown` and its like, `line.changedSince`, `line.notYours` for the other one's line
 */
export function lineToOffer(
  lines: Lines,
  { noun, line: id, version }: Wanted,
  by: Role,
  back: boolean,
): Offered {
  const found = entriesOf(lines, noun).find((entry) => entry.id === id);
  if (!found || !isLive(found)) throw new DomainError(`${noun}.unknown`, 'line');
  if (found.by !== by) throw new DomainError('line.notYours', 'line');
  if (found.version !== version) throw new DomainError('line.changedSince', 'version');
  return { text: found.text, needs: needsOf(by, isJoint(lines, noun, found), back) };
}

/** Everything that somebody wrote among these, with who has to let it go: what they choose from. */
export const ownLines = (lines: Lines, by: Role, back: boolean) =>
  LINE_NOUNS.flatMap((noun) =>
    liveLines(entriesOf(lines, noun))
      .filter((line) => line.by === by)
      .map((line) => ({ noun, line, needs: needsOf(by, isJoint(lines, noun, line), back) })),
  );

const entriesOf = (lines: Lines, noun: LineNoun): readonly Entry<Line>[] =>
  noun === 'topic' ? lines.topics : noun === 'note' ? lines.notes : lines.actions;

function isJoint({ topics }: Lines, noun: LineNoun, line: Line): boolean {
  if (line.dispute !== undefined) return true;
  if (noun === 'action') return (line as Action).owner !== line.by;
  if (noun === 'topic') return false;
  const on = (line as Note).topic;
  // A topic that is gone may have been the other one's.
  return on !== null && topics.find(({ id }) => id === on)?.by !== line.by;
}

type Words = GoalLine & { readonly part: OfferedGoal['parts'][number]['part'] };
type Read = Pick<Goal, 'owner' | 'due' | 'changes'> & { readonly lines: Goal['lines'] };

/** The order in which a goal is read. */
const PARTS: readonly Words['part'][] = [
  'sentence',
  'specific',
  'measurable',
  'achievable',
  'relevant',
];

/**
 * What of a goal can go along: the sentence that it is called by, and its parts in their order. How it goes was
 * written for the two at that time, and stays.
 * @returns null where whoever wrote the sentence took it back: nothing goes without one
 */
export function goalWords({ lines }: Pick<Read, 'lines'>) {
  const live = liveLines<GoalLine>(lines);
  const sentence = sentenceOf(live);
  if (!sentence) return null;
  const rest = PARTS.flatMap((part) =>
    live.filter((line): line is Words => line.part === part && line !== sentence),
  );
  return { sentence, rest };
}

/**
 * Who has to let a goal go: whoever wrote a word of what goes, whose goal it is, who said "I see it differently"
 * about a word of it, and who said how it stands, whose it is or by when. So one that both agreed on needs both.
 */
export function goalNeeds(
  { owner, changes }: Pick<Read, 'owner' | 'changes'>,
  going: readonly Pick<GoalLine, 'by' | 'dispute'>[],
  by: Role,
  back: boolean,
): Role[] {
  const theirs = new Set<Role>([
    owner,
    ...changes.map((change) => change.by),
    ...going.flatMap((line) => (line.dispute ? [line.by, otherRole(line.by)] : [line.by])),
  ]);
  return needsOf(by, theirs.has(otherRole(by)), back);
}

/**
 * A goal on its way, in the wordings that are named: none that came later, and nothing that was not read. Whoever
 * wrote words of it, or whose goal it is, may offer it.
 * @throws DomainError `goal.unknown`, `line.notYours`, `line.changedSince`
 */
export function goalToOffer(
  goal: Read,
  named: {
    readonly version: string;
    readonly goal?:
      { readonly versions: readonly string[]; readonly due: string | null } | undefined;
  },
  by: Role,
  back: boolean,
): Offered & { readonly goal: OfferedGoal } {
  const words = goalWords(goal);
  if (!words) throw new DomainError('goal.unknown', 'line');
  const { sentence } = words;
  const versions = new Set(named.goal?.versions);
  const parts = words.rest.filter(({ version }) => versions.has(version));
  const going = [sentence, ...parts];
  if (goal.owner !== by && !going.some((line) => line.by === by)) {
    throw new DomainError('line.notYours', 'line');
  }
  const due = named.goal?.due ?? null;
  const stands = due === null || due === goal.due;
  if (sentence.version !== named.version || parts.length !== versions.size || !stands) {
    throw new DomainError('line.changedSince', 'version');
  }
  return {
    text: sentence.text,
    needs: goalNeeds(goal, going, by, back),
    goal: {
      author: sentence.by,
      owner: goal.owner,
      due,
      parts: parts.map(({ part, text, by: author }) => ({ part, text, by: author })),
    },
  };
}
