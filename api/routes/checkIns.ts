import { addCheckIn } from '@rapport/domain/checkIn';
import {
  checkIn,
  checkInInput,
  revealedCheckIn,
  type RevealedCheckIn,
} from '@rapport/domain/checkIn.schema';
import { monthsBefore, retentionAt } from '@rapport/domain/retention';
import * as z from 'zod/mini';
import { checkInPlacing, seriesPartition } from '../places';
import { readSeries } from '../reading/readSeries';
import { route, type Route } from '../route';
import { changeOwnPage } from '../writing/changePage';
import { readPage } from '../writing/changeSeries';
import { meetingPath, seriesPath, written } from './shared';

const at = '/api/series/{seriesId}/check-ins';

/** Each one's short answer on a meeting, seen only if both gave one (PRACTICE D6). */
export const checkInRoutes: readonly Route[] = [
  route({
    name: 'addCheckIn',
    method: 'POST',
    path: at,
    kind: 'write',
    auth: 'series',
    summary: 'Answers on the last meeting, within 48 hours; it cannot be changed.',
    params: seriesPath,
    body: checkInInput,
    output: written,
    handle: (call) =>
      changeOwnPage(call, call.path.seriesId, (page, _by, series) => {
        const given = { ...call.body, at: call.at };
        const { months } = retentionAt(series, call.at);
        const oldest = monthsBefore(call.at, months);
        const checkIns = addCheckIn(page.checkIns, given, series.lastMeeting);
        if (checkIns === page.checkIns) return { page };
        const kept = checkIns.filter((one) => one.at > oldest);
        return {
          page: { ...page, version: page.version + 1, checkIns: kept },
          effects: [{ type: 'reveal', series: series.id, meeting: given.meeting }],
        };
      }),
  }),
  route({
    name: 'getCheckIn',
    method: 'GET',
    path: `${at}/{number}`,
    kind: 'read',
    auth: 'series',
    summary: "The caller's answer on a meeting, and both side by side where both gave one in time.",
    params: meetingPath,
    body: null,
    output: z.strictObject({ mine: z.nullable(checkIn), both: z.nullable(revealedCheckIn) }),
    async handle(call) {
      const { documents } = call.services;
      const { seriesId, number } = call.path;
      const where = seriesPartition(seriesId);
      const [both, page] = await Promise.all([
        documents.read<RevealedCheckIn>(where, checkInPlacing(number).id),
        readPage(call, seriesId),
        readSeries(call, seriesId),
      ]);
      const mine = page.checkIns.find(({ meeting }) => meeting === number) ?? null;
      return { value: { mine, both: both?.value ?? null } };
    },
  }),
];
