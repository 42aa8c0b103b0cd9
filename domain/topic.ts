import { DomainError } from './errors';
import {
  addLine,
  findLine,
  isLive,
  liveLines,
  markLine,
  newLine,
  restoreLine,
  type Doing,
  type ListRules,
} from './line';
import type { Role } from './person.schema';
import type { Topic, TopicEntry, TopicLevel } from './topic.schema';

export type { Topic, TopicEntry, TopicLevel } from './topic.schema';

/** Topics that may stand on one list at a time. */
export const TOPICS_PER_LIST = 50;

/** So often a topic is carried over before it asks whether it is still wanted, and again (PRACTICE D2). */
const STILL_WANTED_AFTER = 3;

export const TOPIC_RULES: ListRules = {
  limit: TOPICS_PER_LIST,
  full: 'agenda.full',
  unknown: 'topic.unknown',
};

type Entries = readonly TopicEntry[];

/** The topics of a list that stand, in order. */
export const liveTopics = (entries: Entries): Topic[] => liveLines<Topic>(entries);

const newTopic = (
  input: { readonly id: string; readonly text: string; readonly question?: string | null },
  doing: Doing,
): Topic => ({
  ...newLine(input.id, input.text, doing),
  discussedAt: null,
  carried: 0,
  question: input.question ?? null,
  level: null,
});

/**
 * Adds a topic at the end of its raiser's group.
 * @throws DomainError `line.idTaken`, `agenda.full`
 */
export const addTopic = (
  entries: Entries,
  input: { readonly id: string; readonly text: string; readonly question?: string | null },
  doing: Doing,
): Entries => addLine<Topic>(entries, newTopic(input, doing), TOPIC_RULES);

/** Brings a removed topic back. @throws DomainError `line.notYours`, `agenda.full` */
export const restoreTopic = (
  entries: Entries,
  input: { readonly id: string; readonly text: string },
  doing: Doing,
): Entries => restoreLine<Topic>(entries, newTopic(input, doing), doing, TOPIC_RULES);

/**
 * Places a topic right after another one of the same raiser's group, or first in it (`after: null`).
 * Both people may order both groups (PRACTICE D1).
 * @throws DomainError `topic.unknown`, `topic.otherGroup`
 */
export function moveTopic(
  entries: Entries,
  input: { readonly id: string; readonly after: string | null },
): Entries {
  const { entry } = findLine<Topic>(entries, input.id, 'id', TOPIC_RULES);
  if (input.after === input.id) return entries;
  const rest = entries.filter((other) => other !== entry);
  let place = rest.findIndex((other) => other.by === entry.by);
  if (input.after !== null) {
    const anchor = findLine<Topic>(rest, input.after, 'after', TOPIC_RULES);
    if (anchor.entry.by !== entry.by) throw new DomainError('topic.otherGroup', 'after');
    place = anchor.index + 1;
  }
  if (place < 0) return entries;
  const moved = rest.toSpliced(place, 0, entry);
  return moved.every((other, index) => other === entries[index]) ? entries : moved;
}

/** Ticks a topic off, or takes that back; either of the two may. @throws DomainError `topic.unknown` */
export const markDiscussed = (
  entries: Entries,
  input: { readonly id: string; readonly discussed: boolean },
  at: string,
): Entries => {
  const { entry } = findLine<Topic>(entries, input.id, 'id', TOPIC_RULES);
  if (input.discussed && entry.discussedAt) return entries;
  return markLine<Topic>(
    entries,
    input.id,
    { discussedAt: input.discussed ? at : null },
    TOPIC_RULES,
  );
};

/** Whether a topic asks the one who raised it: the third time it is carried over, and three times later. */
export const asksStillWanted = ({ carried, kept = 0 }: Topic): boolean =>
  carried - kept >= STILL_WANTED_AFTER;

/**
 * "Still wanted?" answered with "keep" (or that taken back) by the one who raised it.
 * @throws DomainError `topic.unknown`, `line.notYours`
 */
export function keepTopic(
  entries: Entries,
  input: { readonly id: string; readonly kept: boolean },
  by: Doing['by'],
): Entries {
  const { entry } = findLine<Topic>(entries, input.id, 'id', TOPIC_RULES);
  if (entry.by !== by) throw new DomainError('line.notYours', 'id');
  return markLine<Topic>(entries, input.id, { kept: input.kept ? entry.carried : 0 }, TOPIC_RULES);
}

/**
 * Says whether one's own topic is strategic or tactical, or neither (PRACTICE C5). Nothing moves by it.
 * @throws DomainError `topic.unknown`, `line.notYours`
 */
export function markTopic(
  entries: Entries,
  input: { readonly id: string; readonly level: TopicLevel | null },
  by: Role,
): Entries {
  const { entry } = findLine<Topic>(entries, input.id, 'id', TOPIC_RULES);
  if (entry.by !== by) throw new DomainError('line.notYours', 'id');
  return markLine<Topic>(entries, input.id, { level: input.level }, TOPIC_RULES);
}

/** What the next meeting begins with: what was not discussed, in its order, counted (PRACTICE D2). */
export const carryOver = (entries: Entries): Topic[] =>
  liveTopics(entries)
    .filter((topic) => topic.discussedAt === null)
    .map((topic) => ({ ...topic, carried: topic.carried + 1 }));

export { isLive };
