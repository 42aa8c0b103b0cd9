import { describe, expect, test } from '@jest/globals';
import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import { createStandIn, type StandIn } from './standIn';

/** What the other tests lean on is only worth something if it refuses what Cosmos DB refuses. */
const DOCS = 'dbs/rapport/colls/series/docs';
const BATCH = { 'x-ms-cosmos-is-batch-request': 'true', 'x-ms-cosmos-batch-atomic': 'true' };
const QUERY = { 'content-type': 'application/query+json' };
const inP = { 'x-ms-documentdb-partitionkey': '["p"]' };

async function send(
  standIn: StandIn,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  headers: Record<string, string>,
  body?: unknown,
) {
  const response = await standIn.httpClient.sendRequest(
    createPipelineRequest({
      url: `${standIn.endpoint}/${path}`,
      method,
      headers: createHttpHeaders({ authorization: 'type=aad&ver=1.0&sig=x', ...headers }),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  return {
    status: response.status,
    headers: response.headers,
    json: JSON.parse(response.bodyAsText ?? 'null'),
  };
}

const item = (id: string, more = {}) => ({ id, partition: 'p', ...more });
const create = (id: string, more = {}) => ({
  operationType: 'Create',
  resourceBody: item(id, more),
});
const batch = (standIn: StandIn, operations: unknown[], headers: Record<string, string> = inP) =>
  send(standIn, 'POST', DOCS, { ...BATCH, ...headers }, operations);
const statuses = ({ json }: { json: { statusCode: number }[] }) =>
  json.map((one) => one.statusCode);

describe('the stand-in for Cosmos DB', () => {
  test('finds a document in its partition only, and wants to know which one', async () => {
    const standIn = createStandIn();
    expect((await batch(standIn, [create('a')])).status).toBe(200);
    const read = (headers: Record<string, string>) => send(standIn, 'GET', `${DOCS}/a`, headers);
    expect(await read(inP)).toMatchObject({ status: 200, json: { id: 'a' } });
    expect((await read({ 'x-ms-documentdb-partitionkey': '["q"]' })).status).toBe(404);
    for (const header of ['[]', '"p"', '["p","q"]']) {
      expect((await read({ 'x-ms-documentdb-partitionkey': header })).status).toBe(400);
    }
    expect((await read({})).status).toBe(400);
    expect((await batch(standIn, [create('b')], {})).status).toBe(400);
  });

  test('does a batch whole or not at all, and says which operation it was', async () => {
    const standIn = createStandIn();
    const made = await batch(standIn, [create('a'), create('b')]);
    const [a, b] = made.json as { eTag: string }[];
    const before = standIn.dump('series');
    const failed = await batch(standIn, [
      { operationType: 'Replace', id: 'a', resourceBody: item('a', { n: 1 }), ifMatch: a?.eTag },
      { operationType: 'Delete', id: 'b', ifMatch: a?.eTag },
      create('c'),
    ]);
    expect([failed.status, statuses(failed)]).toEqual([207, [424, 412, 424]]);
    expect(statuses(await batch(standIn, [create('c'), create('a')]))).toEqual([424, 409]);
    expect(statuses(await batch(standIn, [{ operationType: 'Delete', id: 'x' }]))).toEqual([404]);
    expect(standIn.dump('series')).toEqual(before);
    const gone = await batch(standIn, [{ operationType: 'Delete', id: 'b', ifMatch: b?.eTag }]);
    expect(statuses(gone)).toEqual([204]);
  });

  test('keeps to the limits of ids, items and batches', async () => {
    const standIn = createStandIn();
    for (const id of ['', 'a/b', 'a\\b', 'a?b', 'a#b', 'x'.repeat(1024)]) {
      expect(statuses(await batch(standIn, [create(id)]))).toEqual([400]);
    }
    expect(statuses(await batch(standIn, [create('a', { partition: 'q' })]))).toEqual([400]);
    for (const ttl of [0, 1.5, -2, '60']) {
      expect(statuses(await batch(standIn, [create('a', { ttl })]))).toEqual([400]);
    }
    const many = Array.from({ length: 101 }, (_, index) => create(`a${index}`));
    expect((await batch(standIn, many)).status).toBe(400);
    const long = 'x'.repeat(1_100_000);
    const two = [create('a', { long }), create('b', { long })];
    expect((await batch(standIn, two)).status).toBe(413);
    expect(standIn.dump('series')).toEqual([]);
  });

  test('refuses whatever it does not know', async () => {
    const standIn = createStandIn();
    const query = (text: string, headers = {}) =>
      send(
        standIn,
        'POST',
        DOCS,
        { ...QUERY, ...inP, ...headers },
        { query: text, parameters: [] },
      );
    expect((await query('SELECT * FROM c')).status).toBe(400);
    const plan = { 'x-ms-cosmos-is-query-plan-request': 'True' };
    expect((await query('SELECT * FROM c', plan)).status).toBe(400);
    expect((await send(standIn, 'PUT', `${DOCS}/a`, inP, item('a'))).status).toBe(400);
    expect((await send(standIn, 'POST', DOCS, inP, item('a'))).status).toBe(400);
    expect(
      (await batch(standIn, [{ operationType: 'Patch', id: 'a', resourceBody: item('a') }])).json,
    ).toMatchObject([{ statusCode: 400 }]);
    const elsewhere = await send(standIn, 'GET', 'dbs/rapport/colls/other/docs/a', inP);
    expect([elsewhere.status, elsewhere.headers.get('x-ms-substatus')]).toEqual([404, '1003']);
    expect((await send(standIn, 'GET', `${DOCS}/a`, { ...inP, authorization: 'x' })).status).toBe(
      401,
    );
  });
});
