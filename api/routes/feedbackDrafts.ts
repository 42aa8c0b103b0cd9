import type { PageCommand } from '@rapport/domain/agenda';
import {
  addFeedbackInput,
  deferFeedbackInput,
  editFeedbackInput,
  giveFeedbackInput,
  restoreFeedbackInput,
  sayFeedbackInput,
} from '@rapport/domain/feedback.schema';
import { removeLineInput } from '@rapport/domain/topic.schema';
import type * as z from 'zod/mini';
import { route, type Call, type Route } from '../route';
import { commandOwnPage, giveFromPage } from '../writing/changePage';
import { linePath, nothing, seriesPath, written } from './shared';

const common = { kind: 'write', auth: 'series', output: written, method: 'POST' } as const;
const own = '/api/series/{seriesId}/private-feedback';

type OnLine<B> = Call<z.output<typeof linePath>, B>;

const onPage = <B>(call: OnLine<B>, command: PageCommand) =>
  commandOwnPage(call, call.path.seriesId, command);

/** Feedback that only its author reads: being written, or on its way. */
export const draftRoutes: readonly Route[] = [
  route({
    ...common,
    name: 'addPrivateFeedback',
    path: own,
    summary: 'Begins a piece of feedback, read by its author alone.',
    params: seriesPath,
    body: addFeedbackInput,
    handle: async (call) => ({
      ...(await commandOwnPage(call, call.path.seriesId, { type: 'addFeedback', ...call.body })),
      status: 201,
    }),
  }),
  route({
    ...common,
    name: 'editPrivateFeedback',
    method: 'PATCH',
    path: `${own}/{lineId}`,
    summary: 'Changes a draft; what is on its way is kept back first.',
    params: linePath,
    body: editFeedbackInput,
    handle: (call) => onPage(call, { type: 'editFeedback', id: call.path.lineId, ...call.body }),
  }),
  route({
    ...common,
    name: 'removePrivateFeedback',
    path: `${own}/{lineId}/remove`,
    summary: 'Throws a draft away.',
    params: linePath,
    body: removeLineInput,
    handle: (call) => onPage(call, { type: 'removeFeedback', id: call.path.lineId, ...call.body }),
  }),
  route({
    ...common,
    name: 'restorePrivateFeedback',
    path: `${own}/{lineId}/restore`,
    summary: 'Undoes a removal.',
    params: linePath,
    body: restoreFeedbackInput,
    handle: (call) => onPage(call, { type: 'restoreFeedback', id: call.path.lineId, ...call.body }),
  }),
  route({
    ...common,
    name: 'giveFeedback',
    path: `${own}/{lineId}/give`,
    summary: 'Brings it to the next 1:1 (spoken first), or sends it at a time.',
    params: linePath,
    body: giveFeedbackInput,
    handle: (call) => giveFromPage(call, call.path.seriesId, call.path.lineId, call.body.delivery),
  }),
  route({
    ...common,
    name: 'keepFeedback',
    path: `${own}/{lineId}/keep`,
    summary: 'Not yet after all: it is a draft again.',
    params: linePath,
    body: nothing,
    handle: (call) => onPage(call, { type: 'keepFeedback', id: call.path.lineId }),
  }),
  route({
    ...common,
    name: 'sayFeedback',
    path: `${own}/{lineId}/said`,
    summary: 'It was spoken in the meeting; the text follows when that is over.',
    params: linePath,
    body: sayFeedbackInput,
    handle: (call) => onPage(call, { type: 'sayFeedback', id: call.path.lineId, ...call.body }),
  }),
  route({
    ...common,
    name: 'deferFeedback',
    path: `${own}/{lineId}/defer`,
    summary: 'The receiver would rather read it in the next 1:1; nobody else is told.',
    params: linePath,
    body: deferFeedbackInput,
    handle: (call) => onPage(call, { type: 'deferFeedback', id: call.path.lineId, ...call.body }),
  }),
];
