import { supportResources } from '@rapport/domain/support.schema';
import * as z from 'zod/mini';
import { route, type Route } from '../route';
import { nothing } from './shared';

const getSupport = route({
  name: 'getSupport',
  method: 'GET',
  path: '/api/support',
  kind: 'read',
  auth: 'person',
  summary: 'Where the organisation says one can turn to, by language; the same for everybody.',
  params: nothing,
  body: null,
  output: z.strictObject({ resources: supportResources }),
  handle: async ({ services }) => ({ value: { resources: services.support } }),
});

export const supportRoutes: readonly Route[] = [getSupport];
