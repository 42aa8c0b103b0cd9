import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { openApi, type Api } from './support/api';
import { checkAccessible } from './support/accessible';
import { launchBrowser, type Person, type TestBrowser } from './support/browser';
import { happeningsIn, watchLightHand } from './support/lightHand';
import { eventually, useRapport, type Rapport } from './support/rapport';
import { seriesTogether, writeTopic } from './support/setup';
import { listenToWire, type Wire } from './support/wire';
import { moveClock, startServer, type Server } from './support/server';

/** One meeting as one story, in the side panel of both: each test goes on where the one before stopped. */
let server: Server;
let browser: TestBrowser;
let maya: Person;
let ravi: Person;
let hersAt: Page;
let hisAt: Page;
let hers: Rapport;
let his: Rapport;
let api: Api;
let series: string;
let wire: Wire;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  [maya, ravi] = await Promise.all([browser.person(server), browser.person(server)]);
  await Promise.all([maya, ravi].map(({ context }) => watchLightHand(context)));
  wire = listenToWire(ravi.context);
  api = openApi(server);
  series = await seriesTogether(api, 'maya', 'ravi');
  await writeTopic(api, 'ravi', series, 'The on-call plan');
  await writeTopic(api, 'ravi', series, 'Could I lead the migration?');
  await writeTopic(api, 'maya', series, 'Your first quarter');
  await api.ok('ravi', 'addPrivateTopic', {
    params: { seriesId: series },
    key: randomUUID(),
    body: { id: randomUUID(), text: 'Not for a shared screen' },
  });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const clock = (at: Date) => moveClock(server, at);

/** Until words of the other one have come to this page and it had time to paint them. */
async function reaches(page: Page, words: string): Promise<void> {
  await page.waitForResponse(
    async (answer) =>
      answer.ok() && answer.url().includes('/api/series/') && (await answer.text()).includes(words),
  );
  await page.evaluate(
    () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
  );
}

describe('minute 0', () => {
  test('D9: both open the side panel of their meeting', async () => {
    hersAt = await maya.open({ view: 'meeting', person: 'maya' });
    await hersAt.getByRole('button', { name: 'Add Rapport to this meeting' }).click();
    hers = useRapport(hersAt);
    await hers.frame.getByRole('button', { name: /Ravi Subramanian/ }).click();
    await hers.box.waitFor();
    hisAt = await ravi.open({ view: 'meeting', person: 'ravi' });
    his = useRapport(hisAt);
    await his.box.waitFor();
    await checkAccessible(hersAt);
  });

  test('the report’s topics come first, the add box is ready, and nothing is in the way', async () => {
    expect(await his.topics(/Your topics/)).toEqual([
      'The on-call plan',
      'Could I lead the migration?',
    ]);
    const headings = await hers.frame.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(headings.indexOf('Ravi’s topics')).toBeLessThan(headings.indexOf('Your topics'));
    expect(await hers.frame.getByText('Need a question?').isVisible()).toBe(false);
  });

  test('E8: one’s own topics are a number until they are pressed for', async () => {
    const own = his.frame.getByText('Not for a shared screen');
    const line = his.frame.locator('summary').filter({ hasText: 'Only you: 1' });
    await line.waitFor();
    expect(await own.count()).toBe(0);
    await line.press('Enter');
    await own.waitFor();
    await checkAccessible(hisAt);
    await line.press('Enter');
  });
});

