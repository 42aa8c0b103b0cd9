import { describe, expect, test } from '@jest/globals';
import { applyToView } from '@rapport/domain/agenda';
import { liveLines, type Doing } from '@rapport/domain/line';
import type { Role } from '@rapport/domain/person';
import { EMPTY_PAGE } from '@rapport/domain/privatePage';
import { offersTask } from '@rapport/domain/trust';
import { viewFor } from '@rapport/domain/view';
import {
  applyToWishes,
  wishOf,
  WISHES_EACH,
  type Wish,
  type WishCommand,
  type WishEntry,
} from '@rapport/domain/wish';
import fc from 'fast-check';
import { AT, code, id, newSeries } from './support';

let commands = 7000;
const by = (role: Role): Doing => ({ by: role, at: AT, commandId: id((commands += 1)) });
const add = (wishes: readonly WishEntry[], role: Role, n: number) =>
  applyToWishes(wishes, { type: 'addWish', id: id(n), text: `wish ${n}` }, by(role));
const texts = (wishes: readonly WishEntry[]) => liveLines<Wish>(wishes).map(({ text }) => text);

describe('A7, B3: asking for feedback on something', () => {
  test('either asks, withdraws their own, and undoes that', () => {
    const asked = add(add([], 'report', 1), 'manager', 2);
    expect(texts(asked)).toEqual(['wish 1', 'wish 2']);
    const [his] = liveLines<Wish>(asked);
    const remove: WishCommand = { type: 'removeWish', id: id(1), version: his?.version ?? '' };
    expect(code(() => applyToWishes(asked, remove, by('manager')))).toBe('line.notYours');
    const withdrawn = applyToWishes(asked, remove, by('report'));
    expect(JSON.stringify(withdrawn)).not.toContain('wish 1');
    const restore: WishCommand = { type: 'restoreWish', id: id(1), text: 'wish 1' };
    expect(texts(applyToWishes(withdrawn, restore, by('report')))).toEqual(['wish 1', 'wish 2']);
  });

  test('nobody has more than a few at a time, whatever the other one has', () => {
    const step = fc.tuple(fc.constantFrom<Role>('manager', 'report'), fc.nat(20), fc.boolean());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (steps) => {
        let wishes: readonly WishEntry[] = [];
        for (const [role, n, removes] of steps) {
          const known = liveLines<Wish>(wishes).find((wish) => wish.id === id(n));
          const command: WishCommand =
            removes && known
              ? { type: 'removeWish', id: id(n), version: known.version }
              : { type: 'addWish', id: id(n), text: 'x' };
          const before = wishes;
          const refused = code(() => {
            wishes = applyToWishes(before, command, by(role));
          });
          const own = (r: Role) => liveLines<Wish>(wishes).filter((w) => w.by === r).length;
          expect(Math.max(own('manager'), own('report'))).toBeLessThanOrEqual(WISHES_EACH);
          if (refused === 'wishes.full') expect(own(role)).toBe(WISHES_EACH);
        }
      }),
    );
  });

  test('only the other one answers it, and only while it stands', () => {
    const asked = add([], 'report', 1);
    expect(wishOf(asked, id(1), 'manager')?.text).toBe('wish 1');
    expect(wishOf(asked, id(1), 'report')).toBeNull();
    expect(wishOf(asked, id(2), 'manager')).toBeNull();
    expect(wishOf(asked, null, 'manager')).toBeNull();
  });

  test('waits until both agreed, like notes', () => {
    const view = viewFor(newSeries(), EMPTY_PAGE, 'manager', AT);
    const command = { type: 'addWish', id: id(3), text: 'my talk' } as const;
    expect(code(() => applyToView(view, command, by('manager')))).toBe('terms.notAgreed');
  });

  test('the ladder is silent about what was asked for', () => {
    const rung = { me: 'manager', kind: 'criticism', about: 'behaviour', isNew: true } as const;
    expect(offersTask({ ...rung, asked: true })).toBe(false);
    expect(offersTask({ ...rung, asked: false })).toBe(true);
  });
});
