import { DomainError } from './errors';
import { next } from './member';
import type { Role } from './person';
import { pauseOf, type Pause } from './rhythm';
import type { Series } from './series.schema';

/** Pauses that the head remembers: what a picture of the last months shows. */
const REMEMBERED = 6;

/**
 * The two take a break (PRACTICE A2): either says so, with a day or without one, and with no reason. A date in it
 * falls out. Said again while it lasts, it has another end.
 * @param until when it is over by itself; null: nobody knows yet
 * @throws DomainError `date.over`
 */
export function pauseSeries(series: Series, by: Role, until: string | null, at: string): Series {
  if (until !== null && until <= at) throw new DomainError('date.over', 'until');
  const lasting = pauseOf(series, at);
  if (lasting?.until === until) return series;
  const { number, state, plannedAt } = series.meeting;
  const planned = state === 'planned';
  const inside = planned && plannedAt !== null && (until === null || plannedAt < until);
  const pause: Pause = {
    by,
    at,
    until,
    meeting: planned ? number : number + 1,
    dropped: inside ? plannedAt : (lasting?.dropped ?? null),
    endedAt: null,
    endedBy: null,
  };
  const before = (series.pauses ?? []).filter((one) => one !== lasting);
  return next(series, {
    pauses: [...before, pause].slice(-REMEMBERED),
    meeting: inside ? { ...series.meeting, plannedAt: null } : series.meeting,
  });
}

/**
 * Either ends the pause; the date that fell out by it stands again where it is still to come.
 * @param said when the pause was said that is meant
 * @throws DomainError `pause.unknown` where another one lasts, or none
 */
export function endPause(series: Series, by: Role, said: string, at: string): Series {
  const lasting = pauseOf(series, at);
  if (lasting?.at !== said) throw new DomainError('pause.unknown');
  const { meeting } = series;
  const back = meeting.plannedAt === null && lasting.dropped !== null && lasting.dropped > at;
  return next(series, {
    pauses: endedBy(series, lasting, by, at),
    meeting: back ? { ...meeting, plannedAt: lasting.dropped } : meeting,
  });
}

/** The pauses with this one ended. */
export const endedBy = (series: Series, pause: Pause, by: Role, at: string): Pause[] =>
  (series.pauses ?? []).map((one) => (one === pause ? { ...one, endedAt: at, endedBy: by } : one));
