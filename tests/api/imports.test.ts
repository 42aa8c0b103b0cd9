import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { EFFECT_KIND, type Effect } from '@rapport/api/effects/effect';
import { sweepEffects } from '@rapport/api/effects/runEffects';
import { HEAD, pagePlacing, personPartition, seriesPartition } from '@rapport/api/places';
import type { Action } from '@rapport/domain/action';
import { applyToShared, type SharedCommand } from '@rapport/domain/agenda';
import { DomainError } from '@rapport/domain/errors';
import { addPart, importRoom, NO_IMPORTS, sizeOfPart } from '@rapport/domain/imported';
import { bringPromises, takePromisesBack } from '@rapport/domain/importedPromise';
import type { AddImport, ImportIndex } from '@rapport/domain/imported.schema';
import { IMPORTED_LENGTH, IMPORTED_PER_PERSON, LINES_PER_IMPORTED } from '@rapport/domain/limits';
import { liveLines } from '@rapport/domain/line';
import type { Shared } from '@rapport/domain/meeting';
import { personIdOf, type Role } from '@rapport/domain/person';
import type { Series } from '@rapport/domain/series';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { AT, id as fixedId, later, newSeries } from '../domain/support';
import { everythingIn } from './support/everything';
import { openSignInServer, type SignInServer } from './support/signInServer';
import { start, startTogether, type Started } from './support/story';
import { openWorld, type Reply, type World } from './support/world';

let signIn: SignInServer;
let world: World;
let series: Started;
beforeAll(async () => {
  signIn = await openSignInServer();
});
afterAll(() => signIn.close());
afterEach(() => world.close());
beforeEach(async () => {
  world = await openWorld({ signIn });
  series = await startTogether(world);
});

type Page = '' | 'Private';
const PAGES: readonly Page[] = ['', 'Private'];
const oidOf = (who: string): string => world.issuer.person(who).oid;
const roles = fc.constantFrom<Role>('manager', 'report');
const rewording = fc.constantFrom('other words', 'box 0');

/** What it was where the rules say no. */
function unlessRefused<T>(before: T, change: () => T): T {
  try {
    return change();
  } catch (error) {
    if (error instanceof DomainError) return before;
    throw error;
  }
}

const meetings = (text: string) => [
  {
    state: 'imported',
    heldOn: '2025-03-05',
    title: 'Planning',
    lines: [
      { kind: 'topic', text, depth: 0 },
      { kind: 'action', text: `do ${text}`, depth: 1, done: true, owner: 'report', due: null },
    ],
  },
];
const bring = (
  who: string,
  text: string,
  importId: string,
  { page = '', part = 0 }: { page?: '' | 'Private'; part?: number } = {},
): Promise<Reply> =>
  world.send(who, `add${page}Import`, {
    params: { ...series.params, importId },
    body: { part, meetings: meetings(text) },
  });
const take = (who: string, importId: string, page: '' | 'Private' = '') =>
  world.send(who, `remove${page}Import`, { params: { ...series.params, importId } });
const list = async (who: string, page: '' | 'Private' = '') =>
  (await world.ok(who, `list${page}Imports`, series)).json.imports;
const partOf = (who: string, importId: string, page: '' | 'Private' = '') =>
  world.send(who, `get${page}Import`, { params: { ...series.params, importId, number: '0' } });

