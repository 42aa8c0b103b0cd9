import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { FrameLocator, Page } from 'playwright-core';
import { checkAccessible } from './support/accessible';
import { openApi, type Api } from './support/api';
import { launchBrowser, rapportIn, type Person, type TestBrowser } from './support/browser';
import { eventually } from './support/rapport';
import { moveClock, startServer, type Server } from './support/server';
import { seriesTogether } from './support/setup';
import { listenToWire, type Wire } from './support/wire';

/** After a 1:1 without a call, in the personal app of both: each test goes on where the one before stopped. */
let server: Server;
let browser: TestBrowser;
let api: Api;
let series: string;
let hersAt: Page;
let hisAt: Page;
let hers: FrameLocator;
let his: FrameLocator;
let wire: Wire;

const WORDS = 'In Monday’s review, planted-words, the team went quiet. Ask them first next time.';

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  api = openApi(server);
  // A Tuesday morning, so that working hours are now.
  await moveClock(server, '2026-11-24T10:00:00.000Z');
  series = await seriesTogether(api, 'maya', 'ravi');
  for (const [route, body] of [
    ['startMeeting', { number: 1, endsAt: null }],
    ['finishMeeting', { number: 1, nextAt: null }],
  ] as const) {
    await api.ok('maya', route, { params: { seriesId: series }, key: randomUUID(), body });
  }
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
  wire = listenToWire(ravi.context);
  hersAt = await open(maya, 'maya', 'Ravi Subramanian');
  hisAt = await open(ravi, 'ravi', 'Maya Adeyemi');
  [hers, his] = [rapportIn(hersAt), rapportIn(hisAt)];
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('D6: the check-in', () => {
  const radio = (frame: FrameLocator, group: RegExp, worth: string) =>
    frame.getByRole('radiogroup', { name: group }).getByRole('radio', { name: worth });
  const choose = async (frame: FrameLocator, worth: string): Promise<void> => {
    await frame.getByText('How was your 1:1? 20 seconds').waitFor();
    await radio(frame, /worth the time/, worth).check({ force: true });
  };
  const keep = async (frame: FrameLocator): Promise<void> => {
    await radio(frame, /feel heard/, '5').check({ force: true });
    const share = frame.getByRole('slider', { name: /share of the talking/ });
    // What nobody touched is no answer, though it stands in the middle.
    expect(await share.getAttribute('aria-valuetext')).toBe('Not said yet');
    expect(await frame.getByRole('button', { name: 'Keep my answer' }).isDisabled()).toBe(true);
    await share.press('Space');
    expect(await share.getAttribute('aria-valuetext')).toBe('50 %');
    await frame.getByRole('button', { name: 'Keep my answer' }).click();
  };

  test('takes a few presses, and is each one’s own until both have answered', async () => {
    await checkAccessible(hersAt);
    await choose(hers, '4');
    await keep(hers);
    await hers.getByText(/Only you can see this\. If Ravi answers/).waitFor();
    expect(await wire.text()).not.toContain('"worth":4');
    await choose(his, '2');
    await hisAt.reload();
    await his.getByText('Maya Adeyemi').click();
    await his.getByText('How was your 1:1? 20 seconds').waitFor();
    expect(await radio(his, /worth the time/, '2').isChecked()).toBe(true);
    expect(await his.getByRole('button', { name: 'Keep my answer' }).isDisabled()).toBe(true);
    expect(await hers.locator('main').innerText()).not.toContain('2 of 5');
    await keep(his);
    await eventually(async () => (await hers.locator('main').innerText()).includes('4 of 5'), true);
    await checkAccessible(hisAt);
  });
});

