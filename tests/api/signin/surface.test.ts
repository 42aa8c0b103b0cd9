import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openWorld, type World } from '../support/world';
import { wrongTokens } from './wrongTokens';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('every wrong token is a 401 and one line of the log, without the token', async () => {
  const tokens = await wrongTokens(world.issuer);
  expect(tokens.length).toBeGreaterThanOrEqual(40);
  for (const { title, authorization, reason } of tokens) {
    world.log.length = 0;
    const headers = { authorization };
    const reply = await world.send(null, 'getHome', { headers });
    expect([title, reply.status, reply.json.code]).toEqual([title, 401, 'signIn.required']);
    expect(reply.headers['www-authenticate']).toBe('Bearer');
    expect([title, world.log.length]).toEqual([title, 1]);
    const line = world.log[0] ?? '';
    expect([title, JSON.parse(line).code]).toEqual([title, reason]);
    for (const part of (authorization ?? '').split(/[\s.]+/).filter(({ length }) => length > 12)) {
      expect(line).not.toContain(part);
      expect(reply.text).not.toContain(part);
    }
  }
});
