import type { FeedbackView } from '@rapport/domain/feedback';
import type { SeriesView } from '@rapport/domain/series';
import { hasLeft } from '../parts/groups';

export interface Arranged {
  /** Waits for the reader: to be read, answered or closed. */
  readonly received: readonly FeedbackView[];
  /** The reader's own, under way. */
  readonly given: readonly FeedbackView[];
  readonly past: readonly FeedbackView[];
}

/** Whether its author may still say something to the answer. */
export const canReply = ({ answer, reply, closedAt }: FeedbackView): boolean =>
  !reply && !closedAt && (answer?.kind === 'question' || answer?.kind === 'seeDifferently');

/**
 * Where each loop stands on the page. What one gave and got an answer to before the last meeting needs nothing
 * more from them: it makes room, whether the other one closed it or not.
 */
export function arrange(view: SeriesView, loops: readonly FeedbackView[]): Arranged {
  if (hasLeft(view)) {
    return { received: [], given: [], past: loops.filter(({ text }) => text !== null) };
  }
  const met = view.lastMeeting?.finishedAt ?? '';
  const isPast = (feedback: FeedbackView): boolean => {
    const { closedAt, answer, from } = feedback;
    if (closedAt) return true;
    return from === view.me && answer !== null && answer.at < met && !canReply(feedback);
  };
  const open = loops.filter((feedback) => !isPast(feedback));
  return {
    received: open.filter(({ from }) => from !== view.me),
    given: open.filter(({ from }) => from === view.me),
    past: loops.filter(isPast),
  };
}

/** Whether the agenda alone says that something waits for its reader, so that nothing else need be suggested now. */
export const isAsked = ({ me, checkIn, loops, asks }: SeriesView): boolean =>
  checkIn !== null ||
  loops.some(({ from, answered }) => from !== me && !answered) ||
  asks.some(({ by }) => by !== me);