describe('minute 5', () => {
  test('A9: what the one does moves nothing under the other’s finger, and asks for nothing', async () => {
    await happeningsIn(hersAt);
    await his.frame.getByRole('button', { name: /Talk about: The on-call plan/ }).click();
    const note = his.frame.getByLabel('Note', { exact: true });
    await note.fill('Two nights in a row last week');
    await note.press('Enter');
    await hers.frame.getByText('Ravi is here').waitFor({ state: 'attached' });
    expect(await happeningsIn(hersAt)).toEqual([]);
  });

  test('A9: nothing comes in between under a hand that is about to press, and soon after it does', async () => {
    const below = hers.frame.getByRole('heading', { name: 'Your topics' });
    const about = await below.boundingBox();
    if (!about) throw new Error('there is nothing below his topics');
    const rest = (x: number) => hersAt.mouse.move(about.x + x, about.y + 4);
    await rest(12);
    await happeningsIn(hersAt);
    await hersAt.mouse.down();
    await rest(20);
    const arrived = reaches(hersAt, 'Raised under her hand');
    await his.add('Raised under her hand');
    await arrived;
    expect(await hers.topics(/Ravi’s topics/)).not.toContain('Raised under her hand');
    expect(await below.boundingBox()).toEqual(about);
    expect(await happeningsIn(hersAt)).toEqual([]);
    await rest(24);
    await hersAt.mouse.up();
    await eventually(
      async () => (await hers.topics(/Ravi’s topics/)).includes('Raised under her hand'),
      true,
    );
  });

  test('C4: she goes there, and reads and writes the notes of both; her own stay hers', async () => {
    await hers.frame.getByRole('button', { name: /Talk about: The on-call plan/ }).click();
    await hers.frame.getByText('Two nights in a row last week').waitFor();
    const note = hers.frame.getByLabel('Note', { exact: true });
    await note.fill('A second person from May on');
    await note.press('Enter');
    await his.frame.getByText('A second person from May on').waitFor();
    await hers.frame.getByRole('radio', { name: 'Only you' }).last().check({ force: true });
    await note.fill('planted-private-note');
    await note.press('Enter');
    await hers.frame.getByText('planted-private-note').waitFor();
    await checkAccessible(hersAt);
    expect(await his.frame.locator('body').innerText()).not.toContain('planted');
  });

  test('D3, A6: a promise with an owner and a day is written by keyboard alone, and handed over', async () => {
    await his.frame
      .getByRole('button', { name: /^Promise/ })
      .first()
      .focus();
    await hisAt.keyboard.press('Enter');
    const words = his.frame.getByLabel('Promise', { exact: true });
    await words.waitFor();
    await words.fill('Ask Nia to share the nights');
    await hisAt.keyboard.press('Enter');
    await eventually(() => hers.frame.getByText(/1 promise/).count(), 1);
    await hers.frame.getByText(/1 promise/).click();
    await hers.frame.getByRole('button', { name: 'Take it: Ask Nia to share the nights' }).click();
    await hers.frame.getByRole('button', { name: 'Give to Ravi: Ask Nia' }).waitFor();
    await hers.frame.getByText('It is yours now.').waitFor({ state: 'attached' });
    await hers.frame.getByText(/1 promise/).click();
    await his.frame.getByRole('checkbox', { name: 'Discussed' }).click();
    await his.frame.getByLabel('Note', { exact: true }).waitFor({ state: 'detached' });
  });

  test('A9: with a topic open, nothing that the other one adds comes in before it is closed', async () => {
    await happeningsIn(hersAt);
    const arrived = reaches(hersAt, 'Raised meanwhile');
    await his.add('Raised meanwhile');
    await his.frame.getByRole('button', { name: /Talk about: Could I lead/ }).click();
    await arrived;
    expect(await hers.topics(/Ravi’s topics/)).not.toContain('Raised meanwhile');
    expect(await happeningsIn(hersAt)).toEqual([]);
    await hers.frame
      .getByRole('button', { name: /The on-call plan/, expanded: true })
      .first()
      .click();
    await eventually(
      async () => (await hers.topics(/Ravi’s topics/)).includes('Raised meanwhile'),
      true,
    );
  });
});

