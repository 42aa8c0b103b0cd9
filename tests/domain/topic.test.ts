import { describe, expect, test } from '@jest/globals';
import { applyToLines, type LineCommand } from '@rapport/domain/agenda';
import type { Role } from '@rapport/domain/person';
import { changePage, EMPTY_PAGE, finishSharing, startSharing } from '@rapport/domain/privatePage';
import {
  asksStillWanted,
  carryOver,
  keepTopic,
  liveTopics,
  markTopic,
  TOPICS_PER_LIST,
  type TopicEntry,
  type TopicLevel,
} from '@rapport/domain/topic';
import { code, AT, id } from './support';

type Entries = readonly TopicEntry[];

const does = (entries: Entries, command: LineCommand, by: Role = 'report', commandId = id(900)) =>
  applyToLines({ topics: entries, notes: [] }, command, { by, at: AT, commandId }).topics;
const add = (entries: Entries, n: number, text: string, by: Role = 'report'): Entries =>
  does(entries, { type: 'addTopic', id: id(n), text }, by, id(100 + n));
const words = (entries: Entries): string[] => liveTopics(entries).map(({ text }) => text);
const three = add(add(add([], 1, 'one'), 2, 'two'), 3, 'three');

describe('C5: strategic or tactical', () => {
  const marked = (entries: Entries, level: TopicLevel | null, by: Role = 'report') =>
    markTopic(entries, { id: id(2), level }, by);

  test('is said by its author alone, and taken back; nothing moves by it', () => {
    const tactical = marked(three, 'tactical');
    expect(liveTopics(tactical).map(({ level }) => level)).toEqual([null, 'tactical', null]);
    expect(words(tactical)).toEqual(words(three));
    expect(liveTopics(marked(tactical, null))).toEqual(liveTopics(three));
    expect(code(() => marked(three, 'strategic', 'manager'))).toBe('line.notYours');
    expect(code(() => markTopic(three, { id: id(9), level: null }, 'report'))).toBe(
      'topic.unknown',
    );
  });

  test('stays with the topic when it is reworded and carried over', () => {
    const edit: LineCommand = { type: 'editTopic', id: id(2), text: 'TWO', version: id(102) };
    const next = carryOver(does(marked(three, 'strategic'), edit, 'report', id(300)));
    expect(next[1]).toMatchObject({ text: 'TWO', level: 'strategic', carried: 1 });
  });
});

describe('D1: own words', () => {
  test('are changed by their author only', () => {
    const edit: LineCommand = { type: 'editTopic', id: id(1), text: 'ONE', version: id(101) };
    expect(words(does(three, edit))).toEqual(['ONE', 'two', 'three']);
    expect(code(() => does(three, edit, 'manager'))).toBe('line.notYours');
    const remove: LineCommand = { type: 'removeTopic', id: id(1), version: id(101) };
    expect(code(() => does(three, remove, 'manager'))).toBe('line.notYours');
    expect(code(() => add(three, 1, 'taken', 'manager'))).toBe('line.idTaken');
  });

  test('of two devices both stay, the later right below, and go on there', () => {
    const laptop = { type: 'editTopic', id: id(1), text: 'laptop', version: id(101) } as const;
    const phone = { type: 'editTopic', id: id(1), text: 'phone', version: id(101) } as const;
    const more = { type: 'editTopic', id: id(1), text: 'phone, longer', version: id(201) } as const;
    const clash = does(does(three, laptop, 'report', id(200)), phone, 'report', id(201));
    expect(words(clash)).toEqual(['laptop', 'phone', 'two', 'three']);
    expect(words(does(clash, more, 'report', id(202)))).toEqual([
      'laptop',
      'phone, longer',
      'two',
      'three',
    ]);
    expect(words(does(clash, { type: 'removeTopic', id: id(1), version: id(201) }))).toEqual([
      'laptop',
      'two',
      'three',
    ]);
  });

  test('E2: of two devices never take the id of a topic of the other one', () => {
    const both = add(three, 4, "the manager's", 'manager');
    const clash: LineCommand = { type: 'editTopic', id: id(1), text: 'planted', version: id(999) };
    expect(code(() => does(both, clash, 'report', id(4)))).toBe('line.idTaken');
  });

  test('of two devices do not bring back the copy that was removed, however late they are repeated', () => {
    const clash: LineCommand = { type: 'editTopic', id: id(1), text: 'phone', version: id(999) };
    const copied = does(three, clash, 'report', id(201));
    const removed = does(copied, { type: 'removeTopic', id: id(201), version: id(201) });
    expect(words(does(removed, clash, 'report', id(201)))).toEqual(['one', 'two', 'three']);
  });

  test('leave nothing behind when removed, and come back to their place', () => {
    const removed = does(three, { type: 'removeTopic', id: id(2), version: id(102) });
    expect(JSON.stringify(removed)).not.toContain('two');
    expect(words(removed)).toEqual(['one', 'three']);
    expect(words(does(removed, { type: 'restoreTopic', id: id(2), text: 'two' }))).toEqual([
      'one',
      'two',
      'three',
    ]);
    expect(words(add(removed, 2, 'a late repeat'))).toEqual(['one', 'three']);
  });

  test('that were changed elsewhere are not removed unread', () => {
    const edit: LineCommand = { type: 'editTopic', id: id(1), text: 'newer', version: id(101) };
    const changed = does(three, edit);
    const remove: LineCommand = { type: 'removeTopic', id: id(1), version: id(101) };
    expect(code(() => does(changed, remove))).toBe('line.changedSince');
  });

  test('win over a removal on another device', () => {
    const removed = does(three, { type: 'removeTopic', id: id(1), version: id(101) });
    const edit: LineCommand = { type: 'editTopic', id: id(1), text: 'still', version: id(101) };
    expect(words(does(removed, edit))).toEqual(['still', 'two', 'three']);
  });
});

