import type { Command } from './command';
import { PRAISE, written, together, alone } from './story';

const HOUR = 60 * 60 * 1000;

const CHECK_IN = { meeting: 1, worth: 4, heard: 5, share: 60 };

export const feedback: readonly Command[] = [
  together('maya', 'addPrivateFeedback', async () => ({ body: { ...written('new'), ...PRAISE } })),
  together('maya', 'editPrivateFeedback', async (story) => {
    const { lineId, version } = await story.draft('maya', 'words');
    return { lineId, body: { text: 'changed', version, ...PRAISE } };
  }),
  together('maya', 'removePrivateFeedback', async (story) => {
    const { lineId, version } = await story.draft('maya', 'words');
    return { lineId, body: { version } };
  }),
  together('maya', 'restorePrivateFeedback', async (story) => {
    const { lineId, version } = await story.draft('maya', 'words');
    await story.does('maya', 'removePrivateFeedback', { version }, { lineId });
    return { lineId, body: { text: 'again', ...PRAISE } };
  }),
  together(
    'maya',
    'giveFeedback',
    async (story) => {
      await story.given('maya', 'earlier');
      const { lineId } = await story.draft('maya', 'words');
      return { lineId, body: { delivery: story.sentIn(0) } };
    },
    'now',
  ),
  together(
    'maya',
    'giveFeedback',
    async (story) => {
      const { lineId } = await story.draft('maya', 'words');
      return { lineId, body: { delivery: story.sentIn(HOUR) } };
    },
    'later',
  ),
  together(
    'maya',
    'giveFeedback',
    async (story) => {
      const { lineId } = await story.draft('maya', 'words');
      return { lineId, body: { delivery: { how: 'bring' } } };
    },
    'in the next 1:1',
  ),
  together('maya', 'keepFeedback', async (story) => {
    const { lineId } = await story.draft('maya', 'words');
    await story.does('maya', 'giveFeedback', { delivery: story.sentIn(HOUR) }, { lineId });
    return { lineId };
  }),
  together('maya', 'sayFeedback', async (story) => {
    const { lineId } = await story.draft('maya', 'words');
    await story.does('maya', 'giveFeedback', { delivery: { how: 'bring' } }, { lineId });
    await story.starts();
    return { lineId, body: { said: true } };
  }),
  together('ravi', 'deferFeedback', async (story) => ({
    ...(await story.given('maya', 'words')),
    body: { together: true },
  })),
  together('ravi', 'addWish', async () => ({ body: written('my talk') })),
  together('ravi', 'removeWish', async (story) => {
    const { lineId, version } = await story.writes('ravi', 'addWish', { text: 'my talk' });
    return { lineId, body: { version } };
  }),
  together('ravi', 'restoreWish', async (story) => {
    const { lineId, version } = await story.writes('ravi', 'addWish', { text: 'my talk' });
    await story.does('ravi', 'removeWish', { version }, { lineId });
    return { lineId, body: { text: 'my talk' } };
  }),
  together('ravi', 'openFeedback', (story) => story.given('maya', 'words')),
  ...(['thanks', 'willTry', 'talk'] as const).map((kind) =>
    together(
      'ravi',
      'answerFeedback',
      async (story) => ({
        ...(await story.opened('maya', 'words')),
        body: { kind, words: kind === 'thanks' ? null : 'Ask earlier' },
      }),
      kind,
    ),
  ),
  together('maya', 'replyToAnswer', async (story) => ({
    ...(await story.answered('maya', 'words')),
    body: { text: 'On Monday' },
  })),
  together('ravi', 'closeFeedback', (story) => story.answered('maya', 'words')),
  together('ravi', 'retainFeedback', async (story) => ({
    ...(await story.closed('maya', 'words')),
    body: { retained: true },
  })),
  together('maya', 'setRetention', async () => ({ body: { months: 12 } })),
  together(
    'ravi',
    'setRetention',
    async (story) => {
      await story.does('maya', 'setRetention', { months: 6 });
      return { body: { months: 24 } };
    },
    'which takes the announced one back',
  ),
  alone('maya', 'setRetention', async () => ({ body: { months: 6 } }), { as: 'at once' }),
  together('maya', 'takeFeedbackBack', (story) => story.given('maya', 'words')),
  together(
    'maya',
    'addCheckIn',
    async (story) => {
      await story.meets();
      return { body: CHECK_IN };
    },
    'the first',
  ),
  together(
    'ravi',
    'addCheckIn',
    async (story) => {
      await story.meets();
      await story.does('maya', 'addCheckIn', CHECK_IN);
      return { body: { ...CHECK_IN, worth: 2 } };
    },
    'the second',
  ),
];
