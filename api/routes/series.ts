import { oneOnOneChatId } from '@rapport/domain/chat';
import { personIdOf } from '@rapport/domain/person';
import {
  agreeToTerms,
  answerJoinRequest,
  bindChat,
  leave,
  peopleOf,
  renewInvitation,
  startSeries as newSeries,
  type Series,
} from '@rapport/domain/series';
import {
  agreeInput,
  answerJoinRequestInput,
  seriesView,
  startSeriesInput,
} from '@rapport/domain/series.schema';
import { uuid } from '@rapport/domain/text.schema';
import { viewFor } from '@rapport/domain/view';
import * as z from 'zod/mini';
import { runEffects } from '../effects/runEffects';
import {
  chatKeyOf,
  chatPlacing,
  HEAD,
  personPartition,
  seriesPartition,
  type ChatPointer,
} from '../places';
import { Problem } from '../problem';
import { route, type Call, type Route } from '../route';
import {
  changeSeries,
  readPage,
  requireRole,
  writeHead,
  type AnyCall,
} from '../writing/changeSeries';
import { writeOnce } from '../writing/writeOnce';
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
    const { report: picked, ...rest } = call.body;
    const report = picked && { id: personIdOf(caller.tid, picked.oid), name: picked.name };
    const manager = { id: caller.id, name: caller.name };
    let series = newSeries({ ...rest, report }, manager, at);
    if (picked) {
      const chatKey = chatKeyOf(caller.tid, oneOnOneChatId(caller.oid, picked.oid));
      await refuseSecondSeries(call, chatKey, series.id);
      series = bindChat(series, chatKey);
    }
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
      (current) => {
        if (current) throw new Problem('series.idTaken', 'id');
        return {
          value: series,
          effects: [{ type: 'seats', series: series.id, people: peopleOf(series) }],
        };
      },
      ({ version }) => ({ version }),
    );
    await runEffects(services, pending);
    return { status: 201, value };
  },
});

/** One series led with the same person is enough; the seat of the 1:1 chat remembers it. */
async function refuseSecondSeries(call: AnyCall, chatKey: string, id: string): Promise<void> {
  const { documents } = call.services;
  const place = personPartition(call.caller.id);
  const pointer = await documents.read<ChatPointer>(place, chatPlacing(chatKey).id);
  if (!pointer?.value.series || pointer.value.series === id) return;
  const head = await documents.read<Series>(seriesPartition(pointer.value.series), HEAD.id);
  const leads = head?.value.manager.person.id === call.caller.id && !head.value.report?.leftAt;
  if (leads) throw new Problem('series.exists', 'report');
}

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
    const { documents } = call.services;
    const { seriesId } = call.path;
    const [head, page] = await Promise.all([
      documents.read<Series>(seriesPartition(seriesId), HEAD.id),
      readPage(call, seriesId),
    ]);
    if (!head) throw new Problem('series.notFound');
    const by = requireRole(head.value, call.caller.id);
    return { value: viewFor(head.value, page, by, call.at) };
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

const agree = route({
  ...write,
  name: 'agreeToTerms',
  path: '/api/series/{seriesId}/terms',
  summary: 'Agrees to the information terms.',
  body: agreeInput,
  handle: (call) =>
    changeSeries(call, call.path.seriesId, (series, by) =>
      agreeToTerms(series, by, call.body.terms, call.at),
    ),
});

const bind = route({
  ...write,
  name: 'bindChat',
  path: '/api/series/{seriesId}/chats',
  summary: 'Opens the series from this chat or meeting too.',
  body: chatInput,
  handle: (call) => {
    const chatKey = requireOwnChat(call);
    return changeSeries(call, call.path.seriesId, (series) => bindChat(series, chatKey));
  },
});

const leaveSeries = route({
  ...write,
  name: 'leaveSeries',
  path: '/api/series/{seriesId}/leave',
  summary: "Leaves for good: access ends at once, and one's own page is deleted.",
  body: nothing,
  handle: (call: Call<{ seriesId: string }, unknown>) =>
    writeHead(call, call.path.seriesId, {
      // Whoever has just left may repeat the request; it tells them nothing.
      authorise: (series) => void memberRole(series, call.caller.id),
      change: (series) => leave(series, memberRole(series, call.caller.id), call.at),
    }),
});

function memberRole({ manager, report }: Series, person: string): 'manager' | 'report' {
  if (manager.person.id === person) return 'manager';
  if (report?.person.id === person) return 'report';
  throw new Problem('series.notFound');
}

export const seriesRoutes: readonly Route[] = [
  startSeries,
  getSeries,
  renew,
  answerRequest,
  agree,
  bind,
  leaveSeries,
];
