import { DomainError } from './errors';
import {
  addLine,
  isLive,
  liveLines,
  newLine,
  removeLine,
  restoreLine,
  type Doing,
  type ListRules,
} from './line';
import type { Role } from './person.schema';
import type { Wish, WishEntry } from './wish.schema';

export type { Wish, WishEntry } from './wish.schema';

/** What each of the two may have asked for at a time. */
export const WISHES_EACH = 3;
const WISH_RULES: ListRules = {
  limit: 2 * WISHES_EACH,
  full: 'wishes.full',
  unknown: 'wish.unknown',
};

/** Asking the other one for feedback on something. There is no answer but feedback: silence is a no. */
export type WishCommand =
  | { readonly type: 'addWish'; readonly id: string; readonly text: string }
  /** Withdraws it. */
  | { readonly type: 'removeWish'; readonly id: string; readonly version: string }
  | { readonly type: 'restoreWish'; readonly id: string; readonly text: string };

type Wishes = readonly WishEntry[];

/** @throws DomainError `wishes.full`, `wish.unknown`, `line.notYours`, `line.idTaken` */
export function applyToWishes(wishes: Wishes, command: WishCommand, doing: Doing): Wishes {
  switch (command.type) {
    case 'addWish':
      if (!wishes.some(({ id }) => id === command.id)) refuseFull(wishes, doing.by);
      return addLine<Wish>(wishes, newLine(command.id, command.text, doing), WISH_RULES);
    case 'removeWish':
      return removeLine<Wish>(wishes, command, doing, WISH_RULES);
    case 'restoreWish': {
      const standing = wishes.some((wish) => wish.id === command.id && isLive<Wish>(wish));
      if (!standing) refuseFull(wishes, doing.by);
      return restoreLine<Wish>(wishes, newLine(command.id, command.text, doing), doing, WISH_RULES);
    }
  }
}

function refuseFull(wishes: Wishes, by: Role): void {
  const own = liveLines<Wish>(wishes).filter((wish) => wish.by === by);
  if (own.length >= WISHES_EACH) throw new DomainError('wishes.full');
}

/**
 * What the other one asked for with this id; null where they asked for nothing like it, or withdrew it: then the
 * feedback is like any other.
 * @param by who gives the feedback
 */
export function wishOf(wishes: Wishes, askedFor: string | null, by: Role): Wish | null {
  const wish = liveLines<Wish>(wishes).find(({ id }) => id === askedFor);
  return wish && wish.by !== by ? wish : null;
}
