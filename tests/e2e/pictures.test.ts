import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { checkAccessible } from './support/accessible';
import { openApi, type Api } from './support/api';
import { launchBrowser, rapportIn, type TestBrowser } from './support/browser';
import { eventually } from './support/rapport';
import { moveClock, startServer, type Server } from './support/server';
import { seriesTogether } from './support/setup';

/** The pictures of Maya and Ravi, who look at them at the same time: each test goes on where the one before stopped. */
let server: Server;
let browser: TestBrowser;
let api: Api;
let seriesId: string;
let pages: [Page, Page];

const does = (who: string, route: string, body: object, more: object = {}) =>
  api.ok(who, route, { params: { seriesId, ...more }, key: randomUUID(), body });
const clock = (at: string) => moveClock(server, at);

async function meets(number: number, at: string, raisedBy: readonly string[]): Promise<void> {
  await clock(at);
  for (const who of raisedBy) {
    const lineId = randomUUID();
    await does(who, 'addTopic', { id: lineId, text: 'a topic' });
    await does(who, 'discussTopic', { discussed: true }, { lineId });
  }
  await does('maya', 'startMeeting', { number, endsAt: null });
  await does('maya', 'finishMeeting', { number, nextAt: null });
}

async function open(page: Page, other: string): Promise<void> {
  await rapportIn(page).getByText(other).click();
  await rapportIn(page).getByText('Pictures', { exact: true }).click();
}

/** All figures that a reader is shown, in the pictures or in the tables, without what names the reader. */
const tablesOf = async (page: Page) => {
  const frame = rapportIn(page);
  for (const [n, summary] of (await frame.getByText('As a table').all()).entries()) {
    await summary.click();
    await frame.locator('table').nth(n).waitFor();
  }
  const rows = await frame.locator('details[open] tr').allInnerTexts();
  return rows.map((row) => row.replace(/\bRavi\b|\bMaya\b|\bYou\b/g, 'one of us'));
};
const picturesOf = (page: Page): Promise<string[]> =>
  rapportIn(page).locator('figure > [aria-hidden]').allInnerTexts();

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  api = openApi(server);
  await clock('2026-03-02T09:00:00.000Z');
  seriesId = await seriesTogether(api, 'maya', 'ravi');
  await meets(1, '2026-03-03T12:00:00.000Z', ['ravi', 'ravi', 'maya']);
  const people = await Promise.all([
    browser.person(server, { viewport: { width: 1100, height: 900 } }),
    browser.person(server, { viewport: { width: 320, height: 900 } }),
  ]);
  pages = [
    await people[0].open({ view: 'app', person: 'maya' }),
    await people[1].open({ view: 'app', person: 'ravi', theme: 'contrast' }),
  ];
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('D7: after one meeting there is nothing to draw yet, and it says so', async () => {
  await open(pages[0], 'Ravi Subramanian');
  await rapportIn(pages[0]).getByText('After two 1:1s there is something to look at').waitFor();
  await open(pages[1], 'Maya Adeyemi');
  await rapportIn(pages[1]).getByText('Not a score. Only you and Maya see this').waitFor();
  for (const page of pages) expect(await rapportIn(page).locator('figure').count()).toBe(0);
});

test('D7, D6: both see the same figures, in the pictures and in the tables', async () => {
  await does('maya', 'addCheckIn', { meeting: 1, worth: 4, heard: 5, share: 55 });
  await does('ravi', 'addCheckIn', { meeting: 1, worth: 3, heard: 2, share: 70 });
  const lineId = randomUUID();
  await does('ravi', 'addPrivateFeedback', { id: lineId, text: 'Thanks', kind: 'praise' });
  const delivery = { how: 'send', at: '2026-03-03T12:00:00.000Z' };
  await does('ravi', 'giveFeedback', { delivery }, { lineId });
  await does('maya', 'openFeedback', {}, { lineId });
  await does('maya', 'answerFeedback', { kind: 'thanks', words: null }, { lineId });
  await meets(2, '2026-03-17T12:00:00.000Z', ['maya', 'ravi', 'ravi', 'ravi']);
  // Only one of them answers on this one: it is drawn for neither.
  await does('maya', 'addCheckIn', { meeting: 2, worth: 1, heard: 1, share: 11 });
  // It was closed by the meeting, for whoever saw that one begin.
  for (const [page, other] of [
    [pages[0], 'Ravi Subramanian'],
    [pages[1], 'Maya Adeyemi'],
  ] as const) {
    await page.reload();
    await open(page, other);
    await rapportIn(page).getByRole('heading', { name: 'Who raised what' }).waitFor();
  }
  const [hers, his] = [await picturesOf(pages[0]), await picturesOf(pages[1])];
  const byRole = (name: string) => (text: string) => text.replace('You', name);
  expect(hers.map(byRole('Maya'))).toEqual(his.map(byRole('Ravi')));
  const tables = await tablesOf(pages[0]);
  expect(await tablesOf(pages[1])).toEqual(tables);
  const figures = tables.map((row) => row.replace(/\s+/g, ' '));
  for (const row of [
    '17 March 14',
    '3 March 2026 1 2',
    '17 March 2026 1 3',
    'March 2026 0 1',
    '3 March 2026 4 of 5 3 of 5',
    '3 March 2026 5 of 5 2 of 5',
    '3 March 2026 55 % 70 %',
  ]) {
    expect(figures).toContain(row);
  }
  expect(figures.join()).not.toMatch(/11 %|1 of 5/);
});

test('D12: light and in high contrast, at 320 px, with the tables open', async () => {
  for (const page of pages) await checkAccessible(page);
  const frame = pages[1].frames().find((one) => one.url().includes('127.0.0.1'));
  const sideways = () => document.documentElement.scrollWidth > window.innerWidth;
  expect(await frame?.evaluate(sideways)).toBe(false);
  // Forced colours take backgrounds away: the filled mark stays filled, and the other one does not become it.
  await pages[1].emulateMedia({ forcedColors: 'active' });
  const fills = await frame?.evaluate(() =>
    ['manager', 'report'].map((role) => {
      const mark = document.querySelector(`figure [class*="${role}"]`);
      return mark && getComputedStyle(mark).backgroundColor;
    }),
  );
  expect(new Set(fills).size).toBe(2);
  expect(fills).not.toContain(null);
});

test('D10: what was drawn stays when the connection goes, and reading anew says what is wrong', async () => {
  const [page] = pages;
  const frame = rapportIn(page);
  await page.context().route('**/pictures', (route) => route.abort());
  await frame.getByText('Pictures', { exact: true }).click();
  await frame.getByText('Pictures', { exact: true }).click();
  await frame.getByRole('alert').waitFor();
  expect(await frame.getByRole('heading', { name: 'Who raised what' }).count()).toBe(1);
  await page.context().unroute('**/pictures');
  await frame.getByRole('button', { name: 'Try again' }).click();
  await eventually(() => frame.getByRole('alert').count(), 0);
});

test('A9: in a meeting there is nothing of it', async () => {
  await does('ravi', 'startMeeting', { number: 3, endsAt: null });
  for (const page of pages) {
    await eventually(() => rapportIn(page).getByText('Pictures', { exact: true }).count(), 0);
  }
});
