import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { BrowserContext, FrameLocator, Page } from 'playwright-core';
import { checkAccessible } from './support/accessible';
import { openApi, type Api } from './support/api';
import { launchBrowser, rapportIn, type TestBrowser } from './support/browser';
import { eventually } from './support/rapport';
import { startServer, type Server } from './support/server';
import { seriesTogether } from './support/setup';
import { listenToWire, type Wire } from './support/wire';

/** Who talked how much in the last 1:1: each test goes on where the one before stopped. */
let server: Server;
let browser: TestBrowser;
let api: Api;
let seriesId: string;
let hersAt: Page;
let hisAt: Page;
let hers: FrameLocator;
let his: FrameLocator;
let wire: Wire;
/** Everything that the two browsers have sent to anybody, of whatever kind. */
const sent: string[] = [];

/** Stands in all that is said, in the names of all who speak, and in the file's name. */
const MARK = 'qvxsaid';
const cue = (from: string, to: string, speaker: string): string =>
  `${randomUUID()}/7-0\n${from} --> ${to}\n<v ${speaker}>words ${MARK} words</v>\n`;
const TRANSCRIPT = [
  'WEBVTT\n',
  cue('00:00:00.000', '00:01:00.000', 'Maya Adeyemi'),
  cue('00:01:05.000', '00:01:25.000', `Subramanian, Ravi (EXT ${MARK})`),
  cue('00:01:30.000', '00:03:10.000', `Meeting Room ${MARK}`),
].join('\n');

function hear(context: BrowserContext): void {
  context.on('request', (request) => {
    const { url, headers, body } = {
      url: request.url(),
      headers: JSON.stringify(request.headers()),
      body: request.postDataBuffer()?.toString('utf8') ?? '',
    };
    sent.push(`${decodeURIComponent(url)} ${headers} ${body}`);
  });
  context.on('page', (page) =>
    page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => sent.push(payload.toString())),
    ),
  );
}

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  api = openApi(server);
  seriesId = await seriesTogether(api, 'maya', 'ravi');
  const does = (who: string, route: string, body: object, more: object = {}) =>
    api.ok(who, route, { params: { seriesId, ...more }, key: randomUUID(), body });
  for (const who of ['ravi', 'ravi', 'maya']) {
    const id = randomUUID();
    await does(who, 'addTopic', { id, text: 'a topic' });
    await does(who, 'discussTopic', { discussed: true }, { lineId: id });
  }
  await does('maya', 'startMeeting', { number: 1, endsAt: null });
  await does('maya', 'finishMeeting', { number: 1, nextAt: null });
  const [maya, ravi] = await Promise.all([
    browser.person(server, { viewport: { width: 1100, height: 900 } }),
    browser.person(server, { viewport: { width: 320, height: 900 } }),
  ]);
  wire = listenToWire(ravi.context);
  for (const { context } of [maya, ravi]) hear(context);
  const open = async (person: typeof maya, name: string, other: string): Promise<Page> => {
    const page = await person.open({ view: 'app', person: name });
    await rapportIn(page).getByText(other).click();
    await rapportIn(page).getByText('Who talks how much').click();
    return page;
  };
  [hersAt, hisAt] = await Promise.all([
    open(maya, 'maya', 'Ravi Subramanian'),
    open(ravi, 'ravi', 'Maya Adeyemi'),
  ]);
  [hers, his] = [rapportIn(hersAt), rapportIn(hisAt)];
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const drop = (text: string): Promise<void> =>
  hers.getByText('Drop the .vtt file here, or').evaluate(
    (zone, [words = '', name = '']) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([words], name));
      zone.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    [text, `${MARK}.vtt`],
  );

test('A8: who raised the topics is told to both, and what is no transcript is said plainly', async () => {
  await hers.getByText('Topics you talked about: 1 raised by you, 2 by Ravi.').waitFor();
  await his.getByText('Topics you talked about: 2 raised by you, 1 by Maya.').waitFor();
  await drop('1\n00:00:01,000 --> 00:00:02,000\nHello');
  await hers.getByText('This is a subtitle file (.srt).').waitFor();
  expect(await hers.getByText('Who is who in this transcript?').count()).toBe(0);
});

