import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { checkAccessible } from './support/accessible';
import { launchBrowser, rapportIn, type Person, type TestBrowser } from './support/browser';
import { eventually, pressAbove, useRapport, type Rapport } from './support/rapport';
import { startServer, type Server } from './support/server';

/** How a 1:1 begins and gets its shape, before its first meeting. */
let server: Server;
let browser: TestBrowser;
let ravi: Person;
let hersAt: Page;
let chat: Page;
let hers: Rapport;
let his: Rapport;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const [maya, other] = await Promise.all([browser.person(server), browser.person(server)]);
  ravi = other;
  hersAt = await maya.open({ view: 'app', person: 'maya' });
  hers = useRapport(hersAt);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const open = async ({ frame }: Rapport, section: string | RegExp) => {
  await frame.locator('summary').filter({ hasText: section }).first().click();
};
const said = (at: Rapport, words: string | RegExp) => at.frame.getByText(words).first().waitFor();

describe('starting', () => {
  test('C1: an introduction is written once; the preview is what will be read', async () => {
    await hers.frame.getByRole('button', { name: 'Start a 1:1' }).click();
    await hers.frame.getByRole('button', { name: /Choose a person/ }).click();
    await pressAbove(hersAt.getByRole('dialog').getByText('Ravi Subramanian'));
    const box = hers.frame.getByLabel('Your introduction');
    await box.fill('Hi , we meet {rhythm} for {lenght}.');
    await said(hers, '{lenght} is not filled in');
    await box.fill('Hi , we meet {rhythm} for {length}.');
    await box.press('Home');
    for (let n = 0; n < 3; n += 1) await box.press('ArrowRight');
    await hers.frame.getByRole('button', { name: 'Their name' }).click();
    const preview = 'Hi Ravi, we meet every two weeks for 30 minutes.';
    await said(hers, preview);
    expect(await hers.frame.getByText('is not filled in').count()).toBe(0);
    await hers.frame.getByRole('radio', { name: 'Not now' }).check();
    await checkAccessible(hersAt);
    await hers.frame.getByRole('button', { name: 'Send invitation' }).click();
    await hers.box.waitFor();
    chat = await ravi.open({ view: 'chat', person: 'ravi' });
    await chat.getByText('Maya Adeyemi').first().click();
    await chat.getByRole('button', { name: 'Add to this chat' }).click();
    await chat.getByRole('button', { name: 'Add', exact: true }).click();
    his = useRapport(chat);
    await said(his, preview);
  });

  test('A4, C1: she prepares alone and goes first; anything can be skipped', async () => {
    await hers.add('What you expect of me');
    await open(hers, /^About us: 3 questions/);
    await hers.frame.getByLabel(/^What are you like/).fill('Quick, and sorry later');
    await hers.frame.getByRole('button', { name: 'Save' }).first().click();
    await said(hers, /Written on/);
    await hers.frame.getByRole('button', { name: 'Skip this one' }).first().click();
    await eventually(
      () => hers.frame.getByText('About us: 1 question for this meeting').count(),
      1,
    );
  });

  test('C2: the free format asks what is on his mind', async () => {
    await his.frame.getByRole('button', { name: 'Agree and join' }).click();
    await his.box.waitFor();
    await eventually(() => his.frame.getByText('What is on your mind this week?').count(), 1);
  });
});

