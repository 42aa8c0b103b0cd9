import { applyToPage, type PageCommand } from './agenda';
import { DomainError } from './errors';
import { FEEDBACK_RULES, type FeedbackDraft } from './feedback';
import { liveLines, markLine } from './line';
import type { KeptNotes } from './keptNotes';
import type { Note } from './note.schema';
import type { PrivatePage } from './series.schema';
import { isLive, liveTopics, type Topic } from './topic';
import type { Doing } from './line';

/** The page of somebody who has written nothing for themselves yet. */
export const EMPTY_PAGE: PrivatePage = {
  version: 0,
  topics: [],
  notes: [],
  feedback: [],
  checkIns: [],
  sharing: [],
};

/**
 * Carries out a command on the lines only their author reads (PRACTICE C4).
 * @throws DomainError as on the shared agenda, and `topic.beingShared` while the topic is on its way there
 */
export function changePage(page: PrivatePage, command: PageCommand, doing: Doing): PrivatePage {
  if (page.sharing.includes(command.id)) throw new DomainError('topic.beingShared', 'id');
  const changed = applyToPage(page, command, doing);
  return changed === page ? page : { ...changed, version: page.version + 1 };
}

/**
 * Marks a topic, or a note that was meant for both, as on its way to what both share. It leaves the page once
 * it has arrived (`finishSharing`), so a crash in between loses nothing.
 * @throws DomainError `topic.unknown`
 */
export function startSharing(page: PrivatePage, id: string): PrivatePage {
  if (page.sharing.includes(id)) return page;
  lineToShare(page, id);
  return { ...page, version: page.version + 1, sharing: [...page.sharing, id] };
}

/**
 * The words about to be shared. Of notes only those that their author meant for both.
 * @throws DomainError `topic.unknown`
 */
export function lineToShare(page: PrivatePage, id: string): LineToShare {
  const topic = liveTopics(page.topics).find((candidate) => candidate.id === id);
  if (topic) return { noun: 'topic', line: topic };
  const note = liveLines<Note>(page.notes).find((one) => one.id === id && one.draft);
  if (!note) throw new DomainError('topic.unknown', 'id');
  return { noun: 'note', line: note };
}

export type LineToShare =
  { readonly noun: 'topic'; readonly line: Topic } | { readonly noun: 'note'; readonly line: Note };

/** The line arrived (it leaves the page), or could not (`arrived` false: it stays, private as before). */
export function finishSharing(page: PrivatePage, id: string, arrived: boolean): PrivatePage {
  const topics = page.topics.filter((entry) => entry.id !== id || !isLive(entry));
  const notes = page.notes.filter((entry) => entry.id !== id || !isLive(entry));
  return {
    ...page,
    version: page.version + 1,
    ...(arrived ? { topics, notes } : {}),
    sharing: page.sharing.filter((sharing) => sharing !== id),
  };
}

/** The page once a piece of feedback has arrived. */
export const withoutFeedback = (page: PrivatePage, id: string): PrivatePage => ({
  ...page,
  version: page.version + 1,
  feedback: page.feedback.filter((entry) => entry.id !== id),
});

/** It cannot arrive any more: a draft again. */
export const keepBack = (page: PrivatePage, id: string): PrivatePage => ({
  ...page,
  version: page.version + 1,
  feedback: markLine<FeedbackDraft>(
    page.feedback,
    id,
    { delivery: null, said: false },
    FEEDBACK_RULES,
  ) as PrivatePage['feedback'],
});

/**
 * The notes that go with a meeting finished at this time, in the words of their author. What is meant for both
 * waits on the page until it is shared.
 */
export const notesToKeep = (page: PrivatePage, finishedAt: string): Note[] =>
  liveLines<Note>(page.notes).filter(
    ({ id, at, draft }) => at <= finishedAt && !draft && !page.sharing.includes(id),
  );

/**
 * The page once its notes are kept with the meeting they were taken in, also where one of them was removed there
 * since, or has come back in a wording of its own; the very same where they have left. What was changed here after
 * the meeting stays.
 */
export function withoutNotes(page: PrivatePage, kept: KeptNotes, finishedAt: string): PrivatePage {
  const isThere = ({ id, version, editedAt, at }: Note): boolean =>
    kept.some((one) => one.version === version || (one.id === id && (editedAt ?? at) < finishedAt));
  const notes = page.notes.filter((entry) => isLive(entry) && !isThere(entry));
  return notes.length === page.notes.length ? page : { ...page, version: page.version + 1, notes };
}
