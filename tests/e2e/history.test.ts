import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { FrameLocator, Page } from 'playwright-core';
import { checkAccessible } from './support/accessible';
import { openApi, type Api } from './support/api';
import { launchBrowser, rapportIn, type TestBrowser } from './support/browser';
import { eventually, pressAbove } from './support/rapport';
import { moveClock, startServer, type Server } from './support/server';
import { seriesTogether } from './support/setup';

/** Two years of meetings, looked through by both: each test goes on where the one before stopped. */
let server: Server;
let browser: TestBrowser;
let api: Api;
let seriesId: string;
let hersAt: Page;
let hisAt: Page;
let hers: FrameLocator;
let his: FrameLocator;

const MEETINGS = 22;
const FORTNIGHT = 14 * 24 * 60 * 60 * 1000;
const begin = Date.now() - (MEETINGS + 1) * FORTNIGHT;

const clock = (at: number) => moveClock(server, new Date(at));
const does = (who: string, route: string, body: object, more: Record<string, string> = {}) =>
  api.ok(who, route, { params: { seriesId, ...more }, key: randomUUID(), body });
const line = (text: string) => ({ id: randomUUID(), text, topic: null });

async function meets(number: number): Promise<void> {
  await clock(begin + number * FORTNIGHT);
  if (number === 3) await does('maya', 'addNote', line('The Überstunden of the winter'));
  if (number === 3) await does('ravi', 'addPrivateNote', line('Überstunden: ask again, alone'));
  if (number === 5) {
    const goal = { id: randomUUID(), text: '春の会議で話す', owner: 'report' };
    await does('ravi', 'addGoal', goal);
  }
  if (number === 9) await does('ravi', 'addNote', line('来年の予算は四月に決まる'));
  await does('maya', 'startMeeting', { number, endsAt: null });
  await does('maya', 'finishMeeting', { number, nextAt: null });
}
async function criticised(): Promise<void> {
  const lineId = randomUUID();
  const text = 'In the release meeting you interrupted Lena twice.';
  await does('maya', 'addPrivateFeedback', { id: lineId, text, kind: 'criticism' });
  const at = new Date(begin + MEETINGS * FORTNIGHT).toISOString();
  await does('maya', 'giveFeedback', { delivery: { how: 'send', at } }, { lineId });
  await does('ravi', 'openFeedback', {}, { lineId });
  await does('ravi', 'answerFeedback', { kind: 'thanks', words: null }, { lineId });
  await does('ravi', 'closeFeedback', {}, { lineId });
}
const open = async (who: string, other: string, width: number): Promise<Page> => {
  const person = await browser.person(server, { viewport: { width, height: 900 } });
  const page = await person.open({ view: 'app', person: who });
  await rapportIn(page).getByText(other).click();
  await rapportIn(page).locator('summary', { hasText: 'Past meetings' }).click();
  await rapportIn(page)
    .getByText(/^22nd 1:1/)
    .waitFor();
  return page;
};
const looksFor = (where: FrameLocator, words: string) =>
  where.getByLabel('Search past meetings').fill(words);

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  api = openApi(server);
  await clock(begin);
  seriesId = await seriesTogether(api, 'maya', 'ravi');
  for (let number = 1; number <= MEETINGS; number += 1) await meets(number);
  await criticised();
  const lines = [{ kind: 'topic', text: 'Sabbatical, in 2019', depth: 0 }];
  const before = { state: 'imported', heldOn: '2019-03-05', title: null, lines };
  await does('maya', 'addImport', { part: 0, meetings: [before] }, { importId: randomUUID() });
  await clock(begin + MEETINGS * FORTNIGHT + 10 * 24 * 60 * 60 * 1000);
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

test('D5: every meeting is there, and what was looked for is found in it', async () => {
  // D10: what could not be read is read again with the connection, once, also where that flickers as it comes back.
  await hisAt.context().setOffline(true);
  await his.getByRole('button', { name: 'Show earlier ones' }).click();
  await his.getByRole('button', { name: 'Try again' }).waitFor();
  await his.locator('body').evaluate(() => {
    addEventListener('online', () => dispatchEvent(new Event('online')), { once: true });
  });
  const read: string[] = [];
  hisAt.on('request', (request) => read.push(new URL(request.url()).search));
  await hisAt.context().setOffline(false);
  await his.getByText(/^1st 1:1/).waitFor();
  expect(read.filter((search) => search.startsWith('?continuation='))).toHaveLength(1);
  const asked: string[] = [];
  hisAt.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await looksFor(his, 'uberstunde');
  await his.getByText('2 places', { exact: true }).waitFor();
  expect(await his.locator('mark').allInnerTexts()).toEqual(['Überstunden', 'Überstunden']);
  await checkAccessible(hisAt);
  // What somebody looks for is asked of nobody.
  expect(asked.filter((one) => /uberstunde/i.test(decodeURIComponent(one)))).toEqual([]);
  await his.getByRole('button', { name: /ask again, alone.*only you/ }).press('Enter');
  const title = his.getByRole('heading', { name: /^3rd 1:1/ });
  await title.waitFor();
  await eventually(() => title.evaluate((heading) => heading === document.activeElement), true);
  await his.getByText('The Überstunden of the winter').waitFor();
  await checkAccessible(hisAt);
  await his.getByRole('button', { name: 'Back to what was found' }).press('Enter');
  await looksFor(his, '予算');
  await his.getByText('1 place', { exact: true }).waitFor();
  expect(await his.locator('mark').allInnerTexts()).toEqual(['予算']);
  // A goal opens where it was found.
  await looksFor(his, '会議');
  await his.getByRole('button', { name: /春の会議で話す.*Goal · You/ }).press('Enter');
  await his.getByRole('heading', { name: 'Goal', exact: true }).waitFor();
  await his.getByRole('button', { name: 'On the way' }).waitFor();
  await checkAccessible(hisAt);
  await his.getByRole('button', { name: 'Back to what was found' }).press('Enter');
  // So do notes from before Rapport, as whoever brought them says.
  await looksFor(his, 'sabbatical');
  await his.getByRole('button', { name: /5 March 2019.*Notes from before · Maya/ }).press('Enter');
  await his.getByRole('heading', { name: 'Notes from before', exact: true }).waitFor();
  await his.getByRole('heading', { name: '5 March 2019' }).waitFor();
  await checkAccessible(hisAt);
  await his.getByRole('button', { name: 'Back to what was found' }).press('Enter');
  await looksFor(his, '予算');
});

