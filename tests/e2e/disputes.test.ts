import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import coaching from '../../tab/coaching/en.json';
import { checkAccessible } from './support/accessible';
import { openApi, type Api } from './support/api';
import { launchBrowser, type Person, type TestBrowser } from './support/browser';
import { happeningsIn, watchLightHand } from './support/lightHand';
import { eventually, useRapport, type Rapport } from './support/rapport';
import { moveClock, startServer, type Server } from './support/server';
import { seriesTogether } from './support/setup';

/** What somebody said, and what the other one makes of it: each test goes on where the one before stopped. */
let server: Server;
let browser: TestBrowser;
let ravi: Person;
let api: Api;
let params: { seriesId: string };
let hersAt: Page;
let hisAt: Page;
let hers: Rapport;
let his: Rapport;

const [topic, note, promise] = [randomUUID(), randomUUID(), randomUUID()];
const TOPIC = 'The on-call plan';
const QUESTIONS: readonly string[] = Object.values(coaching);
/** What each browser was sent, whoever sent it: words, scripts, files. */
const given = { maya: [] as Promise<string>[], ravi: [] as Promise<string>[] };
/** Writes to a series that her browser has sent. */
const written: string[] = [];

const clock = (at: string) => moveClock(server, at);
const listen = ({ context }: Person, to: Promise<string>[]): void =>
  void context.on('response', (response) => to.push(response.text().catch(() => '')));
const says = (person: string, route: string, body: object, lineId?: string): Promise<unknown> =>
  api.ok(person, route, {
    params: { ...params, ...(lineId === undefined ? {} : { lineId }) },
    key: randomUUID(),
    body,
  });

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  api = openApi(server);
  await clock('2026-03-02T10:00:00.000Z');
  params = { seriesId: await seriesTogether(api, 'maya', 'ravi') };
  await says('ravi', 'addTopic', { id: topic, text: TOPIC });
  const [first, second] = [randomUUID(), randomUUID()];
  const send = (route: string, key: string, body: object, more = {}) =>
    api.ok('maya', route, { params: { ...params, ...more }, key, body });
  await send('addNote', first, { id: note, text: 'Ravi takes every weekend', topic });
  const owner = { owner: 'report', due: null };
  await send('addAction', second, { id: promise, text: 'Write the rota', ...owner });
  await clock('2026-03-03T10:00:00.000Z');
  const edit = { text: 'Ravi takes the weekends in May', version: first };
  await send('editNote', randomUUID(), edit, { lineId: note });
  const [maya, other] = await Promise.all([browser.person(server), browser.person(server)]);
  ravi = other;
  await Promise.all([maya, ravi].map(({ context }) => watchLightHand(context)));
  listen(maya, given.maya);
  listen(ravi, given.ravi);
  maya.context.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (request.method() !== 'GET' && pathname.startsWith('/api/series/')) written.push(pathname);
  });
  hersAt = await maya.open({ view: 'meeting', person: 'maya' });
  await hersAt.getByRole('button', { name: 'Add Rapport to this meeting' }).click();
  hers = useRapport(hersAt);
  await hers.frame.getByRole('button', { name: /Ravi Subramanian/ }).click();
  await hers.box.waitFor();
  hisAt = await ravi.open({ view: 'meeting', person: 'ravi' });
  his = useRapport(hisAt);
  await his.box.waitFor();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const talk = ({ frame }: Rapport) =>
  frame.getByRole('button', { name: `Talk about: ${TOPIC}` }).click();
const notes = ({ frame }: Rapport) => frame.getByRole('group', { name: 'Notes on this topic' });

