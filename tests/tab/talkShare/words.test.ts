import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const json = readFileSync(join(__dirname, '../../../tab/messages/en.json'), 'utf8');
const messages = Object.entries(JSON.parse(json) as Record<string, string>);
const ours = messages.filter(([key]) => key.startsWith('talk.'));

test('A8: no word anywhere asks to record or to transcribe a meeting', () => {
  expect(messages.length).toBeGreaterThan(500);
  const asking = messages.filter(([, text]) =>
    /\brecord(?:ing|s|ed)?\b|transcrib|(?:start|turn on|switch on|need)[^.]*transcript/i.test(text),
  );
  expect(asking).toEqual([]);
});

test('A8: no word about the talking judges', () => {
  expect(ours.length).toBeGreaterThan(40);
  const judging = ours.filter(([, text]) =>
    /\b(?:should|must|too (?:much|little)|good|bad|better|worse|target|goal|only \d)/i.test(text),
  );
  expect(judging).toEqual([]);
});
