import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { FrameLocator, Page } from 'playwright-core';
import { checkAccessible } from './support/accessible';
import { openApi, type Api } from './support/api';
import { launchBrowser, rapportIn, type TestBrowser } from './support/browser';
import { startServer, type Server } from './support/server';
import { seriesTogether } from './support/setup';

/** Somebody leaves, and has everything deleted: each test goes on where the one before stopped. */
let server: Server;
let browser: TestBrowser;
let api: Api;
let seriesId: string;
let hisAt: Page;
let his: FrameLocator;
let hersAt: Page;
let hers: FrameLocator;

const BROUGHT = {
  state: 'imported',
  heldOn: null,
  title: null,
  lines: [{ kind: 'note', text: 'from before', depth: 0 }],
};

const write = (who: string, route: string, text: string) =>
  api.ok(who, route, { params: { seriesId }, key: randomUUID(), body: { id: randomUUID(), text } });

const open = async (who: string, width: number): Promise<Page> => {
  const person = await browser.person(server, { viewport: { width, height: 900 } });
  return person.open({ view: 'app', person: who });
};

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  api = openApi(server);
  seriesId = await seriesTogether(api, 'maya', 'ravi');
  await write('ravi', 'addTopic', 'for both of us');
  await write('ravi', 'addPrivateTopic', 'for me alone');
  await write('maya', 'addPrivateTopic', 'hers alone');
  await write('maya', 'addPrivateTopic', 'hers too');
  await api.ok('maya', 'addPrivateImport', {
    params: { seriesId, importId: randomUUID() },
    key: randomUUID(),
    body: { part: 0, meetings: [BROUGHT] },
  });
  hisAt = await open('ravi', 320);
  his = rapportIn(hisAt);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('D11: before leaving, one is told what goes and when', async () => {
  await his.getByText('Maya Adeyemi').click();
  await his.getByText('Leave', { exact: true }).click();
  await his.getByText('drafts of feedback', { exact: false }).waitFor();
  expect(await his.getByRole('heading', { name: 'At once' }).count()).toBe(1);
  expect(await his.getByText('Until then you can both read it', { exact: false }).count()).toBe(1);
  await checkAccessible(hisAt);
});

test('D11: whoever left reads what both shared, adds nothing, and has nothing private left', async () => {
  await his.getByRole('button', { name: 'Leave this 1:1' }).click();
  await his.getByRole('button', { name: 'Leave now' }).click();
  await his.getByText('You left that 1:1', { exact: false }).waitFor();
  await his.getByText('Ended; you can both read it until', { exact: false }).click();
  await his.getByText('for both of us').waitFor();
  await his.getByText('You left this 1:1 on', { exact: false }).waitFor();
  expect(await his.getByText('for me alone').count()).toBe(0);
  expect(await his.getByLabel('New topic').count()).toBe(0);
  expect(await his.getByText('Leave', { exact: true }).count()).toBe(0);
  // The day on which it goes counts now, and not how long a 1:1 that goes on would be kept.
  await his.getByText('How long it is kept').click();
  await his.getByText(/^This 1:1 has ended: everything in it is kept until \d+ \w+, and/).waitFor();
  // A1: what both read is said to be read by both; and nobody is asked to lead what was left.
  await his.getByText('Only you and Maya can still read it.').first().waitFor();
  expect(await his.getByText('A stand-in, or somebody new').count()).toBe(0);
  await checkAccessible(hisAt);
});

test('D11: the other one is told, and reads it too', async () => {
  hersAt = await open('maya', 1100);
  hers = rapportIn(hersAt);
  await hers.getByText('Ended; you can both read it until', { exact: false }).click();
  await hers.getByText('left this 1:1 on', { exact: false }).waitFor();
  await hers.getByText('for both of us').waitFor();
  expect(await hers.getByLabel('New topic').count()).toBe(0);
});

test('D11: what only she reads may still go, line by line, and the notes she brought', async () => {
  const still = hers.getByRole('region', { name: 'Still here for you alone' });
  await still.getByText('hers alone').waitFor();
  // D12: which one it is about is in the name of each button, also of the two that ask once more.
  await checkAccessible(hersAt);
  for (const words of ['hers too', 'hers alone']) {
    await still.getByRole('button', { name: `Remove: ${words}`, exact: true }).click();
    await still.getByRole('button', { name: `Remove it: ${words}`, exact: true }).click();
    await still.getByText(words).waitFor({ state: 'detached' });
  }
  await still.waitFor({ state: 'detached' });
  await hers.getByText('Notes from before').click();
  await hers.getByText('Brought in by you on', { exact: false }).click();
  await hers.getByRole('button', { name: 'Take back' }).click();
  await hers.getByRole('button', { name: 'Take it back' }).click();
  await hers.getByText('Nothing was brought in yet.').waitFor();
  const { json } = await api.ok('maya', 'getSeries', { params: { seriesId } });
  expect(json.onlyMe.topics).toEqual([]);
});

test('D11: everything of mine goes after a second, deliberate step, and Rapport begins anew', async () => {
  await his.getByRole('button', { name: 'All 1:1s' }).click();
  await his.getByText('Delete everything of mine').click();
  const erase = his.getByRole('button', { name: 'Delete everything now' });
  await erase.click({ force: true });
  expect((await api.ok('ravi', 'getHome', {})).json.seats).toHaveLength(1);
  await his.getByLabel('I want all of this deleted', { exact: false }).check();
  await checkAccessible(hisAt);
  await erase.click();
  await his.getByText('Everything of yours is deleted', { exact: false }).waitFor();
  await his.getByRole('button', { name: 'Start a 1:1' }).waitFor();
  expect((await api.ok('ravi', 'getHome', {})).json.seats).toEqual([]);
  expect(browser.problems).toEqual([]);
});
