import { DomainError } from './errors';
import type { Role } from './person.schema';
import type { Topic, TopicEntry } from './topic.schema';

export type { RemovedTopic, Topic, TopicEntry } from './topic.schema';

/** Topics that may stand on one list at a time. */
export const TOPICS_PER_LIST = 50;
/** Removed places that are remembered; older ones are forgotten, their words were gone at once. */
const REMOVED_PER_LIST = 50;

/** Who does something, when, and the id of the doing itself (it names what a clash gives birth to). */
export interface Doing {
  readonly by: Role;
  readonly at: string;
  readonly commandId: string;
}

type Entries = readonly TopicEntry[];

export const isLive = (entry: TopicEntry): entry is Topic => !('removed' in entry);

/** The topics of a list that stand, in order. */
export const liveTopics = (entries: Entries): Topic[] => entries.filter(isLive);

/**
 * Adds a topic at the end of its raiser's group. Adding the same id again changes nothing, also after it
 * was removed: a delayed repeat never brings words back.
 * @throws DomainError `topic.idTaken` when the other one's topic has this id, `agenda.full`
 */
export function addTopic(
  entries: Entries,
  input: { readonly id: string; readonly text: string },
  doing: Doing,
): Entries {
  const known = entries.find((entry) => entry.id === input.id);
  if (known) {
    if (known.raisedBy !== doing.by) throw new DomainError('topic.idTaken', 'id');
    return entries;
  }
  return insert(entries, newTopic(input.id, input.text, doing), entries.length);
}

/**
 * Changes the words of one's own topic (PRACTICE D1). The edit names the wording it changes; where another
 * device changed it meanwhile both stay, the later one as a topic of its own right below (its id is the
 * command's), and what follows on that wording follows there. Words win over a removal: editing a removed
 * topic brings it back.
 * @throws DomainError `topic.unknown`, `topic.notYours`, `agenda.full`, `topic.idTaken` where the copy of a
 * clash would stand under the id of the other one's topic
 */
export function editTopic(
  entries: Entries,
  input: { readonly id: string; readonly text: string; readonly version: string },
  doing: Doing,
): Entries {
  const found = own(entries, input.id, doing.by);
  const { commandId: version, at } = doing;
  if (!isLive(found.entry)) return revive(entries, found.index, input, doing);
  const done = entries.some((entry) => isLive(entry) && entry.version === version);
  if (done) return entries;
  const { entry, index } = wording(entries, found.entry, input.version);
  if (entry.text === input.text) return entries;
  if (entry.version === input.version) {
    return entries.with(index, { ...entry, text: input.text, version, editedAt: at });
  }
  const namesake = entries.find((other) => other.id === version);
  // Two topics of one id, and the other one could not reach their own any more.
  if (namesake && namesake.raisedBy !== doing.by) throw new DomainError('topic.idTaken');
  if (namesake) return entries;
  return insert(entries, newTopic(version, input.text, doing), index + 1);
}

/**
 * Removes one's own topic; its words are gone at once, only its place is remembered.
 * @throws DomainError `topic.unknown`, `topic.notYours`, `topic.changedSince` when it says something newer
 */
export function removeTopic(
  entries: Entries,
  input: { readonly id: string; readonly version: string },
  doing: Doing,
): Entries {
  const found = own(entries, input.id, doing.by);
  if (!isLive(found.entry)) return entries;
  const { entry, index } = wording(entries, found.entry, input.version);
  if (entry.version !== input.version) throw new DomainError('topic.changedSince', 'version');
  const { id, raisedBy } = entry;
  return forgetOldest(entries.with(index, { id, raisedBy, removed: true }));
}

/**
 * Undoes a removal: the author, who still has the words, puts them back where they stood.
 * @throws DomainError `topic.notYours`, `agenda.full`
 */
export function restoreTopic(
  entries: Entries,
  input: { readonly id: string; readonly text: string },
  doing: Doing,
): Entries {
  const index = entries.findIndex((entry) => entry.id === input.id);
  const entry = entries[index];
  if (!entry) return insert(entries, newTopic(input.id, input.text, doing), entries.length);
  if (entry.raisedBy !== doing.by) throw new DomainError('topic.notYours', 'id');
  return isLive(entry) ? entries : revive(entries, index, input, doing);
}

/**
 * Places a topic right after another one of the same raiser's group, or first in it (`after: null`).
 * Both people may order both groups (PRACTICE D1).
 * @throws DomainError `topic.unknown`, `topic.otherGroup`
 */
export function moveTopic(
  entries: Entries,
  input: { readonly id: string; readonly after: string | null },
): Entries {
  const { entry } = find(entries, input.id, 'id');
  if (input.after === input.id) return entries;
  const rest = entries.filter((other) => other !== entry);
  let place = rest.findIndex((other) => other.raisedBy === entry.raisedBy);
  if (input.after !== null) {
    const anchor = find(rest, input.after, 'after');
    if (anchor.entry.raisedBy !== entry.raisedBy)
      throw new DomainError('topic.otherGroup', 'after');
    place = anchor.index + 1;
  }
  if (place < 0) return entries;
  const moved = rest.toSpliced(place, 0, entry);
  return moved.every((other, index) => other === entries[index]) ? entries : moved;
}

function newTopic(id: string, text: string, doing: Doing): Topic {
  return { id, raisedBy: doing.by, text, version: doing.commandId, at: doing.at, editedAt: null };
}

function find(entries: Entries, id: string, field: string): { entry: TopicEntry; index: number } {
  const index = entries.findIndex((entry) => entry.id === id);
  const entry = entries[index];
  if (!entry) throw new DomainError('topic.unknown', field);
  return { entry, index };
}

function own(entries: Entries, id: string, by: Role): { entry: TopicEntry; index: number } {
  const found = find(entries, id, 'id');
  if (found.entry.raisedBy !== by) throw new DomainError('topic.notYours', 'id');
  return found;
}

/** The topic that carries a wording: the named one, or the copy that a clash made of it. */
function wording(
  entries: Entries,
  named: Topic,
  version: string,
): { readonly entry: Topic; readonly index: number } {
  const carriers = entries.filter(isLive).filter((topic) => topic.version === version);
  const copy = carriers.find((topic) => topic.raisedBy === named.raisedBy);
  const entry = named.version === version ? named : (copy ?? named);
  return { entry, index: entries.indexOf(entry) };
}

function revive(
  entries: Entries,
  index: number,
  input: { readonly id: string; readonly text: string },
  doing: Doing,
): Entries {
  refuseIfFull(entries);
  return entries.with(index, newTopic(input.id, input.text, doing));
}

function insert(entries: Entries, topic: Topic, index: number): Entries {
  refuseIfFull(entries);
  return entries.toSpliced(index, 0, topic);
}

function refuseIfFull(entries: Entries): void {
  if (liveTopics(entries).length >= TOPICS_PER_LIST) throw new DomainError('agenda.full');
}

function forgetOldest(entries: Entries): Entries {
  const removed = entries.filter((entry) => !isLive(entry));
  if (removed.length <= REMOVED_PER_LIST) return entries;
  return entries.filter((entry) => entry !== removed[0]);
}
