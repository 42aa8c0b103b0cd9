import {
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { answers, breaks, breaksAfter, type Trouble } from '../storage/carrier';

/** Waits that a service asks for are as short as there are, so that nothing here takes real time. */
const SOON = { 'x-ms-retry-after-ms': '1' };
const gone = (substatus: number): Trouble => answers(410, { 'x-ms-substatus': String(substatus) });
const isBatch = ({ headers }: PipelineRequest): boolean =>
  headers.has('x-ms-cosmos-is-batch-request');

/** What a request looks like when its time is over: the SDK ends it by a signal of its own. */
const timesOut: Trouble = () => Promise.reject(new DOMException('', 'AbortError'));

/** The gateway itself sent it twice, because the first answer was lost inside of the service. */
const sentTwice: Trouble = async (request, carry) => {
  await carry(request);
  return carry(request);
};

/** An operation of the batch fails in passing, and all others for it. */
const failsInside =
  (status: number): Trouble =>
  (request, carry) => {
    const { body } = request;
    if (!isBatch(request) || typeof body !== 'string') return carry(request);
    const operations = JSON.parse(body) as unknown[];
    const results = operations.map((_, index) => ({
      statusCode: index === operations.length - 1 ? status : 424,
      requestCharge: 0,
    }));
    return answers(207, SOON, results)(request, carry);
  };

/** Answered only after so much else has been done: the partition is busy with others. */
const slowly: Trouble = async (request, carry) => {
  for (let turn = 0; turn < 25; turn += 1) await new Promise((resume) => setImmediate(resume));
  return carry(request);
};

/**
 * What goes wrong with a Cosmos DB account, by name ("HTTP status codes for Azure Cosmos DB", "Designing
 * resilient applications with Azure Cosmos DB SDKs"). A 409 or 412 that nobody else caused is what a write
 * meets that took effect before, and whose answer was lost: so these come about as they do there.
 */
export const FAULTS = {
  'throttled (429)': answers(429, SOON),
  'retry with (449)': answers(449, SOON),
  'unavailable (503)': answers(503),
  'timed out at the service (408)': answers(408),
  'the partition is gone (410/1002)': gone(1002),
  'the partition is splitting (410/1007)': gone(1007),
  'the partition is moving (410/1008)': gone(1008),
  'a replica behind (404/1002)': answers(404, { 'x-ms-substatus': '1002' }),
  'another operation is throttled (424, 429)': failsInside(429),
  'another operation is to be retried (424, 449)': failsInside(449),
  'done, and met again by itself (409, 412)': sentTwice,
  'timed out before it was done': timesOut,
  'timed out after it was done': async (request, carry) => {
    await carry(request);
    return timesOut(request, carry);
  },
  'the connection broke before it was done': breaks,
  'done, and the answer lost': breaksAfter,
  'a slow partition': slowly,
} as const satisfies Record<string, Trouble>;

export type Fault = keyof typeof FAULTS;
export const ALL_FAULTS = Object.keys(FAULTS) as Fault[];

export interface Faulty {
  readonly httpClient: HttpClient;
  /** Share of requests that meet a fault, 0 to 1. */
  share: number;
  /** Which ones. */
  faults: readonly Fault[];
  /** How often each fault was met. */
  readonly met: ReadonlyMap<Fault, number>;
  /**
   * Does some work. @returns its result, and how many requests it has made so far: also those of what it left
   * to be done after it
   */
  counted<T>(work: () => Promise<T>): Promise<{ readonly result: T; requests(): number }>;
}

/**
 * Lets requests meet faults on their way to any carrier.
 * @param seed the same seed makes the same choices, request by request
 */
export function withFaults(
  carrier: HttpClient,
  seed: number,
  faults: readonly Fault[] = ALL_FAULTS,
): Faulty {
  const carry = carrier.sendRequest.bind(carrier);
  const met = new Map<Fault, number>();
  const counting = new AsyncLocalStorage<{ requests: number }>();
  let asked = 0;

  function next(): Fault | undefined {
    const digest = createHash('sha256')
      .update(`${seed} ${(asked += 1)}`)
      .digest();
    if (digest.readUInt32BE(0) / 2 ** 32 >= faulty.share) return undefined;
    return faulty.faults[digest.readUInt32BE(4) % faulty.faults.length];
  }

  const faulty: Faulty = {
    share: 0,
    faults,
    met,
    httpClient: {
      async sendRequest(request): Promise<PipelineResponse> {
        const count = counting.getStore();
        if (count) count.requests += 1;
        const fault = next();
        if (!fault) return carry(request);
        met.set(fault, (met.get(fault) ?? 0) + 1);
        return FAULTS[fault](request, carry);
      },
    },
    async counted(work) {
      const count = { requests: 0 };
      const result = await counting.run(count, work);
      return { result, requests: () => count.requests };
    },
  };
  return faulty;
}
