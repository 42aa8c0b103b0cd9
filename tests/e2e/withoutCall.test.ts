import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { checkAccessible } from './support/accessible';
import { openApi, type Api } from './support/api';
import { launchBrowser, rapportIn, type Person, type TestBrowser } from './support/browser';
import { happeningsIn, watchLightHand } from './support/lightHand';
import { eventually, useRapport, type Rapport } from './support/rapport';
import { startServer, type Server } from './support/server';
import { seriesTogether, writeTopic } from './support/setup';

/** Where the program of a 1:1's end is fetched from. */
const END = /\/WrapUp-[^/]*\.js$/;

/** A 1:1 by phone, from the tab in their chat; Ravi also has it open on a second device. */
let server: Server;
let browser: TestBrowser;
let ravi: Person;
let hersAt: Page;
let chat: Page;
let hers: Rapport;
let his: Rapport;
let phone: Rapport;
let api: Api;
let series: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  api = openApi(server);
  series = await seriesTogether(api, 'maya', 'ravi');
  await writeTopic(api, 'ravi', series, 'The on-call plan');
  await writeTopic(api, 'maya', series, 'Your first quarter');
  await writeTopic(api, 'maya', series, 'Shipped the March newsletter');
  const team = await seriesTogether(api, 'ravi', 'nia');
  await writeTopic(api, 'nia', team, 'planted-of-nia');
  const [maya, first, second] = await Promise.all([
    browser.person(server),
    browser.person(server),
    browser.person(server, { viewport: { width: 390, height: 800 } }),
  ]);
  ravi = first;
  await watchLightHand(maya.context);
  hersAt = await maya.open({ view: 'app', person: 'maya' });
  await rapportIn(hersAt).getByText('Ravi Subramanian').click();
  hers = useRapport(hersAt);
  chat = await first.open({ view: 'chat', person: 'ravi' });
  await chat.getByText('Maya Adeyemi').first().click();
  await chat.getByRole('button', { name: 'Add to this chat' }).click();
  await chat.getByRole('button', { name: 'Add', exact: true }).click();
  await chat.getByRole('tab', { name: 'Rapport' }).click();
  his = useRapport(chat);
  const small = await second.open({ view: 'app', person: 'ravi' });
  phone = useRapport(small);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('D9: home keeps the 1:1s he leads and his own apart, and nothing crosses', async () => {
  const lead = phone.frame.getByRole('region', { name: '1:1s I lead' });
  const mine = phone.frame.getByRole('region', { name: 'My 1:1s' });
  await lead.getByText('Nia Mokoena').waitFor();
  expect(await lead.getByText('Maya Adeyemi').count()).toBe(0);
  expect(await mine.getByText('Nia Mokoena').count()).toBe(0);
  await mine.getByText('Maya Adeyemi').click();
  await phone.box.waitFor();
  expect(await phone.frame.locator('body').innerText()).not.toContain('planted-of-nia');
});

