import { instant } from '@rapport/domain/text.schema';
import * as z from 'zod/mini';
import { route, type Route } from '../route';
import { nothing } from './shared';

const connectNudge = route({
  name: 'connectNudge',
  method: 'POST',
  path: '/api/nudge',
  kind: 'query',
  auth: 'person',
  summary:
    'An address for one WebSocket that says, without content, when there is something newer to read.',
  params: nothing,
  body: nothing,
  output: z.strictObject({
    connection: z.nullable(z.strictObject({ url: z.string(), expiresAt: instant })),
  }),
  handle: async ({ caller, services }) => ({
    value: { connection: await services.nudge.connection(caller.id) },
  }),
});

export const nudgeRoutes: readonly Route[] = [connectNudge];
