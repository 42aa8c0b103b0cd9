import { requireGoingOn } from '@rapport/domain/member';
import { endPause, pauseSeries } from '@rapport/domain/pausing';
import type { Role } from '@rapport/domain/person';
import { planMeeting } from '@rapport/domain/planning';
import { endPauseInput, pauseInput, planMeetingInput } from '@rapport/domain/rhythm.schema';
import type { Series } from '@rapport/domain/series';
import { route, type Route } from '../route';
import { changeSeries, type AnyCall } from '../writing/changeSeries';
import { tellClockOfOther } from '../writing/clockOfOther';
import { seriesPath, written } from './shared';

const common = {
  kind: 'write',
  auth: 'series',
  method: 'POST',
  params: seriesPath,
  output: written,
} as const;

const changed = (
  call: AnyCall & { readonly path: { readonly seriesId: string } },
  change: (series: Series, by: Role) => Series | Promise<Series>,
) =>
  changeSeries(call, call.path.seriesId, (series, by) => {
    requireGoingOn(series);
    return change(series, by);
  });

/** When the two meet between their meetings: the next date, and pauses (PRACTICE A2). */
export const rhythmRoutes: readonly Route[] = [
  route({
    ...common,
    name: 'planMeeting',
    path: '/api/series/{seriesId}/meeting/plan',
    summary: 'Sets or moves the date of the coming meeting, or skips it, by either of the two.',
    body: planMeetingInput,
    handle: (call) =>
      changed(call, (series, by) =>
        tellClockOfOther(call, series, planMeeting(series, by, call.body, call.at), by),
      ),
  }),
  route({
    ...common,
    name: 'pauseSeries',
    path: '/api/series/{seriesId}/pause',
    summary: 'Takes a break from meeting, until a day or until either ends it; it has no reason.',
    body: pauseInput,
    handle: (call) =>
      changed(call, (series, by) => pauseSeries(series, by, call.body.until, call.at)),
  }),
  route({
    ...common,
    name: 'endPause',
    path: '/api/series/{seriesId}/pause/end',
    summary: 'Ends the break that was said then.',
    body: endPauseInput,
    handle: (call) => changed(call, (series, by) => endPause(series, by, call.body.at, call.at)),
  }),
];
