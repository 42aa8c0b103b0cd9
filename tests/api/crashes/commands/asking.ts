import { randomUUID } from 'node:crypto';
import type { Command } from './command';
import { written, together } from './story';

/** Somebody's own ready agenda: in their profile, with no series to it. */
const ownAgenda = (route: string, saved: boolean, body: object): Command => ({
  route,
  who: 'maya',
  async before(world) {
    const params = { agendaId: randomUUID() };
    const how = [{ text: 'How are you?', question: null }];
    if (saved) await world.ok('maya', 'saveAgenda', { params, body: { name: 'Mine', lines: how } });
    return { sending: { params, body }, series: [] };
  },
});

export const asking: readonly Command[] = [
  together('ravi', 'addQuestion', async () => ({ body: written('What next?') })),
  together('ravi', 'editQuestion', async (story) => {
    const { lineId, version } = await story.writes('ravi', 'addQuestion', { text: 'What next?' });
    return { lineId, body: { text: 'What now?', version } };
  }),
  together('ravi', 'removeQuestion', async (story) => {
    const { lineId, version } = await story.writes('ravi', 'addQuestion', { text: 'What next?' });
    return { lineId, body: { version } };
  }),
  together('ravi', 'restoreQuestion', async (story) => {
    const { lineId, version } = await story.writes('ravi', 'addQuestion', { text: 'What next?' });
    await story.does('ravi', 'removeQuestion', { version }, { lineId });
    return { lineId, body: { text: 'What next?' } };
  }),
  together('ravi', 'hideQuestion', async () => ({ body: { question: 'proud.1', hidden: true } })),
  together('ravi', 'keepTopic', async (story) => ({
    ...(await story.topic('ravi', 'a topic')),
    body: { kept: true },
  })),
  ownAgenda('saveAgenda', true, { name: 'Renamed', lines: [{ text: 'And you?', question: null }] }),
  ownAgenda('removeAgenda', true, {}),
];
