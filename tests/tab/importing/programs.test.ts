import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeNotes, withoutPictures } from '../../../tab/src/importing/decode';
import { parseNotes, refuseNotes } from '../../../tab/src/importing/parse';
import { planMeetings } from '../../../tab/src/importing/plan';
import { plan } from './support';

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
