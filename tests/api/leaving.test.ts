import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sweepEffects } from '@rapport/api/effects/runEffects';
import { personIdOf } from '@rapport/domain/person';
import { randomUUID } from 'node:crypto';
import { mortal } from './crashes/crash';
import { everythingIn } from './support/everything';
import { openSignInServer, type SignInServer } from './support/signInServer';
import { BEGIN, stillClock } from './support/stillClock';
import { addTopic, start, startBody, startTogether, view, type Started } from './support/story';
import { openWorld, type World } from './support/world';

const DAY = 24 * 60 * 60 * 1000;

let signIn: SignInServer;
let world: World;
beforeAll(async () => {
  signIn = await openSignInServer();
});
afterAll(() => signIn.close());
beforeEach(async () => {
  world = await openWorld({ signIn, clock: stillClock() });
});
afterEach(() => world.close());

/** So many days after the beginning, the timer having run. */
async function onDay(day: number, at = world): Promise<void> {
  at.clock.moveTo(new Date(BEGIN + day * DAY));
  await sweepEffects(at.composed.services);
}
const write = (who: string, { params }: Started, route: string, body: object = {}) =>
  world.ok(who, route, { params, body: { id: randomUUID(), ...body } });
const leave = (who: string, { params }: Started) => world.ok(who, 'leaveSeries', { params });
const idOf = (who: string, at = world): string => {
  const { tid, oid } = at.issuer.person(who);
  return personIdOf(tid, oid);
};
const ledgerOf = async (who: string, { params }: Started): Promise<string[]> =>
  (await world.ok(who, 'listLedger', { params })).json.entries.map(
    (entry: { wording: string }) => entry.wording,
  );

/** Two who met once, with everything there can be between them and of their own. */
async function met(): Promise<Started> {
  const series = await startTogether(world);
  await addTopic(world, 'ravi', series, 'for both');
  for (const who of ['maya', 'ravi']) {
    await addTopic(world, who, series, `secret of ${who}`, 'addPrivateTopic');
    await write(who, series, 'addPrivateNote', { text: `secret of ${who}`, topic: null });
    await write(who, series, 'addPrivateFeedback', { text: `secret of ${who}`, kind: 'praise' });
  }
  await write('ravi', series, 'addNote', { text: 'noted for both', topic: null });
  const { params } = series;
  await world.ok('maya', 'startMeeting', { params, body: { number: 1, endsAt: null } });
  await world.ok('maya', 'finishMeeting', { params, body: { number: 1, nextAt: null } });
  await world.ok('ravi', 'addCheckIn', {
    params,
    body: { meeting: 1, worth: 2, heard: 1, share: 10 },
  });
  await write('maya', series, 'addPrivateNote', { text: 'secret of maya', topic: null });
  await write('ravi', series, 'addPrivateNote', { text: 'secret of ravi', topic: null });
  return series;
}

const hidden = (days: number) => ({
  type: 'safety',
  basis: 'safety',
  wording: 'what was passed on',
  audience: 'The police',
  shownAt: new Date(BEGIN + days * DAY).toISOString(),
});

