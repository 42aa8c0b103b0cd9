import { describe, expect, test } from '@jest/globals';
import { applyToShared, type LineCommand, type SharedCommand } from '@rapport/domain/agenda';
import { liveLines, type Line } from '@rapport/domain/line';
import { recordOf } from '@rapport/domain/meeting';
import { acceptInvitation } from '@rapport/domain/invitation';
import type { Role } from '@rapport/domain/person';
import { changePage, EMPTY_PAGE } from '@rapport/domain/privatePage';
import { EARLIER_PER_LINE } from '@rapport/domain/revision';
import { next } from '@rapport/domain/member';
import type { Series } from '@rapport/domain/series';
import { AT, code, id, newSeries, ravi } from './support';

const TERMS = { minutes: 30, agreed: true };
const joined = acceptInvitation(newSeries(), ravi, { terms: 1, agree: true }, AT);
const minute = (minutes: number): string =>
  new Date(Date.parse(AT) + minutes * 60_000).toISOString();

type Command = LineCommand | SharedCommand;
/** What somebody does so many minutes after the first words. */
const does = (series: Series, command: Command, at: number, n: number, by: Role = 'report') =>
  next(series, applyToShared(series, command, { by, at: minute(at), commandId: id(n) }, TERMS));

const NOTE = id(50);
const noted = does(joined, { type: 'addNote', id: NOTE, text: 'first', topic: null }, 0, 51);
const note = (series: Series): Line => {
  const [line] = liveLines<Line>(series.notes);
  if (!line) throw new Error('there is no note');
  return line;
};
/** The author says something else. */
const says = (series: Series, text: string, at: number, n: number): Series =>
  does(series, { type: 'editNote', id: NOTE, text, version: note(series).version }, at, n);
const earlier = (series: Series): string[] => (note(series).earlier ?? []).map(({ text }) => text);
const disputes = (
  series: Series,
  text: string | null,
  at: number,
  version = note(series).version,
) =>
  does(
    series,
    { type: 'disputeNote', id: NOTE, version, text, stands: true },
    at,
    700 + at,
    'manager',
  );

describe('E2: what a line said before', () => {
  test('is kept with the time at which it was written', () => {
    const changed = says(noted, 'second', 30, 52);
    expect(note(changed).text).toBe('second');
    expect(note(changed).earlier).toEqual([
      { text: 'first', version: id(51), at: minute(0), until: minute(30) },
    ]);
    const again = says(changed, 'third', 60, 53);
    expect(note(again).earlier?.at(-1)).toEqual({
      text: 'second',
      version: id(52),
      at: minute(30),
      until: minute(60),
    });
  });

  test('is not kept of a slip, put right within ten minutes', () => {
    expect(earlier(says(noted, 'first!', 10, 52))).toEqual([]);
    expect(earlier(says(says(noted, 'second', 30, 52), 'second!', 40, 53))).toEqual(['first']);
  });

  test('cannot be changed away in small steps', () => {
    const steps = [9, 18, 27, 36].reduce(
      (series, at, n) => says(series, `step ${at}`, at, 60 + n),
      noted,
    );
    expect(earlier(steps)).toEqual(['step 9', 'step 27']);
  });

  test('stands again without a trace when a change is taken back at once, as by "Undo"', () => {
    const back = says(says(noted, 'by mistake', 30, 52), 'first', 31, 53);
    expect([note(back).text, earlier(back)]).toEqual(['first', []]);
  });

  test('is thinned in the middle: the oldest and the newest stay', () => {
    const many = Array.from({ length: 12 }, (_, n) => n).reduce(
      (series, n) => says(series, `words ${n}`, 30 * (n + 1), 60 + n),
      noted,
    );
    expect(earlier(many)).toHaveLength(EARLIER_PER_LINE);
    expect(earlier(many)[0]).toBe('first');
    expect(earlier(many).at(-1)).toBe('words 10');
  });

  test('D1: goes with the line when its author removes it, and does not come back with it', () => {
    const changed = says(noted, 'second', 30, 52);
    const version = note(changed).version;
    const gone = does(changed, { type: 'removeNote', id: NOTE, version }, 40, 53);
    expect(JSON.stringify(gone)).not.toMatch(/first|second/);
    const back = does(gone, { type: 'restoreNote', id: NOTE, text: 'second', topic: null }, 41, 54);
    expect(note(back)).toMatchObject({ text: 'second', at: minute(41) });
    expect(earlier(back)).toEqual([]);
  });

  test('stays with the line when a clash makes a copy, which begins without any', () => {
    const changed = disputes(says(noted, 'laptop', 30, 52), 'no', 31);
    const phone = { type: 'editNote', id: NOTE, text: 'phone', version: id(51) } as const;
    const both = liveLines<Line>(does(changed, phone, 40, 53).notes);
    expect(both.map(({ text }) => text)).toEqual(['laptop', 'phone']);
    expect(both[0]?.earlier).toHaveLength(1);
    expect(both[1]).not.toHaveProperty('earlier');
    expect(both[1]).not.toHaveProperty('dispute');
  });

  test('is kept of a promise when its words change, not when only its owner or day does', () => {
    const promise = { type: 'addAction', id: id(80), text: 'ship it', owner: 'report', due: null };
    const promised = does(joined, promise as Command, 0, 81);
    const edit = { type: 'editAction', id: id(80), owner: 'manager', due: '2026-05-01' } as const;
    const moved = does(promised, { ...edit, text: 'ship it', version: id(81) }, 30, 82);
    expect(moved.actions[0]).toMatchObject({ owner: 'manager', editedAt: null, version: id(82) });
    expect(moved.actions[0]).not.toHaveProperty('earlier');
    const reworded = does(moved, { ...edit, text: 'ship half', version: id(82) }, 60, 83);
    expect(reworded.actions[0]).toMatchObject({ earlier: [{ text: 'ship it', at: minute(0) }] });
  });

  test('is kept with the meeting, and with an open promise beyond it', () => {
    const record = recordOf(disputes(says(noted, 'second', 30, 52), 'not so', 31), AT);
    expect(record.notes[0]).toMatchObject({
      earlier: [{ text: 'first' }],
      dispute: { text: 'not so' },
    });
  });

  test("is not kept of one's own notes, nor of topics", () => {
    const topic = does(joined, { type: 'addTopic', id: id(90), text: 'one' }, 0, 91);
    const edited = does(
      topic,
      { type: 'editTopic', id: id(90), text: 'two', version: id(91) },
      60,
      92,
    );
    expect(edited.topics[0]).not.toHaveProperty('earlier');
    const doing = (at: number, n: number) =>
      ({ by: 'report', at: minute(at), commandId: id(n) }) as const;
    const add = { type: 'addNote', id: NOTE, text: 'mine', topic: null } as const;
    const page = changePage(EMPTY_PAGE, add, doing(0, 93));
    const edit = { type: 'editNote', id: NOTE, text: 'other', version: id(93) } as const;
    expect(JSON.stringify(changePage(page, edit, doing(60, 94)))).not.toContain('mine');
  });
});

