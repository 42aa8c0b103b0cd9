import { disputeInput } from '@rapport/domain/revision.schema';
import { route, type Route } from '../route';
import { changeShared } from '../writing/changeShared';
import { linePath, written } from './shared';

const common = {
  kind: 'write',
  auth: 'series',
  method: 'POST',
  params: linePath,
  body: disputeInput,
  output: written,
} as const;

/** "I see it differently", about what the other one wrote (PRACTICE E2). */
export const disputeRoutes: readonly Route[] = [
  route({
    ...common,
    name: 'disputeNote',
    path: '/api/series/{seriesId}/notes/{lineId}/dispute',
    summary: "Says below the other one's note that one sees it differently, or takes that back.",
    handle: (call) =>
      changeShared(call, call.path.seriesId, {
        type: 'disputeNote',
        id: call.path.lineId,
        ...call.body,
      }),
  }),
  route({
    ...common,
    name: 'disputeAction',
    path: '/api/series/{seriesId}/actions/{lineId}/dispute',
    summary: 'The same, below a promise that the other one wrote down.',
    handle: (call) =>
      changeShared(call, call.path.seriesId, {
        type: 'disputeAction',
        id: call.path.lineId,
        ...call.body,
      }),
  }),
];