describe('D11: leaving', () => {
  test('where nobody had joined: a late repeat of the beginning is answered as the first, and begins nothing', async () => {
    const body = { ...startBody(world), id: randomUUID() };
    const key = randomUUID();
    const first = await world.ok('maya', 'startSeries', { body, key });
    await leave('maya', { seriesId: body.id, params: { seriesId: body.id } });
    const late = await world.send('maya', 'startSeries', { body, key });
    expect([late.status, late.json]).toEqual([first.status, first.json]);
    for (const who of ['maya', 'ravi']) {
      expect((await world.ok(who, 'getHome')).json.seats).toEqual([]);
    }
  });

  test('deletes at once what was private, in the store too; the other one keeps theirs', async () => {
    const series = await met();
    await leave('ravi', series);
    const stored = JSON.stringify(await everythingIn(world));
    expect(stored).not.toContain('secret of ravi');
    expect(stored).not.toContain('"heard"');
    expect(stored).toContain('secret of maya');
    const { json } = await world.ok('maya', 'exportSeries', {
      params: series.params,
      body: { includePrivate: true },
    });
    expect(JSON.stringify(json)).toContain('secret of maya');
  });

  test('whoever stayed may still take away what only they read, line by line, and add nothing', async () => {
    const series = await met();
    const own = [
      { noun: 'Topic', id: randomUUID(), more: {} },
      { noun: 'Note', id: randomUUID(), more: { topic: null } },
      { noun: 'Feedback', id: randomUUID(), more: { kind: 'praise' } },
    ];
    for (const { noun, id, more } of own) {
      const body = { id, text: `planted ${noun}`, ...more };
      await world.ok('maya', `addPrivate${noun}`, { params: series.params, body });
    }
    await leave('ravi', series);
    const { onlyMe } = (await view(world, 'maya', series)).json;
    const lines: { id: string; version: string }[] = Object.values(onlyMe).flat() as never;
    for (const { noun, id, more } of own) {
      const version = lines.find((line) => line.id === id)?.version;
      const of = { params: { ...series.params, lineId: id }, body: { version } };
      expect((await world.send('ravi', `removePrivate${noun}`, of)).status).toBe(404);
      await world.ok('maya', `removePrivate${noun}`, of);
      expect(JSON.stringify(await everythingIn(world))).not.toContain(`planted ${noun}`);
      const body = { text: 'late', ...more };
      const back = await world.send('maya', `restorePrivate${noun}`, { ...of, body });
      expect([back.status, back.json.code]).toEqual([409, 'series.ended']);
    }
    expect(JSON.stringify(await everythingIn(world))).toContain('secret of maya');
  });

  test('both read what they shared for 90 days, told until when, and neither adds anything', async () => {
    const series = await met();
    await leave('ravi', series);
    await onDay(89.99);
    for (const who of ['maya', 'ravi']) {
      const { json } = await view(world, who, series);
      expect(json.goesAt).toBe(new Date(BEGIN + 90 * DAY).toISOString());
      const home = await world.ok(who, 'getHome');
      expect(home.json.seats).toMatchObject([{ state: 'ended', goesAt: json.goesAt }]);
      const meetings = await world.ok(who, 'listMeetings', series);
      expect(meetings.text).toContain('noted for both');
      const late = await world.send(who, 'addTopic', {
        params: series.params,
        body: { id: randomUUID(), text: 'late' },
      });
      expect([404, 409]).toContain(late.status);
      const own = await world.send(who, 'addPrivateTopic', {
        params: series.params,
        body: { id: randomUUID(), text: 'late' },
      });
      expect([404, 409]).toContain(own.status);
    }
  });

  test('the time of the timer does not matter: from day 90 on nobody is given anything', async () => {
    const series = await met();
    await leave('ravi', series);
    world.clock.moveTo(new Date(BEGIN + 90 * DAY));
    for (const who of ['maya', 'ravi']) {
      expect((await world.send(who, 'getSeries', series)).status).toBe(404);
      expect((await world.send(who, 'listMeetings', series)).status).toBe(404);
      const copy = { params: series.params, body: { includePrivate: true } };
      expect((await world.send(who, 'exportSeries', copy)).status).toBe(404);
      expect((await world.ok(who, 'getHome')).json.seats).toEqual([]);
    }
  });

  test('then it is gone: nothing of it opens, nothing points to it, and its key is on the erasure list', async () => {
    const series = await met();
    await leave('maya', series);
    await onDay(90);
    const left = await everythingIn(world);
    expect(left.filter(({ partition }) => partition === series.seriesId)).toEqual([]);
    expect(JSON.stringify(left)).not.toMatch(/secret of|for both/);
    expect(JSON.stringify(left.filter(({ kind }) => kind !== 'applied'))).not.toContain(
      series.seriesId,
    );
    // A backup of the content, put back, is noise: the key is gone.
    const rows = (await world.kept.rows(world.data)).filter(
      ({ partition, kind }) => partition === series.seriesId && kind !== 'applied',
    );
    expect(rows).toEqual([]);
    await start(world, { id: series.seriesId });
    expect((await view(world, 'maya', series)).json.topics).toEqual([]);
  });

  test('where nobody joined, it goes at once, and the invitation with it', async () => {
    const series = await start(world);
    await addTopic(world, 'maya', series, 'prepared');
    await leave('maya', series);
    expect((await world.ok('ravi', 'getHome')).json.seats).toEqual([]);
    expect(JSON.stringify(await everythingIn(world))).not.toContain('prepared');
  });

  test('whoever left is sent nothing more about it, and finds it in no chat', async () => {
    const series = await met();
    await leave('ravi', series);
    world.nudges.length = 0;
    await write('maya', series, 'addLedgerEntry', hidden(0));
    const to = world.nudges.filter(({ nudge }) => nudge.series === series.seriesId);
    expect(to.map(({ person }) => person)).not.toContain(idOf('ravi'));
    const chatId = `19:${world.issuer.person('maya').oid}_${world.issuer.person('ravi').oid}@unq.gbl.spaces`;
    const found = await world.ok('ravi', 'findChat', { body: { chatId } });
    expect(found.json.state).toBe('none');
  });

  test('many that have ended keep nobody from beginning a new one', async () => {
    for (let n = 0; n < 3; n += 1) await leave('maya', await startTogether(world));
    const { seats } = (await world.ok('maya', 'getHome')).json;
    expect(seats).toHaveLength(3);
    await startTogether(world);
  });
});

