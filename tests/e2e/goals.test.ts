import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { checkAccessible } from './support/accessible';
import { openApi, type Api } from './support/api';
import { launchBrowser, rapportIn, type Person, type TestBrowser } from './support/browser';
import { eventually, pressAbove, useRapport, type Rapport } from './support/rapport';
import { startServer, type Server } from './support/server';
import { seriesTogether } from './support/setup';

/** A goal of the two, and a promise that goes to To Do: each test goes on where the one before stopped. */
let server: Server;
let browser: TestBrowser;
let ravi: Person;
let api: Api;
let params: { seriesId: string };
let hersAt: Page;
let hisAt: Page;
let hers: Rapport;
let his: Rapport;
/** What his browser asked for. A page itself remembers only its first 250. */
const addresses: string[] = [];

const GOAL = 'Lead the incident review';
const says = (person: string, route: string, body: object): Promise<unknown> =>
  api.ok(person, route, { params, key: randomUUID(), body });
const goals = async () => (await api.ok('maya', 'listGoals', { params })).json.goals;
const loaded = (words: string): boolean => addresses.some((address) => address.includes(words));
const summary = ({ frame }: Rapport, words: string | RegExp): Locator =>
  frame.locator('summary').filter({ hasText: words });
const part = ({ frame }: Rapport, name: string): Locator =>
  frame.getByRole('region', { name, exact: true });

async function open(person: Person, who: string, other: string): Promise<Page> {
  const page = await person.open({ view: 'app', person: who });
  const frame = rapportIn(page);
  await frame.getByText(other).first().click();
  await frame
    .locator('summary')
    .filter({ hasText: /^Goals$/ })
    .click();
  return page;
}

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  api = openApi(server);
  params = { seriesId: await seriesTogether(api, 'maya', 'ravi') };
  await api.ok('maya', 'shapeSeries', {
    params,
    key: randomUUID(),
    body: { format: 'structured' },
  });
  await says('maya', 'addValue', { id: randomUUID(), text: 'candour before comfort' });
  for (const [owner, text] of [
    ['report', 'Send the rota'],
    ['manager', 'Ask about the budget'],
  ]) {
    await says('maya', 'addAction', { id: randomUUID(), text, owner, due: '2030-05-01' });
  }
  const wide = { viewport: { width: 1000, height: 900 } };
  const narrow = { viewport: { width: 320, height: 800 } };
  const [maya, other] = await Promise.all([
    browser.person(server, wide),
    browser.person(server, narrow),
  ]);
  ravi = other;
  ravi.context.on('request', (request) => addresses.push(request.url()));
  [hersAt, hisAt] = await Promise.all([
    open(maya, 'maya', 'Ravi Subramanian'),
    open(ravi, 'ravi', 'Maya Adeyemi'),
  ]);
  hers = useRapport(hersAt);
  his = useRapport(hisAt);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('C2: a goal', () => {
  test('begins with one sentence, by keyboard, and is at the other one’s', async () => {
    await his.frame.getByText('candour before comfort').waitFor();
    await his.frame.getByLabel('A goal in one sentence').fill(GOAL);
    await his.frame.getByLabel('A goal in one sentence').press('Enter');
    await summary(hers, GOAL).waitFor();
    expect(await summary(hers, GOAL).innerText()).toMatch(/Ravi’s · Suggested/);
  });

  test('unfolds part by part: who writes is named, and what is missing is said', async () => {
    await Promise.all([summary(hers, GOAL).click(), summary(his, GOAL).press('Enter')]);
    await his.frame.getByRole('button', { name: /^Specific:/ }).press('Enter');
    await hisAt.keyboard.type('Prepare, invite and write up');
    await hisAt.keyboard.press('Enter');
    await part(hers, 'Specific').getByText('Ravi,').waitFor();
    await hers.frame.getByRole('button', { name: /^Measurable:/ }).click();
    await hers.frame.getByLabel('Measurable', { exact: true }).last().fill('Three in a row');
    await hersAt.keyboard.press('Enter');
    await part(his, 'Measurable').getByText('Three in a row').waitFor();
    await his.frame.getByText('Good to have next: Achievable, Relevant').waitFor();
    expect((await goals())[0].missing).toEqual(['achievable', 'relevant', 'timeBound']);
  });

  test('E2: the other one’s words are disputed, not changed', async () => {
    const hersInHis = part(his, 'Measurable');
    expect(await hersInHis.getByRole('button', { name: /^Edit|^Remove/ }).count()).toBe(0);
    await hersInHis.getByRole('button', { name: /^I see it differently/ }).click();
    await hersInHis.getByRole('textbox').fill('Two are enough');
    await hersInHis.getByRole('textbox').press('Enter');
    await part(hers, 'Measurable').getByText('Two are enough').waitFor();
  });

  test('E1: is agreed by the one who did not suggest it; has a day', async () => {
    expect(await his.frame.getByRole('button', { name: /^Agreed: / }).count()).toBe(0);
    await hers.frame.getByRole('button', { name: /^Agreed: / }).click();
    await his.frame.getByRole('button', { name: /^Agreed: /, pressed: true }).waitFor();
    await his.frame.getByLabel('By which day?').fill('2030-06-30');
    await his.frame.getByLabel('By which day?').press('Enter');
    await summary(hers, /by .*30 June 2030|by June 30, 2030/).waitFor();
    await summary(hers, 'Who changed what').click();
    await hers.frame.getByText(/^Agreed You,/).waitFor();
    expect(await goals()).toMatchObject([{ state: 'agreed', due: '2030-06-30' }]);
  });

  test('D1, D10: how it goes is kept without a connection, sent once, and can be taken back', async () => {
    await his.frame.getByRole('button', { name: /^How it goes:/ }).click();
    const box = his.frame.getByLabel('How it goes', { exact: true }).last();
    await ravi.context.setOffline(true);
    await box.fill('The first one went well');
    await box.press('Enter');
    await part(his, 'How it goes').getByRole('alert').waitFor();
    expect(await box.inputValue()).toBe('The first one went well');
    await ravi.context.setOffline(false);
    await box.press('Enter');
    await part(hers, 'How it goes').getByText('The first one went well').waitFor();
    await part(his, 'How it goes')
      .getByRole('button', { name: /^Remove/ })
      .click();
    await part(hers, 'How it goes').getByText('The first one').waitFor({ state: 'detached' });
    await part(his, 'How it goes').getByRole('button', { name: 'Undo' }).click();
    await part(hers, 'How it goes').getByText('The first one went well').waitFor();
  });

  test('becomes a topic of the next 1:1 in one press, once', async () => {
    await his.frame.getByRole('button', { name: 'Talk about it next time' }).click();
    await his.frame.getByRole('button', { name: /^On the agenda: / }).waitFor();
    await hers.frame.getByText(`Our goal: ${GOAL}`).first().waitFor();
    const { json } = await api.ok('maya', 'getSeries', { params });
    expect(json.topics).toMatchObject([{ by: 'report', text: `Our goal: ${GOAL}` }]);
    await checkAccessible(hersAt);
  });
});

