import type { Task } from '@rapport/api/local/graph/schema';
import type { Guide, GuideInput, TeamsView } from '@rapport/api/local/teams/schema';
import type { LocalPerson } from '@rapport/api/local/teams/person';

export type { Guide, LocalPerson, TeamsView };
export type { Activity, Chat, Meeting, Message } from '@rapport/api/local/teams/schema';

/** The app is served from the same machine under its other name, so that it is another origin. */
export const appOrigin = (): string => `${location.protocol}//127.0.0.1:${location.port}`;

async function ask(path: string, body?: unknown): Promise<Response> {
  const response = await fetch(path, {
    ...(body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

const read = async <T>(path: string): Promise<T> => (await ask(path)).json() as Promise<T>;

/** The local server, as far as the local Teams talks to it. Every call rejects when it does not answer. */
export const server = {
  people: () => read<readonly LocalPerson[]>('/local/people'),
  view: (person: string, meeting: string | null) =>
    read<TeamsView>(`/local/teams?${new URLSearchParams({ person, ...(meeting && { meeting }) })}`),
  /** With scopes: one for what stands in for Graph; without: one for the api. */
  token: async (person: string, scopes?: readonly string[]): Promise<string> => {
    const wanted = { person, ...(scopes && { scopes }) };
    const answer = (await (await ask('/local/token', wanted)).json()) as { token: string };
    return answer.token;
  },
  /** A person's To Do, from what stands in for Graph. */
  tasks: async (person: string): Promise<readonly Task[]> => {
    const headers = { authorization: `Bearer ${await server.token(person)}` };
    const path = '/local/graph/v1.0/me/todo/lists/tasks/tasks?$expand=linkedResources';
    const response = await fetch(path, { headers, signal: AbortSignal.timeout(10_000) });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return ((await response.json()) as { value: readonly Task[] }).value;
  },
  addApp: (person: string, chat: string) => ask('/local/teams/apps', { person, chat }),
  send: (person: string, chat: string, text: string) =>
    ask('/local/teams/messages', { person, chat, text }),
  attend: (person: string, meeting: string, here: boolean) =>
    ask('/local/teams/attendance', { person, meeting, here }),
  /** Says that somebody left while the page goes away and waits for no answer. */
  leaveAtOnce: (person: string, meeting: string): void => {
    const body = JSON.stringify({ person, meeting, here: false });
    navigator.sendBeacon('/local/teams/attendance', new Blob([body], { type: 'application/json' }));
  },
  guide: () => read<Guide>('/local/teams/guide'),
  changeGuide: (change: GuideInput) => ask('/local/teams/guide', change),
  /** Names of the api's write routes that succeeded on this server. */
  progress: async (): Promise<readonly string[]> =>
    (await read<{ done: readonly string[] }>('/local/progress')).done,
  /** null: back to real time. */
  moveClock: (at: Date | null) => ask('/local/clock', { at: at?.toISOString() ?? null }),
};
