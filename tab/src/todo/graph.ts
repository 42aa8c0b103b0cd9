import { findWindows } from 'windows-iana';
import { NoGraphToken, type GraphAccess } from '../hosts/graphAccess';
import { answerOf, refusalOf, type GraphAnswer } from './graphAnswer';
import { ToDoRefused, type ToDo, type ToDoTask } from './toDo';

/** The least that adds a task (page "Create todoTask", permissions). */
const SCOPES = ['Tasks.ReadWrite'] as const;
/** Of lists or of tasks; whoever has more pages than this has them behind what was copied just now. */
const PAGES = 20;
const TASKS_PER_PAGE = 100;
const PATIENCE_MS = 20_000;

type Ask = (url: string, init: RequestInit) => Promise<Response>;

interface List {
  readonly id: string;
  readonly wellknownListName?: string;
}
interface Task {
  readonly linkedResources?: readonly { readonly externalId?: string | null }[];
}

/**
 * Microsoft To Do through Microsoft Graph 1.0, from the browser, with the person's own token.
 * @param zone IANA name of the zone in which a day is meant
 */
export function createGraphToDo(
  graph: GraphAccess,
  zone: string,
  ask: Ask = (url, init) => fetch(url, init),
): ToDo {
  async function call(url: string, body?: object): Promise<GraphAnswer> {
    const answer = await send(url, body, false);
    // A token that ended early, or was taken back: a new one, once.
    return answer.status === 401 ? send(url, body, true) : answer;
  }

  async function send(url: string, body: object | undefined, renew: boolean): Promise<GraphAnswer> {
    const token = await graph.token(SCOPES, renew).catch((error: unknown) => {
      throw new ToDoRefused(error instanceof NoGraphToken ? error.problem : 'signIn', false);
    });
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    };
    const init = body ? { method: 'POST', body: JSON.stringify(body) } : {};
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      return await answerOf(await ask(url, { ...init, headers, signal, cache: 'no-store' }));
    } catch {
      throw new ToDoRefused('offline', body !== undefined);
    }
  }

  /** Page by page; a next page is asked for where the first one is, so that no token goes elsewhere. */
  async function find<T>(path: string, wanted: (one: T) => boolean): Promise<T | null> {
    let url: string | null = graph.base + path;
    for (let page = 0; page < PAGES && url?.startsWith(`${graph.base}/`); page += 1) {
      const answer: GraphAnswer = await call(url);
      if (answer.status !== 200) throw refusalOf(answer, false);
      const body = answer.body as { value?: readonly T[]; '@odata.nextLink'?: string } | null;
      const found = body?.value?.find(wanted);
      if (found) return found;
      url = body?.['@odata.nextLink'] ?? null;
    }
    return null;
  }

  return {
    async copy(task, maybeThere) {
      const list = await find<List>(
        '/me/todo/lists',
        ({ wellknownListName }) => wellknownListName === 'defaultList',
      );
      if (!list) throw new ToDoRefused('noMailbox', false);
      const tasks = `/me/todo/lists/${encodeURIComponent(list.id)}/tasks`;
      if (maybeThere) {
        // By its mark, on this side: what is copied stands in no address.
        const known = await find<Task>(
          `${tasks}?$expand=linkedResources&$top=${TASKS_PER_PAGE}`,
          ({ linkedResources = [] }) =>
            linkedResources.some(({ externalId }) => externalId === task.key),
        );
        if (known) return;
      }
      const answer = await call(graph.base + tasks, bodyOf(task, zone));
      if (answer.status !== 201) throw refusalOf(answer, true);
    },
  };
}

/** A `todoTask` (page "Create todoTask"). No names and no address: what it is part of is not told. */
const bodyOf = ({ key, title, due }: ToDoTask, zone: string): object => ({
  title,
  ...(due === null
    ? {}
    : {
        // Names of Windows' zones (page "dateTimeTimeZone"); of IANA's it knows some.
        dueDateTime: { dateTime: `${due}T00:00:00`, timeZone: findWindows(zone)[0] ?? 'UTC' },
      }),
  linkedResources: [{ applicationName: 'Rapport', displayName: 'Rapport', externalId: key }],
});
