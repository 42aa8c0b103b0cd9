import type { Entry } from './outbox';
import { ApiRefused, ApiUnreachable, isFromApi, type Refusal } from './state';

const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 30_000;
/** A command that breaks the api, or this page, must not keep the ones after it waiting for ever. */
const TRIES_OF_A_BUG = 3;

/** @typeParam A what the api answers */
export interface Sending<A> {
  /** The command whose turn it is. */
  next(): Entry | undefined;
  /** Runs one at a time across the windows of this device (Web Locks). */
  alone(work: () => Promise<void>): Promise<void>;
  send(entry: Entry): Promise<A>;
  /** The api has answered: `next` gives another one from now on. */
  taken(entry: Entry, answer: A): void;
  refused(entry: Entry, refusal: Refusal): void;
  /** A run has ended, well or not. */
  ended(): void;
}

export interface Sender {
  /**
   * Sends what waits, in order, unless that is under way; tries again by itself where the api is out of reach.
   * @throws only what is a bug, so that it is seen; what waits is tried again even then
   */
  flush(): Promise<void>;
  /** True since a run that did not get through, until one does. */
  readonly unreachable: boolean;
}

/** Commands are sent one after the other, and repeated with the same key until there is an answer. */
export function createSender<A>(work: Sending<A>): Sender {
  let sending = false;
  let unreachable = false;
  let retry = FIRST_RETRY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let bug = { commandId: '', tries: 0 };

  async function flush(): Promise<void> {
    if (sending) return;
    sending = true;
    clearTimeout(timer);
    try {
      await work.alone(async () => {
        for (let entry = work.next(); entry; entry = work.next()) await sendOne(entry);
      });
      unreachable = false;
      retry = FIRST_RETRY_MS;
    } catch (error) {
      unreachable = true;
      timer = setTimeout(() => void flush(), retry);
      retry = Math.min(retry * 2, LAST_RETRY_MS);
      if (!isFromApi(error)) throw error;
    } finally {
      sending = false;
      work.ended();
    }
    // Given after the last one was sent, before this run had ended.
    if (!unreachable && work.next()) await flush();
  }

  async function sendOne(entry: Entry): Promise<void> {
    let answer: A;
    try {
      answer = await work.send(entry);
    } catch (error) {
      if (!isFinal(entry, error)) throw error;
      work.refused(entry, error instanceof ApiRefused ? error.refusal : UNEXPECTED);
      return;
    }
    work.taken(entry, answer);
  }

  /** Whether sending the same again cannot lead anywhere else. */
  function isFinal({ commandId }: Entry, error: unknown): boolean {
    // Neither says anything about the command: the way to the api, or who the person is, will be found again.
    if (error instanceof ApiUnreachable) return false;
    if (error instanceof ApiRefused && error.status === 401) return false;
    if (error instanceof ApiRefused && error.status < 500) return true;
    bug = { commandId, tries: bug.commandId === commandId ? bug.tries + 1 : 1 };
    return bug.tries >= TRIES_OF_A_BUG;
  }

  return {
    flush,
    get unreachable() {
      return unreachable;
    },
  };
}

const UNEXPECTED: Refusal = { code: 'unexpected', field: null, reference: null };
