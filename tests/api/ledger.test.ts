import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { LedgerView } from '@rapport/domain/ledger.schema';
import { randomUUID } from 'node:crypto';
import { follow } from '../../tab/src/client/live';
import type { Live, RapportClient } from '../../tab/src/client/state';
import { followLedger } from '../../tab/src/ledger/followLedger';
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
const about = (thing: string) => ({ ...asking(), about: thing });
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

  test('C6: a yes is revoked, a no said and a request withdrawn after the other one has left', async () => {
    const [allowed, open] = [about('One'), about('Two')];
    const [other, mine] = [about('Three'), about('Four')];
    for (const one of [allowed, open, other]) await add('maya', one);
    await add('ravi', mine);
    passes(HOUR);
    expect((await change('ravi', allowed.id, answer(allowed, 'yes'))).status).toBe(200);
    await world.ok('maya', 'leaveSeries', { params: series.params });
    expect((await change('ravi', open.id, answer(open, 'yes'))).json.code).toBe('series.ended');
    const reworded = answer(open, 'reworded', { wording: 'Other words.' });
    expect((await change('ravi', open.id, reworded)).json.code).toBe('series.ended');
    expect((await add('ravi', about('New'))).json.code).toBe('series.ended');
    const revoke = { step: 'revoke', disclosure: allowed.disclosure };
    expect((await change('ravi', allowed.id, revoke)).status).toBe(200);
    expect((await change('ravi', open.id, answer(open, 'no'))).status).toBe(200);
    const withdraw = { step: 'withdraw', disclosure: mine.disclosure };
    expect((await change('ravi', mine.id, withdraw)).status).toBe(200);
    expect(await asks('ravi')).toMatchObject([{ matter: other.id }]);
  });

  test('C6: a no is said also where the other one has left in the middle of a meeting', async () => {
    const asked = asking();
    await add('maya', asked);
    const meeting = { params: series.params, body: { number: 1, endsAt: null } };
    await world.ok('maya', 'startMeeting', meeting);
    await world.ok('maya', 'leaveSeries', { params: series.params });
    expect((await change('ravi', asked.id, answer(asked, 'no'))).status).toBe(200);
  });

  test('E1: "do not ask again" holds for the same thing under a new id', async () => {
    const asked = asking();
    await add('maya', asked);
    expect((await add('maya', asking())).json.code).toBe('disclosure.open');
    await change('ravi', asked.id, answer(asked, 'no', { close: true }));
    expect((await add('maya', about(' the MOVE  to Lisbon '))).json.code).toBe('disclosure.ended');
    expect((await add('ravi', asking())).status).toBe(201);
    expect(await ledger('ravi')).toHaveLength(2);
  });

  test('C6: nobody fills the ledger by asking and withdrawing', async () => {
    for (let n = 0; n < 40; n += 1) {
      const asked = about(`Thing ${n}`);
      expect((await add('maya', asked)).status).toBe(201);
      await change('maya', asked.id, { step: 'withdraw', disclosure: asked.disclosure });
    }
    const more = await add('maya', asking());
    expect([more.status, more.json.code]).toEqual([409, 'ledger.full']);
    expect((await add('ravi', asking())).status).toBe(201);
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

  test('sent again after a lost answer, now to be seen at once, is seen at once; and is one', async () => {
    const hidden = record(now(30 * DAY));
    await add('maya', hidden);
    await add('maya', { ...hidden, shownAt: now(29 * DAY) });
    passes(29 * DAY - 1000);
    expect(await ledger('ravi')).toEqual([]);
    await add('maya', { ...hidden, shownAt: null });
    expect(await ledger('ravi')).toMatchObject([{ wording: 'planted-safety' }]);
    // Nor does it go again, once it was seen.
    await add('maya', { ...hidden, shownAt: now(7 * DAY) });
    expect(await ledger('ravi')).toHaveLength(1);
    expect(await ledger('maya')).toHaveLength(1);
  });

  /** Every page that somebody is given, and what it says of the next one. */
  async function pagesOf(person: string): Promise<{ ids: string[]; next: string | null }[]> {
    const pages = [];
    let next: string | null = null;
    do {
      const params = { ...series.params, ...(next ? { continuation: next } : {}) };
      const { json } = await world.ok(person, 'listLedger', { params });
      const ids = (json.entries as LedgerView[]).map(({ id }) => id);
      next = json.continuation as string | null;
      pages.push({ ids, next });
    } while (next !== null);
    return pages;
  }
  /** The n-th in the order of ids. */
  const nth = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

  test('E5: a hidden record shows in no page: neither its length nor where the next one begins', async () => {
    // In the middle of a page, at its end, and after everything else.
    for (let n = 0; n < 20; n += 1)
      await add('ravi', { ...record(null), id: nth(n < 5 ? n : n + 1) });
    for (const n of [5, 40]) await add('maya', { ...record(now(DAY)), id: nth(n) });
    const full = await pagesOf('ravi');
    expect(full.map(({ ids, next }) => [ids.length, next])).toEqual([[20, null]]);
    for (const n of [30, 31]) await add('maya', { ...record(null), id: nth(n) });
    const before = await pagesOf('ravi');
    for (const n of [21, 22, 32]) await add('maya', { ...record(now(DAY)), id: nth(n) });
    expect(await pagesOf('ravi')).toEqual(before);
    expect(before.map(({ ids }) => ids.length)).toEqual([20, 2]);
    const told = before.map(({ next }) => Buffer.from(next ?? '', 'base64url').toString()).join();
    for (const n of [5, 21, 22, 32, 40]) expect(told).not.toContain(nth(n));
    expect((await pagesOf('maya')).flatMap(({ ids }) => ids)).toHaveLength(27);
  });

  test('E5: its author has twenty, the hidden ones too, and the other one is told nothing of it', async () => {
    const many = await Promise.all(Array.from({ length: 24 }, () => add('maya', record(now(DAY)))));
    const refused = many.filter(({ status }) => status !== 201);
    for (const { json } of refused) expect(['ledger.full', 'busy']).toContain(json.code);
    while ((await add('maya', record(now(DAY)))).status === 201);
    const more = await add('maya', record(null));
    expect([more.status, more.json.code]).toEqual([409, 'ledger.full']);
    expect((await pagesOf('maya')).flatMap(({ ids }) => ids)).toHaveLength(20);
    for (let n = 0; n < 20; n += 1) expect((await add('ravi', record(null))).status).toBe(201);
  });

  test('E5: noise with ids of its own choice hides no record from the tab: every page, the latest first', async () => {
    for (let n = 0; n < 20; n += 1) {
      await add('maya', { ...record(null), id: nth(n) });
      passes(1000);
    }
    await add('ravi', { ...record(null), id: nth(90) });
    const pages = new Map<string, Live<unknown>>();
    const client: Pick<RapportClient, 'follow'> = {
      follow<T>(_: string, path: string) {
        const query = new URL(path, 'http://tab.test/').searchParams;
        const read = async () =>
          (
            await world.ok('ravi', 'listLedger', {
              params: { ...series.params, ...Object.fromEntries(query) },
            })
          ).json as unknown;
        const page =
          pages.get(path) ??
          follow<unknown>(
            { read, every: { nudged: DAY, idle: DAY, alone: DAY }, concerns: () => false },
            { subscribe: () => () => undefined, connected: () => true, hidden: () => false },
          );
        pages.set(path, page);
        return page as Live<T>;
      },
    };
    const live = followLedger(client, series.seriesId);
    const wholeOf = (length: number) =>
      new Promise<readonly LedgerView[]>((resolve) => {
        const stop = live.subscribe(() => {
          const reading = live.getSnapshot();
          if (reading.status !== 'ready' || reading.value.length !== length) return;
          stop();
          resolve(reading.value);
        });
      });
    const whole = await wholeOf(21);
    expect(whole[0]).toMatchObject({ id: nth(90), by: 'report' });
    expect(whole.slice(1).map(({ id }) => id)).toEqual(
      Array.from({ length: 20 }, (_, n) => nth(19 - n)),
    );
    // A page that begins elsewhere now, because of an entry before it, is read as well.
    await add('ravi', { ...record(null), id: nth(3).replace(/3$/, 'a') });
    expect(await wholeOf(22)).toHaveLength(22);
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
