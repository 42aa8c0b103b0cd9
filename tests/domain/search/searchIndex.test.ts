import { describe, expect, test } from '@jest/globals';
import { fold } from '@rapport/domain/search/fold';
import { createSearchIndex } from '@rapport/domain/search/searchIndex';
import { wordsIn } from '@rapport/domain/search/words';
import fc from 'fast-check';

const at = '2026-03-02T09:00:00.000Z';
function found(texts: readonly string[], query: string): string[] {
  const index = createSearchIndex();
  index.add(texts.map((text) => ({ text, at })));
  return index.search(query, 100).hits.map(({ item }) => item.text);
}
const marked = (text: string, query: string): string[] => {
  const index = createSearchIndex();
  index.add([{ text, at }]);
  return index
    .search(query, 1)
    .hits.flatMap(({ marks }) => marks.map(([from, to]) => text.slice(from, to)));
};

describe('D5: what is looked for is found', () => {
  test.each([
    ['whatever its case', 'The Budget of spring', 'bUDGET', ['Budget']],
    ['without its accents', 'Übung im Café', 'ubung cafe', ['Übung', 'Café']],
    ['with accents that were not written', 'Ubung macht den Meister', 'Übung', ['Ubung']],
    ['as ß and ss', 'Die Straße', 'strasse', ['Straße']],
    ['by its beginning', 'planning for growth', 'plan', ['planning']],
    ['with a letter missing', 'the budget', 'budgt', ['budget']],
    ['with a letter wrong', 'the budget', 'budgat', ['budget']],
    ['in wide letters', 'Ｂｕｄｇｅｔ 2026', 'budget', ['Ｂｕｄｇｅｔ']],
    ['in Greek, with another last letter', 'ο λόγος', 'ΛΟΓΟΣ', ['λόγος']],
    ['in Cyrillic', 'мой бюджет', 'БЮДЖЕТ', ['бюджет']],
    ['in Japanese', '東京都で予算の話をした', '予算', ['予算']],
    ['in Thai', 'การประชุมงบประมาณ', 'ประชุม', ['ประชุม']],
    ['in Arabic, without its vowels', 'كِتَاب جديد', 'كتاب', ['كِتَاب']],
    ['in Japanese where the dictionary cuts elsewhere', '学問のすすめ', '問の', ['問の']],
  ])('%s', (_, text, query, marks) => {
    expect(marked(text, query)).toEqual(marks);
  });

  test('with all of its words, in any order; nothing of half of them', () => {
    const texts = ['growth and planning', 'only growth', 'only planning'];
    expect(found(texts, 'planning growth')).toEqual(['growth and planning']);
  });

  test('the whole word before its beginning, and that before a letter wrong', () => {
    const texts = ['we spoke of plant care', 'we spoke of plan care', 'we spoke of plannings care'];
    expect(found(texts, 'plan')[0]).toBe('we spoke of plan care');
    expect(found(['the budgie of it', 'the budget of it'], 'budget')[0]).toBe('the budget of it');
  });

  test('the latest first among what fits as well', () => {
    const index = createSearchIndex();
    const years = ['2024', '2026', '2025'];
    index.add(years.map((year) => ({ text: 'the budget', at: at.replace('2026', year) })));
    const order = index.search('budget', 10).hits.map(({ item }) => item.at.slice(0, 4));
    expect(order).toEqual(['2026', '2025', '2024']);
  });

  test('other words of Hindi are not taken for the same: their signs are letters', () => {
    expect(found(['की'], 'का')).toEqual([]);
  });

  test.each(['', '   ', '?!…', '\u0301'])('nothing for %j, which has no words', (query) => {
    expect(found(['a text'], query)).toEqual([]);
  });

  test('says how many there are beyond those that are wanted', () => {
    const index = createSearchIndex();
    index.add(Array.from({ length: 30 }, () => ({ text: 'the budget', at })));
    const { count, hits } = index.search('budget', 10);
    expect([count, hits.length]).toEqual([30, 10]);
  });

  test('every word of every text finds it, and is marked there', () => {
    const anyText = fc.array(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12, size: 'max' }),
      {
        minLength: 1,
        maxLength: 6,
        size: 'max',
      },
    );
    fc.assert(
      fc.property(anyText, fc.nat(), (parts, pick) => {
        const text = parts.join(' ');
        const words = wordsIn(text);
        const word = words[pick % Math.max(words.length, 1)];
        if (!word || word.term === '') return;
        const query = text.slice(word.start, word.end);
        // What a dictionary cuts out of its sentence it may cut otherwise alone.
        const [alone, ...more] = wordsIn(query);
        if (alone?.term !== word.term || more.length > 0) return;
        expect(found(['something else', text], query)).toContain(text);
        for (const mark of marked(text, query)) expect(text).toContain(mark);
      }),
    );
  });

  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40, size: 'max' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});
