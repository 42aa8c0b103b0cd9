import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sizeOfPart } from '@rapport/domain/imported';
import { importedMeeting } from '@rapport/domain/imported.schema';
import { withPromises } from '../../../tab/src/importing/boxes';
import { findDate } from '../../../tab/src/importing/dates';
import { findOwner } from '../../../tab/src/importing/owners';
import { parseNotes, refuseNotes } from '../../../tab/src/importing/parse';
import { countOf, idOf, partsOf } from '../../../tab/src/importing/parts';
import { dating, day, people, plan } from './support';

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
