import { expect, test } from '@jest/globals';
import { displayName } from '@rapport/api/signin/displayName';
import { personName } from '@rapport/domain/person.schema';
import * as fc from 'fast-check';

test('the name shown is the one of the directory, else the sign-in name, else a neutral word', () => {
  const signInName = 'maya@fabrikam.example';
  expect(displayName({ name: 'Maya', preferred_username: signInName })).toBe('Maya');
  for (const name of [undefined, '', ' ', 7, null, ['Maya'], '\u202e', 'Ma\ud800ya']) {
    expect(displayName({ name, preferred_username: signInName })).toBe(signInName);
  }
  expect(displayName({})).toBe('Somebody');
});

test('a name cannot be made to read as another', () => {
  expect(displayName({ name: 'Maya\u202e ivaR\n\0Menon' })).toBe('Maya ivaR Menon');
});

test('names of every script stay as they are', () => {
  for (const name of ['Łukasz O’Neill-Żak', '相川 愛子', 'عليرضا مي‌خواهد', 'क्‍ष', '👩🏽‍💻 Nia']) {
    expect(displayName({ name })).toBe(name);
  }
});

test('a very long name is cut, never through a character', () => {
  expect(displayName({ name: `${'a'.repeat(119)}👩` })).toBe('a'.repeat(119));
});

test('whatever a token says, the name is one that Rapport can store', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      expect(personName.safeParse(displayName({ name })).success).toBe(true);
    }),
  );
});
