import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { checkAccessible } from './support/accessible';
import { openApi, type Api } from './support/api';
import { launchBrowser, rapportIn, type Person, type TestBrowser } from './support/browser';
import { eventually, pressAbove, useRapport, type Rapport } from './support/rapport';
import { startServer, type Server } from './support/server';

/** A manager and a whole team: several 1:1s at once, and the home they come back to. */
let server: Server;
let api: Api;
let browser: TestBrowser;
let maya: Person;
let page: Page;
let hers: Rapport;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  api = openApi(server);
  maya = await browser.person(server, { viewport: { width: 480, height: 900 } });
  page = await maya.open({ view: 'app', person: 'maya' });
  hers = useRapport(page);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const button = (name: string | RegExp): Locator => hers.frame.getByRole('button', { name });
const person = (name: string): Locator =>
  hers.frame.getByRole('listitem').filter({ hasText: name });
const led = async (who: string) =>
  (await api.ok(who, 'getHome')).json.seats as { series: string; other: string; state: string }[];

describe('C7: several at once', () => {
  test('people are picked together, and addresses found; what is no address is said', async () => {
    await button('Set up several').click();
    await button(/Choose people/).click();
    const dialog = page.getByRole('dialog');
    await pressAbove(dialog.getByText('Ravi Subramanian'));
    await pressAbove(dialog.getByText('Lena Hoffmann'));
    await pressAbove(dialog.getByRole('button', { name: 'Done' }));
    await hers.frame.getByText('Or paste e-mail addresses').click();
    await hers.frame
      .getByLabel('E-mail addresses')
      .fill(
        '"Gallagher, Tom" <Tom@fabrikam.example>; ravi@fabrikam.example\nwho is this\n' +
          'maya@fabrikam.example, gone@fabrikam.example, tom@fabrikam.example',
      );
    await button('Look up 4 addresses').click();
    await page.getByRole('dialog').getByText('Read the names of people').waitFor();
    await pressAbove(page.getByRole('dialog').getByRole('button', { name: 'Accept' }));
    await person('Tom Gallagher').waitFor();
    const notes = hers.frame.getByRole('list', { name: 'What was left out' });
    expect(await notes.getByRole('listitem').allTextContents()).toEqual([
      'gone@fabrikam.example: nobody in your organisation has this address.',
      '“who is this” is not an e-mail address.',
      '“tom@fabrikam.example” was there twice.',
      'Ravi Subramanian is on your list already.',
      'You yourself were left out: a 1:1 takes two people.',
    ]);
  });

  test('one introduction for all, and one of them gets another rhythm', async () => {
    await hers.frame
      .getByLabel('Your introduction')
      .fill('Hi {name}, let us meet {rhythm} for {length}.');
    await hers.frame.getByText('What Lena will read, and what to change').click();
    const lena = person('Lena Hoffmann');
    await lena.getByRole('radio', { name: 'Every week', exact: true }).check();
    await lena.getByText('Hi Lena, let us meet every week for 30 minutes.').waitFor();
    await person('Ravi Subramanian').getByText('Every two weeks, 30 minutes').waitFor();
    await checkAccessible(page);
  });

  test('a reload in the middle goes on, and each is set up once', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    let answered = 0;
    // The first gets through without its answer, the others not at all.
    await maya.context.route('**/api/series', async (route) => {
      answered += 1;
      if (answered === 1) await route.fetch();
      await route.abort();
    });
    await button('Send 3 invitations').click();
    await eventually(async () => answered > 0, true);
    await page.reload();
    await hers.frame.getByRole('list', { name: 'What became of each' }).waitFor();
    await maya.context.unroute('**/api/series');
    await hers.frame.getByText('All of them are done.').or(button(/^Try/)).first().waitFor();
    if (await button(/^Try/).isVisible()) await button(/^Try/).click();
    await hers.frame.getByText('All of them are done.').waitFor();
    await checkAccessible(page);
    const seats = await led('maya');
    expect(seats.map(({ other }) => other).toSorted()).toEqual([
      'Lena Hoffmann',
      'Ravi Subramanian',
      'Tom Gallagher',
    ]);
    const lena = (await led('lena'))[0]?.series ?? '';
    const invited = await api.ok('lena', 'getInvitation', { params: { seriesId: lena } });
    expect(invited.json).toMatchObject({
      introduction: 'Hi Lena, let us meet every week for 30 minutes.',
      rhythm: 'weekly',
    });
  });

  test('somebody they lead a 1:1 with already is recognised, and not invited again', async () => {
    await button('To all 1:1s').click();
    await button('Set up several').click();
    await button(/Choose people/).click();
    await pressAbove(page.getByRole('dialog').getByText('Lena Hoffmann'));
    await pressAbove(page.getByRole('dialog').getByRole('button', { name: 'Done' }));
    await hers.frame.getByText('You already lead a 1:1 with Lena.').waitFor();
    expect(await button(/^Send \d/).count()).toBe(0);
    await button('Send invitations').click();
    await hers.frame.getByText('Please choose at least one person.').waitFor();
    await person('Lena Hoffmann').getByRole('button', { name: 'Open it' }).click();
    await hers.box.waitFor();
    await button('All 1:1s').click();
  });

  test('one that failed takes the home from nobody: it is said there, and goes on the list again', async () => {
    await button('Set up several').click();
    await button('Remove: Lena Hoffmann').click();
    await button(/Choose people/).click();
    await pressAbove(page.getByRole('dialog').getByText('Aiko Tanabe'));
    await pressAbove(page.getByRole('dialog').getByRole('button', { name: 'Done' }));
    await maya.context.route('**/api/series', (route) => route.abort());
    await button('Send 1 invitation').click();
    await button('Change the list').waitFor();
    await maya.context.unroute('**/api/series');
    await page.reload();
    await hers.frame.getByText('An invitation could not be sent: Aiko Tanabe.').waitFor();
    await button('Look at it').click();
    await button('Change the list').click();
    await button('Remove: Aiko Tanabe').click();
    await button('Cancel').click();
    await hers.frame.getByText('1:1s I lead').waitFor();
    expect(await button('Look at it').count()).toBe(0);
  });
});

