import {
  addActionInput,
  assignActionInput,
  editActionInput,
  finishActionInput,
  restoreActionInput,
} from '@rapport/domain/action.schema';
import { removeLineInput } from '@rapport/domain/topic.schema';
import { route, type Route } from '../route';
import { changeShared } from '../writing/changeShared';
import { linePath, seriesPath, written } from './shared';

const common = { kind: 'write', auth: 'series', output: written, method: 'POST' } as const;
const at = '/api/series/{seriesId}/actions';

/** Promises, read by both (PRACTICE D3). */
export const actionRoutes: readonly Route[] = [
  route({
    ...common,
    name: 'addAction',
    path: at,
    summary: 'Writes down what one of the two promised to do, with an owner and an optional day.',
    params: seriesPath,
    body: addActionInput,
    handle: async (call) => ({
      ...(await changeShared(call, call.path.seriesId, { type: 'addAction', ...call.body })),
      status: 201,
    }),
  }),
  route({
    ...common,
    name: 'editAction',
    method: 'PATCH',
    path: `${at}/{lineId}`,
    summary: "Changes one's own wording of a promise, its owner or its day.",
    params: linePath,
    body: editActionInput,
    handle: (call) =>
      changeShared(call, call.path.seriesId, {
        type: 'editAction',
        id: call.path.lineId,
        ...call.body,
      }),
  }),
  route({
    ...common,
    name: 'removeAction',
    path: `${at}/{lineId}/remove`,
    summary: 'Removes a promise that one wrote down oneself.',
    params: linePath,
    body: removeLineInput,
    handle: (call) =>
      changeShared(call, call.path.seriesId, {
        type: 'removeAction',
        id: call.path.lineId,
        ...call.body,
      }),
  }),
  route({
    ...common,
    name: 'restoreAction',
    path: `${at}/{lineId}/restore`,
    summary: 'Undoes a removal.',
    params: linePath,
    body: restoreActionInput,
    handle: (call) =>
      changeShared(call, call.path.seriesId, {
        type: 'restoreAction',
        id: call.path.lineId,
        ...call.body,
      }),
  }),
  route({
    ...common,
    name: 'assignAction',
    path: `${at}/{lineId}/owner`,
    summary: 'Hands a promise to the other one, or takes it; either of the two may.',
    params: linePath,
    body: assignActionInput,
    handle: (call) =>
      changeShared(call, call.path.seriesId, {
        type: 'assignAction',
        id: call.path.lineId,
        ...call.body,
      }),
  }),
  route({
    ...common,
    name: 'finishAction',
    path: `${at}/{lineId}/done`,
    summary: 'Says that a promise was kept, or not yet after all.',
    params: linePath,
    body: finishActionInput,
    handle: (call) =>
      changeShared(call, call.path.seriesId, {
        type: 'finishAction',
        id: call.path.lineId,
        ...call.body,
      }),
  }),
];
