import { setTimeout as wait } from 'node:timers/promises';
import { StorageUnavailable } from '../ports/storage';
import { hear, type Heard } from './cosmosTransport';

/** How long a person is left waiting for the store, at the very most. */
export interface Patience {
  readonly totalMs: number;
  /** Between two attempts where the store does not say: this long at first, then twice as long each time. */
  readonly firstWaitMs: number;
}

const PATIENCE: Patience = { totalMs: 5000, firstWaitMs: 50 };
const LONGEST_WAIT_MS = 1000;

/** A no inside an answer that came well: to one operation of a batch, or with a reason the SDK drops. */
class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly status: number,
    readonly substatus: number,
  ) {
    super(`Cosmos DB answered ${status}/${substatus}.`);
  }
}

/** Thrown by a question: asked again where it may pass, and otherwise an error of ours. */
export const refusal = (status: number, substatus: number): Error => new Refusal(status, substatus);

/**
 * Asks a question until it has an answer: again after trouble that passes, and not at all once an answer
 * could not come in time any more. A write among the questions may then be made twice: the second meets the
 * first.
 * @throws StorageUnavailable when patience ends; whatever the question throws that is no such trouble
 */
export type Persistently = <T>(question: (signal: AbortSignal) => Promise<T>) => Promise<T>;

export function persistently(patience: Partial<Patience> = {}): Persistently {
  const { totalMs, firstWaitMs } = { ...PATIENCE, ...patience };
  return async (question) => {
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(), totalMs);
    const end = performance.now() + totalMs;
    try {
      for (let attempt = 0; ; attempt += 1) {
        const result = await orSooner(
          hear(() => question(giveUp.signal)),
          giveUp.signal,
        );
        if ('answer' in result) return result.answer;
        const trouble = troubleOf(result.error, result.heard);
        if (!trouble) throw result.error;
        const pause = trouble.retryAfterMs ?? jittered(firstWaitMs * 2 ** attempt);
        if (giveUp.signal.aborted || performance.now() + pause >= end) {
          throw new StorageUnavailable(trouble.retryAfterMs, trouble.status);
        }
        await wait(pause);
      }
    } finally {
      clearTimeout(timer);
    }
  };
}

/** The SDK's own waits between its attempts hear no signal: they are left behind instead. */
function orSooner<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((done, fail) => {
    const leave = () => fail(new StorageUnavailable(null, null));
    signal.addEventListener('abort', leave, { once: true });
    work.then(done, fail).finally(() => signal.removeEventListener('abort', leave));
  });
}

const jittered = (ms: number): number => Math.min(ms, LONGEST_WAIT_MS) * (0.5 + Math.random() / 2);

/** "HTTP status codes for Azure Cosmos DB": timed out, moved, throttled, "retry with". */
const PASSING = [408, 410, 429, 449];
/** 403 with these: this region takes no writes any more, or the account is just moving. */
const MOVING = [3, 1008];
/** 404 with this: the replica asked has not seen yet what this instance has. */
const BEHIND = 1002;
interface Trouble {
  readonly status: number | null;
  readonly retryAfterMs: number | null;
}

function troubleOf(error: unknown, heard: Heard): Trouble | null {
  const { retryAfterMs } = heard;
  if (error instanceof Refusal) {
    const { status, substatus } = error;
    return passes(status, substatus) ? { status, retryAfterMs } : null;
  }
  if (!heard.failed) return null;
  const { status, substatus } = heard.failed;
  return status === null || passes(status, substatus) ? { status, retryAfterMs } : null;
}

/** Whatever is wrong on its side, a person is told to try again, and not that something is broken. */
const passes = (status: number, substatus: number): boolean =>
  status >= 500 ||
  PASSING.includes(status) ||
  (status === 403 && MOVING.includes(substatus)) ||
  (status === 404 && substatus === BEHIND);
