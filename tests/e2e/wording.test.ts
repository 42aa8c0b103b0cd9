import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { FrameLocator, Page } from 'playwright-core';
import { checkAccessible } from './support/accessible';
import { openApi, type Api } from './support/api';
import { launchBrowser, rapportIn, type Person, type TestBrowser } from './support/browser';
import { eventually } from './support/rapport';
import { moveClock, startServer, type Server } from './support/server';
import { seriesTogether, writeTopic } from './support/setup';

/** Words about words, in the personal app of both: each test goes on where the one before stopped. */
let server: Server;
let browser: TestBrowser;
let api: Api;
let series: string;
let hersAt: Page;
let hers: FrameLocator;
let hisAt: Page;
let his: FrameLocator;
/** What her browser has sent to the api, as it went over the wire. */
const sent: { readonly path: string; readonly body: string }[] = [];

const HARSH = 'You never listen. On Monday I said the date three times.';
const label = (name: string) => `What would you like to tell ${name}?`;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  api = openApi(server);
  // A Tuesday morning, so that working hours are now.
  await moveClock(server, '2026-11-24T10:00:00.000Z');
  series = await seriesTogether(api, 'maya', 'ravi');
  const open = async (person: Person, name: string, other: string): Promise<Page> => {
    const page = await person.open({ view: 'app', person: name });
    await rapportIn(page).getByText(other).click();
    await rapportIn(page).getByLabel('New topic').waitFor();
    return page;
  };
  const options = { timezoneId: 'UTC' };
  const [maya, ravi] = await Promise.all([
    browser.person(server, options),
    browser.person(server, options),
  ]);
  maya.context.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    if (path.startsWith('/api/')) sent.push({ path, body: request.postData() ?? '' });
  });
  hersAt = await open(maya, 'maya', 'Ravi Subramanian');
  hers = rapportIn(hersAt);
  hisAt = await open(ravi, 'ravi', 'Maya Adeyemi');
  his = rapportIn(hisAt);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const button = (frame: FrameLocator, name: string) =>
  frame.getByRole('button', { name, exact: true });
/** Of one of several alike: its name goes on with what it is about. */
const buttonOf = (frame: FrameLocator, name: string, about: string) =>
  button(frame, `${name}: ${about}`);
const begin = async (frame: FrameLocator, to: string, kind: string, words: string) => {
  await button(frame, 'Give feedback').click();
  await frame.getByRole('radio', { name: kind }).check({ force: true });
  await frame.getByLabel(label(to)).fill(words);
  await frame.getByRole('radio', { name: /Send it/ }).check({ force: true });
};

describe('B4: wording help', () => {
  test('says nothing about praise', async () => {
    await begin(hers, 'Ravi', 'Praise', 'You are always on time, thank you.');
    expect(await button(hers, 'Check my wording').count()).toBe(0);
    await button(hers, 'Give it').click();
    await his.getByText('Maya wrote something for you.').waitFor();
  });

  test('when asked: one hint at a time, at the exact words, and back to them', async () => {
    await begin(hers, 'Ravi', 'Criticism', 'You are lazy. You never listen.');
    await button(hers, 'Check my wording').click();
    const hint = hers.getByRole('region', { name: 'About your wording' });
    await hint.getByText('You are lazy').waitFor();
    expect(await hint.getByText('never').count()).toBe(0);
    await checkAccessible(hersAt);
    await button(hers, 'Next hint').click();
    await hint.getByText('never').waitFor();
    await button(hers, 'Change it').click();
    const marked = await hers.getByLabel(label('Ravi')).evaluate((box) => {
      const { value, selectionStart, selectionEnd } = box as HTMLTextAreaElement;
      return value.slice(selectionStart, selectionEnd);
    });
    expect(marked).toBe('never');
    await eventually(() => hint.count(), 0);
  });

  test('once before it is given, never in its way, and not again', async () => {
    await button(hers, 'Keep as a draft').click();
    await begin(hers, 'Ravi', 'Criticism', HARSH);
    await button(hers, 'Give it').click();
    const hint = hers.getByRole('region', { name: 'About your wording' });
    await hint.getByText('never').waitFor();
    await hers.getByLabel(label('Ravi')).fill(`${HARSH} Never.`);
    await eventually(() => hint.count(), 0);
    await button(hers, 'Give it').click();
    // One thing at a time, the others behind one line.
    const more = his.getByRole('button', { name: 'One more thing waits for you' });
    await more.waitFor();
    expect(await his.getByText('Maya wrote something for you.').count()).toBe(1);
    await more.click();
    await checkAccessible(hisAt);
    await eventually(() => his.getByText('Maya wrote something for you.').count(), 2);
  });

  test('nothing about it goes over the wire', () => {
    const writes = sent.filter(({ path }) => path.includes('private-feedback'));
    const keys = new Set(writes.flatMap(({ body }) => Object.keys(JSON.parse(body || '{}'))));
    expect(writes.length).toBeGreaterThan(3);
    expect([...keys].toSorted((one, other) => one.localeCompare(other))).toEqual([
      'about',
      'askedFor',
      'delivery',
      'id',
      'kind',
      'text',
      'version',
    ]);
    expect(
      sent.map(({ path }) => path).filter((path) => /wording|hint|check-?ed/i.test(path)),
    ).toEqual([]);
  });
});