describe('E5, C6: a safety record outlasts the rest', () => {
  test('one that waits to be shown is shown, and read for 30 days, when all else has gone', async () => {
    const series = await met();
    await leave('ravi', series);
    await onDay(80);
    await write('maya', series, 'addLedgerEntry', hidden(105));
    await onDay(90);
    // Its author still has it; the other one is told nothing, not even that something is there.
    expect(await ledgerOf('maya', series)).toEqual(['what was passed on']);
    expect((await world.send('ravi', 'getSeries', series)).status).toBe(404);
    expect((await world.ok('ravi', 'getHome')).json.seats).toEqual([]);
    const left = JSON.stringify(await everythingIn(world));
    expect(left).not.toMatch(/secret of|for both/);
    await onDay(104.9);
    expect((await world.send('ravi', 'listLedger', series)).status).toBe(404);
    await onDay(105);
    expect(await ledgerOf('ravi', series)).toEqual(['what was passed on']);
    expect((await world.ok('ravi', 'getHome')).json.seats).toMatchObject([{ state: 'ended' }]);
    await onDay(134.9);
    expect(await ledgerOf('ravi', series)).toEqual(['what was passed on']);
    await onDay(135);
    expect((await world.send('ravi', 'listLedger', series)).status).toBe(404);
    expect(JSON.stringify(await everythingIn(world))).not.toContain('what was passed on');
  });

  test('it can be put off once, and no new one keeps it for ever', async () => {
    const series = await met();
    await leave('ravi', series);
    await onDay(89);
    const id = randomUUID();
    await write('maya', series, 'addLedgerEntry', { ...hidden(119), id });
    await onDay(95);
    const shownAt = new Date(BEGIN + 149 * DAY).toISOString();
    const params = { ...series.params, lineId: id };
    await world.ok('maya', 'changeLedgerEntry', { params, body: { step: 'extend', shownAt } });
    await onDay(119);
    expect((await world.send('ravi', 'listLedger', series)).status).toBe(404);
    const body = { id: randomUUID(), ...hidden(140) };
    const more = await world.send('maya', 'addLedgerEntry', { params: series.params, body });
    expect(more.status).toBe(409);
    await onDay(149);
    expect(await ledgerOf('ravi', series)).toEqual(['what was passed on']);
    await onDay(179);
    expect((await world.send('maya', 'listLedger', series)).status).toBe(404);
  });
});

describe('D10: the process ends while a series goes', () => {
  test('before any of its writes: the next run ends it all the same', async () => {
    const series = await met();
    await leave('ravi', series);
    const gone = await onCopy(async (copy) => {
      copy.clock.moveTo(new Date(BEGIN + 90 * DAY));
      const life = mortal(copy);
      await sweepEffects(copy.composed.services);
      return { writes: life.writes, left: await everythingIn(copy) };
    });
    expect(gone.writes).toBeGreaterThan(5);
    for (let at = 0; at < gone.writes; at += 1) {
      const left = await onCopy(async (copy) => {
        copy.clock.moveTo(new Date(BEGIN + 90 * DAY));
        mortal(copy, at);
        await sweepEffects(copy.composed.services).catch(() => undefined);
        return onCopy(async (next) => {
          next.clock.moveTo(new Date(BEGIN + 90 * DAY));
          await sweepEffects(next.composed.services);
          const due = await next.composed.services.documents.listDue(
            'series',
            'effect',
            copy.clock.now().toISOString(),
            50,
          );
          expect([due.documents, due.forgotten]).toEqual([[], []]);
          return everythingIn(next);
        }, copy);
      });
      expect({ at, left }).toEqual({ at, left: gone.left });
    }
  });

  async function onCopy<T>(work: (copy: World) => Promise<T>, of = world): Promise<T> {
    const copy = await openWorld({ copyOf: of, clock: stillClock() });
    try {
      return await work(copy);
    } finally {
      await copy.close();
    }
  }
});

