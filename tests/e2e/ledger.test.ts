import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { checkAccessible } from './support/accessible';
import { openApi } from './support/api';
import { launchBrowser, rapportIn, type Person, type TestBrowser } from './support/browser';
import { eventually } from './support/rapport';
import { moveClock, startServer, type Server } from './support/server';
import { seriesTogether } from './support/setup';
import { listenToWire, type Wire } from './support/wire';

/** What leaves the two, in the personal app of both: each test goes on where the one before stopped. */
let server: Server;
let browser: TestBrowser;
let hersAt: Page;
let hisAt: Page;
let hers: FrameLocator;
let his: FrameLocator;
let wire: Wire;

const clock = (at: string) => moveClock(server, at);
const open = async (person: Person, name: string, other: string): Promise<Page> => {
  const page = await person.open({ view: 'app', person: name });
  await rapportIn(page).getByText(other).click();
  await rapportIn(page).getByLabel('New topic').waitFor();
  return page;
};

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  await clock('2026-11-24T10:00:00.000Z');
  await seriesTogether(openApi(server), 'maya', 'ravi');
  const [maya, ravi] = await Promise.all([
    browser.person(server, { viewport: { width: 1100, height: 900 } }),
    browser.person(server, { viewport: { width: 320, height: 800 } }),
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

const section = 'What leaves the two of you';

describe('C6: permission to share', () => {
  test('is asked for by keyboard, for one thing, an audience and exact words', async () => {
    await hers.getByText(section).click();
    await hers.getByText('Nothing was shared outside the two of you, and nobody asked.').waitFor();
    await hers.getByRole('button', { name: 'Ask to share something' }).press('Enter');
    const type = (words: string) => hersAt.keyboard.type(words);
    await eventually(
      () => hers.getByLabel('What it is about').evaluate((box) => box === document.activeElement),
      true,
    );
    await type('The move to Lisbon');
    await hersAt.keyboard.press('Tab');
    await type('Head of engineering');
    await hersAt.keyboard.press('Tab');
    await type('Ravi thinks about Lisbon.');
    await checkAccessible(hersAt);
    await hers.getByRole('button', { name: 'Ask Ravi' }).press('Enter');
    await hers.getByText('The answer is open.').waitFor();
  });

  test('E1: reaches the other one outside of meetings; a no at once, a yes not in the moment', async () => {
    await his.getByText('Maya asks whether something may be shared').waitFor();
    await his.getByText('Ravi thinks about Lisbon.').waitFor();
    const yes = his.getByRole('button', { name: 'Yes, these words' });
    expect(await yes.getAttribute('aria-disabled')).toBe('true');
    await checkAccessible(hisAt);
    await clock('2026-11-24T11:30:00.000Z');
    await hisAt.reload();
    await his.getByText('Maya Adeyemi').first().click();
    await eventually(() => yes.getAttribute('aria-disabled'), null);
    await his.getByRole('button', { name: 'Other words' }).click();
    await his.getByLabel('The words that may be shared').fill('Ravi looks at other offices.');
    await his.getByRole('button', { name: 'Allow these words' }).click();
    await his.getByText('Answered. Maya can read your answer.').waitFor();
    await hers.getByText('Ravi looks at other offices.').waitFor();
    await hers.getByText('Not these words. Exactly the following may be shared:').waitFor();
    await hers.getByText('Ravi thinks about Lisbon.').waitFor();
    await hers.getByRole('button', { name: 'I told them today' }).click();
    await hers.getByText(/Already told on/).waitFor();
  });

  test('a yes is taken back; what was told stays in the list of both', async () => {
    await his.getByText(section).click();
    await his.getByRole('button', { name: 'Take my yes back' }).click();
    for (const screen of [hers, his]) {
      await screen.getByText('The yes was taken back. It is not shared again.').waitFor();
      await screen.getByText(/Already told on/).waitFor();
    }
    await checkAccessible(hisAt);
  });
});

test('E5: a safety record waits for its day on no screen and no wire, and then shows itself', async () => {
  await hers.getByRole('button', { name: 'Write down that something had to be passed on' }).click();
  await hers.getByLabel('To whom it was passed on').fill('Company doctor');
  await hers.getByLabel('What was passed on').fill('planted-safety');
  await hers.getByLabel('In 7 days at the latest').check();
  await checkAccessible(hersAt);
  await hers.getByRole('button', { name: 'Write it down' }).click();
  await hers.getByText(/Ravi reads it from/).waitFor();
  await hisAt.reload();
  await his.getByText('Maya Adeyemi').first().click();
  await his.getByText(section).click();
  await his.getByText('The yes was taken back. It is not shared again.').waitFor();
  expect(await wire.text()).not.toContain('planted-safety');
  await clock('2026-12-02T12:00:00.000Z');
  await hisAt.reload();
  await his.getByText('Maya Adeyemi').first().click();
  await his.getByText(section).click();
  await his.getByText('planted-safety').waitFor();
});

test('nothing went wrong on any page', () => {
  expect(browser.problems).toEqual([]);
});
