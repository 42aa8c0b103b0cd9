import { jest } from '@jest/globals';

/**
 * Timers of the client run when a test says so; everything else (the api's cryptography, its database) keeps
 * running by itself.
 */
export function holdTimers(): void {
  jest.useFakeTimers({
    doNotFake: [
      'Date',
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
    ],
  });
}

/** Lets everything that needs no timer and no network come to rest. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((done) => setImmediate(done));
}

/** Lets time pass for the client's timers. */
export async function pass(ms: number): Promise<void> {
  // What just happened may still be about to set its timer.
  await settle();
  jest.advanceTimersByTime(ms);
  await settle();
}
