import { DomainError } from './errors';
import { next } from './member';
import { endedBy } from './pausing';
import type { Role } from './person';
import { pauseOf } from './rhythm';
import type { PlanMeeting } from './rhythm.schema';
import type { Series } from './series.schema';

/**
 * Sets, moves or skips the date of the coming meeting, between two meetings and by either (PRACTICE A2). It stays
 * the same meeting: its agenda and the hands that are raised for it go along (B6). A date in a pause ends the pause.
 * @throws DomainError `meeting.begun`, `meeting.movedSince` where the other one was first, `date.over`
 */
export function planMeeting(series: Series, by: Role, plan: PlanMeeting, at: string): Series {
  const { meeting } = series;
  const { from, to, skip, offset } = plan;
  if (plan.number !== meeting.number || meeting.state !== 'planned') {
    throw new DomainError('meeting.begun');
  }
  if (to === meeting.plannedAt) return series;
  if (from !== meeting.plannedAt) throw new DomainError('meeting.movedSince');
  if (to !== null && to <= at) throw new DomainError('date.over', 'to');
  const how = skip ? 'skipped' : from === null ? 'set' : 'moved';
  const pause = pauseOf(series, at);
  // On another date clocks may say something else.
  const { clocks: _, ...rest } = meeting;
  const inPause = pause && to !== null && (pause.until === null || to < pause.until);
  return next(series, {
    meeting: { ...rest, plannedAt: to, planned: { how, by, at, from, offset } },
    ...(inPause ? { pauses: endedBy(series, pause, by, at) } : {}),
  });
}
