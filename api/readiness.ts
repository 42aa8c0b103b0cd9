import { randomBytes } from 'node:crypto';
import type { Stores } from './composing/stores';
import type { Log } from './ports/log';
import { KeysUnavailable } from './ports/keyWrap';
import { StorageUnavailable } from './ports/storage';
import { createMarks, MARKS_NAME } from './sealing/marks';

/** Anybody may ask, so however many do, storage and keys are asked this often at most. */
export const ASK_AGAIN_MS = 5_000;

/** Whether anybody can be served just now. */
export interface Readiness {
  /**
   * Reads from where content lies and from where keys lie, and has the outermost key open what it wrapped: really,
   * and not from memory. What came of it stands for a few seconds. What is missing stands in the log.
   * @returns false where one of them does not answer as it has to
   */
  check(): Promise<boolean>;
}

/** @param now milliseconds of a clock that never goes back */
export function createReadiness(
  { storage, keyStore, wrap }: Pick<Stores, 'storage' | 'keyStore' | 'wrap'>,
  log: Log,
  now: () => number,
): Readiness {
  let last: { readonly at: number; readonly answer: Promise<boolean> } | null = null;

  async function answers(part: 'storage' | 'keys', ask: () => Promise<void>): Promise<boolean> {
    try {
      await ask();
      return true;
    } catch (error) {
      log.write({ event: 'not ready', part, error: nameOf(error) });
      return false;
    }
  }

  async function askAll(): Promise<boolean> {
    const all = await Promise.all([
      answers('storage', async () => void (await storage.read('people', 'readiness', 'readiness'))),
      answers('keys', async () => {
        // Opened anew each time: what keeps keys in memory would answer for a vault that is away.
        if (await createMarks({ wrap, store: keyStore, now }).find()) return;
        const first = await wrap.wrap(MARKS_NAME, randomBytes(32));
        await wrap.unwrap(MARKS_NAME, first);
      }),
    ]);
    return !all.includes(false);
  }

  return {
    check() {
      if (!last || now() - last.at >= ASK_AGAIN_MS) last = { at: now(), answer: askAll() };
      return last.answer;
    },
  };
}

/** Its class, and what a store or a vault said; never a message. */
function nameOf(error: unknown): string {
  if (error instanceof StorageUnavailable) return `StorageUnavailable ${error.status ?? 'silent'}`;
  if (error instanceof KeysUnavailable) return `KeysUnavailable ${error.reason}`;
  return error instanceof Error ? error.constructor.name : typeof error;
}
