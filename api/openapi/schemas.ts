import * as z from 'zod/mini';
import type { Route } from '../route';
import { hoist } from './hoist';
import { pascal, refsIn, refTo, type Json } from './json';
import { SCHEMA_FILES } from './named';

type Schema = Route['output'];

/** The schemas of the routes, each written once, and how an operation refers to them. */
export interface Described {
  readonly components: Readonly<Record<string, Json>>;
  body(route: Route): Json | null;
  answer(route: Route): Json;
  /** Of the path and of the query, by name. */
  parameters(route: Route): Readonly<Record<string, Json>>;
}

/**
 * Describes what the routes take and give, from the very schemas that check it. What trims or looks at a calendar
 * cannot be said in JSON Schema; what can be said is.
 */
export function describeSchemas(routes: readonly Route[]): Described {
  const names = nameSchemas(routes);
  const nameOf = (schema: Schema): string => names.get(schema)?.id ?? '';
  const [taken, given] = [generate(names, 'input'), generate(names, 'output')];
  const bodies = routes.flatMap(({ body }) => (body ? [nameOf(body)] : []));
  const outputs = routes.map(({ output }) => nameOf(output));
  const components = {
    ...reached(taken, [...bodies, ...routes.map(({ params }) => nameOf(params))]),
    ...reached(given, outputs),
  };
  const params = new Set(routes.map(({ params: of }) => nameOf(of)));
  for (const name of params) if (name !== 'Nothing') delete components[name];
  return {
    components: hoist(components),
    body: ({ body }) => body && refTo(nameOf(body)),
    answer: ({ output }) => refTo(nameOf(output)),
    parameters: (route) =>
      (taken[nameOf(route.params)]?.['properties'] ?? {}) as Record<string, Json>,
  };
}

type Names = ReturnType<typeof z.registry<{ id: string }>>;

/** By the name it is exported by, after its file's where two have the same; else after its route. */
function nameSchemas(routes: readonly Route[]): Names {
  const names: Names = z.registry<{ id: string }>();
  const used = new Set<string>();
  const add = (schema: Schema, id: string): void => {
    if (names.has(schema)) return;
    names.add(schema, { id });
    used.add(id);
  };
  for (const [file, exported] of Object.entries(SCHEMA_FILES)) {
    for (const [key, schema] of Object.entries(exported)) {
      const name = pascal(key);
      if (isSchema(schema)) add(schema, used.has(name) ? pascal(file) + name : name);
    }
  }
  for (const { name, params, body, output } of routes) {
    add(params, `${pascal(name)}Parameters`);
    if (body) add(body, `${pascal(name)}Body`);
    add(output, `${pascal(name)}Answer`);
  }
  return names;
}

const isSchema = (value: unknown): value is Schema => value instanceof z.ZodMiniType;

/** JSON Schema (2020-12, as OpenAPI 3.1 has it) of everything that has a name. */
function generate(names: Names, io: 'input' | 'output'): Record<string, Json> {
  const { schemas } = z.toJSONSchema(names, {
    io,
    unrepresentable: 'any',
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      // That a whole number is one that JavaScript can tell apart goes without saying.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, whole]) => {
      const { $schema: _, $id: __, ...schema } = whole;
      return [name, { ...schema }];
    }),
  );
}

/** These, and all that they refer to. */
function reached(all: Readonly<Record<string, Json>>, from: readonly string[]) {
  const found: Record<string, Json> = {};
  const visit = (name: string): void => {
    const schema = all[name];
    if (!schema || name in found) return;
    found[name] = schema;
    for (const next of refsIn(schema)) visit(next);
  };
  for (const name of from) visit(name);
  return found;
}
