import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { checkAccessible } from './support/accessible';
import { openApi, type Api } from './support/api';
import { launchBrowser, rapportIn, type TestBrowser } from './support/browser';
import { eventually, pressAbove } from './support/rapport';
import { moveClock, startServer, type Server } from './support/server';
import { seriesTogether } from './support/setup';

/** Two people, a week of theirs, and what their activity feeds say. */
let server: Server;
let browser: TestBrowser;
let api: Api;
let series: string;
let hers: Page;
let his: Page;

const BEFORE = 'Your 1:1 is coming up';
const AFTER = 'A few minutes for your last 1:1?';

/** The clock stands there, and whatever came due on the way has been done. */
async function clockAt(at: string): Promise<void> {
  await moveClock(server, at);
}
const toast = (page: Page, words: string) =>
  page.getByRole('status').getByRole('button', { name: words });
/** How many entries of the feed say so, asked of the local Teams itself. */
async function told(person: string): Promise<string[]> {
  const reply = await fetch(`${server.app}/local/teams?person=${person}`);
  const { activities } = (await reply.json()) as { activities: { kind: string }[] };
  return activities.map(({ kind }) => kind).toReversed();
}
async function meet(number: number, nextAt: string): Promise<void> {
  const say = (route: string, body: object) =>
    api.ok('maya', route, { params: { seriesId: series }, key: randomUUID(), body });
  await say('startMeeting', { number, endsAt: null });
  await say('finishMeeting', { number, nextAt });
}

beforeAll(async () => {
  server = await startServer();
  await clockAt('2026-03-02T09:00:00Z');
  browser = await launchBrowser();
  api = openApi(server);
  series = await seriesTogether(api, 'maya', 'ravi');
  const [maya, ravi] = await Promise.all([
    browser.person(server, { timezoneId: 'UTC' }),
    browser.person(server, { timezoneId: 'UTC', viewport: { width: 320, height: 640 } }),
  ]);
  hers = await maya.open({ view: 'app', person: 'maya' });
  his = await ravi.open({ view: 'app', person: 'ravi' });
  await rapportIn(hers).getByText('Ravi Subramanian').waitFor();
  await rapportIn(his).getByText('Maya Adeyemi').waitFor();
  await clockAt('2026-03-02T09:05:00Z');
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('D8: after a meeting each is told once, and is led to their 1:1', async () => {
  const invited = await told('ravi');
  await meet(1, '2026-03-09T10:00:00.000Z');
  await clockAt('2026-03-02T10:04:00Z');
  expect([await told('maya'), await told('ravi')]).toEqual([[], invited]);
  await clockAt('2026-03-02T10:05:30Z');
  await clockAt('2026-03-02T12:00:00Z');
  // Teams shows it for some seconds only: what is looked at in peace comes after.
  await Promise.all([
    pressAbove(toast(hers, AFTER)),
    toast(his, AFTER)
      .waitFor()
      .then(() => checkAccessible(his)),
  ]);
  expect([await told('maya'), await told('ravi')]).toEqual([
    ['afterMeeting'],
    [...invited, 'afterMeeting'],
  ]);
  await rapportIn(hers).getByLabel('New topic').waitFor();
  expect(await toast(hers, AFTER).count()).toBe(0);
  await hers.getByRole('button', { name: 'Activity' }).click();
  await eventually(() => hers.getByText(AFTER).count(), 1);
});

test('D8: quiet hours, in words of his own settings, hold back until they end', async () => {
  const frame = rapportIn(his);
  await frame.getByText('Notifications').click();
  await frame.getByLabel('at certain hours').check();
  await frame.getByLabel('To', { exact: true }).fill('09:30');
  await eventually(
    async () => {
      const { json } = await api.ok('ravi', 'getReminders');
      return json.remindMe?.quiet;
    },
    { from: '18:00', to: '09:30' },
  );
  await frame.getByText('Only you', { exact: false }).first().waitFor();
  await checkAccessible(his);
  await clockAt('2026-03-09T09:00:00Z');
  await toast(hers, BEFORE).waitFor();
  expect((await told('ravi')).at(-1)).toBe('afterMeeting');
  await clockAt('2026-03-09T09:30:00Z');
  await toast(his, BEFORE).waitFor();
  await clockAt('2026-03-09T09:59:00Z');
  for (const person of ['maya', 'ravi']) {
    const feed = await told(person);
    expect(feed.filter((kind) => kind === 'beforeMeeting')).toHaveLength(1);
  }
});

test('D8: a kind that is switched off comes no more, for her and not for him', async () => {
  await hers.getByRole('button', { name: 'Rapport', exact: true }).click();
  const frame = rapportIn(hers);
  await frame.getByText('Notifications').click();
  await frame.getByLabel('an hour before a 1:1').uncheck();
  await eventually(async () => {
    const { json } = await api.ok('maya', 'getReminders');
    return json.remindMe?.off;
  }, ['beforeMeeting']);
  await meet(2, '2026-03-16T12:00:00.000Z');
  await clockAt('2026-03-16T11:00:00Z');
  const count = async (person: string) =>
    (await told(person)).filter((kind) => kind === 'beforeMeeting').length;
  await eventually(() => count('ravi'), 2);
  expect(await count('maya')).toBe(1);
});

test('nothing went wrong on any page', () => {
  expect(browser.problems).toEqual([]);
});
