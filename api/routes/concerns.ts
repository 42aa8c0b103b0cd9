import {
  batchesBefore,
  concernFor,
  CONCERNS_PER_MANAGER,
  saveConcern,
  type Concern,
} from '@rapport/domain/concern';
import { concernView, saveConcernInput, type ConcernSlot } from '@rapport/domain/concern.schema';
import { batchAfter, batchBeside, freezeOf, resultFrom } from '@rapport/domain/concernBatch';
import { COOL_DOWN } from '@rapport/domain/concernCount';
import { instant, uuid } from '@rapport/domain/text.schema';
import * as z from 'zod/mini';
import { CONCERN_KIND, personPartition, slotPlacing } from '../places';
import { route, type Route } from '../route';
import {
  changeConcern,
  existing,
  handInConcern,
  removeConcern,
  requireRoom,
  takeOutConcern,
} from '../writing/changeConcern';
import { nothing } from './shared';

const at = '/api/home/concerns';
const concernPath = z.strictObject({ concernId: uuid });
const kept = z.strictObject({ id: uuid });
const common = {
  method: 'POST',
  kind: 'write',
  auth: 'person',
  params: concernPath,
  body: nothing,
  output: kept,
} as const;

const listConcerns = route({
  name: 'listConcerns',
  method: 'GET',
  path: at,
  kind: 'read',
  auth: 'person',
  summary:
    "The caller's own common concerns, and the coming batch. Until a result nothing of it depends on others.",
  params: nothing,
  body: null,
  output: z.strictObject({
    concerns: z.array(concernView),
    /** The coming batch: when it is frozen, and when its results come. */
    next: z.strictObject({ freezeAt: instant, resultAt: instant }),
    /** Series whose reports were part of a concern lately, and the batch from which they can be again. */
    resting: z.array(z.strictObject({ series: uuid, from: instant })),
  }),
  async handle({ caller, services: { documents }, at: now }) {
    const mine = personPartition(caller.id);
    const batch = batchAfter(now);
    const known = await documents.list<Concern>(mine, CONCERN_KIND, CONCERNS_PER_MANAGER);
    const slots = await Promise.all(
      batchesBefore(batch).map(async (one) => {
        const slot = await documents.read<ConcernSlot>(mine, slotPlacing(one).id);
        const from = freezeOf(batchBeside(one, COOL_DOWN));
        return (slot?.value.people ?? []).map(({ series }) => ({ series, from }));
      }),
    );
    const freezeAt = freezeOf(batch);
    return {
      value: {
        concerns: known.documents
          .map(({ value }) => value)
          .toSorted((a, b) => b.draftedAt.localeCompare(a.draftedAt, 'en'))
          .map((concern) => concernFor(concern, now)),
        next: { freezeAt, resultAt: resultFrom(freezeAt) },
        resting: slots.flat(),
      },
    };
  },
});

/** Common concerns as their manager writes them (PRACTICE C8); the raisers' side is in concernNotices.ts. */
export const concernRoutes: readonly Route[] = [
  listConcerns,
  route({
    ...common,
    name: 'saveConcern',
    method: 'PUT',
    path: `${at}/{concernId}`,
    summary:
      'Keeps the draft of a common concern: its wording, its audience, and the topics it is about.',
    body: saveConcernInput,
    handle: (call) =>
      changeConcern(call, call.path.concernId, async (concern) => {
        if (!concern) await requireRoom(call);
        return { value: saveConcern(concern, call.path.concernId, call.body, call.at) };
      }),
  }),
  route({
    ...common,
    name: 'handInConcern',
    path: `${at}/{concernId}/hand-in`,
    summary: 'Puts a common concern into the coming batch, one a month.',
    handle: (call) =>
      changeConcern(call, call.path.concernId, (concern) => handInConcern(call, existing(concern))),
  }),
  route({
    ...common,
    name: 'takeOutConcern',
    path: `${at}/{concernId}/take-out`,
    summary: 'Takes a common concern out of its batch, until that is frozen.',
    handle: (call) =>
      changeConcern(call, call.path.concernId, (concern) =>
        takeOutConcern(call, existing(concern)),
      ),
  }),
  route({
    ...common,
    name: 'removeConcern',
    path: `${at}/{concernId}/remove`,
    summary: 'Deletes a draft, or a common concern that has its result.',
    handle: (call) =>
      changeConcern(call, call.path.concernId, (concern) => removeConcern(call, existing(concern))),
  }),
];
