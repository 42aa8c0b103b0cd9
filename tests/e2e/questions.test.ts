import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { randomUUID } from 'node:crypto';
import { checkAccessible } from './support/accessible';
import { openApi, type Api } from './support/api';
import { launchBrowser, rapportIn, type Person, type TestBrowser } from './support/browser';
import { eventually, useRapport, type Rapport } from './support/rapport';
import { seriesTogether, writeTopic } from './support/setup';
import { startServer, type Server } from './support/server';

/** Questions and agendas of one pair as one story: each test goes on where the one before stopped. */
let server: Server;
let browser: TestBrowser;
let maya: Person;
let ravi: Person;
let api: Api;
let series: string;
let hersAt: Page;
let hisAt: Page;
let hers: Rapport;
let his: Rapport;

const openFor = async (person: Person, name: string, other: string): Promise<Page> => {
  const page = await person.open({ view: 'app', person: name });
  await rapportIn(page).getByText(other).click();
  await rapportIn(page).getByLabel('New topic').waitFor();
  return page;
};
const openBoth = (): Promise<[Page, Page]> =>
  Promise.all([openFor(maya, 'maya', 'Ravi Subramanian'), openFor(ravi, 'ravi', 'Maya Adeyemi')]);
const says = (who: string, route: string, body: object, params: object = {}) =>
  api.ok(who, route, { params: { seriesId: series, ...params }, key: randomUUID(), body });

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const narrow = { viewport: { width: 320, height: 900 } };
  [maya, ravi] = await Promise.all([browser.person(server), browser.person(server, narrow)]);
  api = openApi(server);
  series = await seriesTogether(api, 'maya', 'ravi');
  [hersAt, hisAt] = await openBoth();
  [hers, his] = [useRapport(hersAt), useRapport(hisAt)];
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('a new series', () => {
  test('C1, D4: is offered the first agenda by itself; one press brings it, one takes it back', async () => {
    await hers.frame.getByRole('heading', { name: /Your first 1:1 could begin/ }).waitFor();
    await his.frame.getByText('Which goal matters most to each of us this quarter?').waitFor();
    await hers.frame.getByRole('button', { name: 'Put 6 topics on the agenda' }).click();
    await eventually(async () => (await his.topics(/Maya’s topics/)).length, 6);
    await hers.frame.getByRole('button', { name: 'Undo' }).last().click();
    await eventually(async () => (await his.topics(/Maya’s topics/)).length, 0);
    // What was offered to him stays where it was; by keyboard alone he leaves it.
    await his.frame.getByRole('button', { name: 'Not now' }).press('Enter');
    await his.frame.getByText('Start from an agenda').waitFor();
  });

  test('D4: an agenda is looked at before it is used, and one’s own is kept for oneself', async () => {
    await his.add('How the week was');
    await his.frame.getByText('Start from an agenda').click();
    await his.frame.getByRole('button', { name: /^Growth/ }).click();
    await his.frame.getByText('Which conversation are you putting off?').waitFor();
    await his.frame.getByRole('button', { name: 'All agendas' }).click();
    await his.frame.getByRole('button', { name: 'Keep my topic as an agenda' }).click();
    await his.frame.getByLabel('Name of the agenda').fill('My weekly one');
    await his.frame.getByLabel('Name of the agenda').press('Enter');
    await his.frame.getByRole('heading', { name: 'Your own agendas' }).waitFor();
    await checkAccessible(hisAt);
    await his.frame.getByRole('button', { name: /My weekly one/ }).click();
    await his.frame.getByRole('button', { name: 'Rename' }).click();
    await his.frame.getByLabel('Name of the agenda').fill('My Monday');
    await his.frame.getByLabel('Name of the agenda').press('Enter');
    await his.frame.getByRole('heading', { name: 'My Monday' }).waitFor();
    await hers.frame.getByText('Start from an agenda').click();
    await hers.frame.getByRole('button', { name: /^Growth/ }).waitFor();
    expect(await hers.frame.getByText('My Monday').count()).toBe(0);
    await his.frame.getByRole('button', { name: 'Delete' }).click();
    await his.frame.getByRole('button', { name: 'Delete' }).click();
    await his.frame.getByRole('button', { name: /^Growth/ }).waitFor();
    expect(await his.frame.getByRole('heading', { name: 'Your own agendas' }).count()).toBe(0);
  });
});

