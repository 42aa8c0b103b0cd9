import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { checkAccessible } from './support/accessible';
import { launchBrowser, rapportIn, type Person, type TestBrowser } from './support/browser';
import { eventually, pressAbove, useRapport, type Rapport } from './support/rapport';
import { startServer, type Server } from './support/server';
import { listenToWire, type Wire } from './support/wire';

/** The first half of the main job as one story: each test goes on where the one before stopped. */
let server: Server;
let browser: TestBrowser;
let maya: Person;
let ravi: Person;
let tom: Person;
/** Maya's personal app and Ravi's chat with her, as they stand. */
let mayasApp: Page;
let ravisChat: Page;
let hers: Rapport;
let his: Rapport;
/** All that reaches Maya's browser. */
let wire: Wire;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  [maya, ravi, tom] = await Promise.all([
    browser.person(server),
    browser.person(server),
    browser.person(server),
  ]);
  wire = listenToWire(maya.context);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const INTRODUCTION = 'Half an hour that belongs to you.';

describe('setting up', () => {
  test('C1: Maya picks Ravi, chooses rhythm and length, writes her introduction, and prepares topics', async () => {
    mayasApp = await maya.open({ view: 'app', person: 'maya' });
    hers = useRapport(mayasApp);
    await hers.frame.getByRole('heading', { name: 'Welcome to Rapport' }).waitFor();
    await checkAccessible(mayasApp);
    await hers.frame.getByRole('button', { name: 'Start a 1:1' }).click();
    await hers.frame.getByRole('button', { name: /Choose a person/ }).click();
    await checkAccessible(mayasApp);
    await pressAbove(mayasApp.getByRole('dialog').getByText('Ravi Subramanian'));
    await hers.frame.getByRole('radio', { name: 'Every week' }).check();
    await hers.frame.getByRole('radio', { name: '45 minutes' }).check();
    await hers.frame.getByLabel('Your introduction').fill(INTRODUCTION);
    await hers.frame.getByRole('radio', { name: 'Agree' }).check();
    await checkAccessible(mayasApp);
    await hers.frame.getByRole('button', { name: 'Send invitation' }).click();

    await hers.frame.getByRole('heading', { name: '1:1 with Ravi Subramanian' }).waitFor();
    await hers.frame.getByText('Ravi has not joined yet.').waitFor();
    await hers.add('What you expect of me');
    await hers.add('How you like feedback');
    expect(await hers.topics(/Your topics/)).toEqual([
      'What you expect of me',
      'How you like feedback',
    ]);
    await checkAccessible(mayasApp);
  });

  test('C1: Ravi sees the invitation in his personal app', async () => {
    const app = await ravi.open({ view: 'app', person: 'ravi' });
    await rapportIn(app).getByText('Maya Adeyemi').waitFor();
    await rapportIn(app).getByText('Invites you to a 1:1').waitFor();
    await checkAccessible(app);
    await app.close();
  });

  test('D9: he adds Rapport to their chat, which starts without it', async () => {
    ravisChat = await ravi.open({ view: 'chat', person: 'ravi' });
    await ravisChat.getByText('Maya Adeyemi').first().click();
    expect(await ravisChat.getByRole('tab', { name: 'Rapport' }).count()).toBe(0);
    await ravisChat.getByRole('button', { name: 'Add to this chat' }).click();
    await ravisChat.getByRole('button', { name: /^Add/ }).last().click();
    await ravisChat.getByRole('tab', { name: 'Rapport' }).click();
    his = useRapport(ravisChat);
    await his.frame.getByRole('heading', { name: 'Maya Adeyemi invites you to a 1:1' }).waitFor();
  });

  test('C1: he reads inviter, introduction, terms and who can read what, and nothing else', async () => {
    const words = await his.frame.locator('main').innerText();
    expect(words).toContain(INTRODUCTION);
    expect(words).toContain('What stays between you');
    expect(words).toContain('Who can read what');
    expect(words).not.toContain('What you expect of me');
    await checkAccessible(ravisChat);
  });

  test('C6: he agrees and joins', async () => {
    await his.frame.getByRole('button', { name: 'Agree and join' }).click();
    await his.box.waitFor();
    await eventually(
      () => his.topics(/Maya’s topics/),
      ['What you expect of me', 'How you like feedback'],
    );
    await checkAccessible(ravisChat);
  });
});