describe('D11: earlier notes', () => {
  test('for oneself are read by nobody else, and are in no copy but one’s own', async () => {
    const id = randomUUID();
    expect((await bring('ravi', 'planted-alone', id, { page: 'Private' })).status).toBe(201);
    expect((await partOf('ravi', id, 'Private')).text).toContain('planted-alone');
    expect(await list('maya', 'Private')).toEqual([]);
    expect(await list('maya')).toEqual([]);
    expect((await partOf('maya', id, 'Private')).status).toBe(404);
    expect((await partOf('maya', id)).status).toBe(404);
    for (const [who, includePrivate] of [
      ['maya', true],
      ['ravi', false],
    ] as const) {
      const copy = { params: series.params, body: { includePrivate } };
      expect((await world.ok(who, 'exportSeries', copy)).text).not.toContain('planted-alone');
    }
    const own = { params: series.params, body: { includePrivate: true } };
    expect((await world.ok('ravi', 'exportSeries', own)).text).toContain('planted-alone');
  });

  test('D5: taking back what is not there says nothing of what is just being brought', async () => {
    const { documents } = world.composed.services;
    const { read } = documents;
    const [before, there] = [randomUUID(), randomUUID()];
    await bring('maya', 'x', before, { page: 'Private' });
    await take('maya', before, 'Private');
    const page: typeof read = async (where, what, ...how) => {
      if (what === pagePlacing(series.seriesId).id) {
        Object.assign(documents, { read });
        await bring('maya', 'x', there, { page: 'Private' });
      }
      return read<never>(where, what, ...how);
    };
    Object.assign(documents, { read: page });
    expect((await take('maya', before, 'Private')).status).toBe(200);
    Object.assign(documents, { read });
    if ((await list('maya', 'Private')).length === 0) {
      await bring('maya', 'x', there, { page: 'Private' });
    }
    expect((await world.ok('maya', 'getSeries', series)).json.notesBefore).toBe(true);
  });

  test('D5: say to whoever reads them that there is something to look for, until they are taken back', async () => {
    const says = async (who: string) =>
      (await world.ok(who, 'getSeries', series)).json.notesBefore ?? false;
    const both = async () => [await says('maya'), await says('ravi')];
    const [own, shared] = [randomUUID(), randomUUID()];
    expect(await both()).toEqual([false, false]);
    await bring('ravi', 'alone', own, { page: 'Private' });
    expect(await both()).toEqual([false, true]);
    await bring('maya', 'for both', shared);
    expect(await both()).toEqual([true, true]);
    await take('ravi', own, 'Private');
    await take('maya', shared);
    expect(await both()).toEqual([false, false]);
  });

  test('E2: for both say who brought them and when, and stay apart from meetings held here', async () => {
    const id = randomUUID();
    await bring('maya', 'brought', id);
    for (const who of ['maya', 'ravi']) {
      expect(await list(who)).toMatchObject([
        {
          id,
          by: 'manager',
          parts: [{ number: 0, meetings: 1, lines: 2, size: expect.any(Number) }],
        },
      ]);
      expect((await partOf(who, id)).json.meetings).toMatchObject([
        { state: 'imported', heldOn: '2025-03-05' },
      ]);
    }
    expect((await world.ok('ravi', 'listMeetings', series)).json.meetings).toEqual([]);
    const { json } = await world.ok('ravi', 'getSeries', series);
    expect([json.lastMeeting, json.meeting.number, json.actions]).toEqual([null, 1, []]);
    const copy = { params: series.params, body: { includePrivate: false } };
    expect((await world.ok('ravi', 'exportSeries', copy)).json.imported).toMatchObject([
      { by: 'manager', meetings: [{ heldOn: '2025-03-05', title: 'Planning' }] },
    ]);
  });

  test('sent again bring nothing twice, and go on where they stopped', async () => {
    const id = randomUUID();
    for (const part of [0, 0, 1, 0, 1]) await bring('maya', `part ${part}`, id, { part });
    expect(await list('maya')).toMatchObject([{ parts: [{ number: 0 }, { number: 1 }] }]);
  });

  test('are taken back by whoever brought them, whole, and may come again', async () => {
    const id = randomUUID();
    await bring('maya', 'planted-wrong', id);
    await bring('maya', 'planted-wrong', id, { part: 1 });
    const hers = await take('ravi', id);
    expect([hers.status, hers.json.code]).toEqual([403, 'line.notYours']);
    const stolen = await bring('ravi', 'x', id);
    expect([stolen.status, stolen.json.code]).toEqual([409, 'import.idTaken']);
    expect((await take('maya', id)).status).toBe(200);
    expect(await list('ravi')).toEqual([]);
    expect(JSON.stringify(await everythingIn(world))).not.toContain('planted-wrong');
    expect((await take('maya', id)).status).toBe(200);
    expect((await bring('maya', 'right', id)).status).toBe(201);
    expect((await partOf('ravi', id)).text).toContain('right');
  });

  test('C6: before both agreed they are for oneself alone', async () => {
    await world.ok('maya', 'leaveSeries', series);
    series = await start(world);
    const early = await bring('maya', 'x', randomUUID());
    expect([early.status, early.json.code]).toEqual([409, 'terms.notAgreed']);
    expect((await bring('maya', 'x', randomUUID(), { page: 'Private' })).status).toBe(201);
  });

  test('have a limit that is named', async () => {
    for (let n = 0; n < 10; n += 1) await bring('maya', 'x', randomUUID(), { page: 'Private' });
    const index = (await world.ok('maya', 'listPrivateImports', series)).json as ImportIndex;
    const taken = 10 * sizeOfPart(meetings('x') as AddImport['meetings']);
    const room = { imports: 0, size: IMPORTED_PER_PERSON - taken };
    expect(importRoom(index, 'manager', null)).toEqual(room);
    expect(importRoom(index, 'manager', index.imports[0]?.id ?? '')).toMatchObject({ imports: 1 });
    expect(importRoom(index, 'report', null)).toEqual({ imports: 10, size: IMPORTED_PER_PERSON });
    const more = await bring('maya', 'x', randomUUID(), { page: 'Private' });
    expect([more.status, more.json.code]).toEqual([409, 'import.tooMany']);
    expect((await bring('ravi', 'x', randomUUID(), { page: 'Private' })).status).toBe(201);
  });

  test('of one’s own go at once when one leaves, those for both stay until the rest goes', async () => {
    await bring('ravi', 'planted-private', randomUUID(), { page: 'Private' });
    const id = randomUUID();
    await bring('ravi', 'planted-for-both', id);
    await world.ok('ravi', 'leaveSeries', series);
    expect(JSON.stringify(await everythingIn(world))).not.toContain('planted-private');
    for (const who of ['maya', 'ravi']) {
      expect((await partOf(who, id)).text).toContain('planted-for-both');
    }
    for (const page of ['', 'Private'] as const) {
      expect((await bring('ravi', 'late', randomUUID(), { page })).status).toBe(404);
      expect((await bring('maya', 'late', randomUUID(), { page })).status).toBe(409);
    }
  });
});

