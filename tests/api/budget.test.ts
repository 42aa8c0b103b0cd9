import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { BudgetSpent, createBudget } from '@rapport/api/budget';
import { createPipeline } from '@rapport/api/pipeline';
import { createSignIn } from '@rapport/api/signin/verify';
import { readSignInSettings } from '@rapport/api/signin/settings';
import { toApiRequest } from '@rapport/api/mount';
import { randomUUID } from 'node:crypto';
import { openWorld, routeNamed, type World } from './support/world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const waits = (take: () => void): number => {
  try {
    take();
    return 0;
  } catch (error) {
    if (error instanceof BudgetSpent) return error.retryAfterMs;
    throw error;
  }
};

test('so many at once, and then as they come back; each person has their own', () => {
  let now = 0;
  const budget = createBudget(60, () => now);
  const takes = (person = 'maya') => waits(() => budget.take(person));
  for (let n = 0; n < 60; n += 1) expect(takes()).toBe(0);
  expect(takes()).toBe(1000);
  expect(takes('ravi')).toBe(0);
  now = 999;
  expect(takes()).toBeGreaterThan(0);
  now = 1000;
  expect(takes()).toBe(0);
  expect(takes()).toBeGreaterThan(0);
  now = 3_600_000;
  for (let n = 0; n < 60; n += 1) expect(takes()).toBe(0);
  expect(takes()).toBeGreaterThan(0);
});

test('whoever writes in a loop is asked to wait, and reads all the same', async () => {
  const signIn = createSignIn(readSignInSettings(world.environment));
  const pipeline = createPipeline(world.composed.services, signIn, createBudget(2));
  const token = await world.signIn.tokenOf('maya');
  const asks = (name: string, body: object | null) => {
    const route = routeNamed(name);
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    };
    const text = body && JSON.stringify(body);
    const request = new Request('http://api.test/', { method: 'POST', headers, body: text });
    return pipeline.answer(route, toApiRequest(request, {}, {}));
  };
  const writes = () => asks('saveIntroduction', { introduction: 'x' });
  const statuses = [await writes(), await writes()].map(({ status }) => status);
  expect(statuses).toEqual([200, 200]);
  const refused = await writes();
  expect([refused.status, JSON.parse(refused.body ?? '').code]).toEqual([429, 'request.tooMany']);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await asks('getHome', null)).status).toBe(200);
});
