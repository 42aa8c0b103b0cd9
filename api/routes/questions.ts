import {
  addQuestionInput,
  editQuestionInput,
  hideQuestionInput,
  restoreQuestionInput,
} from '@rapport/domain/question.schema';
import { removeLineInput } from '@rapport/domain/topic.schema';
import { route, type Route } from '../route';
import { changeShared } from '../writing/changeShared';
import { linePath, seriesPath, written } from './shared';

const common = { kind: 'write', auth: 'series', output: written } as const;
const at = '/api/series/{seriesId}/questions';

/** The questions of one series (PRACTICE B8): both read and hide them, each changes their own words. */
export const questionRoutes: readonly Route[] = [
  route({
    ...common,
    name: 'addQuestion',
    method: 'POST',
    path: at,
    summary: 'Adds a question of their own, read by both and offered to both.',
    params: seriesPath,
    body: addQuestionInput,
    handle: async (call) => ({
      ...(await changeShared(call, call.path.seriesId, { type: 'addQuestion', ...call.body })),
      status: 201,
    }),
  }),
  route({
    ...common,
    name: 'editQuestion',
    method: 'PATCH',
    path: `${at}/{lineId}`,
    summary: "Changes the words of one's own question. A clash keeps both wordings.",
    params: linePath,
    body: editQuestionInput,
    handle: (call) =>
      changeShared(call, call.path.seriesId, {
        type: 'editQuestion',
        id: call.path.lineId,
        ...call.body,
      }),
  }),
  route({
    ...common,
    name: 'removeQuestion',
    method: 'POST',
    path: `${at}/{lineId}/remove`,
    summary: "Removes one's own question; its words are deleted at once.",
    params: linePath,
    body: removeLineInput,
    handle: (call) =>
      changeShared(call, call.path.seriesId, {
        type: 'removeQuestion',
        id: call.path.lineId,
        ...call.body,
      }),
  }),
  route({
    ...common,
    name: 'restoreQuestion',
    method: 'POST',
    path: `${at}/{lineId}/restore`,
    summary: 'Undoes a removal: the author sends the words again.',
    params: linePath,
    body: restoreQuestionInput,
    handle: (call) =>
      changeShared(call, call.path.seriesId, {
        type: 'restoreQuestion',
        id: call.path.lineId,
        ...call.body,
      }),
  }),
  route({
    ...common,
    name: 'hideQuestion',
    method: 'POST',
    path: '/api/series/{seriesId}/hidden-questions',
    summary: 'Offers a question to neither of the two any more, or again; either may.',
    params: seriesPath,
    body: hideQuestionInput,
    handle: (call) =>
      changeShared(call, call.path.seriesId, { type: 'hideQuestion', ...call.body }),
  }),
];
