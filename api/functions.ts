import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import { openCloudAdapters } from './cloud/adapters';
import { compose } from './compose';
import { createCors } from './cors';
import { toApiRequest } from './mount';
import type { ApiResponse } from './pipeline';
import { routes } from './routes/table';
import { runTimer, timers } from './timers';

/**
 * The Functions app: the route table under `app.http`, timers beside it. The host prefixes `/api` itself,
 * and matches in the order of function names, so the table has no two routes that shadow each other.
 */
const composed = start();
// The host shows nothing of an entry file that throws, so a wrong setting is said here, once.
composed.catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'Rapport cannot start.'}\n`);
});

async function start() {
  const cors = createCors(process.env);
  return { ...(await compose(process.env, await openCloudAdapters(process.env))), cors };
}

for (const route of routes) {
  app.http(route.name, {
    methods: [route.method],
    authLevel: 'anonymous',
    route: route.path.replace(/^\/api\//, ''),
    handler: async (request: HttpRequest) => {
      const { pipeline, cors } = await composed;
      const answer = await pipeline.answer(
        route,
        toApiRequest(
          { headers: request.headers, body: bodyOf(request) },
          request.params,
          Object.fromEntries(request.query),
        ),
      );
      const headers = { ...answer.headers, ...cors.headers(request.headers.get('origin')) };
      return toInit({ ...answer, headers });
    },
  });
}

// The platform's own CORS cannot expose headers, and where it knows no origin it leaves OPTIONS to the app.
app.http('preflight', {
  methods: ['OPTIONS'],
  authLevel: 'anonymous',
  route: '{*path}',
  handler: async (request: HttpRequest) =>
    toInit((await composed).cors.preflight(request.headers.get('origin'))),
});

function toInit({ status, headers, body }: ApiResponse): HttpResponseInit {
  return { status, headers, ...(body === null ? {} : { body }) };
}

/** The worker types its streams as node's; they are the same objects. */
const bodyOf = (request: HttpRequest): ReadableStream<Uint8Array> | null =>
  request.body as ReadableStream<Uint8Array> | null;

for (const timer of timers) {
  app.timer(timer.name, {
    schedule: timer.schedule,
    handler: async () => {
      await runTimer(timer, await composed);
    },
  });
}
