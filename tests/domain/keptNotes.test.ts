import { describe, expect, test } from '@jest/globals';
import { removeKept, restoreKept, standingNotes, type KeptNotes } from '@rapport/domain/keptNotes';
import type { Note } from '@rapport/domain/note';
import fc from 'fast-check';

/** More than may be written: what two devices changed at the same time stays as two. */
const COUNT = 82;
const kept: KeptNotes = Array.from({ length: COUNT }, (_, n) => ({
  id: `line ${n}`,
  version: `first ${n}`,
  by: 'report',
  text: `words ${n}`,
  at: '2026-03-02T10:00:00.000Z',
  editedAt: null,
  topic: n % 2 ? 'topic' : null,
}));
const doing = (step: number) =>
  ({ by: 'report', at: '2026-05-02T10:00:00.000Z', commandId: `step ${step}` }) as const;

describe('D1: one’s own notes of a past meeting', () => {
  test('go and come back in any order, each to its place, and no others come', () => {
    const step = fc.record({ n: fc.nat(COUNT - 1), back: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300, size: 'max' }), (steps) => {
        const gone = new Set<string>();
        let now = kept;
        for (const [index, { n, back }] of steps.entries()) {
          const id = `line ${n}`;
          const version = now.find((one) => one.id === id)?.version ?? '';
          now = back
            ? restoreKept(now, { id, text: `words ${n}` }, doing(index))
            : removeKept(now, { id, version }, doing(index));
          if (back) gone.delete(id);
          else gone.add(id);
        }
        const stands = standingNotes(now);
        const expected = standingNotes(kept).filter(({ id }) => !gone.has(id));
        const said = ({ id, text, topic }: Note) => [id, text, topic];
        expect(stands.map(said)).toEqual(expected.map(said));
        for (const id of gone) {
          expect(JSON.stringify(now)).not.toContain(`words ${id.slice(5)}"`);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('what is done twice changes nothing, and what says something newer is not removed', () => {
    const removed = removeKept(kept, { id: 'line 3', version: 'first 3' }, doing(1));
    expect(removeKept(removed, { id: 'line 3', version: 'first 3' }, doing(2))).toBe(removed);
    const back = restoreKept(removed, { id: 'line 3', text: 'words 3' }, doing(3));
    expect(restoreKept(back, { id: 'line 3', text: 'other' }, doing(4))).toBe(back);
    const late = () => removeKept(back, { id: 'line 3', version: 'first 3' }, doing(5));
    expect(late).toThrow(expect.objectContaining({ code: 'line.changedSince' }));
    const planted = () => restoreKept(kept, { id: 'new', text: 'planted' }, doing(6));
    expect(planted).toThrow(expect.objectContaining({ code: 'note.unknown' }));
  });
});
