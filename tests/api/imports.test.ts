import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addPart, NO_IMPORTS } from '@rapport/domain/imported';
import type { ImportIndex } from '@rapport/domain/imported.schema';
import { IMPORTED_LENGTH, LINES_PER_IMPORTED } from '@rapport/domain/limits';
import type { Role } from '@rapport/domain/person';
import { randomUUID } from 'node:crypto';
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