describe('B3: the ladder', () => {
  const SAYS = /You two are still new to this/;

  test('offers the manager a beginning about one piece of work, and the way back', async () => {
    await begin(hers, 'Ravi', 'Criticism', 'You decide everything alone. We lost a day.');
    await hers.getByText(SAYS).waitFor();
    await checkAccessible(hersAt);
    await button(hers, 'Start from a piece of work').click();
    const box = hers.getByLabel(label('Ravi'));
    expect(await box.inputValue()).toContain('which piece of work?');
    expect(await box.inputValue()).toContain('We lost a day.');
    expect(await hers.getByRole('radio', { name: 'A piece of work' }).isChecked()).toBe(true);
    await button(hers, 'Back to my words').click();
    expect(await box.inputValue()).toBe('You decide everything alone. We lost a day.');
    expect(await hers.getByText(SAYS).count()).toBe(0);
    await button(hers, 'Keep as a draft').click();
  });

  test('says nothing to the report', async () => {
    await begin(his, 'Maya', 'Criticism', 'You decide everything alone. We lost a day.');
    await his.getByRole('radio', { name: 'How we deal with each other' }).waitFor();
    expect(await his.getByText(SAYS).count()).toBe(0);
    await button(his, 'Keep as a draft').click();
  });
});

describe('A3: not a status report', () => {
  const READS = /reads like an update/;

  test('a quiet hint for its author alone, with two other ways to ask it, once', async () => {
    await writeTopic(api, 'ravi', series, 'Shipped the March newsletter');
    await writeTopic(api, 'ravi', series, 'Invoices for October are out');
    await his.getByText(READS).click();
    expect(await his.getByText(READS).count()).toBe(1);
    await checkAccessible(hisAt);
    await button(his, 'Shipped the March newsletter: what would you do next?').click();
    await hers.getByText('newsletter: what would you do next?').waitFor();
    expect(await hers.getByText(READS).count()).toBe(0);
    // The next one, one at a time.
    await his.getByText(READS).click();
    await buttonOf(his, 'Leave it as it is', 'Invoices for October are out').click();
    await eventually(() => his.getByText(READS).count(), 0);
    await hisAt.reload();
    await his.getByText('Maya Adeyemi').click();
    await writeTopic(api, 'ravi', series, 'Migration 80 % done');
    const row = his.locator('li[data-topic]').filter({ hasText: READS });
    await row.filter({ hasText: 'Migration 80 % done' }).waitFor();
    expect(await row.count()).toBe(1);
  });
});

describe('A7: asking for feedback on something', () => {
  const SAYS = /You two are still new to this/;

  test('one line, which waits with the other one; withdrawn and undone', async () => {
    await button(his, 'Ask for feedback on something').press('Enter');
    await his.getByLabel('What would you like feedback on?').fill('how I ran the retro');
    await checkAccessible(hisAt);
    await button(his, 'Ask Maya').click();
    await hers.getByText('Ravi would like feedback on').waitFor();
    await buttonOf(his, 'Withdraw', 'how I ran the retro').click();
    await eventually(() => hers.getByText('Ravi would like feedback on').count(), 0);
    await his.getByText('Withdrawn.').locator('..').getByRole('button', { name: 'Undo' }).click();
    await hers.getByText('how I ran the retro').waitFor();
    await checkAccessible(hersAt);
  });

  test('answered with feedback about it, which the ladder leaves alone', async () => {
    await buttonOf(hers, 'Write something', 'how I ran the retro').click();
    await hers.getByText('Ravi asked for feedback on:').waitFor();
    await hers.getByRole('radio', { name: 'Criticism' }).check({ force: true });
    await hers
      .getByLabel(label('Ravi'))
      .fill('You answered for the others, so they said little. Wait a little next time.');
    await hers.getByRole('radio', { name: 'How we deal with each other' }).check({ force: true });
    await hers.getByRole('radio', { name: /Send it/ }).check({ force: true });
    expect(await hers.getByText(SAYS).count()).toBe(0);
    await button(hers, 'Give it').click();
    await button(his, '2 more things wait for you').click();
    await eventually(() => his.getByText('Maya wrote something for you.').count(), 3);
    const asked = his
      .getByRole('region')
      .filter({ hasText: 'You had asked for feedback on: how I' });
    await asked.last().getByRole('button', { name: 'Read it now' }).click();
    await asked.last().getByText('You answered for the others').waitFor();
    expect(await hers.getByText('Ravi would like feedback on').count()).toBe(0);
  });
});

test('A9: none of it in a meeting', async () => {
  await api.ok('maya', 'startMeeting', {
    params: { seriesId: series },
    key: randomUUID(),
    body: { number: 1, endsAt: null },
  });
  await eventually(() => button(hers, 'Give feedback').count(), 0);
  const shown = his.getByText(/reads like an update/).filter({ visible: true });
  await eventually(() => shown.count(), 0);
  expect(await hers.getByText(/still new to this|Check my wording/).count()).toBe(0);
});
