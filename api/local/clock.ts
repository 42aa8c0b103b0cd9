import type { Clock } from '../ports/clock';

export interface MovableClock extends Clock {
  /** Sets the product's time; it goes on from there. null: back to real time. */
  moveTo(at: Date | null): void;
  /** How far it is from real time, in milliseconds. */
  readonly offset: number;
}

/** The product's clock of the local server, `offset` milliseconds from the machine's. */
export function createMovableClock(offset = 0): MovableClock {
  let ahead = offset;
  return {
    now: () => new Date(Date.now() + ahead),
    moveTo(at) {
      ahead = at ? at.getTime() - Date.now() : 0;
    },
    get offset() {
      return ahead;
    },
  };
}
