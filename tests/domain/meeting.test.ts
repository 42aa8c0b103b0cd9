import { describe, expect, test } from '@jest/globals';
import { openActions } from '@rapport/domain/action';
import { applyToShared, type LineCommand, type SharedCommand } from '@rapport/domain/agenda';
import { liveLines, type Line } from '@rapport/domain/line';
import { recordOf, type Shared } from '@rapport/domain/meeting';
import type { Role } from '@rapport/domain/person';
import { acceptInvitation } from '@rapport/domain/invitation';
import { code, AT, id, later, newSeries, ravi } from './support';

const MINUTE = 60_000;
const fresh: Shared = acceptInvitation(newSeries(), ravi, { terms: 1, agree: true }, AT);
let commands = 1000;

function does<S extends Shared>(
  shared: S,
  command: LineCommand | SharedCommand,
  { by = 'report', at = AT, agreed = true }: { by?: Role; at?: string; agreed?: boolean } = {},
): S {
  const doing = { by, at, commandId: id((commands += 1)) };
  return applyToShared(shared, command, doing, { minutes: 30, agreed });
}
const topic = (shared: Shared, n: number, text: string, by: Role = 'report'): Shared =>
  does(shared, { type: 'addTopic', id: id(n), text }, { by });
const texts = (lines: Shared['topics'] | Shared['notes'] | Shared['actions']): string[] =>
  liveLines<Line>(lines as readonly Line[]).map(({ text }) => text);
describe('a meeting', () => {
  const agenda = topic(topic(fresh, 1, 'first'), 2, 'second');

  test('D9: starts without a call, for as long as was agreed', () => {
    const started = does(fresh, { type: 'startMeeting', number: 1, endsAt: null });
    expect(started.meeting).toMatchObject({
      state: 'live',
      startedAt: AT,
      endsAt: later(30 * MINUTE),
    });
    const called = does(fresh, { type: 'startMeeting', number: 1, endsAt: later(50 * MINUTE) });
    expect(called.meeting.endsAt).toBe(later(50 * MINUTE));
    const nextWeek = {
      type: 'startMeeting',
      number: 1,
      endsAt: later(7 * 24 * 60 * MINUTE),
    } as const;
    expect(does(fresh, nextWeek).meeting.endsAt).toBe(later(30 * MINUTE));
    expect(does(started, { type: 'startMeeting', number: 1, endsAt: null })).toBe(started);
  });

  test('starts when one opens a topic, and knows where the two are', () => {
    const open = does(agenda, { type: 'openTopic', number: 1, topic: id(2) });
    expect(open.meeting).toMatchObject({ state: 'live', topic: id(2) });
    const none = { type: 'openTopic', number: 1, topic: id(7) } as const;
    expect(code(() => does(agenda, none))).toBe('topic.unknown');
  });

  test('D9: says which of the two said last where they are, so that a second device of theirs knows', () => {
    expect(agenda.meeting.by).toBeNull();
    const open = (by: Role, n: number, from: Shared) =>
      does(from, { type: 'openTopic', number: 1, topic: id(n) }, { by });
    const mine = open('manager', 1, agenda);
    expect(mine.meeting.by).toBe('manager');
    const theirs = open('report', 2, mine);
    expect(theirs.meeting.by).toBe('report');
    expect(open('manager', 2, theirs).meeting.by).toBe('report');
    const wrapping = does(theirs, { type: 'wrapUp', number: 1 }, { by: 'manager' });
    expect(wrapping.meeting.by).toBe('manager');
    const resumed = does(wrapping, { type: 'resumeMeeting', number: 1 }, { by: 'report' });
    expect(resumed.meeting.by).toBe('report');
    const finish = { type: 'finishMeeting', number: 1, nextAt: null } as const;
    const next = does(resumed, finish, { by: 'manager' });
    expect(next.lastMeeting).toMatchObject({ number: 1, by: 'manager' });
    expect(next.meeting.by).toBeNull();
  });

  test('A9: is wrapped up by a press only, and can go on after all', () => {
    const live = does(agenda, { type: 'startMeeting', number: 1, endsAt: null });
    const late = does(
      live,
      { type: 'openTopic', number: 1, topic: id(1) },
      { at: later(99 * MINUTE) },
    );
    expect(late.meeting.state).toBe('live');
    const wrapping = does(live, { type: 'wrapUp', number: 1 });
    expect(wrapping.meeting.state).toBe('wrappingUp');
    expect(does(wrapping, { type: 'resumeMeeting', number: 1 }).meeting.state).toBe('live');
    expect(does(agenda, { type: 'wrapUp', number: 1 })).toBe(agenda);
  });

  test('D2: what was not discussed carries over by itself, and says how often', () => {
    const ticked = does(agenda, { type: 'discussTopic', id: id(1), discussed: true });
    const live = does(ticked, { type: 'startMeeting', number: 1, endsAt: null });
    const next = does(live, {
      type: 'finishMeeting',
      number: 1,
      nextAt: later(14 * 24 * 60 * MINUTE),
    });
    expect(next.meeting).toMatchObject({ number: 2, state: 'planned', topic: null });
    expect(liveLines(next.topics)).toMatchObject([{ text: 'second', carried: 1 }]);
    const again = does(next, { type: 'startMeeting', number: 2, endsAt: null });
    const third = does(again, { type: 'finishMeeting', number: 2, nextAt: null });
    expect(liveLines(third.topics)).toMatchObject([{ text: 'second', carried: 2 }]);
  });

  test('that both press to finish is finished once', () => {
    const live = does(agenda, { type: 'startMeeting', number: 1, endsAt: null });
    const finish = { type: 'finishMeeting', number: 1, nextAt: null } as const;
    const once = does(live, finish, { by: 'manager' });
    expect(does(once, finish)).toBe(once);
    expect(does(once, { type: 'wrapUp', number: 1 })).toBe(once);
  });

  test('D5: is kept with what was discussed, the notes, and the promises made or kept in it', () => {
    let shared = does(agenda, { type: 'startMeeting', number: 1, endsAt: null });
    shared = does(shared, { type: 'discussTopic', id: id(1), discussed: true });
    shared = does(shared, { type: 'addNote', id: id(10), text: 'on second', topic: id(2) });
    shared = does(shared, { type: 'addNote', id: id(11), text: 'in general', topic: null });
    shared = does(shared, {
      type: 'addAction',
      id: id(20),
      text: 'call',
      owner: 'manager',
      due: null,
    });
    const record = recordOf(shared, later(30 * MINUTE));
    expect(record.topics.map(({ text }) => text)).toEqual(['first', 'second']);
    expect(record.notes.map(({ text }) => text)).toEqual(['on second', 'in general']);
    expect(record.actions.map(({ text }) => text)).toEqual(['call']);
    const next = does(shared, { type: 'finishMeeting', number: 1, nextAt: null });
    expect([texts(next.notes), texts(next.actions)]).toEqual([[], ['call']]);
  });
});

