import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { routes } from '@rapport/api/routes/table';
import { randomUUID } from 'node:crypto';
import { addTopic, start, startTogether } from '../support/story';
import { openWorld, type World } from '../support/world';
import { openContract } from './contract';

const contract = openContract();
const READS = routes.filter(({ kind }) => kind !== 'write');

let world: World;
/** What the addresses of a series under way name: something that is there. */
let params: Record<string, string>;

beforeAll(async () => {
  world = await openWorld();
  const series = await startTogether(world);
  const of = (more: Record<string, string> = {}) => ({ ...series.params, ...more });
  const [importId, goalId] = [randomUUID(), randomUUID()];
  await addTopic(world, 'ravi', series, 'The demo');
  const note = { id: randomUUID(), text: 'We show it', topic: null };
  await world.ok('maya', 'addNote', { params: of(), body: note });
  const goal = { id: goalId, text: 'Lead a demo', owner: 'report' };
  await world.ok('ravi', 'addGoal', { params: of(), body: goal });
  const line = { kind: 'note', text: 'From before', depth: 0 };
  const meeting = { state: 'imported', heldOn: null, title: null, lines: [line] };
  const part = { params: of({ importId }), body: { part: 0, meetings: [meeting] } };
  await world.ok('ravi', 'addImport', part);
  await world.ok('ravi', 'addPrivateImport', part);
  const number = { number: 1 };
  await world.ok('maya', 'startMeeting', { params: of(), body: { ...number, endsAt: null } });
  await world.ok('ravi', 'finishMeeting', { params: of(), body: { ...number, nextAt: null } });
  params = of({ importId, goalId, number: '1' });
});
afterAll(() => world.close());

/** The parts are counted from nought, the meetings from one; an invitation stands until it is accepted. */
async function askedOf(name: string): Promise<Record<string, string>> {
  if (name.endsWith('Import')) return { ...params, number: '0' };
  if (name !== 'getInvitation') return params;
  const lena = { oid: world.issuer.person('ravi').oid, name: 'Ravi' };
  return (await start(world, { report: lena }, 'tom')).params;
}

describe('D13: what is read is as it is described', () => {
  test.each(READS)('$name, and 304 where nothing is newer', async ({ name, path, kind, body }) => {
    const all = await askedOf(name);
    const inPath = Object.entries(all).filter(([key]) => path.includes(`{${key}}`));
    const sending = {
      params: Object.fromEntries(inPath),
      ...(body ? { body: name === 'findChat' ? { chatId: '19:meeting_YQ@thread.v2' } : {} } : {}),
    };
    const reply = await world.send('ravi', name, sending);
    expect([reply.status, contract.wrongAnswer(name, reply)]).toEqual([200, null]);
    if (kind !== 'read') return;
    const headers = { 'if-none-match': reply.headers['etag'] ?? '' };
    const again = await world.send('ravi', name, { ...sending, headers });
    expect([again.status, contract.wrongAnswer(name, again)]).toEqual([304, null]);
  });
});

describe('D13: what is refused is as it is described', () => {
  const body = { id: randomUUID(), text: 'x' };
  test.each([
    [401, 'signIn.required', null, { body }],
    [400, 'input.missing', 'ravi', { body: { id: body.id } }],
    [400, 'idempotencyKey.missing', 'ravi', { body, headers: { 'idempotency-key': null } }],
    [412, 'version.stale', 'ravi', { body, headers: { 'if-match': '"older"' } }],
    [415, 'request.contentType', 'ravi', { body, headers: { 'content-type': 'text/plain' } }],
    [404, 'series.notFound', 'tom', { body }],
  ] as const)('%i %s', async (status, code, who, sending) => {
    const reply = await world.send(who, 'addTopic', {
      params: { seriesId: params['seriesId'] ?? '' },
      ...sending,
    });
    expect([reply.status, reply.json.code]).toEqual([status, code]);
    expect(contract.wrongAnswer('addTopic', reply)).toBeNull();
  });

  test('an answer that is not described is seen', async () => {
    const { headers, text } = await world.ok('ravi', 'getSeries', {
      params: { seriesId: params['seriesId'] ?? '' },
    });
    const view = JSON.parse(text) as object;
    const wrong = (json: object, status = 200) =>
      contract.wrongAnswer('getSeries', { status, headers, json, text });
    expect(wrong(view)).toBeNull();
    expect(wrong({ ...view, secret: 1 })).toMatch(/additional/);
    expect(wrong({ ...view, topics: undefined })).toMatch(/topics/);
    expect(wrong(view, 201)).toBe('201 is not described');
    expect(
      contract.wrongAnswer('getSeries', { status: 200, headers: {}, json: view, text }),
    ).toMatch(/ETag/);
  });
});
