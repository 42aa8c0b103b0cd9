import type { Composed } from '../compose';
import { stderrLog } from '../logging';
import { timers } from '../timers';

/** How often every timer runs here, whatever its schedule in the cloud: nobody waits for it by the hour. */
const EVERY_MS = 15_000;

/** The timers of the local server. */
export interface Ticking {
  /** Runs all of them now, one after the other, and resolves when they are through; a failure is logged. */
  tick(): Promise<void>;
  stop(): void;
}

export function startTicking(composed: Composed): Ticking {
  async function tick(): Promise<void> {
    for (const timer of timers) {
      await timer.run(composed).catch((error: unknown) => {
        const name = error instanceof Error ? error.constructor.name : typeof error;
        stderrLog.write({
          event: 'timer',
          name: timer.name,
          outcome: 'goes on later',
          error: name,
        });
      });
    }
  }
  const ticking = setInterval(() => void tick(), EVERY_MS);
  return { tick, stop: () => clearInterval(ticking) };
}
