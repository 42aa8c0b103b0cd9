import { Hono } from 'hono';
import { resolve } from 'node:path';
import { compose } from '../compose';
import { stderrLog } from '../logging';
import { guard } from '../node/guard';
import { listen, LOOPBACK, readPort } from '../node/listen';
import { mountRoutes } from '../node/mountRoutes';
import { createSocketNudge } from '../node/nudge';
import { startProgram, stopOnSignal } from '../node/program';
import { startTicking } from '../node/ticking';
import { openClock, clockRoutes } from './clockRoutes';
import { directoryRoutes } from './directoryRoutes';
import { graphRoutes, openTasks } from './graph';
import { createLocalFeed } from './feed';
import { createIssuer } from './issuer';
import { mountPages, type Origins } from './pages';
import { people } from './people';
import { createTeamsState, teamsRoutes } from './teams';

/** Nobody waits here for what is due by the hour. */
const TICK_MS = 15_000;

/** The whole product on this machine: the api, the app, and a local Teams to open it in. */
async function main(): Promise<void> {
  const data = resolve(process.env['RAPPORT_DATA'] ?? '.data');
  const listening = await listen(readPort(process.env['PORT'] ?? '3000'));
  const origins: Origins = {
    host: `http://localhost:${listening.port}`,
    app: `http://${LOOPBACK}:${listening.port}`,
  };

  const issuer = await createIssuer();
  const time = openClock(data);
  const teams = createTeamsState(data, people, time.clock);
  const nudge = createSocketNudge(() => origins.app.replace(/^http/, 'ws'));
  const composed = await compose(
    {
      ...issuer.environment(`${origins.app}/local/keys`),
      RAPPORT_DATA: data,
      RAPPORT_ERASURES: process.env['RAPPORT_ERASURES'],
      SUPPORT_RESOURCES: process.env['SUPPORT_RESOURCES'],
    },
    { clock: time.clock, nudge, notify: createLocalFeed(teams, people), log: stderrLog },
  );
  const ticking = startTicking(composed, TICK_MS);

  const server = new Hono();
  server.use(guard([origins.host, origins.app]));
  const done = new Set<string>();
  mountRoutes(server, composed.pipeline, (route) => done.add(route));
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
  stopOnSignal({ ticking, nudge, server: listening.server, composed });
  listening.answerWith(server.fetch);
  process.stdout.write(`Rapport is ready: ${origins.host}\n`);
}

startProgram(main);
