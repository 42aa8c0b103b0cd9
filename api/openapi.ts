import * as z from 'zod/mini';
import { PROBLEM_CODES } from './problem';
import type { Route } from './route';

type Json = Record<string, unknown>;

/** The description of the api (OpenAPI 3.1), made from the same schemas that check its requests. */
export function describeApi(routes: readonly Route[]): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = (paths[route.path] ??= {});
    path[route.method.toLowerCase()] = operation(route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rapport',
      version: '1',
      description:
        '1:1s between a manager and a report. Everything a series holds is given to its two people only; ' +
        'everybody else is answered as if it did not exist.',
    },
    servers: [{ url: '/' }],
    security: [{ entra: [] }],
    paths,
    components: {
      securitySchemes: {
        entra: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'An Entra ID version 2.0 token of the person, with the scope access_as_user.',
        },
      },
      schemas: { Problem: PROBLEM_SCHEMA },
      responses: {
        Problem: {
          description: 'Why not (RFC 9457).',
          content: {
            'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
          },
        },
      },
    },
  };
}

const PROBLEM_SCHEMA: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'reference'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { enum: PROBLEM_CODES },
    field: { type: 'string', description: 'The input at fault, dotted.' },
    reference: { type: 'string', format: 'uuid', description: 'Leads to the line in the log.' },
  },
};

function operation(route: Route): Json {
  const success = {
    description: 'Done.',
    content: { 'application/json': { schema: schemaOf(route.output, 'output') } },
    ...(route.kind === 'read' ? { headers: { ETag: { schema: { type: 'string' } } } } : {}),
  };
  return {
    operationId: route.name,
    summary: route.summary,
    ...(route.auth === 'nobody' ? { security: [] } : {}),
    parameters: parametersOf(route),
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(route.body, 'input') } },
          },
        }
      : {}),
    responses: {
      '2XX': success,
      ...(route.kind === 'read' ? { '304': { description: 'Nothing newer.' } } : {}),
      '4XX': { $ref: '#/components/responses/Problem' },
      '5XX': { $ref: '#/components/responses/Problem' },
    },
  };
}

function parametersOf(route: Route): Json[] {
  const schemas = schemaOf(route.params, 'input')['properties'] as Record<string, Json>;
  const isInPath = (name: string): boolean => route.path.includes(`{${name}}`);
  const header = (name: string, required: boolean, description: string): Json => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  });
  return [
    ...Object.entries(schemas).map(([name, schema]) => ({
      name,
      in: isInPath(name) ? 'path' : 'query',
      required: isInPath(name),
      schema,
    })),
    ...(route.kind === 'write'
      ? [
          header('Idempotency-Key', true, 'A UUID; the same one again changes nothing again.'),
          header('If-Match', false, 'Refuse unless the series still reads as this etag says.'),
        ]
      : []),
    ...(route.kind === 'read' ? [header('If-None-Match', false, 'Answer 304 if unchanged.')] : []),
  ];
}

/** Trimming and the like cannot be said in JSON Schema; what can be said is. */
const schemaOf = (schema: Route['output'], io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return json;
};
