import { isReady, offerLine } from '@rapport/domain/bring';
import { DomainError } from '@rapport/domain/errors';
import type { Goal } from '@rapport/domain/goal';
import type { MeetingRecord } from '@rapport/domain/meeting.schema';
import { goalToOffer, lineToOffer, type Lines, type Offered } from '@rapport/domain/offering';
import type { Role } from '@rapport/domain/person';
import type { Series } from '@rapport/domain/series';
import type { offerLineInput, Successions } from '@rapport/domain/succession.schema';
import type { output } from 'zod/mini';
import type { Effect } from '../effects/effect';
import { goalPlacing, meetingPlacing, seriesPartition } from '../places';
import { Problem } from '../problem';
import type { Answer } from '../route';
import type { AnyCall, Versioned } from './changeSeries';
import { changeSuccessions } from './changeSuccessions';

type Input = output<typeof offerLineInput> & { readonly succession: string };

/**
 * One of the two lets a line of theirs, or a goal, go to whoever follows, or back to where they came from.
 * @param input names the line and its wording
 * @throws Problem `meeting.notFound`, DomainError as the rules say
 */
export const offer = (call: AnyCall, seriesId: string, input: Input): Promise<Answer<Versioned>> =>
  changeSuccessions(call, seriesId, async (successions, series, by) => {
    const { id, noun, line, version, succession } = input;
    const back = series.origin?.succession;
    const found = await offered(call, series, input, by, succession === back);
    const one = { id, succession, noun, line, version, by, at: call.at, ...found };
    const value = offerLine(successions, one, back);
    return { value, effects: carries(value, seriesId, succession) };
  });

/** What takes along whatever is ready by now. */
export const carries = ({ offers }: Successions, series: string, succession: string): Effect[] =>
  offers.some(isReady(succession)) ? [{ type: 'carry', series, succession }] : [];

async function offered(
  call: AnyCall,
  series: Series,
  { noun, line, version, meeting, goal }: Input,
  by: Role,
  back: boolean,
): Promise<Offered> {
  if (noun === 'goal') {
    const where = seriesPartition(series.id);
    const found = await call.services.documents.read<Goal>(where, goalPlacing(line).id);
    if (!found) throw new DomainError('goal.unknown', 'line');
    return goalToOffer(found.value, { version, goal }, by, back);
  }
  return lineToOffer(await linesIn(call, series, meeting), { noun, line, version }, by, back);
}

async function linesIn(call: AnyCall, series: Series, meeting: number | null): Promise<Lines> {
  if (meeting === null) return series;
  const record = await call.services.documents.read<MeetingRecord>(
    seriesPartition(series.id),
    meetingPlacing(meeting).id,
  );
  if (!record) throw new Problem('meeting.notFound');
  return record.value;
}