describe('C6: before both agreed', () => {
  const talk = /Talk about: What you expect of me/;

  test('a note for both is his draft, and says so', async () => {
    await his.frame.getByRole('button', { name: talk }).click();
    await his.frame.getByRole('radio', { name: 'You and Maya, later' }).waitFor();
    const note = his.frame.getByLabel('Note', { exact: true });
    await note.fill('Honest words, early');
    await note.press('Enter');
    await said(his, 'Only you, a draft for both');
    await hers.frame.getByRole('button', { name: talk }).click();
    expect(await hers.frame.getByText('Honest words, early').count()).toBe(0);
  });

  test('"not now" was an answer: she is not asked again, and agrees later in one press', async () => {
    expect(await hers.frame.getByRole('button', { name: 'Agree' }).count()).toBe(0);
    await open(hers, 'and who can read what');
    expect(await hers.frame.getByRole('button', { name: 'Not now' }).count()).toBe(0);
    await hers.frame.getByRole('button', { name: 'Agree' }).click();
    await said(hers, /You agreed on/);
    await his.frame.getByRole('button', { name: /^Show to: You and Maya/ }).waitFor();
    expect(await hers.frame.getByText('Honest words, early').count()).toBe(0);
    await his.frame.getByRole('button', { name: /^Show to: You and Maya/ }).click();
    await said(hers, 'Honest words, early');
  });

  test('exception (1) is his to turn on; she has no such switch', async () => {
    await open(his, 'and who can read what');
    const mayBeUsed = his.frame.getByLabel('Exception 1 may be used for topics I raise');
    expect(await mayBeUsed.isChecked()).toBe(false);
    await mayBeUsed.check();
    expect(await hers.frame.getByText('Exception 1 may be used').count()).toBe(0);
  });
});

describe('shaping', () => {
  test('A4: both read each other’s answers; his is his to correct', async () => {
    await his.frame.getByRole('button', { name: talkOpen, expanded: true }).click();
    await open(his, 'Getting to know each other: 2 questions for this meeting');
    await open(his, /^About us$/);
    await said(his, 'Quick, and sorry later');
    const answer = his.frame.getByLabel(/^What are you like/).last();
    await answer.fill('Slow, and sure');
    await answer.press('Tab');
    await his.frame.getByRole('button', { name: 'Save' }).nth(2).click();
    await said(hers, 'Slow, and sure');
    expect(await hers.frame.getByRole('button', { name: /^Change: What are/ }).count()).toBe(1);
    await checkAccessible(chat);
  });

  test('C2, A2: he changes format and rhythm, and she sees who did', async () => {
    await open(his, 'How you meet');
    await his.frame.getByRole('radio', { name: /^Structured/ }).check();
    // While the first one is still under way.
    await his.frame.getByRole('radio', { name: 'Every week' }).click();
    await said(his, /You changed this on/);
    await open(hers, 'How you meet');
    await eventually(() => hers.frame.getByText(/Ravi changed this on/).count(), 2);
    await hers.frame.getByText('Every week, 30 minutes', { exact: false }).first().waitFor();
    const value = his.frame.getByLabel('Something we care about');
    await value.fill('We say it early');
    await value.press('Enter');
    await said(hers, 'We say it early');
    await checkAccessible(hersAt);
  });

  test('C1, E2: she changes her introduction for this 1:1; he reads the new and the old', async () => {
    await open(hers, /^Introduction$/);
    await hers.frame.getByRole('button', { name: 'Change it' }).click();
    await hers.frame.getByLabel('Your introduction').fill('A new beginning');
    await hers.frame.getByRole('button', { name: 'Save' }).last().click();
    await open(his, /^Introduction$/);
    await said(his, 'A new beginning');
    expect(await his.frame.getByRole('button', { name: 'Change it' }).count()).toBe(0);
    await open(his, '1 earlier version');
    await said(his, 'Hi Ravi, we meet every two weeks for 30 minutes.');
  });

  test('C6, A9: in a meeting the terms are one press away in full, and nothing asks', async () => {
    const panel = await ravi.open({ view: 'meeting', person: 'ravi' });
    await panel.getByRole('button', { name: 'Add Rapport to this meeting' }).click();
    await rapportIn(panel).getByRole('button', { name: /Maya/ }).click();
    const there = useRapport(panel);
    await there.box.waitFor();
    await open(there, /^What stays between you$/);
    for (const title of [/^1\. A common/, /^2\. With permission/, /^3\. Somebody/]) {
      await there.frame.getByText(title).waitFor();
    }
    expect(await there.frame.getByRole('button', { name: /Agree|Not now/ }).count()).toBe(0);
    await checkAccessible(panel);
  });
});

const talkOpen = /What you expect of me/;

test('nothing went wrong on any page', () => {
  expect(browser.problems).toEqual([]);
});
