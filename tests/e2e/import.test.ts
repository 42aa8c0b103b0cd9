import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { FrameLocator, Page } from 'playwright-core';
import { checkAccessible } from './support/accessible';
import { openApi, type Api } from './support/api';
import { launchBrowser, rapportIn, type TestBrowser } from './support/browser';
import { startServer, type Server } from './support/server';
import { seriesTogether } from './support/setup';

/** Notes from before come in: each test goes on where the one before stopped. */
let server: Server;
let browser: TestBrowser;
let api: Api;
let seriesId: string;
let hersAt: Page;
let hers: FrameLocator;
let his: FrameLocator;

const NOTES = `# 1:1 with Ravi

## 3/5/2026 planning
- Workload
  - too many reviews
- [ ] Ravi: write the plan, due 2026-03-12

<div>raw</div>

## 19 February 2026
- A quiet word about the team
`;

const open = async (who: string, other: string, width: number): Promise<Page> => {
  const person = await browser.person(server, { viewport: { width, height: 900 } });
  const page = await person.open({ view: 'app', person: who });
  await rapportIn(page).getByText(other).click();
  await rapportIn(page).getByText('Notes from before').click();
  return page;
};
const imports = async (who: string, route: string) =>
  (await api.ok(who, route, { params: { seriesId } })).json.imports;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  api = openApi(server);
  seriesId = await seriesTogether(api, 'maya', 'ravi');
  hersAt = await open('maya', 'Ravi Subramanian', 1100);
  hers = rapportIn(hersAt);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('D11: a file is read on the device, and shows what becomes of what', async () => {
  await hers.getByLabel('Choose a file', { exact: false }).setInputFiles({
    name: 'notes.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(NOTES),
  });
  await hers.getByText('5 lines of 3 meetings').waitFor();
  await hers.getByText('Not brought in: 1 place').click();
  await hers.getByText('Line 8: HTML, which is not shown here').waitFor();
  const bring = hers.getByRole('button', { name: 'Bring in 5 lines' });
  expect(await bring.getAttribute('aria-disabled')).toBe('true');
  await hers.getByLabel('Month first: 5 March').check({ force: true });
  await hers.getByText(/5 Mar.*planning · 3 lines/).click();
  await hers.getByLabel('Line 5: what it becomes').selectOption('leaveOut');
  await hers.getByText('Ravi, open, by', { exact: false }).waitFor();
  await checkAccessible(hersAt);
});

test('D11: nobody else reads them, unless their author says so', async () => {
  const readers = hers.getByRole('group', { name: 'Who can read them' });
  expect(await readers.getByLabel('Only you').isChecked()).toBe(true);
  await hers.getByRole('button', { name: 'Bring in 4 lines' }).click();
  await hers.getByText('Brought in by you on', { exact: false }).waitFor();
  expect(await imports('maya', 'listPrivateImports')).toHaveLength(1);
  expect(await imports('ravi', 'listImports')).toEqual([]);
});

test('E2: those for both say whose words they are, and are taken back whole', async () => {
  await hers
    .getByLabel('Or paste your notes')
    .fill('## 19 February 2026\n- A talk about growth\n- [ ] call finance\n');
  await hers.getByRole('button', { name: 'See what becomes of them' }).click();
  const readers = hers.getByRole('group', { name: 'Who can read them' });
  await readers.getByLabel('You and Ravi').check({ force: true });
  await hers.getByText('Ravi reads every line below as your words', { exact: false }).waitFor();
  // An open box that names nobody is nobody's promise until she says whose.
  await hers.getByLabel('Put on the agenda too').check({ force: true });
  await hers.getByText('None goes on the agenda yet; 1 names nobody', { exact: false }).waitFor();
  await checkAccessible(hersAt);
  await hers.getByLabel('Line 3: whose promise it is').selectOption('report');
  await hers.getByText('1 goes on the agenda.', { exact: false }).waitFor();
  await hers.getByRole('button', { name: 'Bring in 2 lines' }).click();
  const both = hers.getByRole('region', { name: 'You and Ravi' });
  await both.getByText('Brought in by you on', { exact: false }).click();
  his = rapportIn(await open('ravi', 'Maya Adeyemi', 320));
  await his.getByText('Brought in by Maya on', { exact: false }).click();
  await his.getByText('A talk about growth').waitFor();
  await his.getByText('1 open box was put on the agenda as a promise.').waitFor();
  const promises = his.locator('summary', { hasText: '1 promise' });
  await promises.click();
  await his.getByRole('checkbox', { name: 'call finance' }).waitFor();
  await his.getByText('Rapport did not see these meetings', { exact: false }).waitFor();
  expect(await his.getByRole('button', { name: 'Take back' }).count()).toBe(0);
  await both.getByRole('button', { name: 'Take back' }).click();
  await both.getByRole('button', { name: 'Take it back' }).click();
  await his.getByText('Brought in by Maya on', { exact: false }).waitFor({ state: 'detached' });
  expect(await imports('ravi', 'listImports')).toEqual([]);
  await promises.waitFor({ state: 'detached' });
});

test('D11: what cannot come in whole does not come in at all, and is said before where it can be', async () => {
  const long = `## 1 March 2026\n${`- ${'long '.repeat(380)}\n`.repeat(100)}`;
  await hers.getByLabel('Choose a file', { exact: false }).setInputFiles({
    name: 'long.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(long),
  });
  const bring = hers.getByRole('button', { name: 'Bring in 100 lines' });
  // The second part is refused for good.
  await hersAt.route(/private-imports\/[0-9a-f-]+$/, (route) =>
    route.request().postDataJSON().part === 0
      ? route.continue()
      : route.fulfill({ status: 409, json: { code: 'import.tooMany' } }),
  );
  await bring.click();
  await hers.getByText('Nothing of it was brought in.').waitFor();
  await hersAt.unroute(/private-imports\/[0-9a-f-]+$/);
  expect(await imports('maya', 'listPrivateImports')).toHaveLength(1);
  const room = 9;
  for (let n = 0; n < room; n += 1) {
    const lines = [{ kind: 'note', text: `${n}`, depth: 0 }];
    await api.ok('maya', 'addPrivateImport', {
      params: { seriesId, importId: randomUUID() },
      key: randomUUID(),
      body: { part: 0, meetings: [{ state: 'imported', heldOn: null, title: null, lines }] },
    });
  }
  await bring.click();
  await hers.getByText('You brought notes in 10 times', { exact: false }).waitFor();
  expect(await bring.getAttribute('aria-disabled')).toBe('true');
  expect(await imports('maya', 'listPrivateImports')).toHaveLength(10);
  await hers.getByRole('button', { name: 'Start over' }).click();
  await hers.getByLabel('Or paste your notes').waitFor();
  expect(browser.problems).toEqual([]);
});
