import './node.mjs';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { buildForLocal } from './build.mjs';
import { install } from './install.mjs';
import { root } from './run.mjs';

/**
 * `npm run screenshots`: plays the story on the running product, as two people would, and takes the pictures
 * of the README on the way.
 */
const pictures = join(root, 'docs/images');
// Chromium's own choice, but for the storage of framed pages, which Playwright would take away.
const FLAGS = ['--no-sandbox', '--disable-features=Translate,MediaRouter,HttpsUpgrades'];

const INTRODUCTION =
  'I would like this half hour to be yours: what is going well, what is in your way, and what I could do ' +
  'differently. I will come prepared, and I keep what you tell me to myself.';

/** Starts the server on a free port, with nothing in it. */
async function serve(data) {
  const child = spawn(process.execPath, [join(root, '.build/local/main.mjs')], {
    env: {
      ...process.env,
      PORT: '0',
      RAPPORT_DATA: data,
      RAPPORT_ERASURES: join(data, 'erasures.db'),
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  child.stdout.setEncoding('utf8');
  for await (const text of child.stdout) {
    const found = /http:\/\/localhost:\d+/.exec(text);
    if (found) return { url: found[0], stop: () => child.kill('SIGINT') };
  }
  throw new Error('The local server did not start.');
}

async function play(browser, url) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 860 },
    deviceScaleFactor: 2,
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  const shoot = async (page, name, options = {}) => {
    // A page behind another one is not drawn anew; fonts and the last transition take a moment.
    await page.bringToFront();
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(pictures, `${name}.png`), scale: 'css', ...options });
  };
  const open = async (query, width, height) => {
    const page = await context.newPage();
    if (width) await page.setViewportSize({ width, height });
    await page.goto(`${url}/?${query}`);
    return { page, app: page.frameLocator('iframe[title="Rapport"]') };
  };
  const add = async ({ app }, words) => {
    await app.getByLabel('New topic').fill(words);
    await app.getByLabel('New topic').press('Enter');
    await app.locator('li[data-topic]').filter({ hasText: words }).waitFor();
  };

  const maya = await open('view=app&person=maya', 900, 1000);
  await maya.app.getByRole('button', { name: 'Start a 1:1' }).click();
  await maya.app.getByRole('button', { name: /Choose a person/ }).click();
  await maya.page.getByRole('dialog').getByText('Ravi').click();
  await maya.app.getByLabel('Your introduction').fill(INTRODUCTION);
  await maya.app.getByRole('radio', { name: 'Agree' }).check();
  await maya.app.getByRole('heading', { name: 'Start a 1:1' }).scrollIntoViewIfNeeded();
  await shoot(maya.page, 'start');
  await maya.app.getByRole('button', { name: 'Send invitation' }).click();
  await add(maya, 'How the first quarter felt to you');
  await add(maya, 'What you would like to learn next');

  const ravi = await open('view=chat&person=ravi', 900, 1000);
  await ravi.page.getByRole('button', { name: 'Add to this chat' }).click();
  await ravi.page.getByRole('button', { name: 'Add', exact: true }).click();
  await ravi.app.getByRole('button', { name: 'Agree and join' }).waitFor();
  await shoot(ravi.page, 'invitation');
  await ravi.app.getByRole('button', { name: 'Agree and join' }).click();
  await add(ravi, 'The on-call plan keeps me up at night');
  await add(ravi, 'Could I lead the migration?');
  await ravi.app.getByRole('radio', { name: 'Only you' }).check({ force: true });
  await add(ravi, 'Not sure yet whether I want to manage people');
  await ravi.app.getByRole('radio', { name: /You and Maya/ }).check({ force: true });
  await shoot(ravi.page, 'chat');

  const desk = await open('', 1440, 860);
  const [left, right] = ['Maya', 'Ravi'].map((name) =>
    desk.page.frameLocator(`iframe[title^="Teams window of ${name}"]`),
  );
  await left.frameLocator('iframe[title="Rapport"]').getByText('Ravi Subramanian').click();
  await right.getByRole('tab', { name: 'Rapport' }).click();
  await right.frameLocator('iframe[title="Rapport"]').getByLabel('New topic').waitFor();
  await shoot(desk.page, 'agenda');

  await playMeeting({ open, shoot, add });
}

