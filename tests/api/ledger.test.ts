import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { start, startTogether, view, type Started } from './support/story';
import { openWorld, type Reply, type World } from './support/world';

let world: World;
let series: Started;
beforeEach(async () => {
  world = await openWorld();
  series = await startTogether(world);
});
afterEach(() => world.close());

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const passes = (ms: number): void => world.clock.moveTo(new Date(world.clock.now().getTime() + ms));
const now = (ahead = 0): string => new Date(world.clock.now().getTime() + ahead).toISOString();

interface Asked {
  readonly id: string;
  readonly disclosure: string;
}
const asking = (id: string = randomUUID()): Asked & Record<string, unknown> => ({
  type: 'matter',
  id,
  disclosure: randomUUID(),
  about: 'The move to Lisbon',
  audience: 'Head of engineering',
  wording: 'planted-wording',
});
const add = (person: string, body: object): Promise<Reply> =>
  world.send(person, 'addLedgerEntry', { params: series.params, body });
const change = (person: string, id: string, body: object): Promise<Reply> =>
  world.send(person, 'changeLedgerEntry', { params: { ...series.params, lineId: id }, body });
const ledger = async (person: string) =>
  (await world.ok(person, 'listLedger', { params: series.params })).json.entries;
const asks = async (person: string) => (await view(world, person, series)).json.asks;
const answer = ({ disclosure }: Asked, kind: string, more: object = {}) => ({
  step: 'answer',
  disclosure,
  kind,
  wording: null,
  close: false,
  ...more,
});

describe('C6: permission to share', () => {
  test('is asked for, answered later, told and revoked, and both read the same ledger', async () => {
    const asked = asking();
    expect((await add('maya', asked)).status).toBe(201);
    expect(await asks('ravi')).toMatchObject([{ matter: asked.id, by: 'manager' }]);
    expect((await change('ravi', asked.id, answer(asked, 'yes'))).json.code).toBe(
      'disclosure.tooSoon',
    );
    passes(HOUR);
    expect((await change('ravi', asked.id, answer(asked, 'yes'))).status).toBe(200);
    expect(await asks('maya')).toEqual([]);
    const told = { step: 'tell', disclosure: asked.disclosure };
    expect((await change('maya', asked.id, told)).status).toBe(200);
    const revoke = { step: 'revoke', disclosure: asked.disclosure };
    expect((await change('ravi', asked.id, revoke)).status).toBe(200);
    expect(await ledger('ravi')).toMatchObject([
      { disclosures: [{ state: 'revoked', allowed: null, toldAt: [expect.any(String)] }] },
    ]);
    expect(await ledger('maya')).toEqual(await ledger('ravi'));
  });

  test('E1: is not answered while the two are in a meeting', async () => {
    const asked = asking();
    await add('maya', asked);
    passes(DAY);
    const meeting = { params: series.params, body: { number: 1, endsAt: null } };
    await world.ok('maya', 'startMeeting', meeting);
    for (const kind of ['yes', 'no']) {
      const reply = await change('ravi', asked.id, answer(asked, kind));
      expect([reply.status, reply.json.code]).toEqual([409, 'disclosure.inMeeting']);
    }
  });

  test('needs terms that both agreed to, and two people', async () => {
    series = await start(world, {}, 'lena');
    const reply = await world.send('lena', 'addLedgerEntry', {
      params: series.params,
      body: asking(),
    });
    expect(reply.json.code).toBe('terms.notAgreed');
  });

  test('asked twice at once about one thing waits once', async () => {
    const first = asking();
    const replies = await Promise.all([
      add('maya', first),
      add('maya', { ...first, disclosure: randomUUID() }),
    ]);
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201, 409]));
    expect((await ledger('ravi'))[0].disclosures).toHaveLength(1);
  });
});

describe('E5: the exception for safety or the law', () => {
  const record = (shownAt: string | null) => ({
    type: 'safety',
    id: randomUUID(),
    basis: 'safety',
    wording: 'planted-safety',
    audience: 'Company doctor',
    shownAt,
  });

  test('is not there for the other one before its day: not read, not stepped on, not nudged', async () => {
    const hidden = record(now(30 * DAY));
    const before = await view(world, 'ravi', series);
    world.nudges.length = 0;
    expect((await add('maya', hidden)).status).toBe(201);
    expect(new Set(world.nudges.map(({ person }) => person)).size).toBe(1);
    expect(await ledger('ravi')).toEqual([]);
    expect((await view(world, 'ravi', series)).headers['etag']).toBe(before.headers['etag']);
    for (const body of [{ step: 'show' }, { step: 'add', text: 'mine' }, answer(asking(), 'no')]) {
      const strange = await change('ravi', randomUUID(), body);
      const reply = await change('ravi', hidden.id, body);
      expect([reply.status, reply.json.code]).toEqual([strange.status, strange.json.code]);
    }
    passes(30 * DAY);
    expect(await ledger('ravi')).toMatchObject([
      { wording: 'planted-safety', mayExtendUntil: null },
    ]);
  });

  test('stays when its author has left, and no route takes it away', async () => {
    const hidden = record(now(DAY));
    await add('maya', hidden);
    await change('maya', hidden.id, { step: 'add', text: 'One thing more.' });
    await world.ok('maya', 'leaveSeries', { params: series.params });
    passes(DAY);
    expect(await ledger('ravi')).toMatchObject([
      { wording: 'planted-safety', added: [{ text: 'One thing more.' }] },
    ]);
  });

  test('taking the id of an entry of the other one changes nothing', async () => {
    const shown = record(null);
    await add('maya', shown);
    for (const body of [{ ...record(null), id: shown.id }, asking(shown.id)]) {
      expect((await add('ravi', body)).status).toBeGreaterThanOrEqual(400);
    }
    expect(await ledger('ravi')).toMatchObject([{ by: 'manager', wording: 'planted-safety' }]);
  });
});