describe('D1: order', () => {
  const move = (entries: Entries, n: number, after: number | null, by: Role = 'manager') =>
    words(
      does(entries, { type: 'moveTopic', id: id(n), after: after === null ? null : id(after) }, by),
    );

  test('is changed by both, within the topics of one person', () => {
    expect(move(three, 3, null)).toEqual(['three', 'one', 'two']);
    expect(move(three, 1, 2, 'report')).toEqual(['two', 'one', 'three']);
    const mixed = add(three, 4, 'hers', 'manager');
    expect(code(() => move(mixed, 4, 1))).toBe('topic.otherGroup');
    expect(code(() => move(three, 1, 77))).toBe('topic.unknown');
    expect(code(() => move(three, 77, 1))).toBe('topic.unknown');
  });

  test('after a topic that has just been removed is where it stood', () => {
    const removed = does(three, { type: 'removeTopic', id: id(2), version: id(102) });
    expect(move(removed, 1, 2)).toEqual(['one', 'three']);
    expect(move(removed, 3, 2)).toEqual(['one', 'three']);
  });
});

test('an agenda has a named limit, and says so instead of losing a topic', () => {
  const full = Array.from({ length: TOPICS_PER_LIST }, (_, n) => n + 1).reduce<Entries>(
    (entries, n) => add(entries, n, `topic ${n}`),
    [],
  );
  expect(code(() => add(full, 999, 'one more'))).toBe('agenda.full');
});

test('what removals leave behind is bounded', () => {
  const many = Array.from({ length: 200 }, (_, n) => n + 1).reduce<Entries>(
    (entries, n) =>
      does(add(entries, n, 'x'), { type: 'removeTopic', id: id(n), version: id(100 + n) }),
    [],
  );
  expect(many.length).toBeLessThanOrEqual(TOPICS_PER_LIST);
});

test('D2: the third time it asks whether it is still wanted, and after "keep" three times later', () => {
  const carried = (entries: Entries, times: number): Entries =>
    Array.from({ length: times }).reduce<Entries>((now) => carryOver(now), entries);
  const asks = (entries: Entries): boolean => liveTopics(entries).some(asksStillWanted);
  const one = add([], 1, 'one');
  expect([1, 2, 3, 4].map((times) => asks(carried(one, times)))).toEqual([
    false,
    false,
    true,
    true,
  ]);
  const kept = keepTopic(carried(one, 4), { id: id(1), kept: true }, 'report');
  expect([0, 1, 2, 3].map((times) => asks(carried(kept, times)))).toEqual([
    false,
    false,
    false,
    true,
  ]);
  expect(keepTopic(kept, { id: id(1), kept: true }, 'report')).toBe(kept);
  expect(asks(keepTopic(kept, { id: id(1), kept: false }, 'report'))).toBe(true);
  expect(code(() => keepTopic(kept, { id: id(1), kept: true }, 'manager'))).toBe('line.notYours');
});

describe('C4: sharing an "only me" topic', () => {
  const doing = { by: 'report', at: AT, commandId: id(900) } as const;
  const page = changePage(EMPTY_PAGE, { type: 'addTopic', id: id(1), text: 'quiet' }, doing);

  test('keeps it on the page until it has arrived', () => {
    const sharing = startSharing(page, id(1));
    expect(words(sharing.topics)).toEqual(['quiet']);
    expect(words(finishSharing(sharing, id(1), true).topics)).toEqual([]);
    expect(words(finishSharing(sharing, id(1), false).topics)).toEqual(['quiet']);
  });

  test('is not undermined by a change under way', () => {
    const edit: LineCommand = { type: 'editTopic', id: id(1), text: 'x', version: id(900) };
    expect(code(() => changePage(startSharing(page, id(1)), edit, doing))).toBe(
      'topic.beingShared',
    );
    expect(code(() => startSharing(page, id(2)))).toBe('topic.unknown');
  });
});
