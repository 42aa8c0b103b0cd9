import { app, type HttpRequest } from '@azure/functions';
import { compose } from './compose';
import { stderrLog } from './logging';
import { toApiRequest } from './mount';
import { systemClock } from './ports/clock';
import { noFeed } from './ports/notify';
import { pollingOnly } from './ports/nudge';
import { routes } from './routes/table';
import { timers } from './timers';

/**
 * The Functions app: the route table under `app.http`, timers beside it. The host prefixes `/api` itself,
 * and matches in the order of function names, so the table has no two routes that shadow each other.
 */
const composed = compose(process.env, {
  clock: systemClock,
  nudge: pollingOnly,
  notify: noFeed,
  log: stderrLog,
});
// The host shows nothing of an entry file that throws, so a wrong setting is said here, once.
composed.catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'Rapport cannot start.'}\n`);
});

for (const route of routes) {
  app.http(route.name, {
    methods: [route.method],
    authLevel: 'anonymous',
    route: route.path.replace(/^\/api\//, ''),
    handler: async (request: HttpRequest) => {
      const { pipeline } = await composed;
      const { status, headers, body } = await pipeline.answer(
        route,
        toApiRequest(
          { headers: request.headers, body: bodyOf(request) },
          request.params,
          Object.fromEntries(request.query),
        ),
      );
      return { status, headers, ...(body === null ? {} : { body }) };
    },
  });
}

/** The worker types its streams as node's; they are the same objects. */
const bodyOf = (request: HttpRequest): ReadableStream<Uint8Array> | null =>
  request.body as ReadableStream<Uint8Array> | null;

for (const timer of timers) {
  app.timer(timer.name, {
    schedule: timer.schedule,
    handler: async () => {
      await timer.run(await composed);
    },
  });
}
