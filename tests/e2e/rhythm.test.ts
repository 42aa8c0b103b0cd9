import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { checkAccessible } from './support/accessible';
import { openApi, type Api } from './support/api';
import { launchBrowser, type TestBrowser } from './support/browser';
import { eventually, useRapport, type Rapport } from './support/rapport';
import { moveClock, startServer, type Server } from './support/server';
import { seriesTogether, writeTopic } from './support/setup';

/** The rhythm of two people over a year, by both; Maya's clock stands in Berlin and Ravi's in New York. */
let server: Server;
let browser: TestBrowser;
let api: Api;
let series: string;
let pages: [Page, Page];
let hers: Rapport;
let his: Rapport;

const clock = (at: string) => moveClock(server, at);
const button = ({ frame }: Rapport, name: string | RegExp) => frame.getByRole('button', { name });
/** The line about the rhythm, as it is read. */
const line = ({ frame }: Rapport) => frame.getByRole('region', { name: 'When you meet' });
const says = async (words: string | RegExp) => {
  for (const screen of [hers, his]) await line(screen).getByText(words).waitFor();
};
const enter = async ({ frame }: Rapport, day: string, time: string) => {
  await frame.getByLabel('Day', { exact: true }).fill(day);
  await frame.getByLabel('Time', { exact: true }).fill(time);
};
const does = (route: string, body: object) =>
  api.ok('ravi', route, { params: { seriesId: series }, key: randomUUID(), body });
const topicId = async (words: string): Promise<string> => {
  const { json } = await api.ok('ravi', 'getSeries', { params: { seriesId: series } });
  return json.topics.find(({ text }: { text: string }) => text === words).id;
};
/** Time passes, and then one of them writes a topic: both read what stands by now. */
const passes = async (at: string, topic: string) => {
  await clock(at);
  await writeTopic(api, 'ravi', series, topic);
  for (const screen of [hers, his]) await screen.row(topic).waitFor();
};

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  await clock('2026-03-02T09:00:00.000Z');
  api = openApi(server);
  series = await seriesTogether(api, 'maya', 'ravi');
  await writeTopic(api, 'ravi', series, 'The on-call plan');
  const [maya, ravi] = await Promise.all([
    browser.person(server, { timezoneId: 'Europe/Berlin' }),
    browser.person(server, {
      timezoneId: 'America/New_York',
      viewport: { width: 390, height: 800 },
    }),
  ]);
  pages = [
    await maya.open({ view: 'app', person: 'maya' }),
    await ravi.open({ view: 'app', person: 'ravi' }),
  ];
  hers = useRapport(pages[0]);
  his = useRapport(pages[1]);
  await hers.frame.getByText('Ravi Subramanian').click();
  await his.frame.getByText('Maya Adeyemi').click();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('a beginning that was a slip is taken back, and is there for neither', async () => {
  await button(hers, 'Start the 1:1').click();
  await button(his, 'Wrap up').waitFor();
  expect(await button(his, 'Not started after all').count()).toBe(0);
  const more = button(his, 'More for: The on-call plan');
  await more.click();
  await button(his, 'Remove').waitFor();
  expect(await button(his, 'Tactical').count()).toBe(0);
  await button(hers, 'Not started after all').click();
  for (const screen of [hers, his]) await button(screen, 'Start the 1:1').waitFor();
  await button(his, 'Tactical').waitFor();
  await more.click();
});

test('a rhythm that suits the first months is left by one, and taken by the other in one press', async () => {
  await says(/every week often helps/);
  await button(his, 'Keep it as it is').click();
  await eventually(
    () =>
      line(his)
        .getByText(/every week often helps/)
        .count(),
    0,
  );
  await button(hers, 'Meet every week').click();
  for (const { frame } of [hers, his]) await frame.getByText(/^Every week, 30 minutes/).waitFor();
  await eventually(
    () =>
      line(hers)
        .getByText(/every week often helps/)
        .count(),
    0,
  );
});

test('A2: either sets the date and the other moves it; each reads their own clock', async () => {
  await says('No date for your next 1:1 yet.');
  await button(hers, 'Pick a date').click();
  await enter(hers, '2026-03-10', '15:00');
  await button(hers, 'Set this date').click();
  await line(his).getByText('Next 1:1: Tuesday 10 March at 10:00.').waitFor();
  await line(his).getByText('Maya set this date.').waitFor();
  await line(his).getByText('For Maya that is 15:00.').waitFor();
  await checkAccessible(pages[1]);
  await button(his, 'Move or skip').click();
  await enter(his, '2026-03-11', '10:00');
  await his.frame.getByText(/^For Maya that is 15:00, unless clocks/).waitFor();
  await button(his, 'Move it here').click();
  await line(hers).getByText('Next 1:1: Wednesday 11 March at 15:00.').waitFor();
  await line(hers)
    .getByText(/Ravi moved it. It was Tuesday 10 March at 15:00./)
    .waitFor();
});

