import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findPerson } from '@rapport/api/local/people';
import type { Page } from 'playwright-core';
import { checkAccessible } from './support/accessible';
import { openApi, type Api } from './support/api';
import { launchBrowser, type TestBrowser } from './support/browser';
import { eventually, pressAbove, useRapport, type Rapport } from './support/rapport';
import { startServer, type Server } from './support/server';

/** Maya leads Ravi and goes away; Lena stands in for her. */
let server: Server;
let api: Api;
let browser: TestBrowser;
let mayas: Page;
let lenasPage: Page;
let hisPage: Page;
let hers: Rapport;
let lenas: Rapport;
let his: Rapport;

const key = (): string => crypto.randomUUID();
const first = { seriesId: key() };

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  api = openApi(server);
  const { oid = '', name = '' } = findPerson('ravi') ?? {};
  const body = { id: first.seriesId, report: { oid, name }, rhythm: 'weekly', minutes: 30 };
  const start = { ...body, introduction: '', agree: true };
  await api.ok('maya', 'startSeries', { body: start, key: key() });
  const agreed = { terms: 1, agree: true };
  await api.ok('ravi', 'acceptInvitation', { params: first, body: agreed, key: key() });
  const says = (who: string, route: string, words: object, more: object = {}) =>
    api.ok(who, route, { params: { ...first, ...more }, body: words, key: key() });
  for (const text of ['What I found out', 'What stays here']) {
    await says('ravi', 'addNote', { id: key(), text, topic: null });
  }
  await says('maya', 'startMeeting', { number: 1, endsAt: null });
  await says('maya', 'finishMeeting', { number: 1, nextAt: null });
  for (const text of ['My next step', 'Something about Tom']) {
    await says('ravi', 'addTopic', { id: key(), text });
  }
  const owed = { id: key(), text: 'Maya asks about the budget', owner: 'manager', due: null };
  await says('ravi', 'addAction', owed);
  const goalId = key();
  await says('ravi', 'addGoal', { id: goalId, owner: 'report', text: 'Speak at a conference' });
  const part = { id: key(), part: 'specific', text: 'Twenty minutes' };
  await says('ravi', 'addGoalLine', part, { goalId });
  const [maya, lena, ravi] = await Promise.all(
    [0, 1, 2].map(() => browser.person(server, { viewport: { width: 480, height: 900 } })),
  );
  if (!maya || !lena || !ravi) throw new Error('there is no browser for one of them');
  mayas = await maya.open({ view: 'app', person: 'maya' });
  hers = useRapport(mayas);
  lenasPage = await lena.open({ view: 'app', person: 'lena' });
  lenas = useRapport(lenasPage);
  hisPage = await ravi.open({ view: 'app', person: 'ravi' });
  his = useRapport(hisPage);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const press = ({ frame }: Rapport, name: string | RegExp) =>
  frame.getByRole('button', { name }).first().click();
const open = ({ frame }: Rapport, section: string | RegExp) =>
  frame.locator('summary').filter({ hasText: section }).first().click();
const said = ({ frame }: Rapport, words: string | RegExp) =>
  frame.getByText(words).first().waitFor();

