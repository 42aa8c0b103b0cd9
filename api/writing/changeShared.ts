import { applyToShared, type LineCommand, type SharedCommand } from '@rapport/domain/agenda';
import { bothAgreed, next, requireGoingOn } from '@rapport/domain/member';
import type { Role } from '@rapport/domain/person';
import { type Series } from '@rapport/domain/series';
import type { Answer } from '../route';
import { changeSeries, type AnyCall } from './changeSeries';

/**
 * A command on what both share: lines, promises, the meeting.
 * @param then what belongs to the change and is known elsewhere
 * @throws Problem `series.notFound`, DomainError as the rules say
 */
export const changeShared = (
  call: AnyCall,
  seriesId: string,
  command: LineCommand | SharedCommand,
  then?: (before: Series, after: Series, by: Role) => Promise<Series>,
): Promise<Answer<{ version: number }>> =>
  changeSeries(call, seriesId, (series, by): Series | Promise<Series> => {
    requireGoingOn(series);
    const doing = { by, at: call.at, commandId: call.idempotency.key };
    const terms = { minutes: series.minutes, agreed: bothAgreed(series) };
    const changed = applyToShared(series, command, doing, terms);
    if (changed === series) return series;
    const after = next(series, changed);
    return then ? then(series, after, by) : after;
  });
