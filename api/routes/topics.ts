import { applyToTopics, type TopicCommand } from '@rapport/domain/agenda';
import { changePage, startSharing } from '@rapport/domain/privatePage';
import { next, requireGoingOn } from '@rapport/domain/series';
import type { Doing } from '@rapport/domain/topic';
import {
  addTopicInput,
  editTopicInput,
  moveTopicInput,
  removeTopicInput,
  restoreTopicInput,
} from '@rapport/domain/topic.schema';
import type * as z from 'zod/mini';
import { route, type Answer, type Call, type Route } from '../route';
import { changeOwnPage } from '../writing/changePage';
import { changeSeries, type AnyCall } from '../writing/changeSeries';
import { nothing, seriesPath, topicPath, written } from './shared';

/** One of the two lists of topics as a resource: who reads it, and how a command gets to it. */
interface List {
  /** Last part of the routes' names, e.g. `addTopic`, `addPrivateTopic`. */
  readonly noun: 'Topic' | 'PrivateTopic';
  readonly at: string;
  readonly readers: string;
  apply(call: AnyCall, seriesId: string, command: TopicCommand): Promise<Answer<Written>>;
}

type Written = z.output<typeof written>;

const doing = (call: AnyCall, by: Doing['by']): Doing => ({
  by,
  at: call.at,
  commandId: call.idempotency.key,
});

const shared: List = {
  noun: 'Topic',
  at: '/api/series/{seriesId}/topics',
  readers: 'read by both',
  apply: (call, seriesId, command) =>
    changeSeries(call, seriesId, (series, by) => {
      requireGoingOn(series);
      const topics = applyToTopics(series.topics, command, doing(call, by));
      return topics === series.topics ? series : next(series, { topics: [...topics] });
    }),
};

const onlyMe: List = {
  noun: 'PrivateTopic',
  at: '/api/series/{seriesId}/private-topics',
  readers: 'read by its author alone',
  apply: (call, seriesId, command) =>
    changeOwnPage(call, seriesId, (page, by) => ({
      page: changePage(page, command, doing(call, by)),
    })),
};

type OfTopic<B> = Call<z.output<typeof topicPath>, B>;

/** The routes of one list: the same five for both, so that a topic is handled alike wherever it stands. */
function routesOf({ noun, at, readers, apply }: List): Route[] {
  const onTopic = <B>(call: OfTopic<B>, command: TopicCommand) =>
    apply(call, call.path.seriesId, command);
  const common = { kind: 'write', auth: 'series', output: written } as const;
  return [
    route({
      ...common,
      name: `add${noun}`,
      method: 'POST',
      path: at,
      summary: `Adds a topic, ${readers}. The id is the client's.`,
      params: seriesPath,
      body: addTopicInput,
      handle: async (call) => ({
        status: 201,
        ...(await apply(call, call.path.seriesId, { type: 'addTopic', ...call.body })),
      }),
    }),
    route({
      ...common,
      name: `edit${noun}`,
      method: 'PATCH',
      path: `${at}/{topicId}`,
      summary: `Changes the words of one's own topic, ${readers}. A clash keeps both wordings.`,
      params: topicPath,
      body: editTopicInput,
      handle: (call) => onTopic(call, { type: 'editTopic', id: call.path.topicId, ...call.body }),
    }),
    route({
      ...common,
      name: `move${noun}`,
      method: 'POST',
      path: `${at}/{topicId}/move`,
      summary: 'Places a topic right after another one of the same raiser, or first.',
      params: topicPath,
      body: moveTopicInput,
      handle: (call) => onTopic(call, { type: 'moveTopic', id: call.path.topicId, ...call.body }),
    }),
    route({
      ...common,
      name: `remove${noun}`,
      method: 'POST',
      path: `${at}/{topicId}/remove`,
      summary: "Removes one's own topic; its words are deleted at once.",
      params: topicPath,
      body: removeTopicInput,
      handle: (call) => onTopic(call, { type: 'removeTopic', id: call.path.topicId, ...call.body }),
    }),
    route({
      ...common,
      name: `restore${noun}`,
      method: 'POST',
      path: `${at}/{topicId}/restore`,
      summary: 'Undoes a removal: the author sends the words again, to the same place.',
      params: topicPath,
      body: restoreTopicInput,
      handle: (call) =>
        onTopic(call, { type: 'restoreTopic', id: call.path.topicId, ...call.body }),
    }),
  ];
}

const shareTopic = route({
  name: 'shareTopic',
  method: 'POST',
  path: '/api/series/{seriesId}/private-topics/{topicId}/share',
  kind: 'write',
  auth: 'series',
  summary: 'Puts an "only me" topic on the shared agenda.',
  params: topicPath,
  body: nothing,
  output: written,
  handle: (call) => {
    const { seriesId: series, topicId: topic } = call.path;
    const person = call.caller.id;
    return changeOwnPage(call, series, (page, by) => ({
      page: startSharing(page, topic),
      effects: [{ type: 'publish', series, topic, person, by }],
    }));
  },
});

export const topicRoutes: readonly Route[] = [...routesOf(shared), ...routesOf(onlyMe), shareTopic];
