import { promiseOrder } from './action';
import type { Action } from './action.schema';
import type {
  ExportedBrought,
  ExportedEntry,
  ExportedGoal,
  ExportedLine,
  ExportedPromise,
  RapportExport,
} from './export.schema';
import type { GoalView } from './goal.schema';
import type { LedgerView } from './ledger.schema';
import type { Line } from './line';
import type { Note } from './note.schema';
import type { BroughtLine } from './succession.schema';
import type { Topic } from './topic';

/** A line without its id, and without the name of its wording, which is the id of a command. */
export const exportedLine = ({ by, text, at, editedAt }: Line): ExportedLine => ({
  by,
  text,
  at,
  editedAt,
});

const exportedKept = ({ text, version, earlier = [], dispute }: Line) => ({
  earlier: earlier.map((wording) => ({
    text: wording.text,
    at: wording.at,
    until: wording.until,
  })),
  seenDifferently: dispute
    ? {
        about:
          dispute.version === version
            ? text
            : (earlier.find((wording) => wording.version === dispute.version)?.text ?? null),
        text: dispute.text,
        at: dispute.at,
      }
    : null,
});

const exportedNote = (note: Note) => ({ ...exportedLine(note), ...exportedKept(note) });

const exportedPromise = (action: Action): ExportedPromise => ({
  ...exportedLine(action),
  ...exportedKept(action),
  owner: action.owner,
  due: action.due,
  doneAt: action.doneAt,
  meeting: action.meeting,
});

/** A goal in full, without its ids. */
export const exportedGoal = (goal: GoalView): ExportedGoal => ({
  suggestedBy: goal.by,
  owner: goal.owner,
  state: goal.state,
  due: goal.due,
  lines: goal.lines.map((line) => ({
    ...exportedLine(line),
    ...exportedKept(line),
    part: line.part,
  })),
  missing: goal.missing,
  changes: goal.changes,
});

/** What came along from another series, without its id and its day. */
export function exportedBrought(line: BroughtLine): ExportedBrought {
  const { id: _, came: __, ...rest } = line;
  return rest;
}

/** What was said in a meeting: each note with its topic, those of none (any more) with the meeting. */
export function exportedMeeting(meeting: {
  readonly topics: readonly Topic[];
  readonly notes: readonly Note[];
  readonly actions: readonly Action[];
}): Pick<RapportExport['agenda'], 'topics' | 'notes' | 'promises'> {
  const { topics, notes, actions } = meeting;
  return {
    topics: topics.map((topic) => ({
      ...exportedLine(topic),
      discussedAt: topic.discussedAt,
      carried: topic.carried,
      level: topic.level,
      notes: notes.filter((note) => note.topic === topic.id).map(exportedNote),
    })),
    notes: notes
      .filter((note) => !topics.some(({ id }) => id === note.topic))
      .map((note) => exportedNote(note)),
    promises: actions.toSorted(promiseOrder).map(exportedPromise),
  };
}

/** An entry of the ledger as its reader is given it, without its ids. */
export function exportedEntry(entry: LedgerView): ExportedEntry {
  switch (entry.type) {
    case 'matter':
      return {
        type: entry.type,
        by: entry.by,
        about: entry.about,
        closed: entry.closed,
        requests: entry.disclosures.map(({ audience, wording, at, state, answer, toldAt }) => ({
          audience,
          wording,
          at,
          state,
          answer,
          toldAt,
        })),
      };
    case 'safety': {
      const { type, by, basis, wording, audience, at, added, shownAt } = entry;
      return { type, by, basis, wording, audience, at, added, shownAt };
    }
    case 'export':
      return { type: entry.type, by: entry.by, at: entry.at };
  }
}
