import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createMovableClock } from '@rapport/api/local/clock';
import { graphRoutes, GRAPH_PATH, openTasks, type Tasks } from '@rapport/api/local/graph';
import { createIssuer, GRAPH, type Issuer } from '@rapport/api/local/issuer';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGraphToDo } from '../../../tab/src/todo/graph';
import type { ToDo } from '../../../tab/src/todo/toDo';

/** The same code as for Microsoft's Graph, against what stands in for it on one machine. */
let folder: string;
let issuer: Issuer;
let tasks: Tasks;
let app: ReturnType<typeof graphRoutes>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-todo-'));
  issuer = await createIssuer();
  tasks = openTasks(folder, createMovableClock());
  app = graphRoutes(issuer, tasks);
});
afterAll(() => rm(folder, { recursive: true }));

const toDoOf = (token: () => Promise<string>): ToDo =>
  createGraphToDo({ base: `http://local.test${GRAPH_PATH}`, token }, 'Europe/Berlin', (url, init) =>
    Promise.resolve(app.request(url, init)),
  );
const of = (person: string): ToDo => toDoOf(() => issuer.issue(person));
const titles = (person: string): string[] =>
  tasks.of(issuer.person(person).oid).map(({ title }) => title);

test('D3: what one copies is in one’s own list, and outlasts a restart', async () => {
  await of('maya').copy({ key: 'a', title: 'Ask HR', due: '2026-12-04' }, false);
  await of('ravi').copy({ key: 'b', title: 'Send the rota', due: null }, false);
  expect([titles('maya'), titles('ravi')]).toEqual([['Ask HR'], ['Send the rota']]);
  const again = openTasks(folder, createMovableClock());
  expect(again.of(issuer.person('maya').oid)).toMatchObject([
    {
      title: 'Ask HR',
      status: 'notStarted',
      dueDateTime: { dateTime: '2026-12-04T00:00:00', timeZone: 'W. Europe Standard Time' },
      linkedResources: [{ externalId: 'a' }],
    },
  ]);
});

test('what may be there is found behind a hundred others', async () => {
  for (let n = 0; n < 120; n += 1) {
    tasks.add(issuer.person('tom').oid, {
      title: `${n}`,
      linkedResources: [{ externalId: `${n}` }],
    });
  }
  await of('tom').copy({ key: '110', title: 'again', due: null }, true);
  expect(titles('tom')).toHaveLength(120);
  await of('tom').copy({ key: '120', title: 'new', due: null }, true);
  expect(titles('tom')).toHaveLength(121);
});

test('a token for Graph is taken for what it was given for', async () => {
  const forGraph = (scp: string) => toDoOf(() => issuer.issue('sam', { aud: GRAPH, scp }));
  await forGraph('Tasks.ReadWrite').copy({ key: 'd', title: 'Book the room', due: null }, false);
  const other = forGraph('User.ReadBasic.All').copy({ key: 'e', title: 'more', due: null }, false);
  await expect(other).rejects.toMatchObject({ problem: 'notAllowed' });
  expect(titles('sam')).toEqual(['Book the room']);
});

test('a token that nobody issued, or that has ended, is not taken', async () => {
  const task = { key: 'c', title: 'planted', due: null };
  const ended = () => issuer.issue('maya', { exp: Math.floor(Date.now() / 1000) - 600 });
  for (const token of [() => Promise.resolve('none'), ended]) {
    await expect(toDoOf(token).copy(task, false)).rejects.toMatchObject({ problem: 'signIn' });
  }
  expect(titles('maya')).not.toContain('planted');
});
