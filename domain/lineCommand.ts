import { addLine, editLine, newLine, removeLine, restoreLine, type Doing } from './line';
import { NOTE_RULES } from './note';
import type { Note, NoteEntry } from './note.schema';
import { addTopic, moveTopic, restoreTopic, TOPIC_RULES, type Topic } from './topic';
import type { TopicEntry } from './topic.schema';

/** The lines of a page. */
export interface Lines {
  readonly topics: readonly TopicEntry[];
  readonly notes: readonly NoteEntry[];
}

export interface Words {
  readonly id: string;
  readonly text: string;
}
export interface Edit extends Words {
  readonly version: string;
}
export interface Removal {
  readonly id: string;
  readonly version: string;
}

/** What a person can do to the lines of a page: of the shared one, or of their own. */
export type LineCommand =
  | ({ readonly type: 'addTopic'; readonly question?: string | null } & Words)
  | ({ readonly type: 'editTopic' } & Edit)
  | ({ readonly type: 'removeTopic' } & Removal)
  | ({ readonly type: 'restoreTopic' } & Words)
  | { readonly type: 'moveTopic'; readonly id: string; readonly after: string | null }
  | ({
      readonly type: 'addNote';
      readonly topic: string | null;
      /** On the own page: meant for both, once both agreed to the terms. */
      readonly draft?: true | undefined;
    } & Words)
  | ({ readonly type: 'editNote' } & Edit)
  | ({ readonly type: 'removeNote' } & Removal)
  | ({ readonly type: 'restoreNote'; readonly topic: string | null } & Words);

const LINE_TYPES: readonly string[] = [
  'addTopic',
  'editTopic',
  'removeTopic',
  'restoreTopic',
  'moveTopic',
  'addNote',
  'editNote',
  'removeNote',
  'restoreNote',
] satisfies LineCommand['type'][];

/** Whether a command is about the lines of a page. */
export const isLineCommand = (command: { readonly type: string }): command is LineCommand =>
  LINE_TYPES.includes(command.type);

/**
 * Carries out one command on the lines of one page. Pure; the same input gives the same output, and the very
 * same page where nothing changes.
 * @throws DomainError as the single functions do
 */
export function applyToLines<P extends Lines>(page: P, command: LineCommand, doing: Doing): P {
  const { topics, notes } = page;
  const withTopics = (changed: Lines['topics']): P =>
    changed === topics ? page : { ...page, topics: changed };
  const withNotes = (changed: Lines['notes']): P =>
    changed === notes ? page : { ...page, notes: changed };
  switch (command.type) {
    case 'addTopic':
      return withTopics(addTopic(topics, command, doing));
    case 'editTopic':
      return withTopics(editLine<Topic>(topics, command, words(command), doing, TOPIC_RULES));
    case 'removeTopic':
      return withTopics(removeLine<Topic>(topics, command, doing, TOPIC_RULES));
    case 'restoreTopic':
      return withTopics(restoreTopic(topics, command, doing));
    case 'moveTopic':
      return withTopics(moveTopic(topics, command));
    case 'addNote':
      return withNotes(addLine<Note>(notes, newNote(command, doing), NOTE_RULES));
    case 'editNote':
      return withNotes(editLine<Note>(notes, command, words(command), doing, NOTE_RULES));
    case 'removeNote':
      return withNotes(removeLine<Note>(notes, command, doing, NOTE_RULES));
    case 'restoreNote':
      return withNotes(restoreLine<Note>(notes, newNote(command, doing), doing, NOTE_RULES));
  }
}

const newNote = (
  { id, text, topic, draft }: Words & Pick<Note, 'topic' | 'draft'>,
  doing: Doing,
): Note => ({ ...newLine(id, text, doing), topic, ...(draft ? { draft } : {}) });

const words = ({ text }: Words): { text: string } => ({ text });
