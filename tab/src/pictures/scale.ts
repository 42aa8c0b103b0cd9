import type { CSSProperties } from 'react';

/** Of the longest bar, in px. */
const TALLEST = 48;
/** A column where there is room, in px. */
const WIDEST = 64;
/** Labels that fit beside each other on a phone. */
const LABELS = 6;

/** Every column has a label, or every second one: the last always has. */
export const isLabelled = (n: number, count: number): boolean =>
  (count - 1 - n) % Math.ceil(count / LABELS) === 0;

/** Columns of one width, that become narrower together. */
export const tracks = (count: number): CSSProperties => ({
  gridTemplateColumns: `repeat(${count}, minmax(0, ${WIDEST}px))`,
});

/** @param share of the longest that there can be, 0 to 1 */
export const tall = (share: number): CSSProperties =>
  share === 0 ? { display: 'none' } : { blockSize: `${(share * TALLEST).toFixed(1)}px` };
