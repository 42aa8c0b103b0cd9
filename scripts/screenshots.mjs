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
    env: { ...process.env, PORT: '0', RAPPORT_DATA: data },
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
    reducedMotion: 'reduce',
  });
  const shoot = async (page, name, options = {}) => {
    // Only what was drawn counts: fonts, and the last transition.
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
  await maya.app.getByRole('radio', { name: 'I agree to these terms' }).check();
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

  const meeting = await open('view=meeting&person=maya&theme=dark', 1100, 760);
  await meeting.page.getByRole('button', { name: 'Add Rapport to this meeting' }).click();
  await meeting.app.getByRole('button', { name: /Ravi/ }).click();
  await meeting.app.getByText('Could I lead the migration?').waitFor();
  const other = await open('view=meeting&person=ravi', 900, 700);
  await other.app.getByText('Could I lead the migration?').waitFor();
  await shoot(meeting.page, 'panel');
  await Promise.all([meeting, other].map(({ page }) => page.close()));

  const desk = await open('', 1440, 860);
  const [left, right] = ['Maya', 'Ravi'].map((name) =>
    desk.page.frameLocator(`iframe[title^="Teams window of ${name}"]`),
  );
  await left.frameLocator('iframe[title="Rapport"]').getByText('Ravi Subramanian').click();
  await right.getByRole('tab', { name: 'Rapport' }).click();
  await right.frameLocator('iframe[title="Rapport"]').getByLabel('New topic').waitFor();
  await shoot(desk.page, 'agenda');
}

await install();
await buildForLocal();
await mkdir(pictures, { recursive: true });
const data = await mkdtemp(join(tmpdir(), 'rapport-pictures-'));
const server = await serve(data);
const { chromium } = await import('playwright-core');
const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: FLAGS });
try {
  await play(browser, server.url);
} finally {
  await browser.close();
  server.stop();
  await rm(data, { recursive: true, force: true });
}