describe('between meetings', () => {
  test('D1: each sees what the other enters, the report’s topics first', async () => {
    await his.add('The new on-call plan');
    await eventually(() => hers.topics(/Ravi’s topics/), ['The new on-call plan']);
    await hers.add('Your talk in May');
    await eventually(
      () => his.topics(/Maya’s topics/),
      ['What you expect of me', 'How you like feedback', 'Your talk in May'],
    );
    const headings = await hers.frame.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(headings.indexOf('Ravi’s topics')).toBeLessThan(headings.indexOf('Your topics'));
  });

  test('C4: an "only me" topic is seen by its author alone, until shared', async () => {
    await his.add('Thinking about my next step', /Only you/);
    expect(await his.topics(/Only you/)).toEqual(['Thinking about my next step']);
    await hers.add('A line after his private one');
    await eventually(
      async () => (await his.topics(/Maya’s topics/)).at(-1),
      'A line after his private one',
    );
    expect(await hers.frame.locator('main').innerText()).not.toContain('my next step');
    expect(await wire.text()).not.toContain('my next step');
    await his.act('Thinking about my next step', /^Show to/);
    await eventually(
      () => hers.topics(/Ravi’s topics/),
      ['The new on-call plan', 'Thinking about my next step'],
    );
  });

  test('D1: order is changed by buttons, by keyboard and by dragging, by both', async () => {
    await his.frame.getByRole('radio', { name: /You and Maya/ }).check({ force: true });
    await his.add('Third of mine');
    await eventually(
      () => hers.topics(/Ravi’s topics/),
      ['The new on-call plan', 'Thinking about my next step', 'Third of mine'],
    );
    await hers.act('Third of mine', /Move up/);
    await eventually(
      () => his.topics(/Your topics/),
      ['The new on-call plan', 'Third of mine', 'Thinking about my next step'],
    );
    const more = his.row('Thinking about my next step').getByRole('button', { name: /^More/ });
    await more.focus();
    await more.press('Alt+ArrowUp');
    await eventually(
      () => hers.topics(/Ravi’s topics/),
      ['The new on-call plan', 'Thinking about my next step', 'Third of mine'],
    );
    await drag(ravisChat, his, 'Third of mine', 'The new on-call plan');
    await eventually(
      () => hers.topics(/Ravi’s topics/),
      ['Third of mine', 'The new on-call plan', 'Thinking about my next step'],
    );
  });

  test('D1: own words are changed, removed and brought back; the other’s are not', async () => {
    await his.act('Third of mine', /Edit/);
    const editor = his.frame.getByLabel('Change this topic');
    await editor.fill('Third of mine, in better words');
    await editor.press('Enter');
    await eventually(
      async () => (await hers.topics(/Ravi’s topics/))[0],
      'Third of mine, in better words',
    );
    await his.act('The new on-call plan', /Remove/);
    await eventually(
      () => hers.topics(/Ravi’s topics/),
      ['Third of mine, in better words', 'Thinking about my next step'],
    );
    await his.frame.getByRole('button', { name: 'Undo' }).first().click();
    await eventually(
      () => hers.topics(/Ravi’s topics/),
      ['Third of mine, in better words', 'The new on-call plan', 'Thinking about my next step'],
    );
    await hers
      .row('The new on-call plan')
      .getByRole('button', { name: /^More for/ })
      .click();
    const row = hers.row('The new on-call plan');
    expect(await row.getByRole('button', { name: /Edit|Remove/ }).count()).toBe(0);
    expect(await row.getByRole('button', { name: /Move/ }).count()).toBe(2);
  });

  test('D1: simultaneous edits of both all survive', async () => {
    const lines = Array.from({ length: 6 }, (_, n) => n);
    await Promise.all([
      (async () => {
        for (const n of lines) await hers.add(`hers ${n}`);
      })(),
      (async () => {
        for (const n of lines) await his.add(`his ${n}`);
      })(),
    ]);
    const [mine, theirs] = [lines.map((n) => `hers ${n}`), lines.map((n) => `his ${n}`)];
    await eventually(async () => (await his.topics(/Maya’s topics/)).slice(-6), mine);
    await eventually(async () => (await hers.topics(/Ravi’s topics/)).slice(-6), theirs);
  });

  test('D10: what is typed without a connection is kept, shown as unsent, and sent once', async () => {
    await ravi.context.setOffline(true);
    await his.add('Typed on the train');
    await his.frame.getByText('Not sent yet').first().waitFor({ state: 'attached' });
    await his.frame.getByText(/No connection\. 1 change is kept on this device/).waitFor();
    await his.frame.getByText('Support, for both of you').click();
    const unread = his.frame.getByText('Rapport cannot be reached right now.');
    await unread.waitFor();
    await ravi.context.setOffline(false);
    // What could not be read is read as soon as it can be, without a press.
    await unread.waitFor({ state: 'detached' });
    await eventually(async () => (await hers.topics(/Ravi’s topics/)).at(-1), 'Typed on the train');
    await his.frame.getByText('Not sent yet').first().waitFor({ state: 'detached' });
    expect(
      (await hers.topics(/Ravi’s topics/)).filter((line) => line === 'Typed on the train'),
    ).toHaveLength(1);
  });

  test('the personal app shows the same agenda', async () => {
    const app = await ravi.open({ view: 'app', person: 'ravi' });
    await rapportIn(app).getByText('Maya Adeyemi').click();
    const rapport = useRapport(app);
    await rapport.box.waitFor();
    expect(await rapport.topics(/Your topics/)).toEqual(await his.topics(/Your topics/));
    await app.close();
  });
});

