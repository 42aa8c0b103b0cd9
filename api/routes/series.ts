import { oneOnOneChatId } from '@rapport/domain/chat';
import { personIdOf } from '@rapport/domain/person';
import { goesAt } from '@rapport/domain/ending';
import { renewInvitation } from '@rapport/domain/invitation';
import { answerJoinRequest } from '@rapport/domain/joinRequest';
import { leave } from '@rapport/domain/member';
import { needsFor } from '@rapport/domain/needs';
import { needs } from '@rapport/domain/needs.schema';
import { peopleOf } from '@rapport/domain/seat';
import {
  bindChat,
  requireChatOf,
  startSeries as newSeries,
  type Series,
} from '@rapport/domain/series';
import {
  answerJoinRequestInput,
  seriesView,
  startSeriesInput,
} from '@rapport/domain/series.schema';
import { uuid } from '@rapport/domain/text.schema';
import { viewFor } from '@rapport/domain/view';
import * as z from 'zod/mini';
import type { Effect } from '../effects/effect';
import { runEffects } from '../effects/runEffects';
import { chatKeyOf, HEAD, seriesPartition } from '../places';
import { Problem } from '../problem';
import { readSeries } from '../reading/readSeries';
import { personOf, route, type Call, type Route } from '../route';
import { changeSeries, readPage, requireRole, writeHead } from '../writing/changeSeries';
import { followOn, requireNaming } from '../writing/changeSuccessions';
import { reminding } from '../writing/reminding';
import { writeOnce } from '../writing/writeOnce';
import { claimLead, refuseTooMany } from '../writing/leading';
import { requireOwnChat } from './chats';
import { chatInput, nothing, seriesPath, written } from './shared';

const startSeries = route({
  name: 'startSeries',
  method: 'POST',
  path: '/api/series',
  kind: 'write',
  auth: 'person',
  summary: 'A manager sets up a series and invites the report; it can be prepared at once.',
  params: nothing,
  body: startSeriesInput,
  output: written,
  async handle(call) {
    const { caller, at, services } = call;
    const { report: picked, naming, ...rest } = call.body;
    const report = picked && { id: personIdOf(caller.tid, picked.oid), name: picked.name };
    const manager = personOf(caller);
    const chatKey = picked && chatKeyOf(caller.tid, oneOnOneChatId(caller.oid, picked.oid));
    const started = newSeries({ ...rest, report }, manager, at);
    const series = chatKey ? bindChat(started, chatKey) : started;
    const { value, pending } = await writeOnce<Series, { version: number }>(
      call,
      {
        partition: { ...seriesPartition(series.id), tenant: caller.tid },
        placing: HEAD,
        authorise: (current) => {
          if (current && current.manager.person.id !== caller.id) {
            throw new Problem('series.idTaken', 'id');
          }
        },
      },
      async (current) => {
        if (current) throw new Problem('series.idTaken', 'id');
        // Asked here, where a repeat of one that was allowed has been recognised already.
        await refuseTooMany(call);
        if (chatKey) await claimLead(call, chatKey, series.id);
        const seats: Effect = { type: 'seats', series: series.id, people: peopleOf(series) };
        if (naming === undefined)
          return { value: series, effects: [seats, ...reminding(null, series)] };
        const named = await requireNaming(call, naming, picked?.oid);
        const { value: followed, effects } = followOn(series, named);
        return { value: followed, effects: [seats, ...effects, ...reminding(null, followed)] };
      },
      ({ version }) => ({ version }),
    );
    await runEffects(services, pending);
    return { status: 201, value };
  },
});

const getSeries = route({
  name: 'getSeries',
  method: 'GET',
  path: '/api/series/{seriesId}',
  kind: 'read',
  auth: 'series',
  summary: 'What the caller may read of a series: the shared agenda and their own page.',
  params: seriesPath,
  body: null,
  output: seriesView,
  async handle(call) {
    const { seriesId } = call.path;
    const [{ series, by }, page] = await Promise.all([
      readSeries(call, seriesId),
      readPage(call, seriesId),
    ]);
    return { value: viewFor(series, page, by, call.at) };
  },
});

const getNeeds = route({
  name: 'getNeeds',
  method: 'GET',
  path: '/api/series/{seriesId}/needs',
  kind: 'read',
  auth: 'series',
  summary:
    'What a series asks of the caller now, for its line in their home: no words, no numbers.',
  params: seriesPath,
  body: null,
  output: needs,
  async handle(call) {
    const { series, by } = await readSeries(call, call.path.seriesId);
    return { value: needsFor(series, by, call.at) };
  },
});

const write = {
  method: 'POST',
  kind: 'write',
  auth: 'series',
  params: seriesPath,
  output: written,
} as const;

const renew = route({
  ...write,
  name: 'renewInvitation',
  path: '/api/series/{seriesId}/invitation',
  summary: 'Invites the same person again, for another seven days.',
  body: nothing,
  handle: (call) =>
    changeSeries(call, call.path.seriesId, (series, by) => renewInvitation(series, by, call.at)),
});

const answerRequest = route({
  ...write,
  name: 'answerJoinRequest',
  path: '/api/series/{seriesId}/join-requests/{requestId}',
  summary:
    'The manager confirms the verified name of whoever asked to join, or says it is somebody else.',
  params: z.strictObject({ seriesId: uuid, requestId: uuid }),
  body: answerJoinRequestInput,
  handle: (call) =>
    changeSeries(call, call.path.seriesId, (series, by) =>
      answerJoinRequest(series, by, { id: call.path.requestId, ...call.body }, call.at),
    ),
});

const bind = route({
  ...write,
  name: 'bindChat',
  path: '/api/series/{seriesId}/chats',
  summary: 'Opens the series from this chat or meeting too.',
  body: chatInput,
  async handle(call) {
    const chatKey = requireOwnChat(call);
    const { seriesId } = call.path;
    const { caller, at } = call;
    return changeSeries(call, seriesId, (series) => {
      requireChatOf(series, call.body.chatId);
      const point = { type: 'point', chatKey, series: seriesId, person: caller.id, at } as const;
      return { series: bindChat(series, chatKey), effects: [point] };
    });
  },
});

const leaveSeries = route({
  ...write,
  name: 'leaveSeries',
  path: '/api/series/{seriesId}/leave',
  summary:
    "Leaves for good: one's own page is deleted at once, what both shared can be read for 90 days and then goes.",
  body: nothing,
  async handle(call: Call<{ seriesId: string }, unknown>) {
    const answer = await writeHead(call, call.path.seriesId, {
      // Whoever has just left may repeat the request, and is told what they were told; not what came after.
      authorise: (series) => void memberRole(series, call.caller.id),
      change(series) {
        const left = leave(series, requireRole(series, call.caller.id), call.at);
        const notBefore = goesAt(left) ?? call.at;
        return { series: left, effects: [{ type: 'end', series: series.id, notBefore }] };
      },
    });
    // Sockets are a person's and not a series'; what stays open elsewhere comes back by itself.
    await call.services.nudge.disconnect(call.caller.id);
    return answer;
  },
});

function memberRole({ manager, report }: Series, person: string): 'manager' | 'report' {
  if (manager.person.id === person) return 'manager';
  if (report?.person.id === person) return 'report';
  throw new Problem('series.notFound');
}

export const seriesRoutes: readonly Route[] = [
  startSeries,
  getSeries,
  getNeeds,
  renew,
  answerRequest,
  bind,
  leaveSeries,
];