test('D11: once the other one has left, one’s own are still taken back alone, and nothing else moves', async () => {
  const [mine, kept, shared] = [randomUUID(), randomUUID(), randomUUID()];
  const box = { kind: 'action', text: 'stays a promise', depth: 0, done: false, due: null };
  const lines = [
    { kind: 'note', text: 'planted-mine', depth: 0 },
    { ...box, owner: 'manager', promise: randomUUID() },
  ];
  await world.ok('maya', 'addPrivateImport', {
    params: { ...series.params, importId: mine },
    body: { part: 0, meetings: [{ state: 'imported', heldOn: null, title: null, lines }] },
  });
  await bring('maya', 'planted-kept', kept, { page: 'Private' });
  await bring('maya', 'for both', shared);
  await world.ok('ravi', 'leaveSeries', series);
  const before = (await world.ok('ravi', 'getSeries', series)).json;
  expect((await take('maya', mine, 'Private')).status).toBe(200);
  expect(await list('maya', 'Private')).toMatchObject([{ id: kept }]);
  const stored = JSON.stringify(await everythingIn(world));
  expect([stored.includes('planted-mine'), stored.includes('planted-kept')]).toEqual([false, true]);
  // What both read stays as it was when the first of them left, and so does the agenda.
  expect((await take('maya', shared)).json.code).toBe('series.ended');
  expect((await partOf('ravi', shared)).text).toContain('for both');
  expect((await world.ok('ravi', 'getSeries', series)).json).toEqual(before);
  expect(before.actions).toMatchObject([{ text: 'stays a promise' }]);
  expect((await take('ravi', kept, 'Private')).status).toBe(404);
});

test('D11: what had not arrived whole when the other one left is taken back by whoever brought it', async () => {
  const id = randomUUID();
  const part = (number: number, text: string) => ({
    params: { ...series.params, importId: id },
    body: { part: number, of: 2, meetings: meetings(text) },
  });
  await world.ok('maya', 'addImport', part(0, 'planted-half'));
  await world.ok('ravi', 'leaveSeries', series);
  expect((await world.send('maya', 'addImport', part(1, 'late'))).json.code).toBe('series.ended');
  const taking = { params: { ...series.params, importId: id }, key: randomUUID() };
  const answers = [];
  for (let time = 0; time < 2; time += 1) {
    answers.push(await world.send('maya', 'removeImport', taking));
  }
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect((await take('maya', id)).status).toBe(200);
  expect(JSON.stringify(await everythingIn(world))).not.toContain('planted-half');
  expect([await list('maya'), await list('ravi')]).toEqual([[], []]);
});

test('D11: … and of what had arrived whole by then nothing is', async () => {
  const id = randomUUID();
  for (const part of [1, 0]) {
    const body = { part, of: 2, meetings: meetings(`planted ${part}`) };
    await world.ok('maya', 'addImport', { params: { ...series.params, importId: id }, body });
  }
  await world.ok('ravi', 'leaveSeries', series);
  expect((await take('maya', id)).json.code).toBe('series.ended');
  expect(await list('ravi')).toHaveLength(1);
});

