import { namingView, type Naming } from '@rapport/domain/succession.schema';
import { uuid } from '@rapport/domain/text.schema';
import * as z from 'zod/mini';
import { runEffects } from '../effects/runEffects';
import { namingPlacing, personPartition } from '../places';
import { Problem } from '../problem';
import { route, type Route } from '../route';
import { writeOnce } from '../writing/writeOnce';
import { nothing } from './shared';

const NAMINGS = 50;

const listNamings = route({
  name: 'listNamings',
  method: 'GET',
  path: '/api/home/namings',
  kind: 'read',
  auth: 'person',
  summary: 'Whose 1:1s the caller is asked to lead.',
  params: nothing,
  body: null,
  output: z.strictObject({ namings: z.array(namingView) }),
  async handle({ caller, services: { documents } }) {
    const { documents: found } = await documents.list<Naming>(
      personPartition(caller.id),
      'naming',
      NAMINGS,
    );
    return {
      value: {
        namings: found
          .filter(({ value }) => !value.declined)
          .map(({ value: { id, kind, until, by, manager, report, expiresAt } }) => ({
            id,
            kind,
            until,
            by,
            manager,
            report,
            expiresAt,
          })),
      },
    };
  },
});

const declineNaming = route({
  name: 'declineNaming',
  method: 'POST',
  path: '/api/home/namings/{namingId}/decline',
  kind: 'write',
  auth: 'person',
  summary: 'Says "not now" to leading somebody else\'s 1:1s; no reason is asked.',
  params: z.strictObject({ namingId: uuid }),
  body: nothing,
  output: z.strictObject({ declined: z.literal(true) }),
  async handle(call) {
    const { value, pending } = await writeOnce<Naming, { declined: true }>(
      call,
      {
        partition: personPartition(call.caller.id),
        placing: namingPlacing(call.path.namingId),
        authorise: () => undefined,
      },
      (naming) => {
        if (!naming) throw new Problem('naming.notFound');
        const { series, id: succession } = naming;
        return {
          value: { ...naming, declined: true },
          effects: [{ type: 'name', series, succession, outcome: 'declined' }],
        };
      },
      () => ({ declined: true }),
    );
    await runEffects(call.services, pending);
    return { value };
  },
});

export const namingRoutes: readonly Route[] = [listNamings, declineNaming];
