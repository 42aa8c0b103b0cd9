import type { Composed } from '../compose';
import { timers } from '../timers';

/** The timers of a server that is one process. */
export interface Ticking {
  /** Runs all of them now, one after the other, and resolves when they are through; a failure is logged. */
  tick(): Promise<void>;
  /** Begins no more, and resolves when what is under way is through. */
  stop(): Promise<void>;
}

/** @param everyMs how often every timer runs, whatever its schedule in the cloud */
export function startTicking(
  composed: Pick<Composed, 'services' | 'purge'>,
  everyMs: number,
): Ticking {
  const { log } = composed.services;
  const running = new Set<Promise<void>>();

  async function runAll(): Promise<void> {
    for (const timer of timers) {
      await timer.run(composed).catch((error: unknown) => {
        const name = error instanceof Error ? error.constructor.name : typeof error;
        log.write({ event: 'timer', name: timer.name, outcome: 'goes on later', error: name });
      });
    }
  }

  function tick(): Promise<void> {
    const run = runAll().finally(() => running.delete(run));
    running.add(run);
    return run;
  }

  const ticking = setInterval(() => {
    // A run that takes longer than the pause is not overtaken by the next one.
    if (running.size === 0) void tick();
  }, everyMs);
  return {
    tick,
    async stop() {
      clearInterval(ticking);
      await Promise.all(running);
    },
  };
}
