import type { Server } from 'node:http';
import type { Composed } from '../compose';
import type { SocketNudge } from './nudge';
import type { Ticking } from './ticking';

/** A request that is under way when the server is stopped may go on for so long. */
const GRACE_MS = 10_000;
/** How often it is looked whether anything is still being answered. */
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
  let answering = 0;
  running.server.on('request', (_, response) => {
    answering += 1;
    response.once('close', () => (answering -= 1));
  });
  const stop = (): void => {
    stopAll(running, () => answering === 0).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function stopAll(
  { ticking, nudge, server, composed }: Running,
  isIdle: () => boolean,
): Promise<void> {
  nudge.close();
  // A browser opens connections ahead, on which nothing was ever asked: to node they are not idle.
  const idle = setInterval(() => isIdle() && server.closeAllConnections(), LOOK_MS);
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
