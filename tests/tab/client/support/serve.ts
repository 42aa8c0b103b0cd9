import { toApiRequest, toResponse } from '@rapport/api/mount';
import type { Route } from '@rapport/api/route';
import { routes } from '@rapport/api/routes/table';
import type { World } from '../../../api/support/world';

const table = routes.map((route) => ({
  route,
  // `{seriesId}` of the route table becomes a named group.
  pattern: new RegExp(`^${route.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

function find(method: string, path: string): { route: Route; params: Record<string, string> } {
  for (const { route, pattern } of table) {
    const match = route.method === method ? pattern.exec(path) : null;
    if (match) return { route, params: { ...match.groups } };
  }
  throw new Error(`no route ${method} ${path}`);
}

/** Answers what the tab would fetch, by the api's own route table and pipeline. */
export async function serve(world: World, path: string, init: RequestInit): Promise<Response> {
  const { route, params } = find(init.method ?? 'GET', path);
  const { method = 'GET', headers, body = null } = init;
  const request = new Request(`http://api.test${path}`, {
    method,
    body,
    ...(headers && { headers }),
  });
  return toResponse(await world.composed.pipeline.answer(route, toApiRequest(request, params, {})));
}
