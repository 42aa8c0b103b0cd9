import type { Route } from '../route';
import { exampleOf } from './exampleOf';
import type { Json } from './json';
import { codesOf, refusalsOf } from './problems';
import type { Described } from './schemas';

/** What one route takes and gives (OpenAPI 3.1, Operation Object). */
export function describeOperation(route: Route, schemas: Described): Json {
  const body = schemas.body(route);
  const examples = exampleOf(route.name);
  return {
    operationId: route.name,
    summary: route.summary,
    tags: [tagOf(route.path)],
    ...(route.auth === 'nobody' ? { security: [] } : {}),
    parameters: parametersOf(route, schemas),
    ...(body ? { requestBody: { required: true, content: jsonOf(body, examples.body) } } : {}),
    responses: {
      [successOf(route)]: {
        description: SUCCESS[successOf(route)],
        headers: route.kind === 'read' ? { ETag: header('ETag'), ...TIME } : TIME,
        content: jsonOf(schemas.answer(route), examples.answer),
      },
      ...(route.kind === 'read' ? { 304: { $ref: '#/components/responses/NotModified' } } : {}),
      ...refusalsOf(route),
    },
  };
}

const jsonOf = (schema: Json, example: unknown): Json => ({
  'application/json': { schema, ...(example === undefined ? {} : { example }) },
});

const header = (name: string): Json => ({ $ref: `#/components/headers/${name}` });
const TIME = { 'rapport-time': header('RapportTime') };

const SUCCESS = {
  200: 'Done.',
  201: 'Added.',
  202: 'Taken; it may be under way still.',
} as const;

/** What adds something with an id of its own answers 201, also to a repeat. */
export function successOf({ name, kind }: Route): keyof typeof SUCCESS {
  if (name === 'deleteEverything' || name === 'askToJoin') return 202;
  const adds = /^add(?!CheckIn)[A-Z]/.test(name) || name === 'startSeries';
  return kind === 'write' && adds ? 201 : 200;
}

/** The resource: the first part of an address that says what it is about; own pages belong to their kind. */
export function tagOf(path: string): string {
  const [, first = '', second = '', third] = path.split('/').filter((part) => part !== '');
  if (first === 'home') return second || 'home';
  if (first !== 'series') return first.replace(/\.json$/, '');
  return third?.replace(/^private-/, '') ?? 'series';
}

function parametersOf(route: Route, schemas: Described): Json[] {
  const isInPath = (name: string): boolean => route.path.includes(`{${name}}`);
  const named = Object.entries(schemas.parameters(route)).map(([name, schema]) => ({
    name,
    in: isInPath(name) ? 'path' : 'query',
    required: isInPath(name),
    ...(isInPath(name) ? {} : { description: 'Where the page before ended.' }),
    schema,
  }));
  const shared = [
    ...(route.kind === 'write' ? ['IdempotencyKey'] : []),
    ...(codesOf(route).has('version.stale') ? ['IfMatch'] : []),
    ...(route.kind === 'read' ? ['IfNoneMatch'] : []),
  ];
  return [...named, ...shared.map((name) => ({ $ref: `#/components/parameters/${name}` }))];
}

const inHeader = (name: string, required: boolean, description: string, schema: Json): Json => ({
  name,
  in: 'header',
  required,
  description,
  schema,
});

/** The headers that routes take, by the names that operations refer to them by. */
export const PARAMETERS: Json = {
  IdempotencyKey: inHeader(
    'Idempotency-Key',
    true,
    'A UUID in lower case, new for each write. Sent again with the same body within seven days it changes ' +
      'nothing more, and is answered as the first time. It also names the wording that it writes.',
    { $ref: '#/components/schemas/Uuid' },
  ),
  IfMatch: inHeader(
    'If-Match',
    false,
    'An ETag of the series as the caller was last given it, or `*`: refused with 412 where it reads ' +
      'differently by now (RFC 9110, 13.1.1).',
    { type: 'string' },
  ),
  IfNoneMatch: inHeader(
    'If-None-Match',
    false,
    'ETags of earlier answers: 304 without a body where nothing is newer (RFC 9110, 13.1.2).',
    { type: 'string' },
  ),
};

/** The headers that answers carry. */
export const HEADERS: Json = {
  ETag: {
    description: 'A hash of exactly this answer, in quotes, for `If-None-Match`.',
    required: true,
    schema: { type: 'string', pattern: '^"[A-Za-z0-9_-]{27}"$' },
  },
  RapportTime: {
    description: "The product's time as the answer was given, for screens that count minutes.",
    required: true,
    schema: { $ref: '#/components/schemas/Instant' },
  },
  RetryAfter: {
    description: 'Whole seconds to wait before the same request is sent again (RFC 9110, 10.2.3).',
    required: true,
    schema: { type: 'string', pattern: '^[1-9][0-9]*$' },
  },
  WwwAuthenticate: {
    description: 'The scheme that is asked for.',
    required: true,
    schema: { const: 'Bearer' },
  },
};

export const NOT_MODIFIED: Json = {
  description: 'Nothing newer than what is named.',
  headers: { ETag: header('ETag'), ...TIME },
};

/** The tags that operations carry, once each, in the order of their names. */
export const tagsOf = (routes: readonly Route[]): { name: string }[] =>
  [...new Set(routes.map(({ path }) => tagOf(path)))].toSorted().map((name) => ({ name }));
