import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BODY_LIMIT } from '@rapport/api/input';
import { routes } from '@rapport/api/routes/table';
import { INTRODUCTION_LENGTH, LINE_LENGTH } from '@rapport/domain/limits';
import { randomUUID } from 'node:crypto';
import { startBody, startTogether, view, type Started } from './support/story';
import { openWorld, type World } from './support/world';

let world: World;
let series: Started;
let etag: string | undefined;

beforeAll(async () => {
  world = await openWorld();
  series = await startTogether(world);
  etag = (await view(world, 'ravi', series)).headers['etag'];
});
afterAll(() => world.close());

/** Refused with this code and field, as a problem document, with nothing written. */
async function expectRefused(
  sending: Parameters<World['send']>[2],
  route: string,
  status: number,
  code: string,
  field?: string,
): Promise<void> {
  const reply = await world.send('ravi', route, { params: series.params, ...sending });
  expect(reply.headers['content-type']).toBe('application/problem+json');
  expect({ status: reply.status, code: reply.json.code, field: reply.json.field }).toEqual({
    status,
    code,
    field,
  });
  expect(reply.json.reference).toMatch(/^[0-9a-f-]{36}$/);
  expect((await view(world, 'ravi', series)).headers['etag']).toBe(etag);
}

const good = () => ({ id: randomUUID(), text: 'fine' });

describe('bad input is refused with its field, and nothing is written', () => {
  const cases: [string, Record<string, unknown>, string, string][] = [
    ['over-long words', { text: 'x'.repeat(LINE_LENGTH + 1) }, 'input.tooLong', 'text'],
    ['no words', { text: '' }, 'input.empty', 'text'],
    ['blank words', { text: ' \t ' }, 'input.empty', 'text'],
    ['a number for words', { text: 7 }, 'input.wrongType', 'text'],
    ['null for words', { text: null }, 'input.wrongType', 'text'],
    ['words left out', { text: undefined }, 'input.missing', 'text'],
    ['a list for words', { text: ['a'] }, 'input.wrongType', 'text'],
    ['an unknown field', { text: 'a', colour: 'red' }, 'input.unknownField', 'colour'],
    ['a lone high surrogate', { text: 'a\ud83d' }, 'input.notPlainText', 'text'],
    ['a lone low surrogate', { text: '\udc00a' }, 'input.notPlainText', 'text'],
    ['a NUL', { text: 'a\u0000b' }, 'input.notPlainText', 'text'],
    ['a bell', { text: 'a\u0007b' }, 'input.notPlainText', 'text'],
    ['a line break in a line', { text: 'a\nb' }, 'input.notPlainText', 'text'],
    ['an id that is no UUID', { id: 'mine' }, 'input.malformed', 'id'],
    ['an id with a path', { id: '../../etc/passwd' }, 'input.malformed', 'id'],
    ['an id in capitals', { id: randomUUID().toUpperCase() }, 'input.malformed', 'id'],
  ];
  for (const [title, change, code, field] of cases) {
    test(`${title}: ${code}`, () =>
      expectRefused({ body: { ...good(), ...change } }, 'addTopic', 400, code, field));
  }

  const raw: [string, string | Uint8Array<ArrayBuffer>, number, string, string?][] = [
    ['nothing', '', 400, 'request.notJson'],
    ['half a document', '{"text":', 400, 'request.notJson'],
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 400, 'request.notJson'],
    ['a list', '[]', 400, 'input.wrongType'],
    ['a number', '7', 400, 'input.wrongType'],
    ['null', 'null', 400, 'input.wrongType'],
    ['__proto__', `{"__proto__":{"a":1},"text":"a"}`, 400, 'input.unknownField', '__proto__'],
    ['constructor', `{"constructor":{"prototype":{}}}`, 400, 'input.unknownField', 'constructor'],
    [
      'prototype keys further down',
      `{"text":{"prototype":1}}`,
      400,
      'input.unknownField',
      'text.prototype',
    ],
    ['too many bytes', `{"text":"${'x'.repeat(BODY_LIMIT)}"}`, 413, 'request.tooLarge'],
  ];
  for (const [title, body, status, code, field] of raw) {
    test(`a body of ${title}: ${code}`, () =>
      expectRefused({ raw: body }, 'addTopic', status, code, field));
  }

  test('another content type', () =>
    expectRefused(
      { body: good(), headers: { 'content-type': 'text/plain' } },
      'addTopic',
      415,
      'request.contentType',
    ));

  test('an id of the address that is no UUID', () =>
    expectRefused(
      { params: { seriesId: 'x' }, body: good() },
      'addTopic',
      400,
      'input.malformed',
      'seriesId',
    ));

  test("a topic of the other's", async () => {
    const id = randomUUID();
    const key = randomUUID();
    await world.ok('maya', 'addTopic', { params: series.params, body: { id, text: 'hers' }, key });
    etag = (await view(world, 'ravi', series)).headers['etag'];
    const params = { ...series.params, lineId: id };
    const body = { text: 'mine now', version: key };
    await expectRefused({ params, body }, 'editTopic', 403, 'line.notYours', 'id');
  });

  test('a topic that is not there', () =>
    expectRefused(
      { params: { ...series.params, lineId: randomUUID() }, body: { after: null } },
      'moveTopic',
      404,
      'topic.unknown',
      'id',
    ));

  const starts: [string, Record<string, unknown>, string, string][] = [
    [
      'an introduction too long',
      { introduction: 'x'.repeat(INTRODUCTION_LENGTH + 1) },
      'input.tooLong',
      'introduction',
    ],
    ['a rhythm nobody has', { rhythm: 'hourly' }, 'input.notAllowed', 'rhythm'],
    ['a length nobody has', { minutes: 31 }, 'input.notAllowed', 'minutes'],
    ['a length as words', { minutes: '30' }, 'input.notAllowed', 'minutes'],
    ['no rhythm', { rhythm: undefined }, 'input.missing', 'rhythm'],
    [
      'a nameless person',
      { report: { oid: randomUUID(), name: '' } },
      'input.empty',
      'report.name',
    ],
    ['a person without id', { report: { name: 'Ravi' } }, 'input.missing', 'report.oid'],
    ['agreement as a word', { agree: 'yes' }, 'input.wrongType', 'agree'],
  ];
  for (const [title, change, code, field] of starts) {
    test(`a series with ${title}: ${code}`, async () => {
      const body = { ...startBody(world), ...change };
      await expectRefused({ params: {}, body }, 'startSeries', 400, code, field);
      const seats = (await world.ok('ravi', 'getHome')).json.seats;
      expect(seats).toHaveLength(1);
    });
  }
});