describe('D9: a meeting without a call', () => {
  const talk = /Talk about: The on-call plan/;
  const shownTo = ({ frame }: Rapport, count: number): Promise<void> =>
    eventually(
      () =>
        frame
          .getByText(/how I ran the retro|reads like an update/)
          .filter({ visible: true })
          .count(),
      count,
    );

  test('C4: days before it a topic is unfolded and written on, and nothing begins by that', async () => {
    await his.box.waitFor();
    await his.frame.getByRole('button', { name: talk }).click();
    const note = his.frame.getByLabel('Note', { exact: true });
    await note.fill('Written days before');
    await note.press('Enter');
    await his.frame.getByText('Written days before').waitFor();
    await his.frame.getByRole('button', { name: /The on-call plan/, expanded: true }).click();
    await eventually(async () => {
      const { json } = await api.ok('ravi', 'getSeries', { params: { seriesId: series } });
      return [json.meeting.state, json.notes.length];
    }, ['planned', 1]);
    await his.frame.getByRole('button', { name: 'Start the 1:1' }).waitFor();
  });

  test('C5: its author marks a topic as tactical, and takes it to the chat in one press', async () => {
    await his.frame.getByRole('button', { name: 'More for: The on-call plan' }).click();
    await his.frame.getByRole('button', { name: 'Tactical' }).click();
    await eventually(() => hers.frame.getByText('Tactical', { exact: true }).count(), 1);
    await hers.frame.getByRole('button', { name: 'More for: The on-call plan' }).click();
    expect(await hers.frame.getByRole('button', { name: 'Tactical' }).count()).toBe(0);
    await checkAccessible(chat);
    await his.frame.getByRole('button', { name: 'Send to the chat with Maya' }).click();
    const compose = chat.locator('textarea');
    await eventually(() => compose.inputValue(), 'From our 1:1: The on-call plan');
    await chat.getByRole('tab', { name: 'Rapport' }).click();
    await his.box.waitFor();
  });

  test('B6: a raised hand is one line for the other one, in words that tell nobody else anything', async () => {
    await his.frame.getByText('A moment first?').click();
    await his.frame.getByLabel('I’d like a moment first').check();
    await hers.frame.getByText('Start with a moment for the two of you.').waitFor();
    const seen = await hers.frame.locator('body').innerText();
    expect(seen).not.toMatch(/raised|hand|Ravi (?:would|wants)/i);
    await his.frame.getByLabel('… and soon, if we can').check();
    await hers.frame.getByText(/and sooner than planned if you can/).waitFor();
    await checkAccessible(chat);
    await his.frame.getByText('Support, for both of you').first().click();
    await his.frame
      .getByText(/has not entered any places to turn to/)
      .first()
      .waitFor();
  });

  test('starts from the chat tab, and the other one and the second device see it', async () => {
    await his.box.waitFor();
    const params = { seriesId: series };
    const wish = { id: randomUUID(), text: 'how I ran the retro' };
    await api.ok('ravi', 'addWish', { params, key: randomUUID(), body: wish });
    await api.ok('ravi', 'setRetention', { params, key: randomUUID(), body: { months: 12 } });
    await hers.frame.getByText(/^Ravi announced on/).waitFor();
    await shownTo(hers, 2);
    await happeningsIn(hersAt);
    await his.frame.getByRole('button', { name: 'Start the 1:1' }).click();
    for (const screen of [hers, phone]) {
      await eventually(() => screen.frame.getByRole('button', { name: 'Wrap up' }).count(), 1);
    }
    await checkAccessible(chat);
  });

  test('A9: what waited for her gives way without anything that moves, and she brings the agenda up', async () => {
    await shownTo(hers, 0);
    expect(await happeningsIn(hersAt)).toEqual([]);
    await checkAccessible(hersAt);
    const from = await hers.box.boundingBox();
    // One says it for all that gave way, and folds all of it.
    const up = hers.frame.getByRole('button', { name: 'Move the agenda up' });
    await eventually(() => up.count(), 1);
    await up.press('Enter');
    await eventually(() => up.count(), 0);
    await eventually(
      async () => ((await hers.box.boundingBox())?.y ?? 0) < (from?.y ?? 0) - 100,
      true,
    );
    // What it was folded for takes the focus, not the top of the page.
    const agenda = hers.frame.getByRole('group', { name: 'Agenda', exact: true });
    expect(await agenda.evaluate((it) => it === document.activeElement)).toBe(true);
  });

  test('D10: a reload in the middle, and a laptop that was closed, lose nothing', async () => {
    await his.frame.getByRole('button', { name: talk }).click();
    const note = his.frame.getByLabel('Note', { exact: true });
    await note.fill('Before the reload');
    await note.press('Enter');
    // The program of the end does not come this time: see below.
    await ravi.context.route(END, (route) => route.abort());
    await chat.reload();
    await his.frame.getByText('Before the reload').waitFor();
    await ravi.context.setOffline(true);
    await note.fill('On the closed laptop');
    await note.press('Enter');
    await his.frame.getByText('On the closed laptop').waitFor();
    await ravi.context.setOffline(false);
    await phone.frame.getByRole('button', { name: talk }).click();
    for (const words of ['Before the reload', 'On the closed laptop']) {
      await eventually(() => phone.frame.getByText(words).count(), 1);
    }
  });

  test('D9: a second device of the same person is not taken for the other one', async () => {
    await hers.frame.getByRole('button', { name: 'Wrap up' }).waitFor();
    await eventually(() => hers.frame.getByText('Ravi is here').count(), 1);
    await phone.frame.getByRole('button', { name: /The on-call plan/, expanded: true }).click();
    await phone.frame.getByRole('button', { name: talk }).waitFor();
    expect(await phone.frame.getByText('Maya is here').count()).toBe(0);
    await his.frame.getByRole('button', { name: 'Wrap up' }).click();
    // Whoever pressed for the end is not left with an empty page.
    await his.frame.getByText('Rapport cannot be reached right now.').waitFor();
    await ravi.context.unroute(END);
    await his.frame.getByRole('button', { name: 'Try again' }).click();
    await his.frame.getByRole('heading', { name: 'Before you go' }).waitFor();
    await phone.frame.getByText('You have turned to the end: promises and next date.').waitFor();
    await hers.frame
      .getByText('Ravi has turned to the end: promises and next date.')
      .first()
      .waitFor();
    await his.frame.getByRole('button', { name: 'Back to the agenda' }).click();
    await phone.frame.getByRole('button', { name: 'Wrap up' }).waitFor();
  });

  test('D2: it is finished by the other one, and each sees what waits for next time', async () => {
    await hers.frame.getByRole('button', { name: 'Wrap up' }).click();
    await hers.frame.getByRole('button', { name: 'Finish' }).click();
    await hers.frame
      .getByText(/^That was your 1st 1:1/)
      .first()
      .waitFor();
    const goOn = his.frame.getByRole('button', { name: 'Go on' });
    await goOn.waitFor();
    expect(await his.frame.getByText('How was your 1:1? 20 seconds').count()).toBe(0);
    await goOn.click();
    expect(await hers.frame.getByText(/Start with a moment/).count()).toBe(0);
    await hers.frame.getByText('how I ran the retro').waitFor();
    await eventually(() => his.topics(/Your topics/), ['The on-call plan']);
    await his.frame.getByText('How was your 1:1? 20 seconds').waitFor();
    await checkAccessible(chat);
  });
});

test('nothing went wrong on any page', () => {
  expect(browser.problems).toEqual([]);
});
