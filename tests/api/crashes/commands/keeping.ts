import type { Command } from './command';
import { type Story, together } from './story';

const KEEP = { meeting: 1, share: 63 };

/** Ravi takes back what he would keep of the first meeting. */
const dropping = (as: string, before: (story: Story) => Promise<void>): Command =>
  together(
    'ravi',
    'dropTalkShare',
    async (story) => {
      await story.meets();
      await before(story);
      return { body: { meeting: 1 } };
    },
    as,
  );

/** Ravi's own note of the first meeting. */
async function ownNote(story: Story) {
  const { lineId, version } = await story.note('ravi', 'mine alone', 'addPrivateNote');
  await story.meets();
  return { at: { lineId, number: '1' }, version };
}

/** Numbers that the two keep of a meeting, or do not. */
export const keeping: readonly Command[] = [
  together(
    'maya',
    'keepTalkShare',
    async (story) => {
      await story.meets();
      return { body: KEEP };
    },
    'the first',
  ),
  together(
    'ravi',
    'keepTalkShare',
    async (story) => {
      await story.meets();
      await story.does('maya', 'keepTalkShare', KEEP);
      return { body: { ...KEEP, share: null } };
    },
    'the second',
  ),
  dropping('before the other one', async (story) => {
    await story.does('ravi', 'keepTalkShare', KEEP);
  }),
  dropping('what both kept', async (story) => {
    await story.does('ravi', 'keepTalkShare', KEEP);
    await story.does('maya', 'keepTalkShare', KEEP);
  }),
  together('ravi', 'removePastNote', async (story) => {
    const { at, version } = await ownNote(story);
    return { ...at, body: { version } };
  }),
  together('ravi', 'restorePastNote', async (story) => {
    const { at, version } = await ownNote(story);
    await story.does('ravi', 'removePastNote', { version }, at);
    return { ...at, body: { text: 'mine alone' } };
  }),
];
