import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { brief } from '../../tab/src/words/brief';

describe('D12: somebody’s words in the name of a button', () => {
  test.each([
    ['as they are', ' The on-call\n plan ', 'The on-call plan'],
    [
      'cut between two words',
      'Whether the second person on call could start in May already, or only in June',
      'Whether the second person on call could start in May…',
    ],
    ['cut as they come, without spaces', 'x'.repeat(80), `${'x'.repeat(60)}…`],
    ['cut between two signs', '👩🏽‍🚀'.repeat(61), `${'👩🏽‍🚀'.repeat(60)}…`],
    ['whole, where they are short and long in bytes', '👩🏽‍🚀'.repeat(60), '👩🏽‍🚀'.repeat(60)],
    ['nothing where there are none', ' ', ''],
  ])('%s', (_, words, said) => {
    expect(brief(words)).toBe(said);
  });

  test('always begins as the words do, is short, and is never empty for words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200, size: 'max' }), (words) => {
        const said = brief(words);
        const line = words.trim().replaceAll(/\s+/gu, ' ');
        expect(line.startsWith(said.replace(/…$/u, ''))).toBe(true);
        expect(said === '').toBe(line === '');
        expect([...new Intl.Segmenter().segment(said)].length).toBeLessThanOrEqual(61);
      }),
    );
  });
});
