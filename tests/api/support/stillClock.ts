import { createMovableClock, type MovableClock } from '@rapport/api/local/clock';

/** When a still clock begins, and the one that goes on: a Monday morning. */
export const BEGIN = Date.parse('2026-11-02T09:00:00.000Z');
const LOADED = Date.now();

/**
 * A clock that goes on by itself, the same for all worlds of a file: no midnight, end of a month or new year comes
 * between two lines of a test.
 */
export const goingClock = (): MovableClock => createMovableClock(BEGIN - LOADED);

/** A clock that stands until it is moved: what is written twice has the same times. */
export function stillClock(): MovableClock {
  let at = new Date(BEGIN);
  return {
    now: () => at,
    moveTo: (to) => (at = to ?? at),
    offset: 0,
  };
}
