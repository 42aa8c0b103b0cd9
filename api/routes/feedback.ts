import type { PageCommand } from '@rapport/domain/agenda';
import {
  addFeedbackInput,
  answerFeedbackInput,
  deferFeedbackInput,
  editFeedbackInput,
  feedbackView,
  giveFeedbackInput,
  replyInput,
  restoreFeedbackInput,
  sayFeedbackInput,
  type Feedback,
} from '@rapport/domain/feedback.schema';
import { answer, close, feedbackFor, open, reply } from '@rapport/domain/feedback';
import type { Series } from '@rapport/domain/series';
import { removeLineInput } from '@rapport/domain/topic.schema';
import * as z from 'zod/mini';
import { HEAD, seriesPartition } from '../places';
import { Problem } from '../problem';
import { route, type Call, type Route } from '../route';
import { changeFeedback, takeBack } from '../writing/changeFeedback';
import { firstOpened, rememberFirst } from '../writing/advice';
import { commandOwnPage, giveFromPage } from '../writing/changePage';
import { requireRole } from '../writing/changeSeries';
import { linePath, nothing, pageOfSeriesPath, seriesPath, written } from './shared';

const common = { kind: 'write', auth: 'series', output: written, method: 'POST' } as const;
const own = '/api/series/{seriesId}/private-feedback';
const shared = '/api/series/{seriesId}/feedback';
const FEEDBACK_PER_PAGE = 20;

type OnLine<B> = Call<z.output<typeof linePath>, B>;

const onPage = <B>(call: OnLine<B>, command: PageCommand) =>
  commandOwnPage(call, call.path.seriesId, command);

/** Feedback that only its author reads: being written, or on its way. */
const drafts: readonly Route[] = [
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

const listFeedback = route({
  name: 'listFeedback',
  method: 'GET',
  path: shared,
  kind: 'read',
  auth: 'series',
  summary:
    'Feedback that arrived, either way; what the caller has not opened comes without its words.',
  params: pageOfSeriesPath,
  body: null,
  output: z.strictObject({ feedback: z.array(feedbackView), continuation: z.nullable(z.string()) }),
  async handle(call) {
    const { documents } = call.services;
    const { seriesId, continuation } = call.path;
    const where = seriesPartition(seriesId);
    const head = await documents.read<Series>(where, HEAD.id);
    if (!head) throw new Problem('series.notFound');
    const by = requireRole(head.value, call.caller.id);
    const page = await documents.list<Feedback>(
      where,
      'feedback',
      FEEDBACK_PER_PAGE,
      continuation ?? null,
    );
    const reads = page.documents.some(
      ({ value }) => value.from !== by && value.opened && !value.answer,
    );
    const first = reads ? await firstOpened(call.services, call.caller.id) : null;
    return {
      value: {
        feedback: page.documents.map(({ value }) => ({
          ...feedbackFor(value, by),
          ...(value.id === first ? { firstEver: true as const } : {}),
        })),
        continuation: page.continuation,
      },
    };
  },
});

/** The loop: opened, answered, replied to, closed (PRACTICE B1, B5). */
const loops: readonly Route[] = [
  route({
    ...common,
    name: 'openFeedback',
    path: `${shared}/{lineId}/open`,
    summary: 'The receiver reads it from now on; its author is not told.',
    params: linePath,
    body: nothing,
    handle: async (call) => {
      const opened = await changeFeedback(call, (feedback, doing) => open(feedback, doing.by));
      await rememberFirst(call.services, call.caller.id, call.path.lineId);
      return opened;
    },
  }),
  route({
    ...common,
    name: 'answerFeedback',
    path: `${shared}/{lineId}/answer`,
    summary: 'Thank you, a question, I will try this, I see it differently, or: let us talk.',
    params: linePath,
    body: answerFeedbackInput,
    handle: (call) => changeFeedback(call, (feedback, doing) => answer(feedback, call.body, doing)),
  }),
  route({
    ...common,
    name: 'replyToAnswer',
    path: `${shared}/{lineId}/reply`,
    summary: "The author's words to the answer.",
    params: linePath,
    body: replyInput,
    handle: (call) =>
      changeFeedback(call, (feedback, doing) => reply(feedback, call.body.text, doing)),
  }),
  route({
    ...common,
    name: 'closeFeedback',
    path: `${shared}/{lineId}/close`,
    summary: 'The receiver closes the loop.',
    params: linePath,
    body: nothing,
    handle: (call) => changeFeedback(call, (feedback, doing) => close(feedback, doing)),
  }),
  route({
    ...common,
    name: 'takeFeedbackBack',
    path: `${shared}/{lineId}/take-back`,
    summary: 'The author takes it back, until it was opened.',
    params: linePath,
    body: nothing,
    handle: (call) => takeBack(call),
  }),
];

export const feedbackRoutes: readonly Route[] = [...drafts, listFeedback, ...loops];
