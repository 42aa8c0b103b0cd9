/** The product's time. Locally it can be moved; token checks keep real time. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