describe('C7: a stand-in', () => {
  test('is asked by the manager, and sees who asks, for whom and until when', async () => {
    await press(hers, /Ravi Subramanian/);
    await open(hers, 'A stand-in, or somebody new');
    await open(hers, 'Ask somebody');
    await press(hers, 'Choose a person');
    await pressAbove(mayas.getByRole('dialog').getByText('Lena Hoffmann'));
    const until = new Date(Date.now() + 20 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    await hers.frame.getByLabel('Until', { exact: true }).fill(until);
    await said(hers, 'Lena learns that you have 1:1s with Ravi, and nothing of what is in them.');
    await checkAccessible(mayas);
    await hers.frame.getByRole('button', { name: 'Ask', exact: true }).click();
    await said(hers, 'Lena Hoffmann is asked.');
    await said(hers, /Lena Hoffmann, as a stand-in until .* Has not answered yet/);
    // Asked is asked: the form is folded, and does not look as if nothing had happened.
    expect(await hers.frame.getByRole('button', { name: 'Choose a person' }).isVisible()).toBe(
      false,
    );
    await said(
      lenas,
      /Maya Adeyemi asks you to stand in and lead their 1:1s with Ravi Subramanian, until/,
    );
    expect(await lenas.frame.getByText('My next step').count()).toBe(0);
    // What comes while she looks moves nothing that was there; opened again, it comes first.
    const top = async (name: RegExp) =>
      (await lenas.frame.getByRole('button', { name }).boundingBox())?.y ?? NaN;
    expect(await top(/^Look at it: /)).toBeGreaterThan(await top(/^Start a 1:1$/));
    // Nobody waits longer than a second for it: a machine that is busier than that is asked again.
    await eventually(async () => {
      await lenasPage.reload();
      await said(lenas, /Maya Adeyemi asks you to stand in/);
      return (await top(/^Look at it: /)) < (await top(/^Start a 1:1$/));
    }, true);
  });

  test('begins anew: an introduction of her own, an empty page, and he accepts as usual', async () => {
    await press(lenas, 'Look at it');
    await said(lenas, /and lead their 1:1s with Ravi Subramanian, until/);
    await lenas.frame.getByRole('radio', { name: 'Agree', exact: true }).check();
    await press(lenas, 'Send invitation');
    await lenas.box.waitFor();
    await said(lenas, /^You stand in for Maya Adeyemi, until/);
    expect(await lenas.frame.locator('li[data-topic]').count()).toBe(0);
    await press(his, /Lena Hoffmann/);
    await said(his, /Lena stands in for Maya Adeyemi, until/);
    await press(his, 'Agree and join');
    await his.box.waitFor();
  });

  test('reads what he lets go, and of a promise by Maya only when she lets it go too', async () => {
    await press(his, 'All 1:1s');
    await press(his, /Maya Adeyemi/);
    await open(his, 'A stand-in, or somebody new');
    await open(his, 'Choose what Lena may read');
    const tick = (words: string) => his.frame.getByRole('checkbox', { name: words }).press('Space');
    await tick('My next step');
    await tick('Maya asks about the budget');
    await tick('Speak at a conference');
    await said(his, 'Twenty minutes');
    await open(his, 'From past meetings');
    await open(his, /^1st 1:1, .*: 2 lines of yours$/);
    await tick('What I found out');
    await checkAccessible(hisPage);
    await press(his, 'Let 4 come along');
    await said(his, 'Lena can read 3 lines');
    await said(his, '1 line waits for Maya to let it go as well');
    await his.frame
      .getByRole('checkbox', { name: 'What I found out' })
      .waitFor({ state: 'detached' });
    await open(lenas, 'Brought along');
    for (const words of ['My next step', 'Twenty minutes', 'What I found out']) {
      await said(lenas, words);
    }
    expect(await lenas.frame.getByText('budget').count()).toBe(0);
    await press(hers, 'Let it go');
    await said(hers, 'You let it go.');
    await said(lenas, 'Maya asks about the budget');
    expect(await lenas.frame.getByText(/Something about Tom|What stays here/).count()).toBe(0);
    await press(lenas, 'Put it on the agenda');
    await eventually(() => lenas.frame.locator('li[data-topic]').count(), 1);
  });

  test('D5: finds what came along before they have met, and nothing of what stayed', async () => {
    await open(lenas, /^Search$/);
    await said(lenas, 'No 1:1 has been held here yet.');
    const box = lenas.frame.getByLabel('Search what is here');
    await box.fill('stays here');
    await said(lenas, 'Nothing like that is here.');
    await box.fill('twenty');
    await lenas.frame
      .getByRole('button', { name: /Twenty minutes.*Speak at a conference · came on .*Ravi/ })
      .press('Enter');
    await lenas.frame.getByRole('heading', { name: 'Brought along', exact: true }).waitFor();
    await checkAccessible(lenasPage);
    await box.fill('');
  });

  test('gets a goal that is one here, made by whose words it has', async () => {
    await said(lenas, 'Ravi can make it a goal here.');
    await press(his, 'All 1:1s');
    await press(his, /Lena Hoffmann/);
    await open(his, 'Brought along');
    await press(his, 'Make it a goal here');
    await said(his, 'It is among your goals.');
    await open(lenas, 'Goals');
    await lenas.frame.locator('summary').filter({ hasText: 'Speak at a conference' }).click();
    await eventually(() => lenas.frame.getByText('Twenty minutes').count(), 2);
  });
});

test('C7: nothing flows back from a stand-in’s 1:1 unless the report says so', async () => {
  await open(lenas, 'A stand-in, or somebody new');
  await said(lenas, 'Back to the 1:1 of Ravi with Maya');
  await open(lenas, 'Choose what Maya may read');
  await said(lenas, /^What you choose waits for Ravi: nothing leaves/);
  await lenas.frame.getByRole('checkbox', { name: 'My next step' }).press('Space');
  await press(lenas, 'Let 1 come along');
  await said(lenas, '1 line waits for Ravi to let it go as well');
  await open(his, 'A stand-in, or somebody new');
  await said(his, /^Lena would like Maya to read this/);
  await press(his, 'Let it go');
  await said(his, 'Maya can read 1 line');
  const { json } = await api.ok('maya', 'listBrought', { params: first });
  expect(json.lines.map(({ text }: { text: string }) => text)).toEqual(['My next step']);
});

test('nothing went wrong on any page', () => {
  expect(browser.problems).toEqual([]);
});
