import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type * as z from 'zod/mini';
import { TeamsRefusal } from './teams/refusal';
import { addAppInput, attendInput, guideInput, sendInput } from './teams/schema';
import type { TeamsState } from './teams/state';

export { createTeamsState, type TeamsState } from './teams/state';

const BODY_BYTES = 64 * 1024;
const STATUS = { unknownPerson: 404, unknownMeeting: 404, notInChat: 403 } as const;

const refuse = (c: Context, status: 400 | 403 | 404 | 413 | 415, code: string) =>
  c.json({ type: 'about:blank', status, code: `teams.${code}` }, status, {
    'content-type': 'application/problem+json',
  });

/**
 * The addresses of the local Teams, to be mounted at the root:
 * `GET /local/teams?person=maya[&meeting=…]` → TeamsView, `POST /local/teams/apps`, `…/messages`,
 * `…/attendance`, `GET` and `POST /local/teams/guide`. Windows read again every second. Only for the
 * machine it runs on: whoever may call it may act as anybody in the local directory.
 */
export function teamsRoutes(state: TeamsState): Hono {
  const app = new Hono();
  app.onError((error, c) => {
    if (error instanceof TeamsRefusal) return refuse(c, STATUS[error.reason], error.reason);
    throw error;
  });
  app.use(
    '/local/teams/*',
    bodyLimit({ maxSize: BODY_BYTES, onError: (c) => refuse(c, 413, 'tooLarge') }),
  );

  function accept<S extends z.ZodMiniType>(
    path: string,
    schema: S,
    act: (input: z.output<S>) => Promise<void> | void,
  ): void {
    app.post(path, async (c) => {
      // Another site's form can send text/plain without asking first, but not JSON.
      const type = c.req.header('content-type') ?? '';
      if (!/^application\/json\s*(;|$)/i.test(type)) return refuse(c, 415, 'contentType');
      const body: unknown = await c.req.json().catch(() => undefined);
      const input = schema.safeParse(body);
      if (!input.success) return refuse(c, 400, 'input');
      await act(input.data);
      return c.body(null, 204);
    });
  }

  app.get('/local/teams', (c) =>
    c.json(state.view(c.req.query('person') ?? '', c.req.query('meeting') ?? null)),
  );
  app.get('/local/teams/guide', (c) => c.json(state.guide));
  accept('/local/teams/apps', addAppInput, ({ person, chat }) => state.addApp(person, chat));
  accept('/local/teams/messages', sendInput, ({ person, chat, text }) =>
    state.send(person, chat, text),
  );
  accept('/local/teams/attendance', attendInput, ({ person, meeting, here }) =>
    state.attend(person, meeting, here),
  );
  accept('/local/teams/guide', guideInput, (change) => state.changeGuide(change));
  return app;
}
