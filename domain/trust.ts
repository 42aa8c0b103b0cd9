import type { Feedback, FeedbackAbout } from './feedback.schema';
import type { Role } from './person.schema';

/** From so many closed loops on the ladder is silent: three meetings in which a piece of work was talked through. */
export const FIRM_FROM = 3;

/** What the head knows of it; without it nothing has counted yet. */
export interface Trust {
  readonly closed: number;
  readonly meeting: number | null;
}

/** Whether the two are still new to this. */
export const isNew = (trust: Trust | undefined): boolean => (trust?.closed ?? 0) < FIRM_FROM;

/**
 * Counts a loop when its receiver closes it (PRACTICE B3): the manager's criticism of a piece of work, whatever
 * the answer was, at most one for each meeting.
 * @param meeting number of the meeting that is planned or under way
 */
export function countClosed(
  trust: Trust | undefined,
  before: Feedback,
  after: Feedback,
  meeting: number,
): Trust | undefined {
  const { from, kind, about } = after;
  const closes = before.closedAt === null && after.closedAt !== null;
  const counts = from === 'manager' && kind === 'criticism' && about === 'task';
  if (!closes || !counts || !isNew(trust) || trust?.meeting === meeting) return trust;
  return { closed: (trust?.closed ?? 0) + 1, meeting };
}

/** What the ladder looks at before it says anything. */
export interface Rung {
  readonly me: Role;
  readonly kind: Feedback['kind'];
  readonly about: FeedbackAbout | null;
  /** Whether the other one asked for this feedback. */
  readonly asked: boolean;
  /** Whether the two are still new to this, as far as the reader is told. */
  readonly isNew: boolean;
}

/** True when the author is offered to start from one piece of work. It never keeps anybody from sending. */
export const offersTask = ({ me, kind, about, asked, isNew: early }: Rung): boolean =>
  me === 'manager' && kind === 'criticism' && about === 'behaviour' && !asked && early;
