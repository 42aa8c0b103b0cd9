import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findPerson } from '@rapport/api/local/people';
import type { Page } from 'playwright-core';
import { checkAccessible } from './support/accessible';
import { openApi, type Api } from './support/api';
import { launchBrowser, type TestBrowser } from './support/browser';
import { eventually, useRapport, type Rapport } from './support/rapport';
import { startServer, type Server } from './support/server';

/** Maya leads Ravi and goes away; Lena stands in for her. */
let server: Server;
let api: Api;
let browser: TestBrowser;
let mayas: Page;
let lenasPage: Page;
let hers: Rapport;
let lenas: Rapport;
let his: Rapport;

const key = (): string => crypto.randomUUID();
const first = { seriesId: key() };

beforeAll(async () => {
  server = await startServer();
  api = openApi(server);
  browser = await launchBrowser();
  const { oid = '', name = '' } = findPerson('ravi') ?? {};
  const body = { id: first.seriesId, report: { oid, name }, rhythm: 'weekly', minutes: 30 };
  const start = { ...body, introduction: '', agree: true };
  await api.ok('maya', 'startSeries', { body: start, key: key() });
  const agreed = { terms: 1, agree: true };
  await api.ok('ravi', 'acceptInvitation', { params: first, body: agreed, key: key() });
  for (const text of ['My next step', 'Something about Tom']) {
    await api.ok('ravi', 'addTopic', { params: first, body: { id: key(), text }, key: key() });
  }
  const owed = { id: key(), text: 'Maya asks about the budget', owner: 'manager', due: null };
  await api.ok('ravi', 'addAction', { params: first, body: owed, key: key() });
  const [maya, lena, ravi] = await Promise.all(
    [0, 1, 2].map(() => browser.person(server, { viewport: { width: 480, height: 900 } })),
  );
  if (!maya || !lena || !ravi) throw new Error('there is no browser for one of them');
  mayas = await maya.open({ view: 'app', person: 'maya' });
  hers = useRapport(mayas);
  lenasPage = await lena.open({ view: 'app', person: 'lena' });
  lenas = useRapport(lenasPage);
  his = useRapport(await ravi.open({ view: 'app', person: 'ravi' }));
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
    await mayas.getByRole('dialog').getByText('Lena Hoffmann').click();
    const until = new Date(Date.now() + 20 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    await hers.frame.getByLabel('Until', { exact: true }).fill(until);
    await said(hers, 'Lena learns that you have 1:1s with Ravi, and nothing of what is in them.');
    await checkAccessible(mayas);
    await hers.frame.getByRole('button', { name: 'Ask', exact: true }).click();
    await said(hers, /Lena Hoffmann, as a stand-in until .* Has not answered yet/);
    await said(
      lenas,
      /Maya Adeyemi asks you to stand in and lead their 1:1s with Ravi Subramanian, until/,
    );
    expect(await lenas.frame.getByText('My next step').count()).toBe(0);
    // What comes while she looks moves nothing that was there; opened again, it comes first.
    const top = async (name: string) =>
      (await lenas.frame.getByRole('button', { name, exact: true }).boundingBox())?.y ?? NaN;
    expect(await top('Look at it')).toBeGreaterThan(await top('Start a 1:1'));
    await lenasPage.reload();
    await said(lenas, /Maya Adeyemi asks you to stand in/);
    expect(await top('Look at it')).toBeLessThan(await top('Start a 1:1'));
  });

  test('begins anew: an introduction of her own, an empty page, and he accepts as usual', async () => {
    await press(lenas, 'Look at it');
    await said(lenas, /and lead their 1:1s with Ravi Subramanian, until/);
    await lenas.frame.getByRole('radio', { name: 'Agree', exact: true }).check();
    await press(lenas, 'Send invitation');
    await lenas.box.waitFor();
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
    const line = (words: string) => his.frame.getByRole('listitem').filter({ hasText: words });
    const taken = (words: string) =>
      line(words).last().getByRole('button', { name: 'Take along' }).click();
    await taken('My next step');
    await said(his, 'Lena can read it.');
    await taken('Maya asks about the budget');
    await said(his, 'Waits for Maya to let it go as well.');
    await open(lenas, 'Brought along');
    await said(lenas, 'Topic, brought along by Ravi');
    expect(await lenas.frame.getByText('budget').count()).toBe(0);
    await press(hers, 'Let it go');
    await said(lenas, 'Maya asks about the budget');
    expect(await lenas.frame.getByText('Something about Tom').count()).toBe(0);
    await press(lenas, 'Put it on the agenda');
    await eventually(() => lenas.frame.locator('li[data-topic]').count(), 1);
  });
});

test('nothing went wrong on any page', () => {
  expect(browser.problems).toEqual([]);
});
