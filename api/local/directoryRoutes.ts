import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod/mini';
import { GRAPH_PATH, refuseGraph } from './graph';
import { callerOf } from './graph/caller';
import { GRAPH, RAPPORT, type Issuer } from './issuer';
import { findPerson, people } from './people';

const BODY_BYTES = 4 * 1024;

const tokenInput = z.strictObject({
  person: z.string(),
  scopes: z.optional(z.array(z.string().check(z.maxLength(100))).check(z.maxLength(20))),
});

const refuse = (context: Context, status: 400 | 404 | 413, code: string, title: string) =>
  context.json({ type: 'about:blank', title, status, code, field: 'person' }, status, {
    'content-type': 'application/problem+json',
  });

/**
 * The addresses of the local directory, to be mounted at the root: `GET /local/people` → the company's
 * people, `POST /local/token {"person":"maya"}` → `{"token"}`, `GET /local/keys` → the issuer's keys.
 * With `"scopes": ["Tasks.ReadWrite"]` it is a token for what stands in for Graph, asked for by Rapport.
 * Whoever can ask for a token can be anybody, so of all pages only the local Teams may: not even the app.
 * `GET /local/graph/v1.0/users/{upn}` looks somebody up for whoever has a token of their own.
 */
export function directoryRoutes(issuer: Issuer): Hono {
  const app = new Hono();
  const limit = bodyLimit({
    maxSize: BODY_BYTES,
    onError: (context) => refuse(context, 413, 'input.tooLarge', 'The body is too large.'),
  });
  app.get('/local/people', onlyTeams, (context) => context.json(people));
  app.get(`${GRAPH_PATH}/users/:address`, async (context) => {
    const sent = context.req.header('authorization');
    const caller = await callerOf(issuer, sent, 'User.ReadBasic.All');
    if (typeof caller === 'number') return refuseGraph(context, caller);
    const address = context.req.param('address').toLowerCase();
    const found = people.find(({ email, tid }) => email === address && tid === caller.tid);
    return found
      ? context.json({ id: found.oid, displayName: found.name, userPrincipalName: found.email })
      : refuseGraph(context, 404, 'Request_ResourceNotFound');
  });
  // Here everybody's address is their sign-in name: by another one nobody is found.
  app.get(`${GRAPH_PATH}/users`, async (context) => {
    const sent = context.req.header('authorization');
    const caller = await callerOf(issuer, sent, 'User.ReadBasic.All');
    return typeof caller === 'number' ? refuseGraph(context, caller) : context.json({ value: [] });
  });
  app.get('/local/keys', onlyTeams, (context) => context.json(issuer.keys()));
  app.post('/local/token', onlyTeams, limit, async (context) => {
    const body: unknown = await context.req.json().catch(() => null);
    const input = tokenInput.safeParse(body);
    if (!input.success) {
      return refuse(
        context,
        400,
        'input.malformed',
        'The body has to be {"person": a short name}.',
      );
    }
    const { person, scopes } = input.data;
    if (!findPerson(person))
      return refuse(context, 404, 'person.unknown', 'There is no such person.');
    const forGraph = scopes && { aud: GRAPH, azp: RAPPORT, scp: scopes.join(' ') };
    return context.json({ token: await issuer.issue(person, forGraph) }, 200, {
      'cache-control': 'no-store',
    });
  });
  return app;
}

/** The local Teams is always at localhost, the app at 127.0.0.1, on one port. */
const onlyTeams: MiddlewareHandler = async (context, next) => {
  const teams = new URL(context.req.url);
  teams.hostname = 'localhost';
  const origin = context.req.header('origin');
  if (origin !== undefined && origin !== teams.origin) return context.text('Forbidden', 403);
  await next();
  return undefined;
};