describe('questions', () => {
  const offers = (rapport: Rapport) =>
    rapport.frame.getByRole('button', { name: /(Both answer|answers)$/ });
  const textOf = async (rapport: Rapport, n: number): Promise<string> =>
    (await offers(rapport).nth(n).locator('span').first().textContent()) ?? '';

  test('B8: one is put on the agenda, another one hidden for both, and brought back by the other', async () => {
    await hers.frame.getByText(/^Getting to know each other/).click();
    await hers.frame.getByText('Need a question?').click();
    await offers(hers).first().waitFor();
    const [raised, hidden] = [await textOf(hers, 0), await textOf(hers, 1)];
    await offers(hers).first().click();
    await his.row(raised).waitFor();
    await hers.frame.getByRole('button', { name: `Do not offer again: ${hidden}` }).click();
    await hers.frame.getByText('Not offered to either of you any more').first().waitFor();
    await his.frame.getByText('Need a question?').click();
    await his.frame.getByText('1 hidden question').click();
    await his.frame.getByRole('button', { name: `Offer again: ${hidden}` }).press('Enter');
    await eventually(() => hers.frame.getByText('1 hidden question').count(), 0);
    await checkAccessible(hisAt);
  });

  test('B8: one of their own is read by both, and offered to the other', async () => {
    await his.frame.getByText('Write a question of your own').click();
    const box = his.frame.getByLabel('A question for your 1:1s');
    await box.fill('What did the customers say?');
    await box.press('Enter');
    await hers.frame.getByText('1 question of your own').click();
    await hers.frame.getByText('What did the customers say?').waitFor();
    expect(await hers.frame.getByRole('button', { name: 'Edit: What did' }).count()).toBe(0);
    await hers.frame.getByRole('button', { name: /^Put on the agenda: / }).click();
    await his.row('What did the customers say?').waitFor();
  });
});

describe('after three meetings', () => {
  test('D2, A5: one thing is asked at a time: still wanted, then that nothing was about growth', async () => {
    await Promise.all([hersAt.close(), hisAt.close()]);
    await writeTopic(api, 'ravi', series, 'The on-call plan');
    const { json } = await api.ok('maya', 'getSeries', { params: { seriesId: series } });
    for (const { id, text } of json.topics as { id: string; text: string }[]) {
      if (text === 'The on-call plan') continue;
      await says('maya', 'discussTopic', { discussed: true }, { lineId: id });
    }
    for (const number of [1, 2, 3]) {
      await says('maya', 'startMeeting', { number, endsAt: null });
      await says('maya', 'finishMeeting', { number, nextAt: null });
    }
    [hersAt, hisAt] = await openBoth();
    [hers, his] = [useRapport(hersAt), useRapport(hisAt)];
    await his.frame.getByText('Carried over 3 times. Still wanted?').waitFor();
    const growth = /^None of your last three 1:1s had a question about growth/;
    expect(await his.frame.getByText(growth).count()).toBe(0);
    await his.frame.getByText('Carried over 3 times. Still wanted?').click();
    await his.frame.getByRole('button', { name: /^Keep: / }).press('Enter');
    await his.frame.getByText(growth).waitFor();
    // Said for the series, not on this device.
    const kept = async () => {
      const { json: now } = await api.ok('ravi', 'getSeries', { params: { seriesId: series } });
      return now.topics.map((topic: { kept?: number }) => topic.kept);
    };
    await eventually(kept, [3]);
  });

  test('A9: nothing of it is said while a topic is open', async () => {
    const growth = /^None of your last three 1:1s had a question about growth/;
    await hers.frame.getByText(growth).waitFor();
    await hers.frame.getByRole('button', { name: /Talk about: The on-call plan/ }).click();
    await hers.frame.getByLabel('Note', { exact: true }).waitFor();
    expect(await hers.frame.getByText(growth).count()).toBe(0);
    expect(await hers.frame.getByText('Start from an agenda').isVisible()).toBe(false);
  });
});

test('nothing went wrong on any page', () => {
  expect(browser.problems).toEqual([]);
});
