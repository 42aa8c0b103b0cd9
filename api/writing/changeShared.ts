import { applyToShared, type LineCommand, type SharedCommand } from '@rapport/domain/agenda';
import { bothAgreed, next, requireGoingOn } from '@rapport/domain/member';
import { type Series } from '@rapport/domain/series';
import type { Answer } from '../route';
import { changeSeries, type AnyCall } from './changeSeries';

/**
 * A command on what both share: lines, promises, the meeting.
 * @throws Problem `series.notFound`, DomainError as the rules say
 */
export const changeShared = (
  call: AnyCall,
  seriesId: string,
  command: LineCommand | SharedCommand,
): Promise<Answer<{ version: number }>> =>
  changeSeries(call, seriesId, (series, by): Series => {
    requireGoingOn(series);
    const doing = { by, at: call.at, commandId: call.idempotency.key };
    const terms = { minutes: series.minutes, agreed: bothAgreed(series) };
    const changed = applyToShared(series, command, doing, terms);
    return changed === series ? series : next(series, changed);
  });
