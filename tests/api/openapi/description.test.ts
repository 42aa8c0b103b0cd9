import { describe, expect, test } from '@jest/globals';
import { PROBLEM_CODES } from '@rapport/api/problem';
import { routes } from '@rapport/api/routes/table';
import { exampleOf } from '@rapport/api/openapi/exampleOf';
import { REFUSALS } from '@rapport/api/openapi/refusals';
import { SCHEMA_FILES } from '@rapport/api/openapi/named';
import { Validator } from '@seriousme/openapi-schema-validator';
import { readdirSync } from 'node:fs';
import { resolve as resolvePath } from 'node:path';
import { openContract, resolve } from './contract';

const contract = openContract();
const { description, operations } = contract;
const text = JSON.stringify(description);

describe('D13: the description of the api', () => {
  test('is valid OpenAPI 3.1, by the schema of its makers', async () => {
    const result = await new Validator().validate(JSON.parse(text));
    expect(result).toEqual({ valid: true });
    expect(description.openapi).toBe('3.1.0');
  });

  test('refers to nothing that it does not have, and has nothing that nobody refers to', () => {
    const refs = [...new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref))];
    expect(refs.filter((ref) => resolve(description, ref) === undefined)).toEqual([]);
    const named = Object.entries(description.components)
      .filter(([kind]) => kind !== 'securitySchemes')
      .flatMap(([kind, parts]) => Object.keys(parts).map((name) => `#/components/${kind}/${name}`));
    expect(named.filter((ref) => !refs.includes(ref))).toEqual([]);
  });

  test('has every route once, with its name, method, summary and resource', () => {
    expect([...operations.keys()].toSorted()).toEqual(routes.map(({ name }) => name).toSorted());
    for (const { name, method, path, summary } of routes) {
      const operation = description.paths[path]?.[method.toLowerCase()];
      expect([name, operation?.operationId, operation?.summary]).toEqual([name, name, summary]);
    }
    const tags = [...operations.values()].flatMap((operation) => operation.tags);
    expect([...new Set(tags)].toSorted()).toEqual(description.tags.map(({ name }) => name));
    expect(operations.get('editPrivateTopic')?.tags).toEqual(['topics']);
  });

  test('says which parameters and headers each kind of route takes', () => {
    for (const { name, kind, path } of routes) {
      const parameters = operations.get(name)?.parameters ?? [];
      const inPath = parameters.filter((one) => one.in === 'path').map((one) => `{${one.name}}`);
      expect([name, inPath.toSorted()]).toEqual([name, (path.match(/\{\w+\}/g) ?? []).toSorted()]);
      const headers = parameters.flatMap(({ $ref }) => $ref?.split('/').at(-1) ?? []);
      expect([name, headers.includes('IdempotencyKey')]).toEqual([name, kind === 'write']);
      expect([name, headers.includes('IfNoneMatch')]).toEqual([name, kind === 'read']);
    }
    const takesMatch = (name: string) => JSON.stringify(operations.get(name)).includes('IfMatch');
    expect([takesMatch('addTopic'), takesMatch('addPrivateTopic')]).toEqual([true, false]);
    expect(operations.get('listMeetings')?.parameters).toContainEqual(
      expect.objectContaining({ name: 'continuation', in: 'query', required: false }),
    );
  });

  test('lets nobody but health and itself be asked without a token', () => {
    const open = [...operations.values()].filter(({ security }) => security?.length === 0);
    expect(open.map(({ operationId }) => operationId).toSorted()).toEqual([
      'getHealth',
      'getOpenApi',
      'getReady',
    ]);
  });

  test('has the limits of the schemas that check a request', () => {
    expect(contract.wrongBody('addTopic', { id: crypto.randomUUID(), text: 'x' })).toBeNull();
    for (const body of [
      { id: crypto.randomUUID() },
      { id: 'x', text: 'x' },
      { id: crypto.randomUUID(), text: 'x'.repeat(501) },
      { id: crypto.randomUUID(), text: 'x', colour: 'red' },
    ]) {
      expect(contract.wrongBody('addTopic', body)).not.toBeNull();
    }
  });

  test('names every code that a route may refuse with', () => {
    const codes = new Set(
      [...operations.values()].flatMap(({ responses }) =>
        [...JSON.stringify(responses).matchAll(/responses\/(\w+)/g)]
          .map(([, name = '']) => JSON.stringify(description.components['responses']?.[name]))
          .concat(JSON.stringify(responses))
          .flatMap((part) => [...part.matchAll(/"([a-z]\w*(?:\.\w+)?)"/g)].map(([, code]) => code)),
      ),
    );
    // The one of addresses that are none.
    expect(PROBLEM_CODES.filter((code) => !codes.has(code))).toEqual(['route.notFound']);
    const names = new Set(routes.map(({ name }) => name));
    expect(Object.keys(REFUSALS).filter((name) => !names.has(name))).toEqual([]);
  });

  test('names the schemas of every file, and writes each of them once', () => {
    const files = readdirSync(resolvePath(import.meta.dirname, '../../../domain'))
      .flatMap((file) => /^(\w+)\.schema\.ts$/.exec(file)?.[1] ?? [])
      .map((file) => (file === 'export' ? 'exported' : file));
    expect(files.filter((file) => !(file in SCHEMA_FILES))).toEqual([]);
    const places = new Map<string, number>();
    const look = (part: unknown, isTop: boolean): void => {
      if (typeof part !== 'object' || part === null) return;
      const fields = Object.keys(Object(Reflect.get(part, 'properties')));
      if (!isTop && fields.length > 1) {
        const shape = JSON.stringify(part);
        places.set(shape, (places.get(shape) ?? 0) + 1);
      }
      for (const inner of Object.values(part)) look(inner, false);
    };
    for (const schema of Object.values(description.components['schemas'] ?? {})) look(schema, true);
    look(description.paths, false);
    expect([...places].filter(([, times]) => times > 1).map(([shape]) => shape)).toEqual([]);
  });

  test('shows an example of every answer and of every body that says something, and each is one', () => {
    for (const { name, body, output } of routes) {
      const { body: example, answer } = exampleOf(name);
      // The description itself is the answer of one.
      if (name !== 'getOpenApi') {
        expect([name, output.safeParse(answer).success]).toEqual([name, true]);
      }
      if (example === undefined) {
        expect([name, body === null || body.safeParse({}).success]).toEqual([name, true]);
        continue;
      }
      expect([name, contract.wrongBody(name, example)]).toEqual([name, null]);
      expect([name, body?.safeParse(example).success]).toEqual([name, true]);
    }
  });
});
