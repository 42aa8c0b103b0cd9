import * as z from 'zod/mini';
import { describeApi } from '../openapi';
import { Problem } from '../problem';
import { route, type Route } from '../route';
import { nothing } from './shared';

/** What the api says about itself, to anybody. */
export function aboutRoutes(described: readonly Route[]): readonly Route[] {
  const about = {
    method: 'GET',
    kind: 'read',
    auth: 'nobody',
    params: nothing,
    body: null,
  } as const;
  const health = route({
    ...about,
    name: 'getHealth',
    path: '/api/health',
    summary: 'Says that the api runs.',
    output: z.strictObject({ status: z.literal('ok') }),
    handle: async () => ({ value: { status: 'ok' as const } }),
  });
  const ready = route({
    ...about,
    name: 'getReady',
    path: '/api/ready',
    summary: 'Says whether storage and keys answer, so that people can be served.',
    output: z.strictObject({ status: z.literal('ready') }),
    handle: async ({ services }) => {
      if (!(await services.readiness.check())) throw new Problem('busy');
      return { value: { status: 'ready' as const } };
    },
  });
  // Made when it is first asked for: it is the same for as long as this process lasts.
  let description: Record<string, unknown> | undefined;
  const openapi: Route = route({
    ...about,
    name: 'getOpenApi',
    path: '/api/openapi.json',
    summary: 'This description.',
    output: z.record(z.string(), z.unknown()),
    handle: async () => ({
      value: (description ??= describeApi([...described, health, ready, openapi])),
    }),
  });
  return [health, ready, openapi];
}
