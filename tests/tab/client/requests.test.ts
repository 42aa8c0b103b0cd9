import { expect, test } from '@jest/globals';
import { routes } from '@rapport/api/routes/table';
import type { AgendaCommand, Page } from '@rapport/domain/agenda';
import type { Http } from '../../../tab/src/client/http';
import { sendCommand } from '../../../tab/src/client/requests';
import { randomUUID } from 'node:crypto';

const id = randomUUID();
const version = randomUUID();
const words = { id, text: 'words' };
const lines = (page: Page): AgendaCommand[] => [
  { type: 'addTopic', page, ...words, question: 'proud.1' },
  { type: 'editTopic', page, ...words, version },
  { type: 'removeTopic', page, id, version },
  { type: 'restoreTopic', page, ...words },
  { type: 'moveTopic', page, id, after: null },
  { type: 'addNote', page, ...words, topic: id },
  { type: 'editNote', page, ...words, version },
  { type: 'removeNote', page, id, version },
  { type: 'restoreNote', page, ...words, topic: null },
];
const promise = { owner: 'report', due: '2026-05-01' } as const;
const kind = 'praise';
const COMMANDS: readonly AgendaCommand[] = [
  ...lines('shared'),
  ...lines('onlyMe'),
  { type: 'addNote', page: 'onlyMe', ...words, topic: id, draft: true },
  { type: 'shareNote', id },
  { type: 'shareTopic', id },
  { type: 'discussTopic', id, discussed: true },
  { type: 'keepTopic', id, kept: true },
  { type: 'addQuestion', ...words },
  { type: 'editQuestion', ...words, version },
  { type: 'removeQuestion', id, version },
  { type: 'restoreQuestion', ...words },
  { type: 'hideQuestion', question: 'proud.1', hidden: true },
  { type: 'markTopic', id, level: 'tactical' },
  { type: 'assignAction', id, owner: 'manager' },
  { type: 'addAction', ...words, ...promise },
  { type: 'editAction', ...words, ...promise, version },
  { type: 'removeAction', id, version },
  { type: 'restoreAction', ...words, ...promise },
  { type: 'finishAction', id, done: true },
  { type: 'disputeNote', id, version, text: 'words', stands: true },
  { type: 'disputeAction', id, version, text: null, stands: false },
  { type: 'prepareMeeting', number: 1, hand: 'wait' },
  { type: 'startMeeting', number: 1, endsAt: null },
  { type: 'cancelStart', number: 1 },
  { type: 'openTopic', number: 1, topic: id },
  { type: 'wrapUp', number: 1 },
  { type: 'resumeMeeting', number: 1 },
  { type: 'finishMeeting', number: 1, nextAt: null },
  { type: 'addFeedback', ...words, kind },
  { type: 'editFeedback', ...words, kind, version },
  { type: 'removeFeedback', id, version },
  { type: 'restoreFeedback', ...words, kind },
  { type: 'giveFeedback', id, delivery: { how: 'bring' } },
  { type: 'keepFeedback', id },
  { type: 'sayFeedback', id, said: true },
];

/** The name of the route that an address belongs to, and whether it takes the body. */
function routeFor(method: string, path: string, body: unknown): [string, boolean] {
  const route = routes.find((candidate) => {
    const pattern = candidate.path.replaceAll(/\{\w+\}/g, '[0-9a-f-]{36}');
    return candidate.method === method && new RegExp(`^${pattern}$`).test(path);
  });
  return [route?.name ?? 'none', route?.body?.safeParse(body).success ?? false];
}

test('D13: every command goes to its own route, with a body that it takes', async () => {
  const sent: [string, boolean][] = [];
  const http: Http = {
    now: () => 0,
    get: () => Promise.resolve(null),
    send: (method, path, body) => {
      sent.push(routeFor(method, path, body));
      return Promise.resolve({ version: 1 } as never);
    },
  };
  for (const command of COMMANDS) await sendCommand(http, randomUUID(), randomUUID(), command);
  const expected = COMMANDS.map((command) => {
    const own = ('page' in command && command.page === 'onlyMe') || isOwnFeedback(command.type);
    const noun = /(Topic|Note|Feedback)$/.exec(command.type)?.[0] ?? '';
    return own ? command.type.replace(noun, `Private${noun}`) : command.type;
  });
  expect(sent).toEqual(expected.map((name) => [name, true]));
});

const isOwnFeedback = (type: string): boolean => /^(add|edit|remove|restore)Feedback$/.test(type);
