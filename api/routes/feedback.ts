import {
  answerFeedbackInput,
  feedbackView,
  replyInput,
  type Feedback,
  type FeedbackView,
} from '@rapport/domain/feedback.schema';
import { answer, close, feedbackFor, open, reply } from '@rapport/domain/feedback';
import { stillReads } from '@rapport/domain/retention';
import * as z from 'zod/mini';
import { listAll } from '../documents/listAll';
import { feedbackPlacing, seriesPartition } from '../places';
import { readSeries } from '../reading/readSeries';
import { route, type Route } from '../route';
import { fromContinuation, toContinuation } from '../storage/continuation';
import { changeFeedback, takeBack } from '../writing/changeFeedback';
import { firstOpened, rememberFirst } from '../writing/advice';
import { linePath, nothing, pageOfSeriesPath, seriesPath, written } from './shared';

const common = { kind: 'write', auth: 'series', output: written, method: 'POST' } as const;
const shared = '/api/series/{seriesId}/feedback';
/** More than two people close in two years, as a rule: whoever wants them in order reads all of them. */
const FEEDBACK_PER_PAGE = 50;

const list = { kind: 'read', auth: 'series', method: 'GET', body: null } as const;

/** What waits or is under way is never on a second page: the head names all of it. */
const listFeedback = route({
  ...list,
  name: 'listFeedback',
  path: shared,
  summary:
    'Feedback that arrived and is not closed, either way, the latest first; what the caller has not opened ' +
    'comes without its words.',
  params: seriesPath,
  output: z.strictObject({ feedback: z.array(feedbackView) }),
  async handle(call) {
    const { documents } = call.services;
    const { series, by } = await readSeries(call, call.path.seriesId);
    const where = seriesPartition(call.path.seriesId);
    const found = await Promise.all(
      series.loops.map(({ id }) => documents.read<Feedback>(where, feedbackPlacing(id).id)),
    );
    // One may have been taken back since.
    const standing = found.flatMap((one) => one?.value ?? []);
    const reads = standing.some(({ from, opened, answer: said }) => from !== by && opened && !said);
    const first = reads ? await firstOpened(call.services, call.caller.id) : null;
    const feedback = standing.map((one) => ({
      ...feedbackFor(one, by),
      ...(one.id === first ? { firstEver: true as const } : {}),
    }));
    return { value: { feedback: feedback.toSorted(latestFirst) } };
  },
});

/** What arrived at the same moment has an order too, the same for both. */
const latestFirst = (a: FeedbackView, b: FeedbackView): number =>
  b.at.localeCompare(a.at, 'en') || a.id.localeCompare(b.id, 'en');

const listClosedFeedback = route({
  ...list,
  name: 'listClosedFeedback',
  path: `${shared}/closed`,
  summary: 'Feedback that was closed, either way, page by page, in no order of time.',
  params: pageOfSeriesPath,
  output: z.strictObject({ feedback: z.array(feedbackView), continuation: z.nullable(z.string()) }),
  async handle(call) {
    const { series, by } = await readSeries(call, call.path.seriesId);
    const where = seriesPartition(call.path.seriesId);
    // Pages are made of what this reader sees: their length tells an author nothing of what was kept (PRACTICE D5).
    const query = ['closedFeedback', call.path.seriesId];
    const [after = ''] = fromContinuation(query, [''], call.path.continuation ?? null);
    const all = await listAll<Feedback>(call.services.documents, where, 'feedback');
    const left = all.filter(
      (one) => one.id > after && one.closedAt !== null && stillReads(one, by, series, call.at),
    );
    const page = left.slice(0, FEEDBACK_PER_PAGE);
    const last = left.length > FEEDBACK_PER_PAGE ? page.at(-1) : undefined;
    return {
      value: {
        feedback: page.map((one) => feedbackFor(one, by)),
        continuation: last ? toContinuation(query, [last.id]) : null,
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

export const feedbackRoutes: readonly Route[] = [listFeedback, listClosedFeedback, ...loops];
