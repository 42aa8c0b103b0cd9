import type { SeriesView } from './series.schema';
import {
  addTopic,
  editTopic,
  liveTopics,
  moveTopic,
  removeTopic,
  restoreTopic,
  type Doing,
  type Topic,
  type TopicEntry,
} from './topic';

/** Which list a topic stands on: `shared` is read by both, `onlyMe` by its author alone (PRACTICE C4). */
export type TopicList = 'shared' | 'onlyMe';

/** What a person can do to the agenda. The tab applies it at once, the api for good: the same function. */
export type TopicCommand =
  | { readonly type: 'addTopic'; readonly id: string; readonly text: string }
  | {
      readonly type: 'editTopic';
      readonly id: string;
      readonly text: string;
      readonly version: string;
    }
  | { readonly type: 'removeTopic'; readonly id: string; readonly version: string }
  | { readonly type: 'restoreTopic'; readonly id: string; readonly text: string }
  | { readonly type: 'moveTopic'; readonly id: string; readonly after: string | null };

export type AgendaCommand =
  | (TopicCommand & { readonly list: TopicList })
  | { readonly type: 'shareTopic'; readonly id: string };

/**
 * Carries out one command on one list of topics. Pure; the same input gives the same output.
 * @throws DomainError as the single functions do
 */
export function applyToTopics(
  entries: readonly TopicEntry[],
  command: TopicCommand,
  doing: Doing,
): readonly TopicEntry[] {
  switch (command.type) {
    case 'addTopic':
      return addTopic(entries, command, doing);
    case 'editTopic':
      return editTopic(entries, command, doing);
    case 'removeTopic':
      return removeTopic(entries, command, doing);
    case 'restoreTopic':
      return restoreTopic(entries, command, doing);
    case 'moveTopic':
      return moveTopic(entries, command);
  }
}

/**
 * What the person will see once the command went through: the same rules, on what they may read.
 * @throws DomainError as the single functions do
 */
export function applyToView(view: SeriesView, command: AgendaCommand, doing: Doing): SeriesView {
  if (command.type === 'shareTopic') {
    const topic = view.onlyMe.find(({ id }) => id === command.id);
    if (!topic) return view;
    return {
      ...view,
      onlyMe: view.onlyMe.filter((other) => other !== topic),
      agenda: liveTopics(addTopic(view.agenda, topic, { ...doing, commandId: topic.version })),
    };
  }
  const key = command.list === 'shared' ? 'agenda' : 'onlyMe';
  return { ...view, [key]: liveTopics(applyToTopics(view[key], command, doing)) };
}

/** The topics of one raiser, in order: the agenda shows the report's first (PRACTICE, defaults). */
export const topicsOf = (agenda: readonly Topic[], raisedBy: Topic['raisedBy']): Topic[] =>
  agenda.filter((topic) => topic.raisedBy === raisedBy);