test('every route with a body refuses a field it does not know', async () => {
  for (const route of routes.filter(({ body }) => body)) {
    const ids = { lineId: randomUUID(), requestId: randomUUID(), number: '1' };
    const params = { seriesId: series.seriesId, ...ids };
    const known = Object.keys(
      (await import('zod/mini')).toJSONSchema(route.params, { io: 'input' }).properties ?? {},
    );
    const reply = await world.send('ravi', route.name, {
      params: Object.fromEntries(Object.entries(params).filter(([name]) => known.includes(name))),
      raw: '{"surprise":1}',
    });
    expect([route.name, reply.status]).toEqual([route.name, 400]);
  }
});

describe('a bug', () => {
  test('is answered with a reference, and what somebody wrote is not in the log', async () => {
    const broken = await openWorld({
      wrap: (composed) => {
        const { documents } = composed.services;
        Object.assign(documents, {
          write: () => {
            throw new TypeError('could not store "planted words"');
          },
        });
        return composed;
      },
    });
    const reply = await broken.send('maya', 'saveIntroduction', {
      body: { introduction: 'planted words' },
    });
    expect([reply.status, reply.json.code]).toEqual([500, 'unexpected']);
    const lines = broken.log.filter((line) => line.includes(reply.json.reference));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('TypeError');
    expect(broken.log.join('\n')).not.toContain('planted');
    expect(reply.text).not.toContain('planted');
    await broken.close();
  });
});
