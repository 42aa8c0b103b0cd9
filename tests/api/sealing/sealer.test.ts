import { beforeEach, describe, expect, test } from '@jest/globals';
import type { KeyRing } from '@rapport/api/sealing/keyRing';
import { SealBroken } from '@rapport/api/sealing/sealBroken';
import { createSealer, subjectOf, type Binding, type Sealer } from '@rapport/api/sealing/sealer';
import { folderPerTest } from '../storage/folder';
import { keysPerTest } from './parts';

const keys = keysPerTest(folderPerTest());
const WORDS = 'I feel unheard in our planning';
const binding: Binding = {
  container: 'series',
  tenant: 'tenant',
  partition: 'p',
  id: 'id',
  kind: 'kind',
  schema: 1,
  revision: 2,
};

let ring: KeyRing;
let sealer: Sealer;
beforeEach(() => {
  ring = keys.ring();
  sealer = createSealer(ring);
});
const seal = (value: unknown, parts: Partial<Binding> = {}) =>
  sealer.seal({ ...binding, ...parts }, value);

describe('a sealed body', () => {
  test('opens to the same value, in any process', async () => {
    const sealed = await seal({ words: WORDS, nothing: null });
    const elsewhere = createSealer(keys.ring());
    expect(await elsewhere.open(binding, sealed)).toEqual({
      value: { words: WORDS, nothing: null },
    });
    expect(await sealer.open(binding, await seal(null))).toEqual({ value: null });
  });

  test('shows nothing of the value: neither words, nor sameness, nor length within a class', async () => {
    const [one, same, empty, full, next] = await Promise.all(
      [WORDS, WORDS, '', 'x'.repeat(250), 'x'.repeat(251)].map((value) => seal(value)),
    );
    const bytes = Buffer.from(one?.body ?? '', 'base64');
    expect(bytes.includes('unheard')).toBe(false);
    expect(same?.body).not.toBe(one?.body);
    // Nonces are new each time: bytes 1 to 12.
    expect(Buffer.from(same?.body ?? '', 'base64').subarray(1, 13)).not.toEqual(
      bytes.subarray(1, 13),
    );
    const lengths = [one, empty, full, next].map((sealed) => sealed?.body.length);
    expect(lengths[0]).toBe(lengths[1]);
    expect(lengths[1]).toBe(lengths[2]);
    expect(lengths[3]).toBeGreaterThan(lengths[2] ?? 0);
  });

  const swaps: [keyof Binding, Partial<Binding>][] = [
    ['tenant', { tenant: 'other' }],
    ['id', { id: 'other' }],
    ['kind', { kind: 'other' }],
    ['schema', { schema: 2 }],
    ['revision', { revision: 1 }],
    ['container', { container: 'people' }],
    ['partition', { partition: 'other' }],
  ];
  for (const [part, swapped] of swaps) {
    test(`does not open with another ${part}`, async () => {
      const sealed = await seal(WORDS);
      // The other place has a key of its own, so what is refused is the place, not a missing key.
      const own = await seal('what belongs there', swapped);
      const there = { ...binding, ...swapped };
      await expect(sealer.open(there, sealed)).rejects.toThrow(SealBroken);
      await expect(sealer.open(there, { ...sealed, keyId: own.keyId })).rejects.toThrow(SealBroken);
      expect(await sealer.open(there, own)).toEqual({ value: 'what belongs there' });
    });
  }

  test('does not open with another key id', async () => {
    const sealed = await seal(WORDS);
    const other = await seal('x', { partition: 'other' });
    for (const keyId of [other.keyId, '', 'strange', sealed.keyId.toUpperCase()]) {
      await expect(sealer.open(binding, { ...sealed, keyId })).rejects.toThrow(SealBroken);
    }
  });

  test('is bound to every one of these by itself, even if all had the same key', async () => {
    const sealed = await seal(WORDS);
    const key = await ring.current(subjectOf(binding));
    const { open } = createSealer({ ...ring, find: async () => key });
    expect(await open(binding, sealed)).toEqual({ value: WORDS });
    await expect(open(binding, { ...sealed, keyId: 'other' })).rejects.toThrow(SealBroken);
    for (const [, swapped] of swaps) {
      await expect(open({ ...binding, ...swapped }, sealed)).rejects.toThrow(SealBroken);
    }
  });

  test('is bound to parts that cannot run into each other', async () => {
    const sealed = await seal(WORDS, { id: 'a","b', kind: 'c' });
    const there = { ...binding, id: 'a', kind: 'b","c' };
    await expect(sealer.open(there, sealed)).rejects.toThrow(SealBroken);
  });

  test('does not open after any change, cut or addition', async () => {
    const { body, keyId } = await seal(WORDS);
    const bytes = Buffer.from(body, 'base64');
    const flipped = Array.from(bytes, (byte, at) => {
      const copy = Buffer.from(bytes);
      copy[at] = byte ^ 1;
      return copy;
    });
    const cut = [0, 1, 12, 28, 29, bytes.length - 1].map((length) => bytes.subarray(0, length));
    const changed = [...flipped, ...cut, Buffer.concat([bytes, Buffer.of(0)])];
    const written = [`${body}=`, `${body} `, ` ${body}`, `${body}\n`, body.slice(0, -1), '-', '人'];
    for (const bad of [...changed.map((one) => one.toString('base64')), ...written]) {
      await expect(sealer.open(binding, { body: bad, keyId })).rejects.toThrow(SealBroken);
    }
    expect(await sealer.open(binding, { body, keyId })).toEqual({ value: WORDS });
  });

  test('that is broken says nothing about whose it is', async () => {
    const sealed = await seal(WORDS, { partition: 'ravi', id: 'note-17' });
    const error: unknown = await sealer.open(binding, sealed).catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(/^SealBroken: A seal is broken \((body|key|keyId)\)\.$/);
    expect(JSON.stringify(error)).not.toMatch(/ravi|note-17|unheard/);
  });

  test('is nothing at all once its key is forgotten, though not its neighbours', async () => {
    const mine = await seal(WORDS);
    const theirs = await seal('other words', { partition: 'other' });
    await ring.forget(subjectOf(binding));
    expect(await sealer.open(binding, mine)).toBeNull();
    expect(await sealer.open({ ...binding, partition: 'other' }, theirs)).toEqual({
      value: 'other words',
    });
    const anew = await seal('new words');
    expect(await sealer.open(binding, mine)).toBeNull();
    expect(await sealer.open(binding, anew)).toEqual({ value: 'new words' });
  });

  test('is refused to what JSON cannot say', async () => {
    for (const value of [undefined, () => 1, Symbol('x')]) {
      await expect(seal(value)).rejects.toThrow(TypeError);
    }
    await expect(seal(1n)).rejects.toThrow(TypeError);
  });
});