test('E2: … nor of what has lain there for long, however many parts its author says are missing', async () => {
  const body = { part: 0, of: 40, meetings: meetings('relied on') };
  const id = randomUUID();
  await world.ok('maya', 'addImport', { params: { ...series.params, importId: id }, body });
  world.clock.moveTo(new Date(world.clock.now().getTime() + 8 * 24 * 60 * 60 * 1000));
  await world.ok('ravi', 'leaveSeries', series);
  expect((await take('maya', id)).json.code).toBe('series.ended');
  expect(await list('ravi')).toHaveLength(1);
});

describe('D11: open boxes of earlier notes', () => {
  const box = (text: string, more: object = {}) => ({
    kind: 'action',
    text,
    depth: 0,
    done: false,
    owner: 'report',
    due: '2026-03-12',
    promise: randomUUID(),
    ...more,
  });
  const bringBoxes = (importId: string, lines: readonly object[], page: Page = '') =>
    world.send('maya', `add${page}Import`, {
      params: { ...series.params, importId },
      body: { part: 0, meetings: [{ state: 'imported', heldOn: null, title: null, lines }] },
    });
  const agenda = async (who: string): Promise<{ id: string; text: string }[]> =>
    (await world.ok(who, 'getSeries', series)).json.actions;
  const texts = async (who: string) => (await agenda(who)).map(({ text }) => text);
  const does = (who: string, route: string, lineId: string, body: object) =>
    world.ok(who, route, { params: { ...series.params, lineId }, body });

  test.each(PAGES)('become promises that both read at once, of notes%s', async (page) => {
    const id = randomUUID();
    const chosen = box('write the\nplan (Ravi)');
    const ticked = box('was done', { done: true, promise: undefined });
    const before = (await world.ok('ravi', 'getSeries', series)).json.version;
    world.nudges.length = 0;
    const lines = [chosen, ticked, box('stays there', { promise: undefined })];
    expect((await bringBoxes(id, lines, page)).status).toBe(201);
    for (const who of ['maya', 'ravi']) {
      const { json } = await world.ok(who, 'getSeries', series);
      expect(json.version).toBe(before + 1);
      expect(json.actions).toMatchObject([
        {
          id: chosen.promise,
          by: 'manager',
          text: 'write the plan (Ravi)',
          owner: 'report',
          due: '2026-03-12',
          doneAt: null,
        },
      ]);
    }
    const told = world.nudges.filter(({ person }) => person.includes(oidOf('ravi')));
    expect(told).toHaveLength(1);
    const others = await partOf('ravi', id, page);
    expect(others.status).toBe(page === '' ? 200 : 404);
    const copy = { params: series.params, body: { includePrivate: true } };
    expect((await world.ok('maya', 'exportSeries', copy)).text).not.toContain(chosen.promise);
    // Sent again they do not come twice, however long ago that was, and whatever became of them.
    await does('ravi', 'finishAction', chosen.promise, { done: true });
    await world.ok('maya', 'startMeeting', { ...series, body: { number: 1, endsAt: null } });
    await world.ok('maya', 'finishMeeting', { ...series, body: { number: 1, nextAt: null } });
    await bringBoxes(id, [{ ...chosen, promise: randomUUID() }], page);
    expect(await texts('ravi')).toEqual([]);
  });

  test.each(PAGES)('go again with the notes%s, as far as nobody touched them', async (page) => {
    const id = randomUUID();
    const said = ['same', 'done', 'given', 'other words', 'disputed', 'removed', 'undone'];
    const boxes = said.map((text) => box(text));
    await bringBoxes(id, boxes, page);
    const [, done, given, words, disputed, removed, undone] = boxes.map(({ promise }) => promise);
    if (!done || !given || !words || !disputed || !removed || !undone) throw new Error('none');
    await does('ravi', 'finishAction', done, { done: true });
    await does('ravi', 'assignAction', given, { owner: 'manager' });
    await does('maya', 'editAction', words, { text: 'mine', version: words });
    await does('ravi', 'disputeAction', disputed, { version: disputed, text: null, stands: true });
    await does('maya', 'removeAction', removed, { version: removed });
    await does('ravi', 'finishAction', undone, { done: true });
    await does('ravi', 'finishAction', undone, { done: false });
    expect((await take('maya', id, page)).status).toBe(200);
    expect(await texts('ravi')).toEqual(['done', 'given', 'mine', 'disputed']);
    expect(await list('maya', page)).toEqual([]);
    expect((await take('maya', id, page)).status).toBe(200);
    // The same notes once more: what one chooses then comes.
    await bringBoxes(id, [box('again')], page);
    expect(await texts('ravi')).toContain('again');
  });

  test.each(PAGES)('that there is no room for are refused with the notes%s', async (page) => {
    const many = Array.from({ length: 31 }, (_, n) => box(`box ${n}`));
    const full = await bringBoxes(randomUUID(), many, page);
    expect([full.status, full.json.code]).toEqual([409, 'actions.full']);
    const long = Array.from({ length: 30 }, () => box('多'.repeat(100)));
    const tooMuch = await bringBoxes(randomUUID(), long, page);
    expect([tooMuch.status, tooMuch.json.code]).toEqual([409, 'series.full']);
    const theirs = randomUUID();
    const action = { id: theirs, text: 'his', owner: 'report', due: null };
    await world.ok('ravi', 'addAction', { ...series, body: action });
    const taken = await bringBoxes(randomUUID(), [box('x', { promise: theirs })], page);
    expect([taken.status, taken.json.code]).toEqual([409, 'line.idTaken']);
    for (const wrong of [{ done: true }, { owner: undefined }, { text: 'x'.repeat(501) }]) {
      const reply = await bringBoxes(randomUUID(), [box('x', wrong)], page);
      expect([reply.status, reply.json.code]).toEqual([400, 'input.notAllowed']);
      expect(reply.json.field).toBe('meetings.0.lines.0.promise');
    }
    expect([await texts('ravi'), await list('maya', page)]).toEqual([['his'], []]);
  });

  test.each(PAGES)(
    'leave room for what the two write, however often they come, of notes%s',
    async (page) => {
      const many = Array.from({ length: 30 }, (_, n) => box(`box ${n} ${'x'.repeat(200)}`));
      for (let n = 0; n < 3; n += 1) {
        const id = randomUUID();
        expect((await bringBoxes(id, many, page)).status).toBe(201);
        expect(await texts('ravi')).toHaveLength(30);
        expect((await bringBoxes(randomUUID(), [box('one more')], page)).json.code).toBe(
          'actions.full',
        );
        if (n < 2) await take('maya', id, page);
      }
      const mine = Array.from({ length: 10 }, (_, n) => `his ${n} ${'y'.repeat(250)}`);
      for (const text of mine) {
        const action = { id: randomUUID(), text, owner: 'report', due: null };
        await world.ok('ravi', 'addAction', { ...series, body: action });
      }
      expect(await texts('maya')).toHaveLength(40);
    },
  );

  test('stay with notes that were brought anew when taking them back comes once more, late', async () => {
    const params = { ...series.params, importId: randomUUID() };
    const key = randomUUID();
    const lines = [box('brought anew')];
    const body = { part: 0, meetings: [{ state: 'imported', heldOn: null, title: null, lines }] };
    for (let times = 0; times < 2; times += 1) {
      await world.ok('maya', 'addPrivateImport', { params, body });
      await world.ok('maya', 'removePrivateImport', { params, key });
    }
    expect(await list('maya', 'Private')).toHaveLength(1);
    expect(await texts('ravi')).toEqual(['brought anew']);
  });

  test('D11: those of notes of one’s own that are taken back before they arrived never do', async () => {
    const id = randomUUID();
    const { promise } = await interrupted(id);
    await take('maya', id, 'Private');
    await sweepEffects(world.composed.services);
    expect((await agenda('ravi')).map((one) => one.id)).not.toContain(promise);
    const other = randomUUID();
    const arriving = await interrupted(other);
    await sweepEffects(world.composed.services);
    await sweepEffects(world.composed.services);
    expect((await agenda('ravi')).map((one) => one.id)).toEqual([arriving.promise]);
  });

  test.each(['effect', 'taking back'])(
    'D11: nor do those of which the one comes in the middle of the other: the %s first',
    async (first) => {
      const id = randomUUID();
      const { promise } = await interrupted(id);
      const { services } = world.composed;
      const { documents } = services;
      const { read, write } = documents;
      let met = 0;
      const meets = async (other: () => Promise<unknown>) => {
        met += 1;
        Object.assign(documents, { read, write });
        await other();
      };
      if (first === 'effect') {
        const reads: typeof read = async (where, what, ...how) => {
          const found = await read<never>(where, what, ...how);
          if (what.includes(id)) await meets(() => take('maya', id, 'Private'));
          return found;
        };
        Object.assign(documents, { read: reads });
        await sweepEffects(services);
      } else {
        const writes: typeof write = async (...args) => {
          await meets(() => sweepEffects(services));
          return write(...args);
        };
        Object.assign(documents, { write: writes });
        expect((await take('maya', id, 'Private')).status).toBe(200);
      }
      expect(met).toBe(1);
      expect(await list('maya', 'Private')).toEqual([]);
      expect((await agenda('ravi')).map((one) => one.id)).not.toContain(promise);
    },
  );

  /** Notes of one's own whose boxes are not on the agenda yet, as after a crash between the two. */
  async function interrupted(importId: string) {
    const chosen = box('on its way');
    await bringBoxes(importId, [chosen], 'Private');
    const where = seriesPartition(series.seriesId);
    const { documents } = world.composed.services;
    await does('maya', 'removeAction', chosen.promise, { version: chosen.promise });
    const head = await documents.read<Series>(where, HEAD.id);
    if (!head) throw new Error('no head');
    const value = { ...head.value, actions: [] };
    const partition = { ...where, tenant: head.tenant };
    await documents.write(partition, [{ change: 'replace', placing: HEAD, value, loaded: head }]);
    const { tid, oid } = world.issuer.person('maya');
    const command = randomUUID();
    const effect: Effect = {
      type: 'bringPromises',
      series: series.seriesId,
      person: personIdOf(tid, oid),
      importId,
      part: 0,
      command,
    };
    const due = world.clock.now().toISOString();
    const placing = { id: `effect.${command}.0`, kind: EFFECT_KIND, schema: 1, due };
    const mine = personPartition(personIdOf(tid, oid));
    await documents.write(mine, [{ change: 'create', placing, value: effect }]);
    return chosen;
  }
});

