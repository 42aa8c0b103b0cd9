import { DomainError } from './errors';
import { next } from './member';
import type { Role } from './person';
import { pauseOf, type Pause } from './rhythm';
import type { Series } from './series.schema';

/** Pauses that the head remembers: what a picture of the last months shows. */
const REMEMBERED = 6;

/**
 * The two take a break (PRACTICE A2): either says so, with a day or without one, and with no reason. A date in it
 * falls out. Said again while it lasts, it has another end: the date that fell out stands again where it is after that.
 * @param until when it is over by itself; null: nobody knows yet
 * @throws DomainError `date.over`
 */
export function pauseSeries(series: Series, by: Role, until: string | null, at: string): Series {
  if (until !== null && until <= at) throw new DomainError('date.over', 'until');
  const lasting = pauseOf(series, at);
  if (lasting?.until === until) return series;
  const { number, state, plannedAt } = series.meeting;
  const planned = state === 'planned';
  const date = planned ? (plannedAt ?? standsAgain(series, lasting, at)) : null;
  const inside = date !== null && (until === null || date < until);
  const pause: Pause = {
    by,
    at,
    until,
    meeting: planned ? number : number + 1,
    dropped: inside ? date : null,
    endedAt: null,
    endedBy: null,
  };
  const before = (series.pauses ?? []).filter((one) => one !== lasting);
  return next(series, {
    pauses: [...before, pause].slice(-REMEMBERED),
    meeting: planned ? { ...series.meeting, plannedAt: inside ? null : date } : series.meeting,
  });
}

/** The date that fell out by a pause, where there is no other one and it is still to come. */
function standsAgain({ meeting }: Series, pause: Pause | null, at: string): string | null {
  const dropped = pause?.dropped ?? null;
  return meeting.plannedAt === null && dropped !== null && dropped > at ? dropped : null;
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
  const back = standsAgain(series, lasting, at);
  return next(series, {
    pauses: endedBy(series, lasting, by, at),
    meeting: back ? { ...meeting, plannedAt: back } : meeting,
  });
}

/** The pauses with this one ended. */
export const endedBy = (series: Series, pause: Pause, by: Role, at: string): Pause[] =>
  (series.pauses ?? []).map((one) => (one === pause ? { ...one, endedAt: at, endedBy: by } : one));
