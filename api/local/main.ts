import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Server } from 'node:http';
import { resolve } from 'node:path';
import { compose } from '../compose';
import { stderrLog } from '../logging';
import { toApiRequest, toResponse } from '../mount';
import { routes } from '../routes/table';
import { openClock, clockRoutes } from './clockRoutes';
import { directoryRoutes } from './directoryRoutes';
import { graphRoutes, openTasks } from './graph';
import { createLocalFeed } from './feed';
import { guard } from './guard';
import { createIssuer } from './issuer';
import { createLocalNudge } from './nudge';
import { mountPages, type Origins } from './pages';
import { people } from './people';
import { createTeamsState, teamsRoutes } from './teams';
import { startTicking } from './ticking';

const ADDRESS = '127.0.0.1';

/** The whole product on this machine: the api, the app, and a local Teams to open it in. */
async function main(): Promise<void> {
  const data = resolve(process.env['RAPPORT_DATA'] ?? '.data');
  const port = readPort(process.env['PORT'] ?? '3000');
  const server = new Hono();
  // Nothing is routed before everything stands: a router that has answered once takes no more routes.
  let ready = false;
  const listening = await listen(
    (request) => (ready ? server.fetch(request) : new Response('Starting', { status: 503 })),
    port,
  );
  const origins: Origins = {
    host: `http://localhost:${listening.port}`,
    app: `http://${ADDRESS}:${listening.port}`,
  };

  const issuer = await createIssuer();
  const time = openClock(data);
  const teams = createTeamsState(data, people, time.clock);
  const nudge = createLocalNudge(() => origins.app.replace(/^http/, 'ws'));
  const composed = await compose(
    {
      ...issuer.environment(`${origins.app}/local/keys`),
      RAPPORT_DATA: data,
      SUPPORT_RESOURCES: process.env['SUPPORT_RESOURCES'],
    },
    { clock: time.clock, nudge, notify: createLocalFeed(teams, people), log: stderrLog },
  );
  const { pipeline } = composed;
  const ticking = startTicking(composed);

  server.use(guard(origins));
  const done = new Set<string>();
  for (const route of routes) {
    server.on(route.method, route.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) => {
      const params = context.req.param() as Record<string, string>;
      const answer = await pipeline.answer(
        route,
        toApiRequest(context.req.raw, params, context.req.query()),
      );
      if (route.kind === 'write' && answer.status < 300) done.add(route.name);
      return toResponse(answer);
    });
  }
  server.all('/api/*', () => toResponse(pipeline.notFound()));
  server.get('/local/progress', (context) => context.json({ done: [...done] }));
  server.route('/', directoryRoutes(issuer));
  server.route('/', clockRoutes(time, ticking.tick));
  server.route('/', graphRoutes(issuer, openTasks(data, time.clock)));
  server.route('/', teamsRoutes(teams));
  // The bundle lies in .build/local, whichever folder the server is started from.
  const root = resolve(import.meta.dirname, '../..');
  await mountPages(
    server,
    { tab: resolve(root, 'tab/dist'), host: resolve(root, '.build/host') },
    origins,
  );
  listening.server.on('upgrade', (request, socket, head) => nudge.upgrade(request, socket, head));

  const stop = (): void => {
    ticking.stop();
    nudge.close();
    listening.server.closeAllConnections();
    listening.server.close(() => {
      composed.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  ready = true;
  process.stdout.write(`Rapport is ready: ${origins.host}\n`);
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error('PORT has to be a number from 0 to 65535.');
}

/** Listens on loopback only, before anything is opened: a taken port stops the start with nothing touched. */
function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
): Promise<{ server: Server; port: number }> {
  return new Promise((done, fail) => {
    const server = serve({ fetch, port, hostname: ADDRESS }, (info) =>
      done({ server, port: info.port }),
    ) as Server;
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken; set PORT to another one.`)
          : error,
      ),
    );
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'Rapport could not start.'}\n`);
  process.exit(1);
});
