import { routes } from '@rapport/api/routes/table';
import type { Route } from '@rapport/api/route';
import type { Server } from './server';

export interface Asked {
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The body as it is, instead of JSON. */
  readonly raw?: string;
  /** The Idempotency-Key. */
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- what the api answers is what tests look at
  readonly json: any;
}

/** The api of a local server, as somebody with a program of their own uses it. */
export interface Api {
  /** Sends to a route by its name. @throws when no whole answer came */
  send(person: string, route: string, asked?: Asked): Promise<Answered>;
  /** The same, refusing anything but success. */
  ok(person: string, route: string, asked?: Asked): Promise<Answered>;
}

export const routeNamed = (name: string): Route => {
  const route = routes.find((candidate) => candidate.name === name);
  if (!route) throw new Error(`no route ${name}`);
  return route;
};

/** A token for one of the local people. */
export async function tokenFor(server: Server, person: string): Promise<string> {
  const reply = await fetch(`${server.app}/local/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person }),
  });
  const { token } = (await reply.json()) as { token: string };
  return token;
}

export function openApi(server: Server): Api {
  const tokens = new Map<string, Promise<string>>();

  function tokenOf(person: string): Promise<string> {
    const token = tokens.get(person) ?? tokenFor(server, person);
    tokens.set(person, token);
    return token;
  }

  async function send(person: string, name: string, asked: Asked = {}): Promise<Answered> {
    const { method, path, body } = routeNamed(name);
    const address = path.replaceAll(/\{(\w+)\}/g, (_, part: string) => asked.params?.[part] ?? '');
    const reply = await fetch(server.app + address, {
      method,
      headers: {
        authorization: `Bearer ${await tokenOf(person)}`,
        ...(body && { 'content-type': 'application/json' }),
        ...(asked.key !== undefined && { 'idempotency-key': asked.key }),
        ...asked.headers,
      },
      ...(body && { body: asked.raw ?? JSON.stringify(asked.body ?? {}) }),
    });
    const text = await reply.text();
    return { status: reply.status, json: text && JSON.parse(text) };
  }

  return {
    send,
    async ok(person, name, asked) {
      const answer = await send(person, name, asked);
      if (answer.status >= 300)
        throw new Error(`${name} as ${person}: ${answer.status} ${JSON.stringify(answer.json)}`);
      return answer;
    },
  };
}