describe('who gets in from a meeting', () => {
  test('D9: Maya opens the meeting’s side panel, binds it, and Ravi finds the agenda there', async () => {
    const hersInMeeting = await maya.open({ view: 'meeting', person: 'maya' });
    await hersInMeeting
      .getByRole('button', { name: /Add Rapport to this meeting|^Add$/ })
      .first()
      .click();
    const panel = useRapport(hersInMeeting);
    await panel.frame.getByRole('button', { name: /Ravi Subramanian/ }).click();
    await panel.box.waitFor();
    await checkAccessible(hersInMeeting);
    const hisInMeeting = await ravi.open({ view: 'meeting', person: 'ravi' });
    const hisPanel = useRapport(hisInMeeting);
    await hisPanel.box.waitFor();
    await hisPanel.add('From the side panel');
    await eventually(
      async () => (await panel.topics(/Ravi’s topics/)).at(-1),
      'From the side panel',
    );

    const meeting = new URL(hersInMeeting.url()).searchParams.get('meeting');
    const third = await tom.open({
      view: 'meeting',
      person: 'tom',
      ...(meeting ? { meeting } : {}),
    });
    await rapportIn(third).locator('main').waitFor();
    await rapportIn(third).getByRole('heading').first().waitFor();
    expect(await rapportIn(third).locator('body').innerText()).not.toMatch(/side panel|Maya|Ravi/);
    expect(await useRapport(third).box.count()).toBe(0);
    await Promise.all([hersInMeeting.close(), hisInMeeting.close(), third.close()]);
  });

  test('C1: in a meeting whose id names nobody the second person asks, the first confirms', async () => {
    const lena = await browser.person(server);
    const chat = await maya.open({ view: 'chat', person: 'maya' });
    await openMeetingChat(chat, /^1:1 .*Lena/);
    const hersThere = rapportIn(chat);
    await hersThere.getByRole('button', { name: 'Set up a 1:1 for this meeting' }).click();
    await hersThere.getByRole('radio', { name: 'Not now' }).check();
    await hersThere.getByRole('button', { name: 'Set up the 1:1' }).click();
    await hersThere.getByText('Nobody has joined yet.').waitFor();

    const lenasChat = await lena.open({ view: 'chat', person: 'lena' });
    await openMeetingChat(lenasChat, /^1:1 .*Lena/);
    await checkAccessible(lenasChat);
    await rapportIn(lenasChat).getByRole('button', { name: 'Ask to join' }).click();
    await rapportIn(lenasChat)
      .getByText(/If somebody set up a 1:1/)
      .waitFor();

    await hersThere.getByText('Lena Hoffmann asks to join.').waitFor();
    await checkAccessible(chat);
    await hersThere.getByRole('button', { name: 'Confirm' }).click();
    await rapportIn(lenasChat)
      .getByRole('heading', { name: 'Maya Adeyemi invites you to a 1:1' })
      .waitFor();
    await rapportIn(lenasChat)
      .getByRole('button', { name: 'Join, decide on the terms later' })
      .click();
    await useRapport(lenasChat).box.waitFor();
    await lena.close();
    await chat.close();
  });

  test('A1: a third person who knows the series’ address gets nothing', async () => {
    const id = await seriesOfRavi();
    const token = await tokenOf('tom');
    for (const path of ['series', 'invitations']) {
      const reply = await fetch(`${server.app}/api/${path}/${id}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(reply.status).toBe(404);
      expect(await reply.text()).not.toMatch(/Maya|Ravi|on-call/);
    }
  });
});

test('D10: after the server was stopped and started everything is there', async () => {
  const before = await his.topics(/Your topics/);
  await server.kill('SIGINT');
  const again = await startServer({ data: server.data });
  try {
    const page = await ravi.context.newPage();
    await page.goto(`${again.url}/?view=app&person=ravi`);
    await rapportIn(page).getByText('Maya Adeyemi').click();
    const rapport = useRapport(page);
    await rapport.box.waitFor();
    expect(await rapport.topics(/Your topics/)).toEqual(before);
  } finally {
    server = again;
  }
});

test('nothing went wrong on any page, and no request left this machine', () => {
  expect(browser.problems).toEqual([]);
  expect(browser.refused.filter((url) => !url.includes('validDomains'))).toEqual([]);
});

async function openMeetingChat(page: Page, name: RegExp): Promise<void> {
  await page.getByText(name).first().click();
  await page
    .getByRole('button', { name: 'Add to this chat' })
    .or(page.getByRole('tab', { name: 'Rapport' }))
    .first()
    .waitFor();
  if ((await page.getByRole('tab', { name: 'Rapport' }).count()) === 0) {
    await page.getByRole('button', { name: 'Add to this chat' }).click();
    await page.getByRole('button', { name: /^Add/ }).last().click();
  }
  await page.getByRole('tab', { name: 'Rapport' }).click();
}

async function tokenOf(person: string): Promise<string> {
  const reply = await fetch(`${server.url}/local/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person }),
  });
  const { token } = (await reply.json()) as { token: string };
  return token;
}

async function seriesOfRavi(): Promise<string> {
  const reply = await fetch(`${server.app}/api/home`, {
    headers: { authorization: `Bearer ${await tokenOf('ravi')}` },
  });
  const { seats } = (await reply.json()) as { seats: { series: string }[] };
  const series = seats[0]?.series;
  if (!series) throw new Error('Ravi has no series');
  return series;
}

async function drag(page: Page, rapport: Rapport, from: string, above: string): Promise<void> {
  const handle = await rapport.row(from).locator('span').first().boundingBox();
  const target = await rapport.row(above).boundingBox();
  if (!handle || !target) throw new Error('a row is not on the screen');
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(target.x + 40, target.y + target.height / 2, { steps: 8 });
  await page.mouse.move(target.x + 40, target.y + 3, { steps: 4 });
  await page.mouse.up();
}