test('D5: a link leads the other one to the meeting, and nobody else anywhere', async () => {
  await his.getByRole('button', { name: /予算/ }).click();
  await his.getByRole('heading', { name: /^9th 1:1/ }).waitFor();
  await his.getByRole('button', { name: 'Link to this 1:1' }).click();
  const dialog = hisAt.getByRole('dialog');
  const link = new URL(await dialog.getByRole('textbox').inputValue());
  await pressAbove(dialog.getByRole('button', { name: 'Close' }).last());
  const sub = link.searchParams.get('sub') ?? '';
  expect(sub).toBe(`${seriesId}/9`);
  const opens = async (who: string) => {
    const person = await browser.person(server, { viewport: { width: 800, height: 900 } });
    const page = await person.open({ view: 'app', person: who, sub });
    return { page: rapportIn(page), close: () => person.close() };
  };
  const maya = await opens('maya');
  await maya.page.getByRole('heading', { name: /^9th 1:1/ }).waitFor();
  await maya.page.getByText('来年の予算は四月に決まる').waitFor();
  await maya.page.getByRole('button', { name: 'All past meetings' }).click();
  await maya.page.getByText(/^22nd 1:1/).waitFor();
  await maya.close();
  const tom = await opens('tom');
  await tom.page.getByRole('heading', { level: 1 }).waitFor();
  expect(await tom.page.getByText('予算').count()).toBe(0);
  await tom.close();
});

test('C4: nobody finds the other one’s private notes', async () => {
  await looksFor(hers, 'Überstunden');
  await hers.getByText('1 place', { exact: true }).waitFor();
  expect(await hers.getByText('ask again, alone').count()).toBe(0);
  await looksFor(hers, 'xqzzv');
  await hers.getByText('Nothing like that is here.').waitFor();
});

test('D1: he removes his own note of a past meeting, takes that back, and then it is found no more', async () => {
  await looksFor(his, 'uberstunde');
  await his.getByRole('button', { name: /ask again, alone.*only you/ }).press('Enter');
  const remove = his.getByRole('button', { name: 'Remove: Überstunden: ask again, alone' });
  await remove.press('Enter');
  const undo = his.getByRole('button', { name: 'Undo' });
  await undo.waitFor();
  await checkAccessible(hisAt);
  await undo.press('Enter');
  await remove.waitFor();
  expect(await remove.evaluate((button) => button === document.activeElement)).toBe(true);
  await remove.press('Enter');
  await undo.waitFor();
  await his.getByRole('button', { name: 'Back to what was found' }).press('Enter');
  await his.getByText('1 place', { exact: true }).waitFor();
  expect(await his.getByText('ask again, alone').count()).toBe(0);
});

test('D5: criticism is kept by its receiver, in one press, and found as long', async () => {
  await his.getByText(/^Your feedback so far/).click();
  await his.getByText('Earlier feedback').click();
  await his.getByRole('button', { name: /^Keep this: / }).press('Enter');
  await his.getByText(/^You keep this until .* Maya is not told\.$/).waitFor();
  await looksFor(hers, 'interrupted lena');
  await hers.getByRole('button', { name: /interrupted.*Feedback · You/ }).click();
  await hers.getByRole('heading', { name: 'Feedback' }).waitFor();
  expect(await hers.getByText('You keep this').count()).toBe(0);
});

test('E2: shortening is announced to both, says what goes, and the other one takes it back', async () => {
  await hers.getByText('How long it is kept').click();
  await hers.getByLabel('6 months').check();
  await hers.getByText(/everything from before .* goes for good, for both of you/).waitFor();
  await checkAccessible(hersAt);
  await hers.getByRole('button', { name: 'Announce it to Ravi' }).click();
  const notice = his.getByText(/^Maya announced on .* kept for 6 months\.$/);
  await notice.waitFor();
  await checkAccessible(hisAt);
  await his.getByRole('button', { name: 'Keep it for 2 years after all' }).first().press('Enter');
  await notice.waitFor({ state: 'detached' });
  await hers
    .getByText(/^You announced on/)
    .first()
    .waitFor({ state: 'detached' });
  expect(browser.problems).toEqual([]);
});
