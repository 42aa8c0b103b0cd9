import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Frame, Page } from 'playwright-core';
import { checkAccessible } from './support/accessible';
import { launchBrowser, rapportIn, type TestBrowser } from './support/browser';
import { eventually } from './support/rapport';
import { startServer, type Server } from './support/server';

/** The other stories trust these: each has to cry when there is something to cry about. */
let server: Server;
let browser: TestBrowser;
let page: Page;
let rapport: Frame;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const maya = await browser.person(server);
  page = await maya.open({ person: 'maya', view: 'app' });
  await rapportIn(page).getByRole('heading').first().waitFor();
  rapport = page.frames().find((frame) => frame.url().startsWith(server.app)) ?? page.mainFrame();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('D12: the first screen is accessible, its console empty, its policy kept', async () => {
  await checkAccessible(page);
  expect(browser.problems).toEqual([]);
});

test('two buttons that are called alike are found in one list and in one part, and not in parts with names', async () => {
  const build = (within: 'ul' | 'section', named: readonly string[]) =>
    rapport.evaluate(
      ([tag, names]) => {
        const list = document.createElement(tag);
        for (const name of names) {
          const item = document.createElement(tag === 'ul' ? 'li' : 'section');
          if (name !== '') item.ariaLabel = name;
          const button = Object.assign(document.createElement('button'), { textContent: 'Remove' });
          button.style.height = '32px';
          item.append(button);
          list.append(item);
        }
        document.querySelector('main')?.append(Object.assign(list, { id: 'planted' }));
      },
      [within, named] as const,
    );
  const clear = () => rapport.evaluate(() => document.querySelector('#planted')?.remove());
  await build('ul', ['', '']);
  await expect(checkAccessible(page)).rejects.toThrow(/called alike: "Remove" twice in ul/);
  await clear();
  await build('section', ['', '']);
  await expect(checkAccessible(page)).rejects.toThrow(/called alike: "Remove" twice in/);
  await clear();
  await build('section', ['Yours', 'Theirs']);
  await checkAccessible(page);
  await clear();
});

test('a control without a name in Rapport’s frame is found', async () => {
  await rapport.evaluate(() => document.body.append(document.createElement('button')));
  await expect(checkAccessible(page)).rejects.toThrow(/button-name: .*127\.0\.0\.1/);
  await expect(checkAccessible(rapport)).rejects.toThrow('button-name');
});

test('an error on the console, one not caught, and a broken policy are noted', async () => {
  // It arrives from another process.
  const noted = (pattern: RegExp) =>
    eventually(async () => browser.problems.some((problem) => pattern.test(problem)), true);
  await rapport.evaluate(() => {
    // oxlint-disable-next-line no-console -- what is noted is the console
    console.error('planted');
    queueMicrotask(() => {
      throw new Error('thrown');
    });
    document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.example/a.png' }));
  });
  await noted(/^console: planted/);
  await noted(/^not caught: thrown/);
  await noted(/^policy: img-src https:\/\/elsewhere\.example/);
});

test('a request to elsewhere gets no answer, and is noted', async () => {
  const blank = await page.context().newPage();
  const answer = await blank
    .goto('https://elsewhere.example/')
    .catch((error: Error) => error.message);
  expect(answer).toMatch('ERR_NAME_NOT_RESOLVED');
  await eventually(async () => browser.refused, ['https://elsewhere.example/']);
});