test('A8: a dropped transcript is measured, and a speaker put right by hand', async () => {
  await drop(TRANSCRIPT);
  await hers
    .getByText('Of what the two of you said, about 25 % was Ravi’s and 75 % yours.')
    .waitFor();
  await hers.getByText('Others spoke for 1 min 40 s; that is not part of it.').waitFor();
  await hers.getByLabel(new RegExp(`^Meeting Room ${MARK}`)).selectOption('Ravi');
  const share = 'Of what the two of you said, about 67 % was Ravi’s and 33 % yours.';
  await hers.getByRole('img', { name: share }).waitFor();
  // Ravi's was longer.
  await hers.getByText('The longest you spoke in one go: 1 min.').waitFor();
  expect(await hers.getByText('in one go').count()).toBe(1);
  await checkAccessible(hersAt);
});

test('A8: one keeps it alone: the other one sees nothing of it, nor does their browser', async () => {
  await hers.getByRole('button', { name: 'Keep for both of us' }).click();
  await hers
    .getByText('You would keep: 67 % of the talking was Ravi’s. Only you can see this')
    .waitFor();
  // Said where it was pressed too: the line above may be out of sight.
  await hers
    .getByRole('region', { name: /transcript/ })
    .getByText(/^Noted\./)
    .waitFor();
  await hisAt.reload();
  await his.getByText('Maya Adeyemi').click();
  await his.getByText('Who talks how much').click();
  await his.getByText('Topics you talked about: 2 raised by you').waitFor();
  expect(await his.getByText(/67|You both kept it|would keep/).count()).toBe(0);
  const told = await wire.text();
  expect(told).toContain('"topics":{"manager":1,"report":2}');
  expect(told).not.toMatch(/"share":67|"report":67|"manager":67/);
});

test('A8: he keeps it too, unseen: both see it, at once and without a look for it', async () => {
  await his.getByText('No file?').click();
  await his.getByRole('button', { name: 'Keep Maya’s number' }).click();
  await his
    .getByText('Your share of the talking, from a transcript: about 67 %. You both kept it.')
    .waitFor();
  await hers
    .getByText('Ravi’s share of the talking, from a transcript: about 67 %. You both kept it.')
    .waitFor();
  expect(await hers.getByRole('button', { name: 'Keep for both of us' }).count()).toBe(0);
  await checkAccessible(hisAt);
});

test('A8: either removes it for both; what was measured is thrown away', async () => {
  await his.getByRole('button', { name: 'Remove' }).click();
  await his.getByText('It is gone for Maya too then.').waitFor();
  await his.getByRole('button', { name: 'Remove for both' }).click();
  for (const one of [his, hers]) {
    await eventually(() => one.getByText('You both kept it').count(), 0);
  }
  await hers.getByRole('button', { name: 'Throw the transcript away' }).click();
  expect(await hers.getByText(MARK).count()).toBe(0);
});

test('A8: nothing of the transcript is in anything that was sent, nor kept on the device', async () => {
  expect(sent.length).toBeGreaterThan(20);
  expect(sent.some((one) => one.includes('talk-share'))).toBe(true);
  expect(sent.filter((one) => one.toLowerCase().includes(MARK))).toEqual([]);
  const frame = hersAt.frames().find((one) => one.url().includes('127.0.0.1'));
  const kept = await frame?.evaluate(async () => {
    const stores = [localStorage, sessionStorage].map((store) => Object.entries(store));
    return JSON.stringify([stores, await indexedDB.databases()]);
  });
  expect(kept).toContain('[');
  expect(kept).not.toContain(MARK);
});

test('A9: in a meeting there is nothing of it', async () => {
  const body = { number: 2, endsAt: null };
  await api.ok('ravi', 'startMeeting', { params: { seriesId }, key: randomUUID(), body });
  await eventually(() => hers.getByText('Who talks how much').count(), 0);
  expect(browser.problems).toEqual([]);
});
