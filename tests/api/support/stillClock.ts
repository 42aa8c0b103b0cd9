import type { MovableClock } from '@rapport/api/local/clock';

/** When a still clock begins. */
export const BEGIN = Date.parse('2026-11-02T09:00:00.000Z');

/** A clock that stands until it is moved: what is written twice has the same times. */
export function stillClock(): MovableClock {
  let at = new Date(BEGIN);
  return {
    now: () => at,
    moveTo: (to) => (at = to ?? at),
    offset: 0,
  };
}
