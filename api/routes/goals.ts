import {
  changeGoalLines,
  goalFor,
  setGoal,
  type Goal,
  type GoalLineCommand,
} from '@rapport/domain/goal';
import {
  addGoalInput,
  addGoalLineInput,
  changeGoalInput,
  goalSummary,
  goalView,
  restoreGoalLineInput,
} from '@rapport/domain/goal.schema';
import { listOf } from '@rapport/domain/goals';
import { disputeInput } from '@rapport/domain/revision.schema';
import { uuid } from '@rapport/domain/text.schema';
import { editLineInput, removeLineInput } from '@rapport/domain/topic.schema';
import * as z from 'zod/mini';
import { goalPlacing, seriesPartition } from '../places';
import { Problem } from '../problem';
import { readSeries } from '../reading/readSeries';
import { route, type Route } from '../route';
import { addGoal, changeGoal, readGoals } from '../writing/changeGoal';
import { type AnyCall } from '../writing/changeSeries';
import { seriesPath, written } from './shared';

const read = { kind: 'read', auth: 'series', method: 'GET', body: null } as const;
const write = { kind: 'write', auth: 'series', method: 'POST', output: written } as const;
const goals = '/api/series/{seriesId}/goals';
const goal = `${goals}/{goalId}`;
const line = `${goal}/lines/{lineId}`;

const goalPath = z.strictObject({ seriesId: uuid, goalId: uuid });
const goalLinePath = z.strictObject({ seriesId: uuid, goalId: uuid, lineId: uuid });

const onLines = (
  call: AnyCall,
  path: { readonly seriesId: string; readonly goalId: string },
  command: GoalLineCommand,
) => changeGoal(call, path, (one, doing) => changeGoalLines(one, command, doing));

/** Goals, read by both (PRACTICE C2): either writes, nobody changes the other one's words (E2). */
export const goalRoutes: readonly Route[] = [
  route({
    ...read,
    name: 'listGoals',
    path: goals,
    summary: 'The goals of the two, a line each: those they are at first.',
    params: seriesPath,
    output: z.strictObject({ goals: z.array(goalSummary) }),
    async handle(call) {
      const { seriesId } = call.path;
      await readSeries(call, seriesId);
      return { value: { goals: listOf(await readGoals(call, seriesId)) } };
    },
  }),
  route({
    ...read,
    name: 'getGoal',
    path: goal,
    summary: 'One goal in full: its parts, how it goes, and who changed what.',
    params: goalPath,
    output: goalView,
    async handle(call) {
      const { seriesId, goalId } = call.path;
      await readSeries(call, seriesId);
      const where = seriesPartition(seriesId);
      const found = await call.services.documents.read<Goal>(where, goalPlacing(goalId).id);
      if (!found) throw new Problem('goal.unknown', 'goalId');
      return { value: goalFor(found.value) };
    },
  }),
  route({
    ...write,
    name: 'addGoal',
    path: goals,
    summary: 'Suggests a goal in one sentence; its parts follow when there are words for them.',
    params: seriesPath,
    body: addGoalInput,
    handle: async (call) => ({
      ...(await addGoal(call, call.path.seriesId, call.body)),
      status: 201,
    }),
  }),
  route({
    ...write,
    name: 'changeGoal',
    method: 'PATCH',
    path: goal,
    summary: 'Says how a goal stands, whose it is, or by which day; what is left out stays.',
    params: goalPath,
    body: changeGoalInput,
    handle: (call) => changeGoal(call, call.path, (one, doing) => setGoal(one, call.body, doing)),
  }),
  route({
    ...write,
    name: 'addGoalLine',
    path: `${goal}/lines`,
    summary: 'Adds words to one part of a goal, or how it goes.',
    params: goalPath,
    body: addGoalLineInput,
    handle: async (call) => ({
      ...(await onLines(call, call.path, { type: 'add', ...call.body })),
      status: 201,
    }),
  }),
  route({
    ...write,
    name: 'editGoalLine',
    method: 'PATCH',
    path: line,
    summary: "Changes one's own words; those before stay beside them.",
    params: goalLinePath,
    body: editLineInput,
    handle: (call) =>
      onLines(call, call.path, { type: 'edit', id: call.path.lineId, ...call.body }),
  }),
  route({
    ...write,
    name: 'removeGoalLine',
    path: `${line}/remove`,
    summary: "Takes back one's own words; without any, the goal is gone.",
    params: goalLinePath,
    body: removeLineInput,
    handle: (call) =>
      onLines(call, call.path, { type: 'remove', id: call.path.lineId, ...call.body }),
  }),
  route({
    ...write,
    name: 'restoreGoalLine',
    path: `${line}/restore`,
    summary: 'Undoes that.',
    params: goalLinePath,
    body: restoreGoalLineInput,
    handle: (call) =>
      onLines(call, call.path, { type: 'restore', id: call.path.lineId, ...call.body }),
  }),
  route({
    ...write,
    name: 'disputeGoalLine',
    path: `${line}/dispute`,
    summary: "Says below the other one's words that one sees it differently, or takes that back.",
    params: goalLinePath,
    body: disputeInput,
    handle: (call) =>
      onLines(call, call.path, { type: 'dispute', id: call.path.lineId, ...call.body }),
  }),
];