describe('D3: a promise in To Do', () => {
  const copy = () => his.frame.getByRole('button', { name: 'Copy to To Do: Send the rota' });
  const asked = () => hisAt.getByRole('dialog', { name: 'Rapport asks for your permission' });

  test('one’s own goes there in one press, and says that the copy leaves Rapport', async () => {
    await summary(his, '2 promises').click();
    await his.frame.getByText('What you copy to To Do leaves Rapport').waitFor();
    const promises = his.frame.getByRole('list', { name: 'Promises' }).getByRole('listitem');
    expect(await promises.first().innerText()).toContain('Ask about the budget');
    expect(await promises.first().getByText('To Do').count()).toBe(0);
    await copy().waitFor();
    await checkAccessible(hisAt);
  });

  test('Microsoft asks first, in the host’s own window; a no is a no until the next press', async () => {
    expect(loaded('/assets/')).toBe(true);
    expect(loaded('nestedTokens')).toBe(false);
    await copy().click();
    await asked().getByText('Create, read, update and delete your tasks').waitFor();
    expect(loaded('nestedTokens')).toBe(true);
    await pressAbove(asked().getByRole('button', { name: 'Cancel' }));
    await his.frame.getByText('Not copied: Microsoft was not given your permission.').waitFor();
    expect(await asked().count()).toBe(0);
  });

  test('is there once, also where the answer was lost', async () => {
    let lost = 0;
    await ravi.context.route('**/local/graph/**/tasks', async (route) => {
      // It arrives, and the answer does not.
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await copy().click();
    await pressAbove(asked().getByRole('button', { name: 'Accept' }));
    await his.frame.getByText('To Do did not answer.').waitFor();
    await copy().click();
    await his.frame.getByText('In your To Do').waitFor();
    const page = await ravi.open({ view: 'todo', person: 'ravi' });
    const tasks = page.getByRole('list', { name: 'To Do' }).getByRole('listitem');
    await eventually(() => tasks.allInnerTexts().then((all) => all.length), 1);
    expect(await tasks.first().innerText()).toMatch(/Send the rota[^]*from Rapport/);
  });

  test('E7: of the token for it nothing stays on the device', async () => {
    const rapport = hisAt.frames().find((frame) => frame.url().includes('/tab'));
    const kept = await rapport?.evaluate(async () => [
      ...Object.entries(localStorage),
      ...Object.entries(sessionStorage),
      document.cookie,
      ...(await indexedDB.databases()),
    ]);
    expect(JSON.stringify(kept)).toContain('todo/');
    expect(JSON.stringify(kept)).not.toMatch(/eyJ|msal/i);
  });
});

test('A9: in a meeting what the other one writes waits until one does something, or it is over', async () => {
  const id = randomUUID();
  await says('maya', 'startMeeting', { number: 1, endsAt: null });
  await his.frame
    .getByRole('button', { name: /^Finish|^Wrap up/ })
    .first()
    .waitFor();
  const [first] = await goals();
  const at = { params: { ...params, goalId: first.id }, key: randomUUID() };
  await api.ok('maya', 'addGoalLine', {
    ...at,
    body: { id: randomUUID(), part: 'relevant', text: 'The team leans on one person' },
  });
  await says('maya', 'addGoal', { id, owner: 'report', text: 'Write the guide' });
  await says('maya', 'addTopic', { id: randomUUID(), text: 'It has arrived' });
  await his.frame.getByText('It has arrived').first().waitFor();
  expect(await part(his, 'Relevant').getByText('The team leans').count()).toBe(0);
  expect(await summary(his, 'Write the guide').count()).toBe(0);
  await his.frame
    .getByRole('button', { name: /^On the way: / })
    .first()
    .click();
  await part(his, 'Relevant').getByText('The team leans').waitFor();
  await summary(his, 'Write the guide').waitFor();
  await says('maya', 'finishMeeting', { number: 1, nextAt: null });
});

test('nothing went wrong on any page', () => {
  const expected = /Failed to load resource|ERR_INTERNET_DISCONNECTED|ERR_FAILED/;
  expect(browser.problems.filter((problem) => !expected.test(problem))).toEqual([]);
});