test('D11: what both did to promises that were brought stays; all else of them is taken back', () => {
  const shared: Shared = { ...newSeries(), actions: [] };
  const all = Array.from({ length: 4 }, (_, n) => ({
    id: fixedId(n + 1),
    text: `box ${n}`,
    owner: 'report' as const,
    due: null,
  }));
  const terms = { minutes: 30, agreed: true };
  const brought = bringPromises(shared, all, { by: 'manager', at: AT }, terms);
  const target = fc.integer({ min: 1, max: 4 }).map(fixedId);
  const command = fc.oneof(
    fc.record({ type: fc.constant('finishAction'), id: target, done: fc.boolean() }),
    fc.record({ type: fc.constant('assignAction'), id: target, owner: roles }),
    fc.record({
      type: fc.constant('disputeAction'),
      id: target,
      version: target,
      text: fc.constant(null),
      stands: fc.boolean(),
    }),
    fc.record({ type: fc.constant('editAction'), id: target, version: target, text: rewording }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(roles, command), { maxLength: 8, size: 'max' }), (commands) => {
      let now = brought;
      for (const [n, [by, one]] of commands.entries()) {
        const doing = { by, at: later(n + 1), commandId: fixedId(100 + n) };
        now = unlessRefused(now, () => applyToShared(now, one as SharedCommand, doing, terms));
      }
      const after = takePromisesBack(now, all, 'manager');
      const stands = liveLines<Action>(now.actions);
      const untouched = stands.filter((one) => {
        const was = brought.actions.find((entry) => entry.id === one.id);
        return isDeepStrictEqual(was, one);
      });
      const left = stands.filter((one) => !untouched.includes(one));
      expect(liveLines<Action>(after.actions)).toEqual(left);
      expect(takePromisesBack(now, all, 'report')).toBe(now);
    }),
  );
});

test('D11: nobody brings along more than the other one’s copy can hold', () => {
  const line = { kind: 'note', text: 'x'.repeat(IMPORTED_LENGTH), depth: 0 } as const;
  const lines = Array.from({ length: LINES_PER_IMPORTED }, () => line);
  const many = Array.from({ length: 9 }, () => ({
    ...{ state: 'imported' as const, heldOn: null, title: null },
    lines,
  }));
  const add = (index: ImportIndex, part: number, by: Role = 'manager') =>
    addPart(index, `${by}'s`, { part, meetings: many }, by, '2026-03-02T09:00:00.000Z');
  const full = add(add(NO_IMPORTS, 0), 1);
  expect(() => add(full, 2)).toThrow('import.tooMany');
  expect(add(full, 2, 'report').imports).toHaveLength(2);
});
