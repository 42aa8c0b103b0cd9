import type { Seat } from '@rapport/domain/series';

/** The 1:1s that a meeting can be the place of: one's own that go on, and not those one is only invited to. */
export const bindableOf = (seats: readonly Seat[]): Seat[] =>
  seats.filter(({ state }) => state !== 'invited' && state !== 'ended');
