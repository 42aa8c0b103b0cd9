import type { Hono } from 'hono';
import { toApiRequest, toResponse } from '../mount';
import type { Pipeline } from '../pipeline';
import { routes } from '../routes/table';

/**
 * Mounts the whole route table, and the answer for addresses below `/api` that it does not have.
 * @param written is told the name of the route after every write that was done
 */
export function mountRoutes(
  server: Hono,
  pipeline: Pipeline,
  written: (route: string) => void = () => undefined,
): void {
  for (const route of routes) {
    server.on(route.method, route.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) => {
      const params = context.req.param() as Record<string, string>;
      const answer = await pipeline.answer(
        route,
        toApiRequest(context.req.raw, params, context.req.query()),
      );
      if (route.kind === 'write' && answer.status < 300) written(route.name);
      return toResponse(answer);
    });
  }
  server.all('/api/*', () => toResponse(pipeline.notFound()));
}