describe('E2: seeing it differently', () => {
  test('is said below the line, which stays as it is', () => {
    const said = disputes(noted, 'it was Friday', 5);
    expect(note(said)).toEqual({
      ...note(noted),
      dispute: { version: id(51), text: 'it was Friday', at: minute(5) },
    });
    expect(note(disputes(said, null, 6)).dispute).toEqual({
      version: id(51),
      text: null,
      at: minute(6),
    });
  });

  test('is for the other one alone; repeated it changes nothing, withdrawn it leaves nothing', () => {
    const about = { type: 'disputeNote', id: NOTE, version: id(51), text: null } as const;
    expect(code(() => does(noted, { ...about, stands: true }, 5, 60))).toBe('line.yours');
    expect(code(() => does(noted, { ...about, stands: false }, 5, 60))).toBe('line.yours');
    const said = disputes(noted, 'no', 5);
    const doing = { by: 'manager', at: minute(9), commandId: id(61) } as const;
    const again = { ...about, text: 'no', stands: true };
    expect(applyToShared(said, again, doing, TERMS)).toBe(said);
    const withdrawn = applyToShared(said, { ...about, stands: false }, doing, TERMS);
    expect(withdrawn.notes).toEqual(noted.notes);
    expect(applyToShared(withdrawn, { ...about, stands: false }, doing, TERMS)).toBe(withdrawn);
  });

  test('is about words that were really there', () => {
    expect(code(() => disputes(noted, 'no', 5, id(999)))).toBe('line.changedSince');
    expect(code(() => disputes(joined, 'no', 5, id(51)))).toBe('note.unknown');
    const changed = says(noted, 'second', 30, 52);
    expect(note(disputes(changed, 'no', 31, id(51))).dispute?.version).toBe(id(51));
  });

  test('keeps the words it is about, however soon and often they are changed', () => {
    const said = disputes(says(noted, 'planted', 30, 52), 'no', 31);
    const many = Array.from({ length: 12 }, (_, n) => n).reduce(
      (series, n) => says(series, `words ${n}`, 32 + 30 * n, 60 + n),
      said,
    );
    expect(earlier(many).slice(0, 2)).toEqual(['first', 'planted']);
    expect(note(many).dispute?.version).toBe(id(52));
    // Back to it: what was said is about the words that stand, and they are kept once more.
    const back = says(says(said, 'other', 32, 60), 'planted', 33, 61);
    expect([earlier(back), note(back).dispute?.version]).toEqual([['first'], id(61)]);
    expect(earlier(says(back, 'on', 34, 62))).toEqual(['first', 'planted']);
  });

  test('is not shaken off by removing the line and bringing it back', () => {
    const said = disputes(noted, 'no', 5);
    const gone = does(said, { type: 'removeNote', id: NOTE, version: id(51) }, 6, 60);
    expect(code(() => disputes(gone, 'again', 7, id(51)))).toBe('note.unknown');
    const restore = { type: 'restoreNote', id: NOTE, text: 'other', topic: null } as const;
    expect(note(does(gone, restore, 8, 61)).dispute?.text).toBe('no');
    const about = { type: 'disputeNote', id: NOTE, version: id(51), text: null } as const;
    const withdrawn = does(gone, { ...about, stands: false }, 9, 62, 'manager');
    expect(note(does(withdrawn, restore, 10, 63))).not.toHaveProperty('dispute');
  });

  test('goes along with a promise that only changes its owner or day', () => {
    const add = {
      type: 'addAction',
      id: id(80),
      text: 'ship',
      owner: 'report',
      due: null,
    } as const;
    const about = { type: 'disputeAction', id: id(80), version: id(81), text: 'no' } as const;
    const said = does(does(joined, add, 0, 81), { ...about, stands: true }, 1, 82, 'manager');
    const edit = { ...add, type: 'editAction', due: '2026-05-01', version: id(81) } as const;
    const moved = does(said, edit, 30, 83);
    expect(moved.actions[0]).toMatchObject({ version: id(83), dispute: { version: id(83) } });
    expect(moved.actions[0]).not.toHaveProperty('earlier');
  });
});
