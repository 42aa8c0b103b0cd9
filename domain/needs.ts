import { liveLines } from './line';
import type { Action } from './action.schema';
import { openAsks } from './ledger';
import { hasEnded } from './member';
import type { Need, Needs } from './needs.schema';
import type { Role } from './person';
import { gapOf } from './rhythm';
import type { Series } from './series.schema';
import { termsFor } from './view';

export type { Need, Needs } from './needs.schema';

/**
 * What a series asks of one of its two, for their home (PRACTICE D9): what waits, never how much of it, so that
 * lines of several people cannot be compared. Hands are in none of it, by value or by absence (B6).
 */
export function needsFor(series: Series, by: Role, at: string): Needs {
  const { meeting } = series;
  if (hasEnded(series)) return { state: 'ended', nextAt: null, needs: [] };
  const asked: readonly (Need | false)[] = [
    by === 'manager' && series.joinRequest !== null && 'joinRequest',
    by === 'manager' && invitationNeed(series, at),
    termsFor(series, by).unanswered && 'terms',
    series.loops.some(({ from, answered }) => from !== by && !answered) && 'feedback',
    openAsks(series.asks, at).some((ask) => ask.by !== by) && 'answer',
    liveLines<Action>(series.actions).some((one) => one.owner === by && !one.doneAt) && 'promises',
    gapOf(series, at) !== null && 'gap',
  ];
  return {
    state: meeting.state === 'planned' ? 'planned' : 'live',
    nextAt: meeting.plannedAt,
    needs: asked.filter((one) => one !== false),
  };
}

function invitationNeed({ invitation, joinRequest }: Series, at: string): Need | false {
  if (!invitation || joinRequest) return false;
  if (invitation.declinedAt) return 'declined';
  if (at >= invitation.expiresAt) return 'expired';
  return invitation.to ? 'waiting' : 'open';
}
