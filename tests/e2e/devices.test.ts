import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { checkAccessible } from './support/accessible';
import { openApi, type Api } from './support/api';
import { launchBrowser, rapportIn, type Person, type TestBrowser } from './support/browser';
import { eventually } from './support/rapport';
import { moveClock, startServer, type Server } from './support/server';
import { seriesTogether } from './support/setup';
import { listenToWire } from './support/wire';

/** Ravi's laptop, and a phone that signs in as him. */
let server: Server;
let browser: TestBrowser;
let api: Api;
let laptop: Person;
let phone: Person;
let home: Page;

const PHONE = 'Mozilla/5.0 (Linux; Android 14) Chrome/120.0.0.0 Mobile Safari/537.36';

const clock = (at: string) => moveClock(server, at);
const told = async (): Promise<number> => (await api.ok('ravi', 'getHome')).json.devices.length;
const asks = (frame: FrameLocator) => frame.getByText(/Was that you\?/);

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  api = openApi(server);
  await seriesTogether(api, 'maya', 'ravi');
  [laptop, phone] = await Promise.all([
    browser.person(server),
    browser.person(server, { userAgent: PHONE, viewport: { width: 320, height: 700 } }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('E7: a first device is told, and asked about nowhere', async () => {
  await clock('2026-05-01T10:00:00.000Z');
  home = await laptop.open({ view: 'app', person: 'ravi' });
  await rapportIn(home).getByText('Maya Adeyemi').first().waitFor();
  await eventually(told, 1);
  await home.reload();
  await rapportIn(home).getByText('Maya Adeyemi').first().waitFor();
  expect(await asks(rapportIn(home)).count()).toBe(0);
  expect(await told()).toBe(1);
});

test('E7: a new one is told to the others, once, with what can be done and what cannot', async () => {
  await clock('2026-05-03T10:00:00.000Z');
  const stranger = await phone.open({ view: 'app', person: 'ravi' });
  await eventually(told, 2);
  await stranger.reload();
  await rapportIn(stranger).getByText('Maya Adeyemi').first().waitFor();
  expect(await asks(rapportIn(stranger)).count()).toBe(0);
  await home.reload();
  const frame = rapportIn(home);
  await asks(frame).waitFor();
  expect(await asks(frame).innerText()).toBe(
    'Rapport was opened on a new device on 3 May: Teams on an Android phone or tablet, Chrome. ' +
      'Was that you?',
  );
  await frame.getByRole('button', { name: 'What can I do?' }).press('Enter');
  await frame.getByText(/Rapport cannot sign anybody out/).waitFor();
  expect(await frame.getByRole('link', { name: /account page/ }).getAttribute('href')).toMatch(
    /^https:/,
  );
  await checkAccessible(home);
  await frame.getByRole('button', { name: 'I have seen it' }).click();
  await asks(frame).waitFor({ state: 'detached' });
  await home.reload();
  await frame.getByText('Maya Adeyemi').first().waitFor();
  expect(await asks(frame).count()).toBe(0);
});

test('E7: the other one of the pair gets none of it', async () => {
  const maya = await browser.person(server);
  const wire = listenToWire(maya.context);
  const page = await maya.open({ view: 'app', person: 'maya' });
  await rapportIn(page).getByText('Ravi Subramanian').first().click();
  await rapportIn(page).getByLabel('New topic').waitFor();
  const { devices } = (await api.ok('ravi', 'getHome')).json;
  expect(devices).toHaveLength(2);
  const received = await wire.text();
  for (const { id } of devices) expect(received).not.toContain(id);
  expect(received).not.toContain('android');
});

test('nothing went wrong on any page', () => {
  expect(browser.problems).toEqual([]);
});
