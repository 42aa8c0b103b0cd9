import { expect, test } from '@jest/globals';
import type { HttpClient } from '@azure/core-rest-pipeline';
import { systemClock } from '@rapport/api/ports/clock';
import type { Storage } from '@rapport/api/ports/storage';
import { openCosmosStorage } from '@rapport/api/storage/cosmos';
import { createStandIn } from '../cosmos/standIn';
import { answers, breaks, type Trouble } from './carrier';

/** The SDK asks for the plan of a query at the same time as the query itself: the query meets the trouble. */
async function met(trouble: Trouble): Promise<{ storage: Storage; left(): number }> {
  const { endpoint, credential, httpClient } = createStandIn();
  const carry: HttpClient['sendRequest'] = (request) => httpClient.sendRequest(request);
  let left = 2;
  const troubled: HttpClient = {
    sendRequest(request) {
      const { headers } = request;
      const query = headers.has('x-ms-documentdb-isquery') || headers.has('x-ms-documentdb-query');
      const plan = headers.has('x-ms-cosmos-is-query-plan-request');
      if (!query || plan || left === 0) return carry(request);
      left -= 1;
      return trouble(request, carry);
    },
  };
  const storage = await openCosmosStorage(
    {
      endpoint,
      database: 'rapport',
      access: { credential },
      httpClient: troubled,
      patience: { firstWaitMs: 1 },
    },
    systemClock,
  );
  return { storage, left: () => left };
}

const TROUBLES: [string, Trouble][] = [
  ['a broken connection', breaks],
  ['throttled', answers(429, { 'x-ms-retry-after-ms': '1' })],
  ['a partition that was split away', answers(410, { 'x-ms-substatus': '1002' })],
];

test.each(TROUBLES)(
  '%s, while the plan of the query comes well: asked again',
  async (_, trouble) => {
    const { storage, left } = await met(trouble);
    const none = { documents: [], continuation: null };
    expect(await storage.list('people', 'p', 'seat', null, 10)).toEqual(none);
    expect(left()).toBe(0);
    await storage.close();
  },
);

test.each(TROUBLES)('%s, in a query across partitions: asked again', async (_, trouble) => {
  const { storage, left } = await met(trouble);
  const none = { documents: [], continuation: null };
  const until = '2026-11-02T09:00:00.000Z';
  expect(await storage.listDue('people', 'effect', until, null, 10)).toEqual(none);
  expect(left()).toBe(0);
  await storage.close();
});
