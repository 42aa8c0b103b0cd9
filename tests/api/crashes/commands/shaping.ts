import { startTogether } from '../../support/story';
import type { Command } from './command';
import { written, together, alone } from './story';

/** What a series is shaped by, and what the two tell each other about themselves. */
export const shaping: readonly Command[] = [
  alone('ravi', 'postponeTerms', async (story) => {
    await story.does('ravi', 'acceptInvitation', { terms: 1, agree: false });
    return { body: { terms: 1 } };
  }),
  together('ravi', 'allowCommonConcern', async () => ({ body: { on: true } })),
  together('maya', 'shapeSeries', async () => ({
    body: { format: 'structured', introduction: 'Other words' },
  })),
  {
    route: 'answerSubject',
    who: 'maya',
    async before(world) {
      const { seriesId, params } = await startTogether(world);
      const answered = { params: { ...params, subject: 'like' }, body: { text: 'Early mornings' } };
      await world.ok('maya', 'answerSubject', answered);
      return { sending: { ...answered, body: { text: 'Late evenings' } }, series: [seriesId] };
    },
  },
  together('ravi', 'addValue', async () => ({ body: written('candour') })),
  together('ravi', 'editValue', async (story) => {
    const { lineId, version } = await story.writes('ravi', 'addValue', { text: 'candour' });
    return { lineId, body: { text: 'kindness', version } };
  }),
  together('ravi', 'removeValue', async (story) => {
    const { lineId, version } = await story.writes('ravi', 'addValue', { text: 'candour' });
    return { lineId, body: { version } };
  }),
];
