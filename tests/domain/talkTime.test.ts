import { describe, expect, test } from '@jest/globals';
import { measureTalk, speakersOf, type SpeakerIs, type Turn } from '@rapport/domain/talkTime';
import fc from 'fast-check';

const WHO: Readonly<Record<string, SpeakerIs>> = {
  m: 'manager',
  r: 'report',
  e: 'else',
  n: 'nobody',
};
const whoIs = (speaker: string): SpeakerIs => WHO[speaker] ?? 'nobody';
/** Seconds, as one would read them in a transcript. */
const turn = (speaker: string, from: number, to: number): Turn => ({
  speaker,
  from: from * 1000,
  to: to * 1000,
});
const measure = (...turns: readonly Turn[]) => measureTalk(turns, whoIs);

describe('A8: the share of the talking', () => {
  test('is of what the two said: silence, others and who is left out are not in it', () => {
    const talk = measure(
      turn('r', 0, 70),
      turn('m', 100, 130),
      turn('e', 130, 500),
      turn('n', 0, 900),
    );
    expect(talk).toMatchObject({ manager: 30_000, report: 70_000, else: 370_000, share: 70 });
  });

  test('counts to each while both speak at once, and says how long that was', () => {
    const talk = measure(turn('r', 0, 10), turn('m', 5, 15));
    expect(talk).toMatchObject({ manager: 10_000, report: 10_000, both: 5000, share: 50 });
  });

  test('counts what one transcript says twice of the same person once', () => {
    expect(measure(turn('r', 0, 10), turn('r', 5, 12), turn('m', 20, 32)).share).toBe(50);
  });

  test('is not there where neither said anything', () => {
    expect(measure(turn('e', 0, 10), turn('r', 5, 5)).share).toBeNull();
  });
});

describe('A8: the longest monologue', () => {
  test('is made of turns one after the other, without the silence between them', () => {
    const { longest } = measure(turn('m', 0, 10), turn('m', 12, 20), turn('r', 20, 21));
    expect(longest).toEqual({ manager: 18_000, report: 1000 });
  });

  test.each([
    ['the other one', turn('r', 10, 11)],
    ['somebody else', turn('e', 10, 11)],
  ])('ends when %s speaks', (_, other) => {
    expect(measure(turn('m', 0, 10), other, turn('m', 11, 20)).longest.manager).toBe(10_000);
  });

  test('does not end for what is left out', () => {
    const { longest } = measure(turn('m', 0, 10), turn('n', 10, 11), turn('m', 11, 20));
    expect(longest.manager).toBe(19_000);
  });

  test('ends with a silence longer than a breath', () => {
    expect(measure(turn('m', 0, 10), turn('m', 15, 20)).longest.manager).toBe(15_000);
    expect(measure(turn('m', 0, 10), turn('m', 15.001, 20)).longest.manager).toBe(10_000);
  });
});

test('everybody is listed with their own time, the most first', () => {
  expect(speakersOf([turn('a', 0, 1), turn('b', 0, 5), turn('a', 4, 5), turn('b', 3, 6)])).toEqual([
    { speaker: 'b', ms: 6000 },
    { speaker: 'a', ms: 2000 },
  ]);
});

const turns = fc.array(
  fc
    .tuple(
      fc.constantFrom('m', 'r', 'e', 'n'),
      fc.integer({ min: 0, max: 600_000 }),
      fc.integer({ min: 0, max: 60_000 }),
    )
    .map(([speaker, from, length]): Turn => ({ speaker, from, to: from + length })),
  { maxLength: 40, size: 'max' },
);
const swapped = (speaker: string): SpeakerIs => {
  const who = whoIs(speaker);
  return who === 'manager' ? 'report' : who === 'report' ? 'manager' : who;
};

describe('A8: whatever a transcript says', () => {
  test('the order of its cues does not matter', () => {
    fc.assert(
      fc.property(
        turns.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(measureTalk(shuffled, whoIs)).toEqual(measureTalk(all, whoIs));
          expect(speakersOf(shuffled)).toEqual(speakersOf(all));
        },
      ),
    );
  });

  test('the two shares are whole, and all there is of what the two said', () => {
    fc.assert(
      fc.property(turns, (all) => {
        const [one, other] = [measureTalk(all, whoIs), measureTalk(all, swapped)];
        if (one.share === null || other.share === null) {
          expect([one.manager, one.report, one.share, other.share]).toEqual([0, 0, null, null]);
          return;
        }
        // Two halves of a per cent are both rounded up.
        expect([100, 101]).toContain(one.share + other.share);
        expect(Math.abs(one.share - (100 * one.report) / (one.report + one.manager))).toBeLessThan(
          0.51,
        );
      }),
    );
  });

  test('nobody speaks longer than from the first to the last word, nor in one go than in all', () => {
    fc.assert(
      fc.property(turns, (all) => {
        const talk = measureTalk(all, whoIs);
        const span = Math.max(0, ...all.map(({ to }) => to));
        expect(talk.manager).toBeLessThanOrEqual(span);
        expect(talk.longest.manager).toBeLessThanOrEqual(talk.manager);
        expect(talk.longest.report).toBeLessThanOrEqual(talk.report);
        expect(talk.both).toBeGreaterThanOrEqual(0);
        expect(talk.both).toBeLessThanOrEqual(Math.min(talk.manager, talk.report));
      }),
    );
  });

  test('one turn or the same in two pieces is the same', () => {
    fc.assert(
      fc.property(turns, fc.double({ min: 0, max: 1, noNaN: true }), (all, where) => {
        const pieces = all.flatMap((one): Turn[] => {
          const cut = one.from + Math.round((one.to - one.from) * where);
          return [
            { ...one, to: cut },
            { ...one, from: cut },
          ];
        });
        const { longest: whole, ...times } = measureTalk(all, whoIs);
        const { longest: cut, ...same } = measureTalk(pieces, whoIs);
        expect(same).toEqual(times);
        // Somebody may have begun to speak between the pieces.
        expect(cut.manager).toBeLessThanOrEqual(whole.manager);
      }),
    );
  });
});
