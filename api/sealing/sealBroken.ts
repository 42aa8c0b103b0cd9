/**
 * Something sealed was altered, or lies where it does not belong. Not to be mistaken for a key that was
 * deleted on purpose. It never says what was sealed, nor whose it is.
 */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
  constructor(readonly part: 'body' | 'key' | 'keyId' | 'erasure') {
    super(`A seal is broken (${part}).`);
  }
}
