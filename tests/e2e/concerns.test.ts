import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findPerson } from '@rapport/api/local/people';
import { randomUUID } from 'node:crypto';
import type { FrameLocator, Page } from 'playwright-core';
import { checkAccessible } from './support/accessible';
import { openApi, type Api } from './support/api';
import { launchBrowser, rapportIn, type TestBrowser } from './support/browser';
import { moveClock, startServer, type Server } from './support/server';
import { seriesTogether } from './support/setup';
import { listenToWire, type Wire } from './support/wire';

/** Maya's team over half a year: each test goes on where the one before stopped. */
const TEAM = ['ravi', 'lena', 'tom', 'aiko', 'sam'] as const;
const RAISERS = ['ravi', 'lena', 'tom'] as const;

let server: Server;
let browser: TestBrowser;
let api: Api;
let hersAt: Page;
let hisAt: Page;
let hers: FrameLocator;
let his: FrameLocator;
let wire: Wire;
const series: Record<string, string> = {};

const clock = (at: string) => moveClock(server, at);
const does = (person: string, route: string, body: object, params: Record<string, string> = {}) =>
  api.ok(person, route, {
    params: { seriesId: series[person] ?? '', ...params },
    key: randomUUID(),
    body,
  });
/** @returns what marks the topics */
const raise = (text: string) =>
  Promise.all(
    RAISERS.map(async (person) => {
      const topic = randomUUID();
      await does(person, 'addTopic', { id: topic, text });
      return { series: series[person] ?? '', topic, meeting: 1 };
    }),
  );
/** The personal app of somebody, opened anew. */
async function home(page: Page): Promise<void> {
  await page.reload();
  await rapportIn(page)
    .getByText('Maya Adeyemi')
    .or(rapportIn(page).getByText('1:1s I lead'))
    .first()
    .waitFor();
}
const nameOf = (person: string): string => findPerson(person)?.name ?? '';

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  api = openApi(server);
  await clock('2026-10-20T09:00:00.000Z');
  await Promise.all(
    TEAM.map(async (person) => {
      series[person] = await seriesTogether(api, 'maya', person);
      await does(person, 'allowCommonConcern', { on: true });
    }),
  );
  await raise('Planning takes so long');
  await clock('2026-11-20T09:00:00.000Z');
  const [maya, tom] = await Promise.all([
    browser.person(server, { viewport: { width: 1100, height: 900 } }),
    browser.person(server, { viewport: { width: 320, height: 800 } }),
  ]);
  wire = listenToWire(maya.context);
  hersAt = await maya.open({ view: 'app', person: 'maya' });
  hisAt = await tom.open({ view: 'app', person: 'tom' });
  [hers, his] = [rapportIn(hersAt), rapportIn(hisAt)];
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('C8: a manager words a concern, marks what was raised, and hands it in for its batch', async () => {
  await hers.getByText('Common concerns').click();
  await hers.getByText('There are none so far.').waitFor();
  await hers.getByRole('button', { name: 'Write one' }).press('Enter');
  await hersAt.keyboard.type('that planning takes long');
  await hers.getByLabel('Who would hear it').fill('The leadership team');
  for (const person of RAISERS) {
    await hers
      .locator('summary')
      .filter({ hasText: nameOf(person) })
      .press('Enter');
    await hers
      .getByRole('radiogroup', { name: nameOf(person) })
      .getByRole('radio', { name: 'Planning takes so long' })
      .check();
    await hers.getByText(`${nameOf(person)}: one topic marked`).waitFor();
  }
  await checkAccessible(hersAt);
  await hers.getByRole('button', { name: 'Keep the draft' }).press('Enter');
  await hers.getByText('Topics of 3 people are marked.').waitFor();
  await hers.getByRole('button', { name: 'Hand in' }).press('Enter');
  await hers
    .getByText(
      'Handed in. On 1 December it goes to those who raised it; until then you can take it back. The answer comes on 7 December.',
    )
    .waitFor();
});

test('C8: who raised it reads words and audience, and leaves without anybody being told', async () => {
  await clock('2026-12-01T08:00:00.000Z');
  await home(hisAt);
  await his.getByText('Maya Adeyemi').click();
  const notice = his.getByRole('region', { name: /would like to say this to others/ });
  await notice.getByText('Several people mentioned that planning takes long').waitFor();
  await notice.getByText('Who would hear it: The leadership team').waitFor();
  await notice.getByRole('button', { name: 'Fine by me' }).press('Enter');
  await his
    .getByText(/^Nobody is told\. Until .* you can still leave it out\.$/)
    .first()
    .waitFor();
  await notice.getByRole('button', { name: 'Fine by me' }).waitFor({ state: 'detached' });
  await notice.getByRole('button', { name: 'Leave this out' }).press('Enter');
  await notice.getByText('You are not part of it.').first().waitFor();
  await checkAccessible(hisAt);
  await home(hisAt);
  await his.getByText('Maya Adeyemi').click();
  await his.getByLabel('New topic').waitFor();
  await his.getByRole('button', { name: 'Give feedback' }).waitFor();
  expect(await notice.count()).toBe(0);
});

test('C8: with two left it reads "not enough to share", and nothing says why', async () => {
  await home(hersAt);
  await hers.getByText('Common concerns').click();
  await hers.getByText('It stays as it is now. The answer comes on 7 December.').waitFor();
  await clock('2026-12-07T12:00:30.000Z');
  await home(hersAt);
  await hers.getByText('Common concerns').click();
  await hers.getByText('Not enough to share', { exact: true }).waitFor();
  expect(await wire.text()).not.toMatch(/"left"|raiser|accepts/);
});

test('C8: half a year later three raise something and stay: it can be shared, in these words', async () => {
  await clock('2027-05-20T09:00:00.000Z');
  const marks = await raise('Too many calls in the evening');
  const concern = { concernId: randomUUID() };
  const wording = 'that evenings are full of calls';
  await does('maya', 'saveConcern', { wording, audience: 'Everybody', marks }, concern);
  await does('maya', 'handInConcern', {}, concern);
  await clock('2027-06-01T00:01:00.000Z');
  await clock('2027-06-07T12:01:00.000Z');
  await home(hersAt);
  await hers.getByText('Common concerns').click();
  await hers.getByText('You can share this').waitFor();
  await hers.getByText('Several people mentioned that evenings are full of calls').waitFor();
  await hers.getByRole('button', { name: 'Copy the words' }).waitFor();
  await checkAccessible(hersAt);
  expect(browser.problems).toEqual([]);
});
