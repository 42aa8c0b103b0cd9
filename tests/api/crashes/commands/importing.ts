import { randomUUID } from 'node:crypto';
import type { Command } from './command';
import { together } from './story';

export const importing: readonly Command[] = (['', 'Private'] as const).flatMap((page) => {
  const importId = randomUUID();
  // An open box that goes on the agenda, whoever reads the notes.
  const box = { done: false, owner: 'manager', due: null, promise: randomUUID() };
  const brought = {
    part: 0,
    meetings: [
      {
        state: 'imported',
        heldOn: '2026-03-05',
        title: null,
        lines: [
          { kind: 'note', text: 'from before', depth: 0 },
          { kind: 'action', text: 'still to do', depth: 0, ...box },
        ],
      },
    ],
  };
  return [
    together('ravi', `add${page}Import`, async () => ({ importId, body: brought })),
    together('ravi', `remove${page}Import`, async (story) => {
      await story.does('ravi', `add${page}Import`, brought, { importId });
      return { importId, body: {} };
    }),
  ];
});
