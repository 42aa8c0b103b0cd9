import { randomUUID } from 'node:crypto';
import { view } from '../../support/story';
import type { Command } from './command';
import { PROMISE, together } from './story';

const SAFETY = {
  type: 'safety',
  basis: 'law',
  wording: 'What happened',
  audience: 'Court',
  shownAt: null,
};

const FAR = '2099-05-01T10:00:00.000Z';

const PLAN = { number: 1, from: null, to: FAR, skip: false, offset: null };

export const atWork: readonly Command[] = [
  together('ravi', 'shareTopic', (story) => story.topic('ravi', 'to share', 'addPrivateTopic')),
  together('ravi', 'shareNote', (story) =>
    story.writes('ravi', 'addPrivateNote', { text: 'for both', topic: null, draft: true }),
  ),
  together('ravi', 'discussTopic', async (story) => ({
    ...(await story.topic('maya', 'a topic')),
    body: { discussed: true },
  })),
  together('ravi', 'addAction', async () => ({ body: { id: randomUUID(), ...PROMISE } })),
  together('ravi', 'editAction', async (story) => {
    const { lineId, version } = await story.action('ravi');
    return { lineId, body: { ...PROMISE, text: 'changed', version } };
  }),
  together('ravi', 'removeAction', async (story) => {
    const { lineId, version } = await story.action('ravi');
    return { lineId, body: { version } };
  }),
  together('ravi', 'restoreAction', async (story) => {
    const { lineId, version } = await story.action('ravi');
    await story.does('ravi', 'removeAction', { version }, { lineId });
    return { lineId, body: PROMISE };
  }),
  together('ravi', 'finishAction', async (story) => ({
    ...(await story.action('maya')),
    body: { done: true },
  })),
  together('ravi', 'disputeNote', async (story) => {
    const { lineId, version } = await story.note('maya', 'hers');
    return { lineId, body: { version, text: 'not so', stands: true } };
  }),
  together('ravi', 'disputeAction', async (story) => {
    const { lineId, version } = await story.action('maya');
    return { lineId, body: { version, text: null, stands: true } };
  }),
  together('ravi', 'markTopic', async (story) => ({
    ...(await story.topic('ravi', 'a topic')),
    body: { level: 'tactical' },
  })),
  together('maya', 'assignAction', async (story) => ({
    ...(await story.action('ravi')),
    body: { owner: 'manager' },
  })),
  together('ravi', 'addLedgerEntry', async () => ({ body: { id: randomUUID(), ...SAFETY } })),
  together('maya', 'changeLedgerEntry', async (story) => ({
    ...(await story.writes('maya', 'addLedgerEntry', SAFETY)),
    body: { step: 'add', text: 'more of it' },
  })),
  together('maya', 'exportSeries', async (story) => {
    await story.topic('maya', 'hers', 'addPrivateTopic');
    return { body: { includePrivate: true } };
  }),
  together('ravi', 'prepareMeeting', async () => ({ body: { number: 1, hand: 'wait' } })),
  together('maya', 'startMeeting', async () => ({ body: { number: 1, endsAt: null } })),
  together('maya', 'cancelStart', async (story) => {
    await story.starts();
    return { body: { number: 1 } };
  }),
  together('ravi', 'planMeeting', async (story) => {
    await story.does('maya', 'pauseSeries', { until: null });
    return { body: { number: 1, from: null, to: FAR, skip: false, offset: 60 } };
  }),
  together('ravi', 'pauseSeries', async (story) => {
    await story.does('maya', 'planMeeting', PLAN);
    return { body: { until: null } };
  }),
  together('maya', 'endPause', async (story) => {
    await story.does('ravi', 'pauseSeries', { until: FAR });
    const { pauses } = (await view(story.world, 'maya', story.series)).json;
    return { body: { at: pauses?.[0]?.at } };
  }),
  together('maya', 'openTopic', async (story) => {
    const { lineId: topic } = await story.topic('ravi', 'a topic');
    return { body: { number: 1, topic } };
  }),
  together('maya', 'wrapUp', async (story) => {
    await story.starts();
    return { body: { number: 1 } };
  }),
  together('maya', 'resumeMeeting', async (story) => {
    await story.starts();
    await story.does('maya', 'wrapUp', { number: 1 });
    return { body: { number: 1 } };
  }),
  together('maya', 'finishMeeting', async (story) => {
    const discussed = await story.topic('ravi', 'discussed');
    await story.topic('maya', 'carried over');
    await story.action('ravi');
    await story.starts();
    await story.note('maya', 'for both');
    await story.note('maya', 'hers', 'addPrivateNote');
    await story.note('ravi', 'his', 'addPrivateNote');
    await story.does('maya', 'discussTopic', { discussed: true }, { lineId: discussed.lineId });
    for (const who of ['maya', 'ravi']) {
      const { lineId } = await story.draft(who, 'brought');
      await story.does(who, 'giveFeedback', { delivery: { how: 'bring' } }, { lineId });
      await story.does(who, 'sayFeedback', { said: true }, { lineId });
    }
    await story.given('maya', 'during the meeting');
    return { body: { number: 1, nextAt: '2026-12-07T10:00:00.000Z' } };
  }),
];
