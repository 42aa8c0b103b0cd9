import type { Command } from './command';
import { type Story, written, together } from './story';

/** The same of both pages. */
export const lines: readonly Command[] = (['', 'Private'] as const).flatMap((page) => {
  const topic = (story: Story, text = 'a topic') => story.topic('ravi', text, `add${page}Topic`);
  const note = (story: Story) => story.note('ravi', 'a note', `add${page}Note`);
  return [
    together('ravi', `add${page}Topic`, async () => ({ body: written('new') })),
    together('ravi', `edit${page}Topic`, async (story) => {
      const { lineId, version } = await topic(story);
      return { lineId, body: { text: 'changed', version } };
    }),
    together('ravi', `remove${page}Topic`, async (story) => {
      const { lineId, version } = await topic(story);
      return { lineId, body: { version } };
    }),
    together('ravi', `restore${page}Topic`, async (story) => {
      const { lineId, version } = await topic(story);
      await story.does('ravi', `remove${page}Topic`, { version }, { lineId });
      return { lineId, body: { text: 'again' } };
    }),
    together('ravi', `move${page}Topic`, async (story) => {
      await topic(story);
      return { ...(await topic(story, 'another')), body: { after: null } };
    }),
    together('ravi', `add${page}Note`, async () => ({ body: { ...written('new'), topic: null } })),
    together('ravi', `edit${page}Note`, async (story) => {
      const { lineId, version } = await note(story);
      return { lineId, body: { text: 'changed', version } };
    }),
    together('ravi', `remove${page}Note`, async (story) => {
      const { lineId, version } = await note(story);
      return { lineId, body: { version } };
    }),
    together('ravi', `restore${page}Note`, async (story) => {
      const { lineId, version } = await note(story);
      await story.does('ravi', `remove${page}Note`, { version }, { lineId });
      return { lineId, body: { text: 'again', topic: null } };
    }),
  ];
});
