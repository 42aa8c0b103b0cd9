import { expect, test } from '@jest/globals';
import { pad, sizeClass, unpad } from '@rapport/api/sealing/padding';
import { SealBroken } from '@rapport/api/sealing/sealBroken';
import fc from 'fast-check';

const KIB = 1024;

test('size classes double from 256 bytes to 32 KiB, then grow by 32 KiB', () => {
  const classes = [
    256,
    512,
    KIB,
    2 * KIB,
    4 * KIB,
    8 * KIB,
    16 * KIB,
    32 * KIB,
    64 * KIB,
    96 * KIB,
  ];
  let above = 0;
  for (const size of classes) {
    expect(sizeClass(above + 1)).toBe(size);
    expect(sizeClass(size)).toBe(size);
    above = size;
  }
  expect(sizeClass(0)).toBe(256);
});

test('any text is found again in its padding, which has exactly the size of its class', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.tuple(fc.nat(70 * KIB), fc.constantFrom('a', '\0', '人')).map(([n, unit]) => unit.repeat(n)),
  );
  fc.assert(
    fc.property(text, (value) => {
      const padded = pad(value);
      expect(padded).toHaveLength(sizeClass(4 + Buffer.byteLength(value)));
      expect(unpad(padded) === value).toBe(true);
    }),
  );
});

test('a length that cannot be is refused', () => {
  const padded = pad('text');
  padded.writeUInt32BE(253);
  expect(() => unpad(padded)).toThrow(SealBroken);
  expect(() => unpad(Buffer.of(0, 0, 0))).toThrow(SealBroken);
  expect(unpad(Buffer.alloc(4))).toBe('');
});