describe('D11: everything of mine', () => {
  test('leaves every 1:1, and nothing of theirs opens afterwards', async () => {
    const series = await met();
    await world.ok('ravi', 'saveIntroduction', { body: { introduction: 'secret of ravi' } });
    const led = await start(
      world,
      { report: { oid: world.issuer.person('nia').oid, name: 'Nia' } },
      'ravi',
    );
    await addTopic(world, 'ravi', led, 'secret of ravi');
    const reply = await world.ok('ravi', 'deleteEverything');
    expect([reply.status, reply.json]).toEqual([202, {}]);
    expect((await world.ok('nia', 'getHome')).json.seats).toEqual([]);
    const left = await everythingIn(world);
    expect(JSON.stringify(left)).not.toContain('secret of ravi');
    expect(left.filter(({ partition }) => partition === idOf('ravi'))).toEqual([]);
    expect((await world.send('ravi', 'getSeries', series)).status).toBe(404);
    // The other one is told, and reads on.
    const { json } = await view(world, 'maya', series);
    expect(json.report.leftAt).not.toBeNull();
    expect(json.goesAt).toBe(new Date(BEGIN + 90 * DAY).toISOString());
    await onDay(90);
    expect((await world.send('maya', 'getSeries', series)).status).toBe(404);
  });

  test('signing in afterwards begins anew, also when the other one leaves later', async () => {
    const series = await met();
    await world.ok('ravi', 'deleteEverything');
    await leave('maya', series);
    const home = await world.ok('ravi', 'getHome');
    expect(home.json).toEqual({ seats: [], introduction: '', devices: [] });
    const again = await startTogether(world);
    expect((await world.ok('ravi', 'getHome')).json.seats).toMatchObject([
      { series: again.seriesId, state: 'joined' },
    ]);
    await world.ok('ravi', 'deleteEverything');
    expect((await world.ok('ravi', 'getHome')).json.seats).toEqual([]);
  });

  test('invitations to them vanish, and requests of theirs to join', async () => {
    const invited = await start(world);
    const open = await start(world, { report: null }, 'lena');
    const chat = { chatId: '19:meeting_bGVhdmluZw@thread.v2' };
    await world.ok('lena', 'bindChat', { params: open.params, body: chat });
    await world.ok('ravi', 'askToJoin', { body: chat });
    while (!(await view(world, 'lena', open)).json.joinRequest) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    await world.ok('ravi', 'deleteEverything');
    expect((await view(world, 'lena', open)).json.joinRequest).toBeNull();
    expect((await view(world, 'maya', invited)).json.invitation.state).toBe('declined');
    expect((await world.send('ravi', 'getInvitation', invited)).status).toBe(404);
  });

  test('where both did, what they shared goes at once', async () => {
    const series = await met();
    await world.ok('ravi', 'deleteEverything');
    await world.ok('maya', 'deleteEverything');
    await sweepEffects(world.composed.services);
    const left = await everythingIn(world);
    expect(left.filter(({ partition }) => partition === series.seriesId)).toEqual([]);
  });

  test('nobody deletes anything of somebody else', async () => {
    const series = await met();
    await world.ok('tom', 'deleteEverything');
    expect(JSON.stringify((await view(world, 'ravi', series)).json.onlyMe)).toContain('secret');
  });
});

test('D11: the sockets of whoever leaves, or deletes everything, close at once; nobody else’s do', async () => {
  await leave('ravi', await startTogether(world));
  expect(world.disconnected).toEqual([idOf('ravi')]);
  await world.ok('maya', 'deleteEverything');
  expect(world.disconnected).toEqual([idOf('ravi'), idOf('maya')]);
});