describe('D9, E6: the home', () => {
  const line = (name: string) => hers.frame.getByRole('button', { name: new RegExp(name) });

  test('says of each 1:1 what waits, and tells nothing of a raised hand', async () => {
    const of = async (who: string) => ({ seriesId: (await led(who))[0]?.series ?? '' });
    const [withRavi, withLena] = [await of('ravi'), await of('lena')];
    const joined = { terms: 1, agree: true };
    await api.ok('ravi', 'acceptInvitation', { params: withRavi, body: joined, key: key() });
    await api.ok('lena', 'declineInvitation', { params: withLena, body: {}, key: key() });
    const promise = { id: key(), text: 'I ask about it', owner: 'manager', due: null };
    await api.ok('maya', 'addAction', { params: withRavi, body: promise, key: key() });
    await page.reload();
    await line('Ravi Subramanian').getByText('Something you promised is open').waitFor();
    await line('Lena Hoffmann').getByText('Declined your invitation for now').waitFor();
    // A line is read when it comes into view.
    await line('Tom Gallagher').scrollIntoViewIfNeeded();
    await line('Tom Gallagher').getByText('Has not answered the invitation yet').waitFor();
    const before = await line('Ravi Subramanian').innerText();
    const hand = { number: 1, hand: 'soon' };
    await api.ok('ravi', 'prepareMeeting', { params: withRavi, body: hand, key: key() });
    const needs = await api.ok('maya', 'getNeeds', { params: withRavi });
    expect(JSON.stringify(needs.json)).not.toMatch(/hand|soon|moment/);
    expect(await line('Ravi Subramanian').innerText()).toBe(before);
    await checkAccessible(page);
  });

  test('keeps the order that its reader chose; offline it shows what was there', async () => {
    const order = hers.frame.getByRole('radio', { name: 'By next date' });
    await order.check();
    await page.reload();
    await line('Ravi Subramanian').waitFor();
    expect(await order.isChecked()).toBe(true);
    await maya.context.route('**/api/**', (route) => route.abort());
    await page.reload();
    await rapportIn(page).getByText('You are offline.').waitFor();
    await line('Tom Gallagher').waitFor();
    await maya.context.unroute('**/api/**');
  });
});

const key = (): string => crypto.randomUUID();

test('nothing went wrong on any page', () => {
  const lost = /ERR_FAILED|Failed to load resource/;
  expect(browser.problems.filter((problem) => !lost.test(problem))).toEqual([]);
});
