import { expect, test } from '@jest/globals';
import { AGENDA_LINES } from '@rapport/domain/limits';
import { linesToKeep } from '@rapport/domain/ownAgenda';
import type { Role } from '@rapport/domain/person';
import { addTopic, liveTopics, type Topic } from '@rapport/domain/topic';
import { AT, id } from './support';

const topic = (n: number, by: Role, question: string | null): Topic[] =>
  liveTopics(
    addTopic([], { id: id(n), text: `topic ${n}`, question }, { by, at: AT, commandId: id(n) }),
  );

test('D4, D9: an agenda takes one’s own words along to other 1:1s, and none of the other one', () => {
  const topics = [
    ...topic(1, 'report', null),
    ...topic(2, 'manager', null),
    ...topic(3, 'report', 'proud.1'),
    // A question of this series may be the other one's words.
    ...topic(4, 'report', id(99)),
  ];
  expect(linesToKeep(topics, 'report')).toEqual([
    { text: 'topic 1', question: null },
    { text: 'topic 3', question: 'proud.1' },
  ]);
  const many = Array.from({ length: 30 }, (_, n) => topic(n, 'report', null)).flat();
  expect(linesToKeep(many, 'report')).toHaveLength(AGENDA_LINES);
});
