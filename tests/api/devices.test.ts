import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startTogether } from './support/story';
import { openWorld, type World } from './support/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const PHONE = { app: 'teams', system: 'android', browser: 'chrome' };

test('E7: a device is told to its owner, beside what they kept, and to nobody else', async () => {
  const series = await startTogether(world);
  await world.ok('ravi', 'saveIntroduction', { body: { introduction: 'Hello' } });
  const deviceId = randomUUID();
  await world.ok('ravi', 'noteDevice', { params: { deviceId }, body: PHONE });
  await world.ok('ravi', 'noteDevice', { params: { deviceId }, body: PHONE });
  const { json } = await world.ok('ravi', 'getHome');
  const day = world.clock.now().toISOString().slice(0, 10);
  expect(json).toMatchObject({ introduction: 'Hello', devices: [{ id: deviceId, ...PHONE, day }] });
  for (const reply of [
    await world.ok('maya', 'getHome'),
    await world.ok('maya', 'getSeries', { params: series.params }),
  ]) {
    expect(reply.text).not.toContain(deviceId);
    expect(reply.text).not.toContain('android');
  }
});

test.each([
  ['words', { ...PHONE, system: 'Windows 11 build 22631' }],
  ['anything finer', { ...PHONE, screen: '1920x1080' }],
])('E7: takes no %s about a device', async (_, body) => {
  const params = { deviceId: randomUUID() };
  expect((await world.send('ravi', 'noteDevice', { params, body })).status).toBe(400);
});
