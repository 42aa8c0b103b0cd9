import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { importedMeeting } from '@rapport/domain/imported.schema';
import { boxesIn, withPromises, type BoxChoices } from '../../../tab/src/importing/boxes';
import { findDate, type DayOrder } from '../../../tab/src/importing/dates';
import { findOwner } from '../../../tab/src/importing/owners';
import { parseNotes, refuseNotes } from '../../../tab/src/importing/parse';
import { sizeOfPart } from '@rapport/domain/imported';
import { decodeNotes, withoutPictures } from '../../../tab/src/importing/decode';
import { countOf, idOf, partsOf } from '../../../tab/src/importing/parts';
import { planMeetings, type Reading } from '../../../tab/src/importing/plan';

const people = { manager: 'Maya Adeyemi', report: 'Ravi Subramanian' } as const;
const dating = (order: DayOrder | null = null, locale = 'en-GB') => ({
  today: '2026-11-21',
  locale,
  order,
});
const reading: Reading = { people, dating: dating() };
const plan = (text: string, by = reading) => planMeetings(parseNotes(text).pieces, by);
const day = (text: string, order: DayOrder | null = null, locale = 'en-GB') =>
  findDate(text, dating(order, locale))?.day;

describe('D11: dates in notes', () => {
  test.each([
    ['2026-03-05', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['5 March 2026', '2026-03-05'],
    ['5th of March, 2026', '2026-03-05'],
    ['Thu 5 Mar 2026', '2026-03-05'],
    ['March 5th, 2026', '2026-03-05'],
    ['Sept. 2 2025', '2025-09-02'],
    ['05.03.2026', '2026-03-05'],
    ['5. 3. 2026', '2026-03-05'],
    ['1:1 with Ravi – 25/3/2026', '2026-03-25'],
    ['3/25/2026 catch-up', '2026-03-25'],
    ['4/4/2026', '2026-04-04'],
  ])('%s', (text, expected) => {
    expect(day(text)).toBe(expected);
  });

  test('in the words of the person’s own language', () => {
    expect(day('5. März 2026', null, 'de')).toBe('2026-03-05');
    expect(day('5 mars 2026', null, 'fr')).toBe('2026-03-05');
    expect(day('5 de marzo de 2026', null, 'es')).toBe('2026-03-05');
  });

  test('whose two numbers may both be the day wait until somebody says which', () => {
    expect(findDate('3/5/2026', dating())).toMatchObject({ day: null });
    expect(day('3/5/2026', 'dayFirst')).toBe('2026-05-03');
    expect(day('3/5/2026', 'monthFirst')).toBe('2026-03-05');
  });

  test('without a year are the last time that it was this day', () => {
    expect(findDate('March 5th', dating())).toMatchObject({ day: '2026-03-05', yearMissing: true });
    expect(day('5 December')).toBe('2025-12-05');
    expect(day('29 February')).toBe('2024-02-29');
  });

  test.each([
    '31 February 2026',
    '2026-13-01',
    'version 1.2.2026.4',
    'room 12',
    'may I ask 3',
    '30.2.2026',
  ])('that are none: %s', (text) => {
    expect(findDate(text, dating())).toBeNull();
  });
});

const NOTES = `---
title: One on ones
---
# 1:1 Maya and Ravi

Some words before.

## 2026-03-05 – planning

- Workload
  - too many reviews
  1. first
- [ ] Ravi: write the plan, due 2026-03-12
- [x] @Maya talk to finance

### Growth
- a talk in May
- [read](https://example.org) it

| a | b |
|---|---|
| 1 | 2 |

\`\`\`js
const x = 1;
\`\`\`

<div>raw</div>
<!-- hidden -->

***

**19 February 2026**

Just a sentence about 5 March 2026.

-
`;

describe('D11: notes become meetings', () => {
  test('a heading with a date begins one, and each piece its line', () => {
    const meetings = plan(NOTES);
    expect(meetings.map(({ heldOn, title }) => [heldOn, title])).toEqual([
      [null, null],
      ['2026-03-05', 'planning'],
      ['2026-02-19', null],
    ]);
    const [, march] = meetings;
    expect(march?.lines.map(({ kind, depth, text }) => [kind, depth, text])).toEqual([
      ['topic', 0, 'Workload'],
      ['note', 1, 'too many reviews'],
      ['note', 1, 'first'],
      ['action', 0, 'Ravi: write the plan, due 2026-03-12'],
      ['action', 0, '@Maya talk to finance'],
      ['topic', 0, 'Growth'],
      ['note', 1, 'a talk in May'],
      ['note', 1, '[read](https://example.org) it'],
      ['note', 1, '| a | b |\n|---|---|\n| 1 | 2 |'],
      ['note', 1, '```js\nconst x = 1;\n```'],
    ]);
    expect(march?.lines.filter(({ kind }) => kind === 'action')).toMatchObject([
      { done: false, owner: 'report', due: '2026-03-12' },
      { done: true, owner: 'manager', due: null },
    ]);
    const [sentence] = meetings[2]?.lines ?? [];
    expect(sentence?.text).toBe('Just a sentence about 5 March 2026.');
    expect(plan('## What 5 March 2026 was').at(0)?.title).toBe('What 5 March 2026 was');
  });

  test('what is not understood is listed, with its lines and why', () => {
    expect(parseNotes(NOTES).notUnderstood).toEqual([
      { from: 1, to: 3, reason: 'frontMatter' },
      { from: 28, to: 29, reason: 'html' },
      { from: 31, to: 31, reason: 'noWords' },
      { from: 37, to: 37, reason: 'noWords' },
    ]);
  });

  test('a promise of nobody named is nobody’s until somebody says so', () => {
    expect(findOwner('call them', people)).toBeNull();
    expect(findOwner('tell Maya about it', people)).toBeNull();
    expect(findOwner('book a room (Maya)', people)).toBe('manager');
    const same = { manager: 'Sam Lee', report: 'Sam Roe' } as const;
    expect(findOwner('Sam: x', same)).toBeNull();
  });

  test('what cannot be read is refused by name', () => {
    expect(refuseNotes(' \n ')).toBe('empty');
    expect(refuseNotes('x'.repeat(1_000_001))).toBe('tooLong');
    expect(refuseNotes('PK\u0000')).toBe('binary');
    expect(refuseNotes('# Hello')).toBeNull();
  });

  test('the same notes are the same import, others another one', async () => {
    const parts = partsOf(plan(NOTES)).parts;
    expect(await idOf('s', 'both', parts)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(await idOf('s', 'both', parts)).toBe(await idOf('s', 'both', parts));
    expect(await idOf('s', 'onlyMe', parts)).not.toBe(await idOf('s', 'both', parts));
  });
});

describe('D11: notes as other programs write them', () => {
  const arrangedOf = (text: string) =>
    planMeetings(parseNotes(withoutPictures(text)).pieces, {
      dating: { today: '2026-11-21', locale: 'en', order: 'dayFirst' },
      people: { manager: 'Maya Adeyemi', report: 'Ravi Subramanian' },
    });

  test.each([
    ['Jour fixe 5. März 2024', '2024-03-05', 'Jour fixe'],
    ['Mi., 20. Oktober 2021', '2021-10-20', null],
    ['12.3.24', '2024-03-12', null],
    ['Di, 12.3.24', '2024-03-12', null],
    ['Our 1:1 on 12.03.24', '2024-03-12', 'Our 1:1 on'],
    ['5/7/24', '2024-07-05', null],
    ['2024年3月5日（火）', '2024-03-05', null],
    ['2024年3月5日の面談', '2024-03-05', 'の面談'],
    ['令和6年4月2日', '2024-04-02', null],
    ['5月7日', '2026-05-07', null],
    ['20240612', '2024-06-12', null],
    ['2024-07-16T10:00:00.000Z', '2024-07-16', null],
    ['[[2024-07-02]]', '2024-07-02', null],
    ['Tuesday, March 5, 2024', '2024-03-05', null],
    ['Mar 19, 2024 {#mar-19}', '2024-03-19', null],
  ])('the heading "%s" is a meeting', (heading, heldOn, title) => {
    expect(arrangedOf(`# ${heading}\n- x`)).toMatchObject([{ heldOn, title, lines: [{ at: 2 }] }]);
  });

  test.each([
    '20241399',
    '平成30年4月2日',
    '13月1日',
    '3.14.24',
    '12024-07-16',
    'v3.4.24',
    'Release 1.2.10',
  ])('the heading "%s" is none', (heading) => {
    expect(arrangedOf(`# ${heading}\n- x`)).toMatchObject([{ heldOn: null }]);
  });

  test('OneNote: a date above the time begins a meeting, drawn bullets and boxes are what they look like', () => {
    const page =
      'Tuesday, March 5, 2024\r\n10:02 AM\r\n\r\n• a topic\r\n☐ Ravi: open\r\n☑ done\r\n- ☒ too\r\n– –5 %, says Nia\r\n\r\n–5 % again';
    const [meeting, ...more] = arrangedOf(page);
    expect([meeting?.heldOn, meeting?.title, more]).toEqual(['2024-03-05', null, []]);
    expect(meeting?.lines.map(({ at, kind, text, done }) => [at, kind, text, done])).toEqual([
      [2, 'note', '10:02 AM', false],
      [4, 'topic', 'a topic', false],
      [5, 'action', 'Ravi: open', false],
      [6, 'action', 'done', true],
      [7, 'action', 'too', true],
      [8, 'topic', '–5 %, says Nia', false],
      [10, 'note', '–5 % again', false],
    ]);
  });

  test('Google Docs: a picture that stands there as text is named, not brought in', () => {
    const picture = `[image1]: <data:image/png;base64,${'iVBOR+/='.repeat(200_000)}>`;
    const text = withoutPictures(`- one\n\n${picture}\n`);
    expect(refuseNotes(text)).toBeNull();
    expect(parseNotes(text).notUnderstood).toEqual([{ from: 3, to: 3, reason: 'picture' }]);
    expect(arrangedOf(text).flatMap(({ lines }) => lines)).toHaveLength(1);
  });

  test('a file in UTF-16 or of an old Windows is read as what it says; what is no text is refused', () => {
    const words = '## 5 März\n- Gespräch, 議題 ✓';
    const units = [...Buffer.from(`\ufeff${words}`, 'utf16le')];
    const swapped = units.map((_, index) => units[index ^ 1] ?? 0);
    const utf8 = [...Buffer.from(words)];
    for (const bytes of [units, swapped, utf8, [0xef, 0xbb, 0xbf, ...utf8]]) {
      expect(decodeNotes(Uint8Array.from(bytes)).replace('\ufeff', '')).toBe(words);
    }
    expect(decodeNotes(Uint8Array.of(0x47, 0xe4))).toBe('Gä');
    const docx = Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0xff);
    expect(refuseNotes(decodeNotes(docx))).toBe('binary');
    expect(refuseNotes(decodeNotes(new Uint8Array()))).toBe('empty');
  });
});

describe('D11: the day that stands about a page', () => {
  const told = (text: string) =>
    plan(text).map(({ at, heldOn, title, unsure, lines }) => [
      at,
      heldOn,
      title,
      unsure,
      lines.map((line) => `${line.at} ${line.kind} ${line.text}`),
    ]);

  test.each([
    'date: 2026-03-02',
    'created: 2026-03-02',
    'date: "2026-03-02"',
    'Datum: 02.03.2026',
    'date: [[2026-03-02]] # Monday',
    'created_at: 2026-03-02T10:04:00.000Z',
    'created: 2026-01-31\ntags: [one on one]\ndate: 2026-03-02',
    'updated: 2026-05-31\ncreated: Mon, 2 March 2026',
  ])('the file begins with %j', (front) => {
    const at = front.split('\n').length + 3;
    expect(told(`---\n${front}\n---\n# Catch-up\n- workload\n`)).toEqual([
      [at, '2026-03-02', 'Catch-up', null, [`${at + 1} topic workload`]],
    ]);
  });

  test.each(['updated: 2026-03-02', 'due: 2026-03-02', 'title: the date of 2026-03-02'])(
    'what the file says otherwise is not its day: %s',
    (front) => {
      expect(told(`---\n${front}\n---\n- x`)).toMatchObject([[4, null, null, null, {}]]);
    },
  );

  test('of a file with a day for each meeting its own says nothing', () => {
    const text =
      '---\ncreated: 2024-01-01\n---\n## 2026-03-02\n- x\n### Offsite\nDate: 12 April 2026';
    expect(told(text)).toEqual([
      [4, '2026-03-02', null, null, ['5 topic x', '6 topic Offsite', '7 note Date: 12 April 2026']],
    ]);
  });

  test.each([
    'Date: March 2, 2026',
    'Date: 2026/03/02',
    '**Date:** @March 2, 2026',
    'Fecha: 2 de marzo de 2026',
    '日付：2026年3月2日',
    'date:: [[2026-03-02]]',
    'Date: Monday, March 2, 2026',
    'Created: March 2, 2026',
  ])('a line below its heading, as Notion writes it: %s', (line) => {
    const pages = `# Catch-up\n\n${line}\n\n- workload\n\n# Growth\n\nTags: a, b\n${line}\nOpen:\n\n- a talk`;
    expect(told(pages)).toEqual([
      [1, '2026-03-02', 'Catch-up', null, ['5 topic workload']],
      [7, '2026-03-02', 'Growth', null, ['9 note Tags: a, b\nOpen:', '13 topic a talk']],
    ]);
  });

  test('nothing that it says besides is lost, and which number is the day is asked', () => {
    const line = 'Date: March 2, 2026 10:00 AM → 11:00 AM';
    expect(told(`# A\n${line}\n- x`)).toEqual([
      [1, '2026-03-02', 'A', null, [`2 note ${line}`, '3 topic x']],
    ]);
    expect(told('Date: 3/5/2026\n\n- x')).toEqual([[1, null, null, 'order', ['3 topic x']]]);
    expect(plan('# A\nDate: 3/5/2026')[0]?.heading).toBe('A · Date: 3/5/2026');
    expect(told('## Date: 2026-03-02\n- x')).toEqual([
      [1, '2026-03-02', null, null, ['2 topic x']],
    ]);
  });

  test.each([
    'Due: March 2, 2026',
    'Date of the offsite: March 2, 2026',
    'Date: after March 2, 2026',
  ])('another line is a note: %s', (line) => {
    expect(told(`# A\n${line}`)).toEqual([[1, null, null, null, ['1 topic A', `2 note ${line}`]]]);
  });
});

describe('D11: bullets as Word and OneNote copy them', () => {
  const drawn = (text: string) =>
    parseNotes(text).pieces.map(({ type, depth, text: words }) => `${type} ${depth} ${words}`);

  test.each(['\t', '   ', '\u00a0\u00a0 '])(
    'each mark one deeper than the one before: %j',
    (gap) => {
      const lines = ['• A', 'o B', '▪ C', '§ D', 'o E', '• F', '○ G'];
      const text = lines.map((line) => line.replace(' ', gap)).join('\n');
      expect(drawn(text)).toEqual([
        'item 0 A',
        'item 1 B',
        'item 2 C',
        'item 2 D',
        'item 1 E',
        'item 0 F',
        'item 1 G',
      ]);
      // Where its line begins further in already, no deeper than that.
      expect(drawn(`• A\n\n\to${gap}B\n\n1. C\no${gap}D\n\n☐ E\no${gap}F`)).toEqual([
        'item 0 A',
        'item 1 B',
        'item 0 C',
        'item 1 D',
        'item 0 E',
        'item 1 F',
      ]);
      expect(drawn('o\tB\no\tC')).toEqual(['item 0 B', 'item 0 C']);
    },
  );

  test('what stands below a list, and is none, ends it', () => {
    expect(drawn('• A\n\nwords\n\no\tB')).toEqual(['item 0 A', 'text 0 words', 'item 0 B']);
  });

  /** Words of Portuguese and Polish, and the sign of a paragraph, wherever they stand. */
  const word = fc.constantFrom('relatório', 'que', 'tym', 'czym', '5', 'BGB', '-');
  const letter = fc.constantFrom('o', '§', 'O');
  const above = fc.constantFrom('', '• A\n', '- A\n  ', '1. A\n', '## H\n', '• A\no\tB\n');
  test('a word of one letter is never a bullet', () => {
    fc.assert(
      fc.property(above, letter, fc.constantFrom(' ', '\u00a0'), word, (before, one, gap, next) => {
        const said = drawn(`${before}${one}${gap}${next} mais`).join('\n');
        expect(said).toContain(`${one}${gap}${next} mais`);
      }),
      { numRuns: 120 },
    );
    // Also with more spaces, where no list is.
    expect(drawn('Falamos:\no  relatório\n\no   que')).toEqual([
      'text 0 Falamos:\no  relatório',
      'text 0 o   que',
    ]);
  });
});

describe('D11: open boxes', () => {
  const BOXES = `## 5 March 2026
- [ ] Ravi: write the plan, due 2026-03-12
- [ ] ask finance
- [x] @Maya book a room
- [ ] @Ravi ${'far too long '.repeat(50)}
- a topic
`;
  const seed = '11111111-1111-4111-8111-111111111111';
  const chosen = (more: Partial<BoxChoices>): BoxChoices => ({
    onAgenda: true,
    owners: new Map(),
    seed,
    ...more,
  });
  const arranged = (choices: BoxChoices) => withPromises(plan(BOXES), choices);
  const told = (choices: BoxChoices) =>
    boxesIn(arranged(choices), choices).map(({ line, owner, waits }) => [line.at, owner, waits]);
  const goingTo = (choices: BoxChoices) =>
    partsOf(arranged(choices))
      .parts.flat()
      .flatMap(({ lines }) =>
        lines.flatMap(({ promise, owner }) => (promise === undefined ? [] : [owner])),
      );

  test('stay in the notes unless somebody puts them on the agenda', () => {
    const stays = chosen({ onAgenda: false, owners: new Map([['3.2', 'manager']]) });
    expect(goingTo(stays)).toEqual([]);
    expect(boxesIn(arranged(stays), stays).map(({ heldOn }) => heldOn)).toEqual(
      Array.from({ length: 3 }, () => '2026-03-05'),
    );
  });

  test('go as promises of whom the notes name; what names nobody waits; what is too long stays', () => {
    expect(told(chosen({}))).toEqual([
      [2, 'report', false],
      [3, null, true],
      [5, null, false],
    ]);
    expect(goingTo(chosen({}))).toEqual(['report']);
  });

  test('go as somebody says, one by one', () => {
    const ids = boxesIn(plan(BOXES), chosen({})).map(({ line }) => line.id);
    const [plans = '', finance = '', long = ''] = ids;
    const owners = new Map([
      [plans, null],
      [finance, 'manager' as const],
      [long, 'manager' as const],
    ]);
    expect(told(chosen({ owners }))).toEqual([
      [2, null, false],
      [3, 'manager', false],
      [5, null, false],
    ]);
    expect(goingTo(chosen({ owners }))).toEqual(['manager']);
  });

  test('that go make another import of the same notes, whatever their ids', async () => {
    const idWith = (choices: BoxChoices) => idOf('s', 'both', partsOf(arranged(choices)).parts);
    const other = chosen({ seed: seed.replaceAll('1', '2') });
    expect(await idWith(other)).toBe(await idWith(chosen({})));
    expect(await idWith(chosen({ onAgenda: false }))).not.toBe(await idWith(chosen({})));
  });
});

/** Lines as people write them, and as they do not. */
const oneLine = fc.oneof(
  fc.constantFrom(
    ...NOTES.split('\n'),
    '- ',
    '1.',
    '> quoted',
    '    indented',
    '\t- tab',
    '- # heading in a list',
    '- ```',
    '~~~',
    '===',
    '[x]: https://example.org',
    '<p>',
    '-->',
    '- [ ]',
    '* [X] done',
    '![](a.png)',
    '# ',
    '3/5/2026',
    '## 3/5/2026',
    '\u0007',
    'o\tbelow',
    'o   below',
    '•\tdrawn',
    '▪\tdeeper',
    '§ 5',
    '- - -',
    'Date: 2026-03-02',
    'Created: 3/5/2026 10:00',
    'date: 2026-03-02',
    '---',
  ),
  fc.string({ maxLength: 30 }),
);
const notes = fc.array(oneLine, { maxLength: 40, size: 'max' }).map((lines) => lines.join('\n'));

test('D11: a heading with more spaces in it than anybody types is read in one go', () => {
  const spaces = ' '.repeat(400_000);
  for (const [before, after] of [
    ['# a', 'b'],
    ['# #', 'b ##'],
    ['# a', '{#b} c'],
  ]) {
    const words = parseNotes(`${before}${spaces}${after}`).pieces.map(({ text }) => text);
    expect(words.join('')).toBe(`${before?.slice(2)}${after?.replace(/ #+$/, '')}`);
  }
});

describe('D11: nothing is lost', () => {
  test('every line with something on it is in the preview or among what was not understood', () => {
    fc.assert(
      fc.property(notes, (text) => {
        const parsed = parseNotes(text);
        const seen = new Set<number>();
        for (const { from, to } of [...parsed.pieces, ...parsed.notUnderstood]) {
          for (let line = from; line <= to; line += 1) seen.add(line);
        }
        const lines = text
          .replace(/^\ufeff/, '')
          .replaceAll(/\r\n?/g, '\n')
          .split('\n');
        const lost = lines.filter((line, index) => line.trim() !== '' && !seen.has(index + 1));
        expect(lost).toEqual([]);
      }),
      { numRuns: 150, examples: [['---\n---'], ['---\ntitle: notes\n...']] },
    );
  });

  test('every word of a piece is sent, in a form that the api takes', () => {
    fc.assert(
      fc.property(notes, fc.nat(5), (text, long) => {
        const meetings = plan(`${text}\n\n${'word '.repeat(long * 1000)}`);
        const { parts, size } = partsOf(meetings);
        const owners = new Map(
          meetings.flatMap(({ lines }) => lines.map(({ id }) => [id, 'report' as const])),
        );
        const seed = '11111111-1111-4111-8111-111111111111';
        const promised = withPromises(meetings, { onAgenda: true, owners, seed });
        const withBoxes = partsOf(promised).parts.flat();
        for (const meeting of [...parts.flat(), ...withBoxes]) importedMeeting.parse(meeting);
        const promises = withBoxes.flatMap(({ lines }) =>
          lines.flatMap(({ promise }) => promise ?? []),
        );
        expect(new Set(promises).size).toBe(promises.length);
        const sent = parts.flat().flatMap(({ lines }) => lines.map((line) => line.text));
        expect(sent).toEqual(meetings.flatMap(({ lines }) => lines.map((line) => line.text)));
        expect(countOf(meetings).lines).toBe(sent.length);
        expect(size).toBe(parts.reduce((sum, part) => sum + sizeOfPart([...part]), 0));
      }),
      { numRuns: 60 },
    );
  });

  test('what would not fit is known before anything is sent: it is the end, and without it the rest fits', () => {
    fc.assert(
      fc.property(notes, fc.nat(4000), (text, room) => {
        const meetings = plan(`${text}\n\n## 2026-01-01\n- one\n## 2026-02-01\n- two`);
        const { parts, size, left } = partsOf(meetings, room);
        expect(size).toBeLessThanOrEqual(room);
        const all = meetings.flatMap(({ lines }) => lines);
        const fitting = all.slice(0, all.length - left.length);
        expect(left).toEqual(all.slice(fitting.length));
        const sent = parts.flat().flatMap(({ lines }) => lines.map((line) => line.text));
        expect(sent).toEqual(fitting.map((line) => line.text));
        if (left.length > 0) expect(partsOf(meetings).size).toBeGreaterThan(room);
        const away = new Set(left);
        const without = meetings.map((meeting) => ({
          ...meeting,
          lines: meeting.lines.map((line) =>
            away.has(line) ? { ...line, kind: 'leaveOut' as const } : line,
          ),
        }));
        expect(partsOf(without, room)).toEqual({ parts, size, left: [] });
      }),
      { numRuns: 60 },
    );
  });

  test('no part is larger than the api takes, and what is more than comes in at once is known', () => {
    const long = `- ${'ü'.repeat(1990)}\n`.repeat(200);
    for (const part of partsOf(plan(long)).parts) {
      expect(new TextEncoder().encode(JSON.stringify(part)).length).toBeLessThan(256 * 1024);
    }
    const { parts, left } = partsOf(plan('## 2026-01-01\n- x\n'.repeat(900)));
    expect([parts.flat().length, left.length, left[0]?.at]).toEqual([800, 100, 1602]);
  });
});
