import { leaveConcern, noticeExpires, noticeFor, type Concern } from '@rapport/domain/concern';
import { noticeView, type ConcernNotice } from '@rapport/domain/concern.schema';
import { DomainError } from '@rapport/domain/errors';
import type { Series } from '@rapport/domain/series';
import * as z from 'zod/mini';
import {
  concernPlacing,
  HEAD,
  NOTICE_KIND,
  noticePlacing,
  NOTICES_PER_PERSON,
  personPartition,
  seriesPartition,
} from '../places';
import { Problem } from '../problem';
import { route, type Route } from '../route';
import { requireRole, type AnyCall } from '../writing/changeSeries';
import { writeOnce } from '../writing/writeOnce';
import { linePath, seriesPath } from './shared';

const at = '/api/series/{seriesId}/concerns';

/** The manager is refused before anything is looked at. @throws Problem `series.notFound`, DomainError `series.notReport` */
async function requireReport({ caller, services }: AnyCall, seriesId: string): Promise<void> {
  const head = await services.documents.read<Series>(seriesPartition(seriesId), HEAD.id);
  if (!head) throw new Problem('series.notFound');
  if (requireRole(head.value, caller.id) !== 'report') throw new DomainError('series.notReport');
}

const concernOf = async ({ services }: AnyCall, notice: ConcernNotice): Promise<Concern | null> =>
  (
    await services.documents.read<Concern>(
      personPartition(notice.manager),
      concernPlacing(notice.concern).id,
    )
  )?.value ?? null;

/** What a raiser sees of a common concern, for three working days (PRACTICE C8). */
export const noticeRoutes: readonly Route[] = [
  route({
    name: 'listConcernNotices',
    method: 'GET',
    path: at,
    kind: 'read',
    auth: 'series',
    summary: 'Common concerns that a topic of the caller stands behind; for the report alone.',
    params: seriesPath,
    body: null,
    output: z.strictObject({ concerns: z.array(noticeView) }),
    async handle(call) {
      await requireReport(call, call.path.seriesId);
      const { documents } = await call.services.documents.list<ConcernNotice>(
        personPartition(call.caller.id),
        NOTICE_KIND,
        NOTICES_PER_PERSON,
      );
      const views = await Promise.all(
        documents
          .map(({ value }) => value)
          .filter(({ series }) => series === call.path.seriesId)
          .map(async (notice) => noticeFor(notice, await concernOf(call, notice))),
      );
      return { value: { concerns: views.filter((view) => view !== null) } };
    },
  }),
  route({
    name: 'leaveConcern',
    method: 'POST',
    path: `${at}/{lineId}/leave`,
    kind: 'write',
    auth: 'series',
    summary: 'The caller is not part of a common concern; nobody else is told.',
    params: linePath,
    body: null,
    output: z.strictObject({ id: linePath.shape.lineId }),
    async handle(call) {
      const { seriesId, lineId } = call.path;
      await requireReport(call, seriesId);
      const mine = personPartition(call.caller.id);
      const found = await call.services.documents.read<ConcernNotice>(
        mine,
        noticePlacing(lineId).id,
      );
      if (!found) throw new DomainError('concern.unknown');
      await writeOnce<ConcernNotice, null>(
        call,
        {
          partition: mine,
          placing: { ...noticePlacing(lineId), expires: noticeExpires(found.value) },
          authorise: () => undefined,
        },
        (notice) => {
          if (notice?.series !== seriesId) throw new DomainError('concern.unknown');
          return { value: leaveConcern(notice) };
        },
        () => null,
      );
      // Their other devices.
      const nudge = { series: seriesId, version: 0, page: 0 };
      await call.services.nudge.send(call.caller.id, nudge);
      return { value: { id: lineId } };
    },
  }),
];
