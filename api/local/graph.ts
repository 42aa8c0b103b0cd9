import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { callerOf } from './graph/caller';
import { taskInput } from './graph/schema';
import type { Tasks } from './graph/tasks';
import type { Issuer } from './issuer';

export { openTasks, type Tasks } from './graph/tasks';

const BODY_BYTES = 64 * 1024;
/** Below the server's address. */
export const GRAPH_PATH = '/local/graph/v1.0';
const LISTS = `${GRAPH_PATH}/me/todo/lists`;
const DEFAULT_LIST = 'tasks';
const PAGE = 100;

/** An error as Graph words it (page "Microsoft Graph error responses"). */
export const refuseGraph = (
  c: Context,
  status: 400 | 401 | 403 | 404 | 413,
  code = status === 403 ? 'accessDenied' : 'InvalidAuthenticationToken',
) => c.json({ error: { code, message: code } }, status);

/**
 * Stands in for the part of Microsoft Graph that Rapport asks for: the signed-in person's To Do, in requests and
 * answers of the same shape (pages "List lists", "List tasks", "Create todoTask"), to be mounted at the root. It
 * takes the local issuer's tokens.
 */
export function graphRoutes(issuer: Pick<Issuer, 'keys'>, tasks: Tasks): Hono {
  const app = new Hono();

  const caller = (c: Context) => callerOf(issuer, c.req.header('authorization'), 'Tasks.ReadWrite');

  app.use(
    `${GRAPH_PATH}/*`,
    bodyLimit({
      maxSize: BODY_BYTES,
      onError: (c) => refuseGraph(c, 413, 'requestEntityTooLarge'),
    }),
  );
  app.get(LISTS, async (c) => {
    const me = await caller(c);
    if (typeof me === 'number') return refuseGraph(c, me);
    const shared = { isOwner: true, isShared: false };
    return c.json({
      value: [
        {
          id: 'flagged',
          displayName: 'Flagged Emails',
          ...shared,
          wellknownListName: 'flaggedEmails',
        },
        { id: DEFAULT_LIST, displayName: 'Tasks', ...shared, wellknownListName: 'defaultList' },
      ],
    });
  });
  app.get(`${LISTS}/:list/tasks`, async (c) => {
    const me = await caller(c);
    if (typeof me === 'number') return refuseGraph(c, me);
    const skip = Number(c.req.query('$skip') ?? 0);
    const all = c.req.param('list') === DEFAULT_LIST ? tasks.of(me.oid) : [];
    const expand = c.req.query('$expand') === 'linkedResources';
    const value = all
      .slice(skip, skip + PAGE)
      .map(({ linkedResources, ...rest }) => (expand ? { ...rest, linkedResources } : rest));
    const next = new URL(c.req.url);
    next.searchParams.set('$skip', String(skip + PAGE));
    return c.json({
      value,
      ...(all.length > skip + PAGE ? { '@odata.nextLink': next.href } : {}),
    });
  });
  app.post(`${LISTS}/:list/tasks`, async (c) => {
    const me = await caller(c);
    if (typeof me === 'number') return refuseGraph(c, me);
    if (c.req.param('list') !== DEFAULT_LIST) return refuseGraph(c, 404, 'ErrorItemNotFound');
    const input = taskInput.safeParse(await c.req.json().catch(() => null));
    if (!input.success) return refuseGraph(c, 400, 'invalidRequest');
    return c.json(tasks.add(me.oid, input.data), 201);
  });
  return app;
}
