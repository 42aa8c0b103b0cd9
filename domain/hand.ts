import type { Hand, Hands } from './hand.schema';
import type { Role } from './person';

export type { Hand, Hands } from './hand.schema';

export const NO_HANDS: Hands = { manager: 'none', report: 'none' };

/**
 * Raises or lowers one's own hand for the coming meeting (PRACTICE B6). Once the two are together there is
 * nothing to raise any more; lowering is always possible, and leaves nothing behind.
 * @param planned whether the meeting has not begun
 */
export function raiseHand(hands: Hands, by: Role, hand: Hand, planned: boolean): Hands {
  if (hands[by] === hand || (hand !== 'none' && !planned)) return hands;
  return { ...hands, [by]: hand };
}