/** The 1:1 itself, and what comes after it. */
async function playMeeting({ open, shoot }) {
  const maya = await open('view=meeting&person=maya', 1100, 780);
  await maya.page.getByRole('button', { name: 'Add Rapport to this meeting' }).click();
  await maya.app.getByRole('button', { name: /Ravi/ }).click();
  await maya.app.getByText('Could I lead the migration?').waitFor();
  const ravi = await open('view=meeting&person=ravi&theme=dark', 1100, 780);
  await ravi.app.getByText('Could I lead the migration?').waitFor();
  await shoot(maya.page, 'meeting-begins');

  const topic = /Talk about: The on-call plan/;
  for (const { app } of [maya, ravi]) await app.getByRole('button', { name: topic }).click();
  const note = async ({ app }, words) => {
    await app.getByLabel('Note', { exact: true }).fill(words);
    await app.getByLabel('Note', { exact: true }).press('Enter');
    await app.getByText(words).waitFor();
  };
  await note(ravi, 'Two nights in a row, twice last month');
  await note(maya, 'A second person on call from May on');
  await ravi.app
    .getByRole('button', { name: /^Promise/ })
    .first()
    .click();
  await ravi.app
    .getByLabel('Promise', { exact: true })
    .fill('Ask Nia whether she would share the nights');
  await ravi.app.getByLabel('Promise', { exact: true }).press('Enter');
  await ravi.app.getByText('A second person on call from May on').waitFor();
  await shoot(ravi.page, 'meeting-topic');
  await ravi.app.getByRole('checkbox', { name: 'Discussed' }).click();
  await maya.app.getByRole('button', { name: topic, expanded: true }).click();
  await maya.app.getByRole('button', { name: 'Wrap up' }).click();
  await maya.app.getByRole('heading', { name: 'Before you go' }).waitFor();
  await shoot(maya.page, 'meeting-end');
  await maya.app.getByRole('button', { name: 'Finish' }).click();
  await maya.app
    .getByText(/That was your 1st/)
    .first()
    .waitFor();
  await Promise.all([maya, ravi].map(({ page }) => page.close()));
  await playAfter({ open, shoot });
}

async function playAfter({ open, shoot }) {
  const hers = await open('view=app&person=maya', 900, 900);
  await hers.app.getByText('Ravi Subramanian').click();
  await hers.app.getByText('How was your 1:1? 20 seconds').waitFor();
  await shoot(hers.page, 'check-in');
  await hers.app.getByRole('button', { name: 'Give feedback' }).click();
  await hers.app
    .getByLabel('What would you like to tell Ravi?')
    .fill(
      'In Monday’s review you answered for Nia when the customer asked her. She said nothing after ' +
        'that. Next time you could wait a moment: she knows this part best.',
    );
  await hers.app.getByRole('radio', { name: 'Criticism' }).check({ force: true });
  await hers.page.setViewportSize({ width: 900, height: 1340 });
  await shoot(hers.page, 'feedback');
  await hers.app.getByRole('radio', { name: /Send it/ }).check({ force: true });
  await hers.app.getByRole('button', { name: 'Give it' }).click();
  const his = await open('view=app&person=ravi', 900, 1000);
  await his.app.getByText('Maya Adeyemi').click();
  await his.app.getByRole('button', { name: 'One more thing waits for you' }).click();
  await his.app.getByRole('button', { name: 'Read it now' }).click();
  await his.app.getByText('I will try this').click();
  await his.app.getByLabel('What will you try?').scrollIntoViewIfNeeded();
  await shoot(his.page, 'feedback-read');
  await Promise.all([hers, his].map(({ page }) => page.close()));
}

/** A Tuesday morning: within working hours, whenever the pictures are taken. */
const moveClock = (url) =>
  fetch(`${url}/local/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ at: '2026-11-24T10:00:00.000Z' }),
  });

await install();
await buildForLocal();
await mkdir(pictures, { recursive: true });
const data = await mkdtemp(join(tmpdir(), 'rapport-pictures-'));
const server = await serve(data);
const { chromium } = await import('playwright-core');
const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: FLAGS });
try {
  await moveClock(server.url);
  await play(browser, server.url);
} finally {
  await browser.close();
  server.stop();
  await rm(data, { recursive: true, force: true });
}