test('B6: a raised hand goes along with a date that is skipped', async () => {
  const body = { number: 1, hand: 'wait' };
  await api.ok('ravi', 'prepareMeeting', { params: { seriesId: series }, key: randomUUID(), body });
  await hers.frame.getByText('Start with a moment for the two of you.').waitFor();
  await button(hers, 'Move or skip').click();
  // A week after the Tuesday that it was, before it was moved once.
  await button(hers, /^Skip it: next on Tuesday 17 March at 15:00/).click();
  await line(his).getByText('Next 1:1: Tuesday 17 March at 10:00.').waitFor();
  await line(his)
    .getByText(/Maya skipped Wednesday 11 March/)
    .waitFor();
  expect(await hers.frame.getByText('Start with a moment for the two of you.').count()).toBe(1);
});

test('D12: a time that the clocks leave out is said as it is typed and as it stands, to whom it is one', async () => {
  await button(hers, 'Move or skip').click();
  await enter(hers, '2026-03-29', '02:30');
  const said = hers.frame.getByRole('status').getByText(/^That night the clocks go forward/);
  expect(await said.textContent()).toMatch(/ 2:30 does not exist. It will be 3:30.$/);
  await button(hers, 'Move it here').click();
  await line(hers).getByText('Next 1:1: Sunday 29 March at 3:30.').waitFor();
  await line(hers).getByText('That night the clocks go forward: after 1:59 comes 3:00.').waitFor();
  await line(his).getByText('Next 1:1: Saturday 28 March at 21:30.').waitFor();
  expect(
    await line(his)
      .getByText(/clocks go/)
      .count(),
  ).toBe(0);
});

test('A2: either takes a break without a reason; nothing speaks of a gap in it, and the other ends it', async () => {
  await button(his, 'Take a break').click();
  await his.frame.getByText(/It needs no reason/).waitFor();
  await his.frame.getByText(/^Your 1:1 on Saturday 28 March at 21:30 is off then/).waitFor();
  await checkAccessible(pages[1]);
  await button(his, 'Start the break').click();
  await says('Your 1:1s take a break until one of you ends it.');
  await line(hers)
    .getByText(/Ravi started the break/)
    .waitFor();
  await passes('2026-05-20T09:00:00.000Z', 'After eight weeks');
  await says('Your 1:1s take a break until one of you ends it.');
  await button(hers, 'End the break').click();
  await says('No date for your next 1:1 yet.');
});

test('B7: a gap is said to both, outside of a meeting, with what they can do', async () => {
  await passes('2026-06-20T12:00:00.000Z', 'After a month');
  await says('No 1:1 since 20 May, 31 days ago.');
  for (const name of ['Pick a date', 'Take a break', 'Change how often']) {
    expect(await line(his).getByRole('button', { name }).count()).toBe(1);
  }
  await button(his, 'Change how often').click();
  // Passing a rhythm on the way to another one changes nothing yet.
  await line(his).getByRole('radio', { checked: true }).press('ArrowRight');
  await line(his).getByRole('radio', { name: 'Every month' }).check({ force: true });
  await button(his, 'Save').click();
  await hers.frame.getByText(/^Every month, 30 minutes/).waitFor();
  await does('setRetention', { months: 12 });
  await hers.frame.getByText(/^Ravi announced on/).waitFor();
  await button(hers, 'Start the 1:1').click();
  for (const screen of [hers, his]) await eventually(() => line(screen).count(), 0);
  // What her own press folded does not come back with his (A9).
  await does('openTopic', { number: 1, topic: await topicId('The on-call plan') });
  await hers.frame.getByText('Ravi is here').waitFor();
  expect(await hers.frame.getByText('Your 1:1 has begun').count()).toBe(0);
  await button(hers, 'Wrap up').click();
  await enter(hers, '2026-10-25', '02:30');
  const said = hers.frame.getByRole('status').getByText(/the clocks go back: 2:30 comes twice/);
  await said.waitFor();
});

test('D7: the real rhythm stands against the agreed one, and can be read as a table', async () => {
  await does('finishMeeting', { number: 1, nextAt: null });
  await clock('2026-07-18T12:00:00.000Z');
  await does('startMeeting', { number: 2, endsAt: null });
  await does('finishMeeting', { number: 2, nextAt: null });
  await pages[1].reload();
  await his.frame.getByText('Maya Adeyemi').click();
  await his.frame.getByText('Pictures', { exact: true }).click();
  await his.frame.getByText('1:1s since 2 March: 2. Agreed: every month.').waitFor();
  await his.frame.getByText('As a table').click();
  await his.frame.getByRole('row', { name: /20 June The first one here/ }).waitFor();
  await his.frame.getByRole('row', { name: /18 July 28/ }).waitFor();
  await checkAccessible(pages[1]);
  expect(browser.problems).toEqual([]);
});
