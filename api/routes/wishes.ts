import { removeLineInput } from '@rapport/domain/topic.schema';
import { addWishInput, restoreWishInput } from '@rapport/domain/wish.schema';
import { route, type Route } from '../route';
import { changeShared } from '../writing/changeShared';
import { linePath, seriesPath, written } from './shared';

const common = { kind: 'write', auth: 'series', output: written, method: 'POST' } as const;
const at = '/api/series/{seriesId}/wishes';

/** What one of the two would like feedback on, read by both; it is answered by feedback or by nothing. */
export const wishRoutes: readonly Route[] = [
  route({
    ...common,
    name: 'addWish',
    path: at,
    summary: 'Asks the other one for feedback on something.',
    params: seriesPath,
    body: addWishInput,
    handle: async (call) => ({
      ...(await changeShared(call, call.path.seriesId, { type: 'addWish', ...call.body })),
      status: 201,
    }),
  }),
  route({
    ...common,
    name: 'removeWish',
    path: `${at}/{lineId}/remove`,
    summary: 'Withdraws it.',
    params: linePath,
    body: removeLineInput,
    handle: (call) =>
      changeShared(call, call.path.seriesId, {
        type: 'removeWish',
        id: call.path.lineId,
        ...call.body,
      }),
  }),
  route({
    ...common,
    name: 'restoreWish',
    path: `${at}/{lineId}/restore`,
    summary: 'Undoes a withdrawal.',
    params: linePath,
    body: restoreWishInput,
    handle: (call) =>
      changeShared(call, call.path.seriesId, {
        type: 'restoreWish',
        id: call.path.lineId,
        ...call.body,
      }),
  }),
];