describe('E2: words that both read', () => {
  test('what a note said before is one press away, with its time', async () => {
    await Promise.all([talk(hers), talk(his)]);
    const changed = notes(his).getByRole('button', { name: /^Changed on 3 March, earlier words/ });
    await changed.press('Enter');
    await notes(his).getByText('Ravi takes every weekend').waitFor();
    expect(
      await notes(his)
        .getByText(/^Monday.*2 March/)
        .isVisible(),
    ).toBe(true);
    await changed.press('Enter');
    await notes(his).getByText('Ravi takes every weekend').waitFor({ state: 'detached' });
  });

  test('one says that one sees it differently, by keyboard; the other one reads it, and no row moves', async () => {
    await happeningsIn(hersAt);
    const say = notes(his).getByRole('button', { name: /^I see it differently: Ravi takes/ });
    await say.press('Enter');
    await hisAt.keyboard.type('Two of them in May');
    await checkAccessible(hisAt);
    await hisAt.keyboard.press('Enter');
    await notes(his).getByText('You see it differently, 3 March:').waitFor();
    await eventually(() => say.evaluate((button) => button === document.activeElement), true);
    await notes(hers).getByText('Two of them in May').waitFor();
    expect(await happeningsIn(hersAt)).toEqual([]);
    // Her own line has no such button, and his has no way to change her words.
    expect(
      await notes(hers)
        .getByRole('button', { name: /^I see it/ })
        .count(),
    ).toBe(0);
    expect(await notes(his).getByRole('button', { name: /^Edit/ }).count()).toBe(0);
  });

  test('changed words leave what was said about the ones before', async () => {
    await notes(hers).getByRole('button', { name: /^Edit/ }).click();
    await hers.frame.getByLabel('Change this note').fill('Nobody said anything about weekends');
    await hers.frame.getByLabel('Change this note').press('Enter');
    const about = notes(his).getByText(/^Said about the earlier words:/);
    await about.waitFor();
    expect(await about.innerText()).toContain('“Ravi takes the weekends in May”');
  });

  test('D10: without a connection it is kept, sent once, and "Undo" takes it back', async () => {
    await his.frame.locator('summary').filter({ hasText: 'promise' }).first().click();
    await ravi.context.setOffline(true);
    const row = his.frame.getByRole('list', { name: 'Promises' });
    await row.getByRole('button', { name: 'I see it differently: Write the rota' }).click();
    await his.frame.getByRole('button', { name: 'I see it differently', exact: true }).click();
    await row.getByText('You see it differently').waitFor();
    await ravi.context.setOffline(false);
    const disputed = async (): Promise<unknown> => {
      const { json } = await api.ok('maya', 'getSeries', { params });
      return json.actions[0].dispute?.text;
    };
    await eventually(disputed, null);
    await his.frame.getByRole('button', { name: /^Undo/ }).first().click();
    await eventually(disputed, undefined);
  });
});

describe('A6: coaching', () => {
  const question = () => hers.frame.locator('p[aria-live]').filter({ hasText: '?' });

  test('the manager unfolds one question at a time; nothing of it is sent, none comes twice', async () => {
    const before = written.length;
    await hers.frame.locator('summary').filter({ hasText: 'A question instead' }).click();
    const shown = new Set<string>();
    for (let n = 0; n < 4; n += 1) {
      await question().waitFor();
      shown.add(await question().innerText());
      if (n === 0) await checkAccessible(hersAt);
      await hers.frame.getByRole('button', { name: 'Another one' }).click();
    }
    expect(shown.size).toBe(4);
    for (const text of shown) expect(QUESTIONS).toContain(text);
    expect(written.slice(before)).toEqual([]);
  });

  test('the report has nothing of it: not on the screen, not in anything that reached their browser', async () => {
    expect(await his.frame.getByText('A question instead').count()).toBe(0);
    const all = (await Promise.all(given.ravi)).join('\n');
    expect(all).toContain(TOPIC);
    for (const text of QUESTIONS) expect(all).not.toContain(text);
    expect((await Promise.all(given.maya)).join('\n')).toContain(QUESTIONS[0]);
  });

  test('an action out of the topic starts with the report, and either moves it in one press', async () => {
    await hers.frame.getByRole('button', { name: 'Promise', exact: true }).first().click();
    await hers.frame.getByLabel('Promise', { exact: true }).fill('Ask two others');
    expect(await hers.frame.getByRole('radio', { name: 'Ravi', exact: true }).isChecked()).toBe(
      true,
    );
    await hers.frame.getByLabel('Promise', { exact: true }).press('Enter');
    await hers.frame.locator('summary').filter({ hasText: '2 promises' }).click();
    await hers.frame.getByRole('button', { name: 'Take it: Ask two others' }).click();
    await eventually(async () => {
      const { json } = await api.ok('ravi', 'getSeries', { params });
      return json.actions.map(({ owner }: { owner: string }) => owner);
    }, ['report', 'manager']);
  });
});

test('E2: what was said, before and about it, stays with the meeting for both', async () => {
  await says('maya', 'discussTopic', { discussed: true }, topic);
  await says('maya', 'finishMeeting', { number: 1, nextAt: null });
  const page = await ravi.open({ view: 'app', person: 'ravi' });
  const { frame } = useRapport(page);
  await frame.getByText('Maya Adeyemi').first().click();
  await frame.locator('summary').filter({ hasText: 'Past meetings' }).click();
  await frame.locator('summary').filter({ hasText: '1st 1:1' }).click();
  await frame.getByText('Nobody said anything about weekends').waitFor();
  await frame.getByText('Two of them in May').waitFor();
  await frame.getByRole('button', { name: /^Changed on/ }).click();
  await frame.getByText('Ravi takes every weekend').waitFor();
  await checkAccessible(page);
});

test('nothing went wrong on any page', () => {
  expect(browser.problems).toEqual([]);
});
