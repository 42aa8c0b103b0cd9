import type { LineCommand } from '@rapport/domain/agenda';
import { addNoteInput, addPrivateNoteInput, restoreNoteInput } from '@rapport/domain/note.schema';
import {
  addTopicInput,
  discussTopicInput,
  editLineInput,
  keepTopicInput,
  markTopicInput,
  moveTopicInput,
  removeLineInput,
  restoreTopicInput,
} from '@rapport/domain/topic.schema';
import type * as z from 'zod/mini';
import { route, type Answer, type Call, type Route } from '../route';
import { changeShared } from '../writing/changeShared';
import { commandOwnPage } from '../writing/changePage';
import type { AnyCall } from '../writing/changeSeries';
import { linePath, seriesPath, written } from './shared';

type Written = z.output<typeof written>;
type OfLine<B> = Call<z.output<typeof linePath>, B>;

/** A page as a resource: who reads what stands on it, and how a command gets to it. */
interface Page {
  /** Goes into the routes' names: `addTopic`, `addPrivateTopic`. */
  readonly name: '' | 'Private';
  readonly prefix: '' | 'private-';
  readonly readers: string;
  apply(call: AnyCall, seriesId: string, command: LineCommand): Promise<Answer<Written>>;
}

const PAGES: readonly Page[] = [
  { name: '', prefix: '', readers: 'read by both', apply: changeShared },
  {
    name: 'Private',
    prefix: 'private-',
    readers: 'read by its author alone',
    apply: commandOwnPage,
  },
];

const common = { kind: 'write', auth: 'series', output: written } as const;

const added = async (answer: Promise<Answer<Written>>): Promise<Answer<Written>> => ({
  ...(await answer),
  status: 201,
});

/** What can be done with a line of either kind, on either page: the same routes everywhere. */
function routesOf({ name, prefix, readers, apply }: Page, noun: 'Topic' | 'Note'): Route[] {
  const things = noun.toLowerCase();
  const at = `/api/series/{seriesId}/${prefix}${things}s`;
  const onLine = <B>(call: OfLine<B>, command: LineCommand) =>
    apply(call, call.path.seriesId, command);
  return [
    route({
      ...common,
      name: `edit${name}${noun}`,
      method: 'PATCH',
      path: `${at}/{lineId}`,
      summary: `Changes the words of one's own ${things}, ${readers}. A clash keeps both wordings.`,
      params: linePath,
      body: editLineInput,
      handle: (call) => onLine(call, { type: `edit${noun}`, id: call.path.lineId, ...call.body }),
    }),
    route({
      ...common,
      name: `remove${name}${noun}`,
      method: 'POST',
      path: `${at}/{lineId}/remove`,
      summary: `Removes one's own ${things}; its words are deleted at once.`,
      params: linePath,
      body: removeLineInput,
      handle: (call) => onLine(call, { type: `remove${noun}`, id: call.path.lineId, ...call.body }),
    }),
  ];
}

function topicRoutes(page: Page): Route[] {
  const { name, prefix, readers, apply } = page;
  const at = `/api/series/{seriesId}/${prefix}topics`;
  return [
    route({
      ...common,
      name: `add${name}Topic`,
      method: 'POST',
      path: at,
      summary: `Adds a topic, ${readers}. The id is the client's.`,
      params: seriesPath,
      body: addTopicInput,
      handle: (call) => added(apply(call, call.path.seriesId, { type: 'addTopic', ...call.body })),
    }),
    ...routesOf(page, 'Topic'),
    route({
      ...common,
      name: `restore${name}Topic`,
      method: 'POST',
      path: `${at}/{lineId}/restore`,
      summary: 'Undoes a removal: the author sends the words again, to the same place.',
      params: linePath,
      body: restoreTopicInput,
      handle: (call) =>
        apply(call, call.path.seriesId, {
          type: 'restoreTopic',
          id: call.path.lineId,
          ...call.body,
        }),
    }),
    route({
      ...common,
      name: `move${name}Topic`,
      method: 'POST',
      path: `${at}/{lineId}/move`,
      summary: 'Places a topic right after another one of the same raiser, or first.',
      params: linePath,
      body: moveTopicInput,
      handle: (call) =>
        apply(call, call.path.seriesId, {
          type: 'moveTopic',
          id: call.path.lineId,
          ...call.body,
        }),
    }),
  ];
}

function noteRoutes(page: Page): Route[] {
  const { name, prefix, readers, apply } = page;
  const at = `/api/series/{seriesId}/${prefix}notes`;
  return [
    route({
      ...common,
      name: `add${name}Note`,
      method: 'POST',
      path: at,
      summary: `Adds a line of notes to a topic or the meeting, ${readers}.`,
      params: seriesPath,
      body: name === 'Private' ? addPrivateNoteInput : addNoteInput,
      handle: (call) => added(apply(call, call.path.seriesId, { type: 'addNote', ...call.body })),
    }),
    ...routesOf(page, 'Note'),
    route({
      ...common,
      name: `restore${name}Note`,
      method: 'POST',
      path: `${at}/{lineId}/restore`,
      summary: 'Undoes a removal: the author sends the words again, to the same place.',
      params: linePath,
      body: restoreNoteInput,
      handle: (call) =>
        apply(call, call.path.seriesId, {
          type: 'restoreNote',
          id: call.path.lineId,
          ...call.body,
        }),
    }),
  ];
}

const discussTopic = route({
  ...common,
  name: 'discussTopic',
  method: 'POST',
  path: '/api/series/{seriesId}/topics/{lineId}/discussed',
  summary: 'Ticks a topic off, or takes that back.',
  params: linePath,
  body: discussTopicInput,
  handle: (call) =>
    changeShared(call, call.path.seriesId, {
      type: 'discussTopic',
      id: call.path.lineId,
      ...call.body,
    }),
});

const keepTopic = route({
  ...common,
  name: 'keepTopic',
  method: 'POST',
  path: '/api/series/{seriesId}/topics/{lineId}/keep',
  summary: 'Says that a topic carried over several times is still wanted; whoever raised it may.',
  params: linePath,
  body: keepTopicInput,
  handle: (call) =>
    changeShared(call, call.path.seriesId, {
      type: 'keepTopic',
      id: call.path.lineId,
      ...call.body,
    }),
});

const markTopic = route({
  ...common,
  name: 'markTopic',
  method: 'POST',
  path: '/api/series/{seriesId}/topics/{lineId}/level',
  summary: "Says whether one's own topic is strategic or tactical, or neither.",
  params: linePath,
  body: markTopicInput,
  handle: (call) =>
    changeShared(call, call.path.seriesId, {
      type: 'markTopic',
      id: call.path.lineId,
      ...call.body,
    }),
});

export const lineRoutes: readonly Route[] = [
  ...PAGES.flatMap((page) => [...topicRoutes(page), ...noteRoutes(page)]),
  discussTopic,
  keepTopic,
  markTopic,
];
