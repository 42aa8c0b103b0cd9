import { describe, expect, test } from '@jest/globals';
import { decodeName, encodeName } from '@rapport/api/storage/cosmosNames';
import { isStorableName } from '@rapport/api/storage/storable';
import fc from 'fast-check';

const ODD = [
  '.',
  '/',
  '\\',
  '?',
  '#',
  '%',
  '-',
  '_',
  '~',
  '!',
  'a',
  '0',
  'Z',
  ' ',
  '\u00e9',
  '\uffff',
  '\u{1f600}',
];
const name = fc
  .oneof(
    fc.string({ unit: 'binary', size: 'max', maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom(...ODD),
      size: 'max',
      maxLength: 12,
    }),
  )
  .filter(isStorableName);
const order = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const ascii = (a: string, b: string) => (a < b ? -1 : Number(a > b));

describe('names of documents as Cosmos DB holds them', () => {
  test('are read back as they were, and sort as they did', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(decodeName(encodeName(a))).toBe(a);
        expect(ascii(encodeName(a), encodeName(b))).toBe(order(a, b));
      }),
      { numRuns: 500 },
    );
  });

  test('are ids that Cosmos DB and an address take as they are', () => {
    fc.assert(
      fc.property(name, (one) => {
        const id = encodeName(one);
        expect(id).toMatch(/^[-.!~\w]{1,1023}$/);
        expect(new URL(`https://host/docs/${id}`).pathname).toBe(`/docs/${id}`);
      }),
      { numRuns: 500 },
    );
  });

  test('stay as they are where we make them ourselves', () => {
    const own = [
      'head',
      'page.0b7c1d1e-5a0f-4c36-9c55-2d0a3d5c4b1a',
      'meeting.999998',
      'checkIn.12',
    ];
    for (const id of own) expect(encodeName(id)).toBe(id);
  });

  test('are never longer than an id may be', () => {
    expect(isStorableName('\u{1f600}'.repeat(63))).toBe(true);
    expect(isStorableName('\u{1f600}'.repeat(64))).toBe(false);
    expect(encodeName('\u{1f600}'.repeat(63)).length).toBeLessThanOrEqual(1023);
  });
});
