import { describeOperation, HEADERS, NOT_MODIFIED, PARAMETERS, tagsOf } from './openapi/operation';
import { COMMON_ANSWERS, PROBLEM_SCHEMA } from './openapi/problems';
import { describeSchemas } from './openapi/schemas';
import type { Json } from './openapi/json';
import type { Route } from './route';

/**
 * The description of the api (OpenAPI 3.1, PRACTICE D13), made from the route table and the same schemas that check
 * its requests and answers.
 */
export function describeApi(routes: readonly Route[]): Json {
  const schemas = describeSchemas(routes);
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = (paths[route.path] ??= {});
    path[route.method.toLowerCase()] = describeOperation(route, schemas);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rapport',
      version: '1',
      description:
        '1:1s between a manager and a report. Everything a series holds is given to its two people only; ' +
        'everybody else is answered as if it did not exist.\n\n' +
        'Every answer is for the person who asked. Times are UTC (ISO 8601 with milliseconds). Ids are UUIDs in ' +
        'lower case, made by whoever adds something. A refusal is a problem document (RFC 9457) with a stable code.',
    },
    servers: [{ url: '/' }],
    security: [{ entra: [] }],
    tags: tagsOf(routes),
    paths,
    components: {
      securitySchemes: {
        entra: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'An Entra ID version 2.0 access token of the person (OAuth 2.0), with the scope access_as_user, for the ' +
            'client id of this installation as its audience.',
        },
      },
      parameters: PARAMETERS,
      headers: HEADERS,
      schemas: { ...schemas.components, Problem: PROBLEM_SCHEMA },
      responses: { ...COMMON_ANSWERS, NotModified: NOT_MODIFIED },
    },
  };
}
