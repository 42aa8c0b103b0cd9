import { describe, expect, test } from '@jest/globals';
import { recogniseSpeakers } from '@rapport/domain/speakers';

const names = { manager: 'Maya Adeyemi', report: 'Ravi Subramanian' };
const recognise = (speakers: readonly string[], two = names) =>
  Object.fromEntries(recogniseSpeakers(speakers, two));

describe('A8: who a speaker of a transcript is', () => {
  test.each([
    ['Ravi Subramanian', 'report'],
    ['Subramanian, Ravi', 'report'],
    ['Subramanian, Ravi (EXT)', 'report'],
    ['RAVI SUBRAMANIAN (Guest)', 'report'],
    ['Ravi K. Subramanian', 'report'],
    ['Ravi Subramanian | Contoso', 'report'],
    ['Ravi', 'report'],
    ['Maya Adeyemi', 'manager'],
    ['Ravi Kumar', 'else'],
    ['Meeting Room 4.12', 'else'],
    ['Unknown', 'nobody'],
    ['Unknown User', 'nobody'],
    ['Speaker 1', 'nobody'],
    ['Sprecher 2', 'nobody'],
    ['(Guest)', 'else'],
  ])('%s: %s', (speaker, who) => {
    expect(recognise([speaker])).toEqual({ [speaker]: who });
  });

  test.each([
    ['José Nuñez', 'José Nuñez'.normalize('NFD')],
    ['Zoë Łukasz-Müller', 'ŁUKASZ-MÜLLER, Zoe'],
    ['Jürgen Groß', 'Gross, Jürgen'],
    ['山田 太郎', '山田 太郎'],
    ['Siobhán O’Brien', 'Siobhan O’Brien'],
  ])('%s is recognised as %s', (name, speaker) => {
    expect(recognise([speaker], { ...names, report: name })).toEqual({ [speaker]: 'report' });
  });

  test('the same person from two devices is one, a worse fit is somebody else', () => {
    expect(recognise(['Ravi Subramanian', 'Ravi Subramanian (Guest)', 'Ravi'])).toEqual({
      'Ravi Subramanian': 'report',
      'Ravi Subramanian (Guest)': 'report',
      Ravi: 'else',
    });
  });

  test('what fits both is neither', () => {
    const two = { manager: 'Anna Berg', report: 'Anna Lund' };
    expect(recognise(['Anna', 'Anna Lund'], two)).toEqual({ Anna: 'else', 'Anna Lund': 'report' });
  });
});