describe('C4, C6: notes for both', () => {
  const note = { type: 'addNote', id: id(10), text: 'written together', topic: null } as const;

  test('stay closed until both agreed to the terms', () => {
    expect(code(() => does(fresh, note, { agreed: false }))).toBe('terms.notAgreed');
    expect(texts(does(fresh, note).notes)).toEqual(['written together']);
  });

  test('are changed by their author only', () => {
    const noted = does(fresh, note);
    const version = liveLines<Line>(noted.notes)[0]?.version ?? '';
    const edit = { type: 'editNote', id: id(10), text: 'better', version } as const;
    expect(texts(does(noted, edit).notes)).toEqual(['better']);
    expect(code(() => does(noted, edit, { by: 'manager' }))).toBe('line.notYours');
    expect(texts(does(noted, { type: 'removeNote', id: id(10), version }).notes)).toEqual([]);
  });
});

describe('D3: promises', () => {
  const promised = (n: number, owner: Role, due: string | null): SharedCommand => ({
    type: 'addAction',
    id: id(n),
    text: `${owner} ${due}`,
    owner,
    due,
  });

  test("are shown until done, the manager's before the report's, the earliest first", () => {
    const all = [
      promised(1, 'report', '2026-03-01'),
      promised(2, 'manager', null),
      promised(3, 'manager', '2026-05-01'),
      promised(4, 'manager', '2026-04-01'),
    ].reduce((shared, command) => does(shared, command), fresh);
    const done = does(all, { type: 'finishAction', id: id(3), done: true }, { by: 'manager' });
    expect(openActions(done.actions).map(({ text }) => text)).toEqual([
      'manager 2026-04-01',
      'manager null',
      'report 2026-03-01',
    ]);
    const undone = does(done, { type: 'finishAction', id: id(3), done: false });
    expect(openActions(undone.actions)).toHaveLength(4);
  });

  test('A6: are handed over by either of the two in one press, words and all', () => {
    const mine = does(fresh, promised(1, 'report', '2026-03-01'));
    const given = does(mine, { type: 'assignAction', id: id(1), owner: 'manager' });
    expect(openActions(given.actions)).toMatchObject([{ owner: 'manager', due: '2026-03-01' }]);
    const back = { type: 'assignAction', id: id(1), owner: 'report' } as const;
    expect(does(given, back, { by: 'manager' }).actions).toEqual(mine.actions);
    const unknown = { type: 'assignAction', id: id(7), owner: 'report' } as const;
    expect(code(() => does(mine, unknown))).toBe('action.unknown');
  });

  test('that were kept leave with the meeting, the others stay', () => {
    let shared = [promised(1, 'report', null), promised(2, 'manager', null)].reduce(
      (all, command) => does(all, command),
      fresh,
    );
    shared = does(shared, { type: 'finishAction', id: id(1), done: true });
    shared = does(shared, { type: 'startMeeting', number: 1, endsAt: null });
    shared = does(shared, { type: 'finishMeeting', number: 1, nextAt: null });
    expect(texts(shared.actions)).toEqual(['manager null']);
  });

  test('change words, owner and day together, by whoever wrote them', () => {
    const one = does(fresh, promised(1, 'report', null));
    const version = liveLines(one.actions)[0]?.version ?? '';
    const edit = {
      type: 'editAction',
      id: id(1),
      text: 'moved',
      owner: 'manager',
      due: '2026-06-01',
      version,
    } as const;
    expect(liveLines(does(one, edit).actions)).toMatchObject([
      { text: 'moved', owner: 'manager', due: '2026-06-01' },
    ]);
    expect(code(() => does(one, edit, { by: 'manager' }))).toBe('line.notYours');
  });

  test('changed words leave a promise with whom the other one has handed it to since', () => {
    const one = does(fresh, promised(1, 'report', '2026-06-01'));
    const version = liveLines(one.actions)[0]?.version ?? '';
    const handed = does(one, { type: 'assignAction', id: id(1), owner: 'manager' });
    const edit = { type: 'editAction', id: id(1), text: 'better', version } as const;
    expect(liveLines(does(handed, edit).actions)).toMatchObject([
      { text: 'better', owner: 'manager', due: '2026-06-01' },
    ]);
  });
});
