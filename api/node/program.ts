import type { Server } from 'node:http';
import type { Composed } from '../compose';
import type { SocketNudge } from './nudge';
import type { Ticking } from './ticking';

/** A request that is under way when the server is stopped may go on for so long. */
const GRACE_MS = 10_000;
/** How often connections are looked for on which nothing is asked any more. */
const LOOK_MS = 50;

/** What a server of one process is made of, in the order of stopping. */
export interface Running {
  readonly ticking: Ticking;
  readonly nudge: SocketNudge;
  readonly server: Server;
  readonly composed: Composed;
}

/**
 * Ends the process at SIGTERM or SIGINT, with 0: what was asked is answered, timers come to their end, and only then
 * are the stores closed. A second signal ends it at once.
 */
export function stopOnSignal(running: Running): void {
  const stop = (): void => {
    stopAll(running).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function stopAll({ ticking, nudge, server, composed }: Running): Promise<void> {
  nudge.close();
  const idle = setInterval(() => server.closeIdleConnections(), LOOK_MS);
  const grace = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await new Promise((closed) => server.close(closed));
  clearInterval(idle);
  clearTimeout(grace);
  await ticking.stop();
  await composed.close();
}

/** Runs a program; what stops its start is said in its one sentence, and the exit code is 1. */
export function startProgram(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    process.stderr.write(
      `${error instanceof Error ? error.message : 'Rapport could not start.'}\n`,
    );
    process.exit(1);
  });
}
