import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FrameLocator, Page } from 'playwright-core';
import { checkAccessible } from './support/accessible';
import { openApi, type Api } from './support/api';
import { launchBrowser, rapportIn, type TestBrowser } from './support/browser';
import { startServer, type Server } from './support/server';
import { seriesTogether } from './support/setup';

/** A copy that each of the two takes: each test goes on where the one before stopped. */
let server: Server;
let browser: TestBrowser;
let api: Api;
let seriesId: string;
let hersAt: Page;
let hisAt: Page;
let hers: FrameLocator;
let his: FrameLocator;

const open = async (who: string, other: string, width: number): Promise<Page> => {
  const person = await browser.person(server, { viewport: { width, height: 900 } });
  const page = await person.open({ view: 'app', person: who });
  await rapportIn(page).getByText(other).click();
  await rapportIn(page).getByLabel('New topic').waitFor();
  return page;
};
const write = (who: string, route: string, text: string) =>
  api.ok(who, route, { params: { seriesId }, key: randomUUID(), body: { id: randomUUID(), text } });

/** Presses a button that makes a file. @returns its name and what is in it */
async function fileOf(page: Page, press: () => Promise<void>): Promise<[string, string]> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return [download.suggestedFilename(), await readFile(await download.path(), 'utf8')];
}

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  api = openApi(server);
  seriesId = await seriesTogether(api, 'maya', 'ravi');
  await write('maya', 'addTopic', 'hers for both');
  await write('ravi', 'addTopic', '# his for both');
  await write('maya', 'addPrivateTopic', 'hers alone');
  await write('ravi', 'addPrivateTopic', 'his alone');
  [hersAt, hisAt] = await Promise.all([
    open('maya', 'Ravi Subramanian', 1100),
    open('ravi', 'Maya Adeyemi', 320),
  ]);
  [hers, his] = [rapportIn(hersAt), rapportIn(hisAt)];
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('E3: private notes are in a copy only where their author says so', async () => {
  await his.getByText('Take a copy').click();
  const mine = his.getByLabel('My private notes too');
  expect(await mine.isChecked()).toBe(false);
  await his.getByText('Nobody can ask you for them.').waitFor();
  await checkAccessible(hisAt);
  const asDocument = his.getByRole('button', { name: 'As a document (Markdown)' });
  const [name, without] = await fileOf(hisAt, () => asDocument.press('Enter'));
  expect(name).toMatch(/^rapport-\d{4}-\d\d-\d\d\.md$/);
  expect(without).toContain('- [ ] hers for both (*Maya Adeyemi,');
  expect(without).toContain('\\# his for both');
  expect(without).not.toMatch(/alone/);
  await mine.check();
  const [, chosen] = await fileOf(hisAt, () => asDocument.press('Enter'));
  expect(chosen).toContain('his alone');
  expect(chosen).not.toContain('hers alone');
});

test('where the app saves no file, the text is there to be copied', async () => {
  await his.getByRole('button', { name: 'Copy the text' }).click();
  const byHand = his.getByLabel('This app does not let Rapport copy.');
  // The local host lets no page of its frames reach the clipboard.
  expect(await byHand.inputValue()).toContain('his alone');
  await checkAccessible(hisAt);
});

test('D11: a manager’s copy stands in what leaves the two, a report’s does not', async () => {
  await hers.getByText('What leaves the two of you').first().click();
  await hers.getByText('Nothing was shared outside the two of you, and nobody asked.').waitFor();
  await hers.getByText('Take a copy').click();
  await hers.getByText('Ravi will see under “What leaves the two of you”').waitFor();
  const asData = hers.getByRole('button', { name: 'As data (JSON)' });
  const [name, text] = await fileOf(hersAt, () => asData.click());
  expect(name).toMatch(/\.json$/);
  expect(JSON.parse(text)).toMatchObject({ format: 'rapport.export', version: 1, onlyMine: null });
  expect(text).not.toMatch(/alone/);
  await hers.getByText(/^You took a copy of what you both can read on/).waitFor();
  await his.getByText('What leaves the two of you').first().click();
  await his.getByText(/^Maya took a copy of what you both can read on/).waitFor();
  await checkAccessible(hersAt);
  const refused = /^console: Permissions policy violation: The Clipboard API has been blocked/;
  expect(browser.problems.filter((problem) => !refused.test(problem))).toEqual([]);
});
