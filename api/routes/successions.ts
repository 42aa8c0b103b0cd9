import {
  agreeToOffer,
  NOTHING_BROUGHT,
  removeBrought,
  takeBackOffer,
  withoutPast,
} from '@rapport/domain/bring';
import { stillBrought } from '@rapport/domain/broughtPast';
import { personIdOf } from '@rapport/domain/person';
import {
  extendStandIn,
  nameSuccessor,
  NO_SUCCESSIONS,
  settle,
  successionsFor,
} from '@rapport/domain/succession';
import {
  broughtView,
  extendInput,
  nameSuccessorInput,
  offerLineInput,
  successionsView,
  type Brought,
  type Successions,
} from '@rapport/domain/succession.schema';
import { uuid } from '@rapport/domain/text.schema';
import * as z from 'zod/mini';
import { BROUGHT, seriesPartition, SUCCESSIONS } from '../places';
import { readSeries } from '../reading/readSeries';
import { route, type Call, type Route } from '../route';
import { changeSeries } from '../writing/changeSeries';
import { changeBrought, changeSuccessions, whoReads } from '../writing/changeSuccessions';
import { carries, offer } from '../writing/offerLine';
import { nothing, seriesPath, written } from './shared';

const successionPath = z.strictObject({ seriesId: uuid, successionId: uuid });
const offerPath = z.strictObject({ seriesId: uuid, offerId: uuid });
const write = { method: 'POST', kind: 'write', auth: 'series', output: written } as const;
const read = {
  method: 'GET',
  kind: 'read',
  auth: 'series',
  params: seriesPath,
  body: null,
} as const;

/** A document beside the head, and in which role the caller reads it. */
async function readBeside<T>(call: Call<{ readonly seriesId: string }, unknown>, id: string) {
  const { documents } = call.services;
  const where = seriesPartition(call.path.seriesId);
  const [opened, found] = await Promise.all([
    readSeries(call, call.path.seriesId),
    documents.read<T>(where, id),
  ]);
  return { ...opened, value: found?.value ?? null };
}

/** A stand-in or a new manager, and what is taken along (PRACTICE C7). */
export const successionRoutes: readonly Route[] = [
  route({
    ...read,
    name: 'listSuccessions',
    path: '/api/series/{seriesId}/successions',
    summary: "Who was asked to lead the report's 1:1s, and the lines that the caller has a say in.",
    output: successionsView,
    async handle(call) {
      const { series, by, value } = await readBeside<Successions>(call, SUCCESSIONS.id);
      const standing = withoutPast(value ?? NO_SUCCESSIONS, series, call.at);
      return { value: successionsFor(standing, series.origin, by, call.at) };
    },
  }),
  route({
    ...write,
    name: 'nameSuccessor',
    path: '/api/series/{seriesId}/successions',
    summary: "Asks somebody to lead the report's 1:1s, for a while or from now on.",
    params: seriesPath,
    body: nameSuccessorInput,
    handle: (call) =>
      changeSuccessions(call, call.path.seriesId, (successions, series, by) => {
        const { person: picked, ...rest } = call.body;
        const person = { id: personIdOf(call.caller.tid, picked.oid), name: picked.name };
        const value = nameSuccessor(successions, series, { ...rest, person }, by, call.at);
        const succession = call.body.id;
        return {
          value,
          effects: [{ type: 'name', series: series.id, succession, outcome: null }],
        };
      }),
  }),
  route({
    ...write,
    name: 'withdrawSuccession',
    path: '/api/series/{seriesId}/successions/{successionId}/withdraw',
    summary: 'Takes the question back while it is open; either of the two may.',
    params: successionPath,
    body: nothing,
    handle: (call) =>
      changeSuccessions(call, call.path.seriesId, (successions, series) => {
        const succession = call.path.successionId;
        const value = settle(successions, succession, { state: 'withdrawn', series: null });
        return {
          value,
          effects: [{ type: 'name', series: series.id, succession, outcome: null }],
        };
      }),
  }),
  route({
    ...write,
    name: 'offerLine',
    path: '/api/series/{seriesId}/successions/{successionId}/offers',
    summary:
      "Lets a line or a goal of the caller's be taken along; a joint one waits for the other one.",
    params: successionPath,
    body: offerLineInput,
    handle: (call) =>
      offer(call, call.path.seriesId, { ...call.body, succession: call.path.successionId }),
  }),
  route({
    ...write,
    name: 'agreeToOffer',
    path: '/api/series/{seriesId}/offers/{offerId}/agree',
    summary: "Lets a joint line, or one that leaves a stand-in's series, be taken along.",
    params: offerPath,
    body: nothing,
    handle: (call) =>
      changeSuccessions(call, call.path.seriesId, (successions, series, by) => {
        const value = agreeToOffer(successions, call.path.offerId, by);
        const agreed = value.offers.find(({ id }) => id === call.path.offerId);
        const effects = agreed ? carries(value, series.id, agreed.succession) : [];
        return { value, effects };
      }),
  }),
  route({
    ...write,
    name: 'takeBackOffer',
    path: '/api/series/{seriesId}/offers/{offerId}/take-back',
    summary: 'Takes a line, or the yes to it, back while it has not gone.',
    params: offerPath,
    body: nothing,
    handle: (call) =>
      changeSuccessions(
        call,
        call.path.seriesId,
        (successions, _, by) => ({ value: takeBackOffer(successions, call.path.offerId, by) }),
        whoReads,
      ),
  }),
  route({
    ...write,
    name: 'extendStandIn',
    path: '/api/series/{seriesId}/stand-in',
    summary: 'The report lets a stand-in go on for longer.',
    params: seriesPath,
    body: extendInput,
    handle: (call) =>
      changeSeries(call, call.path.seriesId, (series, by) => {
        const { until } = call.body;
        const extended = extendStandIn(series, by, until, call.at);
        return {
          series: extended,
          effects: [{ type: 'endStandIn', series: series.id, at: until }],
        };
      }),
  }),
  route({
    ...read,
    name: 'listBrought',
    path: '/api/series/{seriesId}/brought',
    summary:
      'Lines that somebody brought along, with whose they are; nothing else of where they were.',
    output: broughtView,
    async handle(call) {
      const { series, value } = await readBeside<Brought>(call, BROUGHT.id);
      return { value: { lines: stillBrought(value ?? NOTHING_BROUGHT, series, call.at) } };
    },
  }),
  route({
    ...write,
    name: 'removeBrought',
    path: '/api/series/{seriesId}/brought/{lineId}/remove',
    summary: 'Takes a brought line off for both.',
    params: z.strictObject({ seriesId: uuid, lineId: uuid }),
    body: nothing,
    handle: (call) =>
      changeBrought(call, call.path.seriesId, (brought, by) =>
        removeBrought(brought, call.path.lineId, by),
      ),
  }),
];