describe('B2, B4: giving feedback', () => {
  test('criticism is brought to the next 1:1 unless one says otherwise, and the marks fill', async () => {
    await hers.getByRole('button', { name: 'Give feedback' }).click();
    await hers.getByRole('radio', { name: 'Criticism' }).check({ force: true });
    await hers.getByLabel('What would you like to tell Ravi?').fill(WORDS);
    expect(await hers.getByRole('radio', { name: /Bring it to our next 1:1/ }).isChecked()).toBe(
      true,
    );
    await hers
      .getByText(/Alternative/)
      .first()
      .waitFor();
    await checkAccessible(hersAt);
  });

  test('sent, it reaches his browser without its words', async () => {
    await hers.getByRole('radio', { name: /Send it/ }).check({ force: true });
    await hers.getByRole('button', { name: 'Give it' }).click();
    await his.getByText('Maya wrote something for you.').waitFor();
    await checkAccessible(hisAt);
    expect(await wire.text()).not.toContain('planted-words');
  });

  test('is taken back until it was opened', async () => {
    await hers.getByRole('button', { name: 'Take it back' }).click();
    await eventually(() => his.getByText('Maya wrote something for you.').count(), 0);
    expect(await wire.text()).not.toContain('planted-words');
    await hers.getByRole('button', { name: 'Give feedback' }).click();
    await hers.getByLabel('What would you like to tell Ravi?').fill(WORDS);
    await hers.getByRole('radio', { name: 'Criticism' }).check({ force: true });
    await hers.getByRole('radio', { name: /Send it/ }).check({ force: true });
    await hers.getByRole('button', { name: 'Give it' }).click();
    await his.getByText('Maya wrote something for you.').waitFor();
  });
});

describe('B5, B1: receiving it', () => {
  test('he reads it when he wants to, with the full advice the first time', async () => {
    await his.getByRole('button', { name: 'Read it now' }).click();
    await his.getByText('planted-words').first().waitFor();
    await his.getByText(/Try not to argue it away/).waitFor();
    await checkAccessible(hisAt);
  });

  test('"I will try this" becomes a promise of his; she sees the answer, he closes the loop', async () => {
    await his.getByText('I will try this').click();
    await his.getByLabel('What will you try?').fill('Ask the team first');
    await his.getByRole('button', { name: 'Send answer' }).click();
    await hers.getByText('Ask the team first').first().waitFor({ state: 'attached' });
    await eventually(async () => {
      const { json } = await api.ok('ravi', 'getSeries', { params: { seriesId: series } });
      return json.actions.map(({ text, owner }: { text: string; owner: string }) => [text, owner]);
    }, [['Ask the team first', 'report']]);
    await his.getByRole('button', { name: /^Close: / }).click();
    await eventually(async () => {
      const { json } = await api.ok('maya', 'getSeries', { params: { seriesId: series } });
      return json.loops;
    }, []);
    await checkAccessible(hersAt);
  });
});

test('B1: what has no answer is brought back in the next meeting', async () => {
  const id = randomUUID();
  const params = { seriesId: series };
  const body = { id, text: 'Another piece of it', kind: 'praise' };
  await api.ok('maya', 'addPrivateFeedback', { params, key: randomUUID(), body });
  const delivery = { how: 'send', at: '2026-11-24T10:00:00.000Z' };
  const given = { params: { ...params, lineId: id }, key: randomUUID(), body: { delivery } };
  await api.ok('maya', 'giveFeedback', given);
  for (const [route, more] of [
    ['startMeeting', { endsAt: null }],
    ['finishMeeting', { nextAt: null }],
  ] as const) {
    await api.ok('maya', route, { params, key: randomUUID(), body: { number: 2, ...more } });
  }
  for (const [page, other] of [
    [hisAt, 'Maya Adeyemi'],
    [hersAt, 'Ravi Subramanian'],
  ] as const) {
    await page.reload();
    await rapportIn(page).getByText(other).click();
    await eventually(
      () =>
        rapportIn(page)
          .getByText(/wrote.*has no answer yet/)
          .count(),
      1,
    );
  }
});

test('A9: who writes when the other one begins the next 1:1 keeps their box, their words and the focus', async () => {
  await his.getByRole('button', { name: 'Give feedback' }).click();
  const box = his.getByLabel('What would you like to tell Maya?');
  await box.fill('Half a sentence');
  const params = { seriesId: series };
  const body = { number: 3, endsAt: null };
  await api.ok('maya', 'startMeeting', { params, key: randomUUID(), body });
  await his.getByRole('button', { name: 'Wrap up' }).waitFor();
  expect(await box.inputValue()).toBe('Half a sentence');
  expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('nothing went wrong on any page', () => {
  expect(browser.problems).toEqual([]);
});
