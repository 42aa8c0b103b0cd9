import { stillBrought } from '@rapport/domain/broughtPast';
import { changeRetention } from '@rapport/domain/retention';
import { retentionInput } from '@rapport/domain/retention.schema';
import { retainFeedbackInput, type Feedback } from '@rapport/domain/feedback.schema';
import { retain } from '@rapport/domain/feedback';
import { requireGoingOn } from '@rapport/domain/member';
import { allOf } from '@rapport/domain/goals';
import { goalWordsOf } from '@rapport/domain/pastWords';
import { goalWords, ownPastWords, pastWords } from '@rapport/domain/pastWords.schema';
import type { Series } from '@rapport/domain/series';
import { asOf } from '@rapport/domain/succession';
import { broughtLine, type Brought } from '@rapport/domain/succession.schema';
import { uuid } from '@rapport/domain/text.schema';
import * as z from 'zod/mini';
import type { Effect } from '../effects/effect';
import { readWords, type DigestWords } from '../history/readWords';
import { BROUGHT, digestOf, feedbackPlacing, HEAD, seriesPartition } from '../places';
import { Problem } from '../problem';
import { readSeries } from '../reading/readSeries';
import { route, type Call, type Route } from '../route';
import { readGoals } from '../writing/changeGoal';
import { feedbackPlacingOf } from '../writing/changeFeedback';
import { changeSeries, requireRole } from '../writing/changeSeries';
import { writeOnce } from '../writing/writeOnce';
import { linePath, nothing, seriesPath, written } from './shared';

/** Sixty-four meetings: two years of every other week come at once. */
const DIGESTS_PER_PAGE = 4;

const listWords = route({
  name: 'listWords',
  method: 'GET',
  path: '/api/series/{seriesId}/words',
  kind: 'read',
  auth: 'series',
  summary:
    'The words of past meetings and of the caller’s own notes of them, the latest first, a page at a time, and ' +
    'with the first page those of the goals and of what came along from another series: what is looked for stays with whoever looks.',
  params: z.strictObject({
    seriesId: uuid,
    continuation: z.optional(z.string().check(z.regex(/^(0|[1-9]\d{0,4})$/))),
  }),
  body: null,
  output: z.strictObject({
    meetings: z.array(pastWords),
    own: z.array(ownPastWords),
    /** Those that there are by now; with the first page alone. */
    goals: z.array(goalWords),
    /** Those that are still kept; with the first page alone. */
    brought: z.array(broughtLine),
    continuation: z.nullable(z.string()),
  }),
  async handle(call) {
    const { services, caller, path, at } = call;
    const { series, tenant } = await readSeries(call, path.seriesId);
    const reading = { series, tenant, person: caller.id, at };
    const latest = digestOf(series.meeting.number - 1);
    const from = Math.min(Number(path.continuation ?? latest), latest);
    const digests = Array.from({ length: DIGESTS_PER_PAGE }, (_, n) => from - n).filter(
      (digest) => digest >= 0,
    );
    // Where there never was a goal, or nothing came along, nothing is asked for.
    const first = path.continuation === undefined;
    const looks = first && (series.goals ?? 0) > 0;
    const [read, goals, along] = await Promise.all([
      Promise.all(digests.map((digest) => readWords(services, reading, digest))),
      looks ? readGoals(call, path.seriesId) : [],
      first && (series.brought ?? series.origin)
        ? services.documents.read<Brought>(seriesPartition(series.id), BROUGHT.id)
        : null,
    ]);
    const next = from - DIGESTS_PER_PAGE;
    const continuation = next >= 0 && hasMore(read) ? String(next) : null;
    const meetings = read.flatMap((page) => page.meetings);
    const own = read.flatMap((page) => page.own);
    const brought = along ? stillBrought(along.value, series, at) : [];
    return {
      value: { meetings, own, goals: allOf(goals).map(goalWordsOf), brought, continuation },
    };
  },
});

/** Where nothing of a digest is kept any more, nothing of those before it is either. */
const hasMore = (read: readonly DigestWords[]): boolean => (read.at(-1)?.meetings.length ?? 0) > 0;

const setRetention = route({
  name: 'setRetention',
  method: 'PUT',
  path: '/api/series/{seriesId}/retention',
  kind: 'write',
  auth: 'series',
  summary:
    'Announces for how many months what is past is kept: it holds after thirty days, unless either chooses the ' +
    'one that holds.',
  params: seriesPath,
  body: retentionInput,
  output: written,
  handle: (call) =>
    changeSeries(call, call.path.seriesId, (series, by) => {
      requireGoingOn(series);
      const changed = changeRetention(series, by, call.body.months, call.at);
      const { coming, changed: now } = changed.retention ?? {};
      if (changed === series || (!coming && now?.at !== call.at)) return changed;
      const effect: Effect = {
        type: 'redate',
        series: series.id,
        announcedAt: call.at,
        notBefore: coming?.from ?? call.at,
      };
      return { series: changed, effects: [effect] };
    }),
});

const retainFeedback = route({
  name: 'retainFeedback',
  method: 'PUT',
  path: '/api/series/{seriesId}/feedback/{lineId}/retained',
  kind: 'write',
  auth: 'series',
  summary: 'Its receiver keeps closed criticism for longer, or no longer; its author is not told.',
  params: linePath,
  body: retainFeedbackInput,
  output: nothing,
  handle: async (call) => {
    await changeRetained(call);
    return { value: {} };
  },
});

/** Beside the head, and only their own devices are told: whoever wrote it learns nothing (PRACTICE D5). */
async function changeRetained(
  call: Call<z.output<typeof linePath>, z.output<typeof retainFeedbackInput>>,
): Promise<void> {
  const { seriesId, lineId } = call.path;
  const { documents, nudge } = call.services;
  const where = seriesPartition(seriesId);
  const headNow = async () => {
    const head = await documents.read<Series>(where, HEAD.id);
    if (!head) throw new Problem('series.notFound');
    return { ...head, by: requireRole(head.value, call.caller.id) };
  };
  const { tenant } = await headNow();
  await writeOnce<Feedback, null>(
    call,
    {
      partition: { ...where, tenant },
      placing: feedbackPlacing(lineId),
      authorise: () => undefined,
    },
    async (current) => {
      if (!current) throw new Problem('feedback.unknown');
      // Read after it: a new retention that came in between gives it its date once more (effects/redate.ts).
      const { value: series, by } = await headNow();
      requireGoingOn(asOf(series, call.at));
      const value = retain(current, by, call.body.retained);
      const { expires } = feedbackPlacingOf(value, series, call.at);
      return { value, ...(expires === undefined ? {} : { expires }) };
    },
    () => null,
  );
  await nudge.send(call.caller.id, { series: seriesId, version: 0, page: 0 });
}

/** What is past: looked for, and kept for as long as the two say (PRACTICE D5). */
export const historyRoutes: readonly Route[] = [listWords, setRetention, retainFeedback];