describe('the end', () => {
  test('A7, A9: five minutes before it there is one quiet line, and for the manager one question', async () => {
    await his.frame
      .getByRole('button', { name: /Could I lead/, expanded: true })
      .first()
      .click();
    const { json } = await api.ok('ravi', 'getSeries', { params: { seriesId: series } });
    const ends = Date.parse(json.meeting.endsAt);
    await happeningsIn(hersAt);
    await clock(new Date(ends - 4 * 60_000));
    // Both learn the time with the next answer of the api.
    await his.add('To hear the time');
    await hers.frame.getByText('Ask: what could I do differently?').first().waitFor();
    expect(await his.frame.getByText('Ask: what could I do differently?').count()).toBe(0);
    const moved = (await happeningsIn(hersAt)).filter(({ kind }) => kind !== 'moved');
    expect(moved).toEqual([]);
    await his.frame
      .getByText(/^About \d minutes left/)
      .first()
      .waitFor();
  });

  test('is pressed by one; the other stays where they are, and may follow', async () => {
    await happeningsIn(hisAt);
    await hers.frame.getByRole('button', { name: 'Wrap up' }).click();
    await hers.frame.getByRole('heading', { name: 'Before you go' }).waitFor();
    await checkAccessible(hersAt);
    await his.frame
      .getByText('Maya has turned to the end: promises and next date.')
      .first()
      .waitFor();
    expect(await happeningsIn(hisAt)).toEqual([]);
    expect(await his.box.isVisible()).toBe(true);
  });

  test('A7: feedback is asked for, spoken first, the manager asks; nothing this time is complete', async () => {
    await hers.frame.getByText('Ask first: what could I do differently?').waitFor();
    await hers.frame.getByRole('button', { name: 'Nothing this time' }).click();
    await hers.frame.getByText('That is a complete answer.').first().waitFor();
    await checkAccessible(hersAt);
    await his.frame.getByRole('button', { name: 'Go there' }).click();
    await his.frame.getByText('Say it now, while you are both here.').waitFor();
    expect(await his.frame.getByText('Ask first: what could I do differently?').count()).toBe(0);
    await his.frame.getByRole('button', { name: 'After the call' }).click();
    await his.frame
      .getByText(/You find the place for it/)
      .first()
      .waitFor();
  });

  test('D2: what was not discussed carries over by itself, and says so', async () => {
    await hers.frame.getByRole('button', { name: 'Finish' }).click();
    await hers.frame
      .getByText(/^That was your 1st 1:1/)
      .first()
      .waitFor();
    await hers.frame.getByText('Feedback and check-in wait in the chat tab.').waitFor();
    await his.frame.getByText('Maya has finished this 1:1.').first().waitFor();
    const chat = await ravi.open({ view: 'app', person: 'ravi' });
    const app = useRapport(chat);
    await app.frame.getByText('Maya Adeyemi').click();
    await app.box.waitFor();
    expect(await app.topics(/Your topics/)).toEqual([
      'Could I lead the migration?',
      'Raised under her hand',
      'Raised meanwhile',
      'To hear the time',
    ]);
    await checkAccessible(chat);
    await chat.close();
  });

  test('D5: it can be read again by both, own notes by their author alone', async () => {
    for (const [person, name, sees] of [
      [maya, 'maya', true],
      [ravi, 'ravi', false],
    ] as const) {
      const page = await person.open({ view: 'app', person: name });
      const app = useRapport(page);
      await app.frame.getByText(name === 'maya' ? 'Ravi Subramanian' : 'Maya Adeyemi').click();
      await app.frame.getByText('Past meetings').click();
      await app.frame.getByText(/^1st 1:1/).click();
      await app.frame.getByText('Two nights in a row last week').waitFor();
      await app.frame.getByText('Ask Nia to share the nights').last().waitFor();
      const own = app.frame.getByText('planted-private-note');
      await eventually(() => own.count(), sees ? 1 : 0);
      await checkAccessible(page);
      await page.close();
    }
  });
});

test('C4: her own note never reached his browser, on the wire or on the screen', async () => {
  const all = await wire.text();
  expect(all).toContain('A second person from May on');
  expect(all).not.toContain('planted-private-note');
});

test('nothing went wrong on any page', () => {
  expect(browser.problems).toEqual([]);
});
