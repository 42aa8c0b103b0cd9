/**
 * What is shown first of several: what has a day, then what somebody waits for, then what was put off, or needs
 * nothing before the next 1:1.
 */
const ORDER = [
  'checkIn',
  'concern',
  'feedback',
  'ask',
  'reply',
  'wish',
  'putOff',
  'onItsWay',
] as const;

export interface Waiter {
  /** Stays the same for as long as it waits. */
  readonly key: string;
  readonly kind: (typeof ORDER)[number];
}

/**
 * The one that is shown, and the others in their order.
 * @param first what is shown already: it stays until it is done, whatever arrives and whatever becomes of it
 * @param next whether another one takes the place of what is done; in a meeting nothing does (PRACTICE A9)
 */
export function oneOf<W extends Waiter>(
  all: readonly W[],
  first: string | null,
  next = true,
): { readonly shown: W | undefined; readonly rest: readonly W[] } {
  const sorted = all.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const shown =
    sorted.find(({ key }) => key === first) ?? (next || first === null ? sorted[0] : undefined);
  return { shown, rest: sorted.filter((one) => one !== shown) };
}
