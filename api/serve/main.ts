import { Hono } from 'hono';
import { join, resolve } from 'node:path';
import { compose } from '../compose';
import { stderrLog } from '../logging';
import { guard } from '../node/guard';
import { listen, LOOPBACK } from '../node/listen';
import { mountRoutes } from '../node/mountRoutes';
import { createSocketNudge } from '../node/nudge';
import { startProgram, stopOnSignal } from '../node/program';
import { startTicking } from '../node/ticking';
import { systemClock } from '../ports/clock';
import { openFeed } from './feed';
import { readHosts } from './hosts';
import { readServeSettings } from './settings';
import { mountSite, openSite } from './site';

/** As often as the cloud's most frequent timer. */
const TICK_MS = 60_000;

/** Rapport for one company on one machine, behind a proxy that brings TLS (docs/serve.md). */
async function main(): Promise<void> {
  // The bundle lies in .build/serve, whichever folder it is started from; its pages beside it.
  const here = import.meta.dirname;
  const hosts = await readHosts(resolve(here, '../../infra/clients.json'));
  const { port, domain, environment, feed } = readServeSettings(process.env, hosts);
  const site = await openSite(join(here, 'site'), domain);
  const listening = await listen(port);

  const nudge = createSocketNudge(() => `wss://${domain}`);
  const composed = await compose(environment, {
    clock: systemClock,
    nudge,
    notify: await openFeed(feed, stderrLog),
    log: stderrLog,
  });
  const ticking = startTicking(composed, TICK_MS);

  const server = new Hono();
  server.use(guard([`https://${domain}`, `http://${LOOPBACK}:${listening.port}`]));
  mountRoutes(server, composed.pipeline);
  await mountSite(server, site);
  listening.server.on('upgrade', (request, socket, head) => nudge.upgrade(request, socket, head));
  stopOnSignal({ ticking, nudge, server: listening.server, composed });
  listening.answerWith(server.fetch);
  process.stdout.write(
    `Rapport is ready: https://${domain}, from http://${LOOPBACK}:${listening.port}\n`,
  );
}

startProgram(main);
