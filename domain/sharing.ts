import { DomainError } from './errors';
import { addLine, liveLines, type Doing } from './line';
import { NOTE_RULES } from './note';
import type { Note } from './note.schema';
import type { SeriesView } from './series.schema';
import { addTopic, liveTopics } from './topic';

/** Puts a line of the own page before both: a topic, or a note that was meant for both. */
export interface ShareCommand {
  readonly type: 'shareTopic' | 'shareNote';
  readonly id: string;
}

export const isShare = (command: { readonly type: string }): command is ShareCommand =>
  command.type === 'shareTopic' || command.type === 'shareNote';

/**
 * What its author will see once it was shared.
 * @throws DomainError `agenda.full`, `notes.full`; `terms.notAgreed` for a note before both agreed
 */
export const shareInView = (view: SeriesView, { type, id }: ShareCommand, doing: Doing) =>
  type === 'shareTopic' ? shareTopic(view, id, doing) : shareNote(view, id);

function shareTopic(view: SeriesView, id: string, doing: Doing): SeriesView {
  const topic = view.onlyMe.topics.find((candidate) => candidate.id === id);
  if (!topic) return view;
  const topics = addTopic(view.topics, topic, { ...doing, commandId: topic.version });
  const rest = view.onlyMe.topics.filter((other) => other !== topic);
  return { ...view, topics: liveTopics(topics), onlyMe: { ...view.onlyMe, topics: rest } };
}

function shareNote(view: SeriesView, id: string): SeriesView {
  const note = view.onlyMe.notes.find((candidate) => candidate.id === id && candidate.draft);
  if (!note) return view;
  if (view.terms.inForce === null) throw new DomainError('terms.notAgreed');
  const { draft: _, ...words } = note;
  const notes = addLine<Note>(view.notes, { ...words, editedAt: null }, NOTE_RULES);
  const rest = view.onlyMe.notes.filter((other) => other !== note);
  return { ...view, notes: liveLines<Note>(notes), onlyMe: { ...view.onlyMe, notes: rest } };
}
