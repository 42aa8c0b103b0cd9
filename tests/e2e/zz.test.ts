import { test, expect } from '@jest/globals';
import { launchBrowser, rapportIn } from './support/browser';
import { startServer } from './support/server';
import { checkAccessible } from './support/accessible';

test('smoke', async () => {
  const server = await startServer();
  const browser = await launchBrowser();
  const maya = await browser.person(server);
  const page = await maya.open({ person: 'maya', view: 'app' });
  try {
    await rapportIn(page).getByRole('heading').first().waitFor();
  } catch (e) {
    console.log(e);
  }
  await page.screenshot({ path: '/tmp/zz.png' });
  await checkAccessible(page).catch((e: unknown) => console.log(String(e)));
  console.log(browser.problems, browser.refused, server.log());
  await browser.close();
  await server.stop();
  console.log('stopped', server.log());
  expect(1).toBe(1);
});
