import { describe, expect, test } from '@jest/globals';
import { parseAddresses } from '@rapport/domain/addresses';
import fc from 'fast-check';

const read = (text: string) => {
  const { found, unusable } = parseAddresses(text);
  return {
    found: found.map(({ address, name }) => (name ? `${name}|${address}` : address)),
    unusable: unusable.map(({ text: part, why }) => `${why}: ${part}`),
  };
};

describe('C7: pasted addresses', () => {
  test.each([
    ['lena@fabrikam.example', ['lena@fabrikam.example']],
    ['a@x.example\nb@x.example\r\nc@x.example', ['a@x.example', 'b@x.example', 'c@x.example']],
    ['a@x.example, b@x.example; c@x.example;', ['a@x.example', 'b@x.example', 'c@x.example']],
    ['Lena Hoffmann <lena@x.example>', ['Lena Hoffmann|lena@x.example']],
    ['"Hoffmann, Lena" <lena@x.example>', ['Hoffmann, Lena|lena@x.example']],
    [
      'Hoffmann, Lena <lena@x.example>; b@x.example',
      ['Hoffmann, Lena|lena@x.example', 'b@x.example'],
    ],
    ['<lena@x.example>', ['lena@x.example']],
    ['mailto:lena@x.example', ['lena@x.example']],
    ['Zoë.O’Neil+team@bücher.example', ['Zoë.O’Neil+team@bücher.example']],
    ["'lena@x.example'; (a@x.example)", ['lena@x.example', 'a@x.example']],
    ['To: a@x.example b@x.example', ['a@x.example', 'b@x.example']],
    ['Lena Hoffmann\tlena@x.example\tBerlin', ['lena@x.example']],
    ['• a@x.example\n- b@x.example.', ['a@x.example', 'b@x.example']],
    [
      '田辺 愛子 ＜aiko@x.example＞、a＠x.example；b@x.example',
      ['田辺 愛子|aiko@x.example', 'a@x.example', 'b@x.example'],
    ],
  ])('reads %j', (text, found) => {
    expect(read(text)).toEqual({ found, unusable: [] });
  });

  test('says of each part that is none why, and goes on with the others', () => {
    expect(read('my team\na@x.example, A@X.example\n@x.example; b@x\nLena <not there>')).toEqual({
      found: ['a@x.example'],
      unusable: [
        'noAddress: my team',
        'twice: A@X.example',
        'noAddress: @x.example',
        'noAddress: b@x',
        'noAddress: Lena <not there>',
      ],
    });
  });

  test('a line of words is not taken for the family name of the next line', () => {
    expect(read('The new ones\nLena <lena@x.example>').found).toEqual(['Lena|lena@x.example']);
  });

  test('whatever is pasted: no address twice, none with a space, and nothing breaks', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'a@x.example',
        'A@x.example',
        '"',
        '<',
        '>',
        ',',
        ';',
        '\n',
        'L <b@x.example>',
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30, size: 'max' }), (parts) => {
        const { found } = parseAddresses(parts.join(''));
        const keys = found.map(({ address }) => address.toLowerCase());
        expect(new Set(keys).size).toBe(keys.length);
        for (const key of keys) expect(key).toMatch(/^[^\s@]+@[^\s@]+$/);
      }),
    );
  });
});
