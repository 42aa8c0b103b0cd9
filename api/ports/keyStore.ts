/** A key as it is kept: wrapped by another one, useless by itself. */
export interface WrappedKey {
  readonly id: string;
  readonly wrapped: Uint8Array;
}

export interface KeyPage {
  readonly keys: readonly (WrappedKey & { readonly name: string })[];
  /** Opaque; hand it back for the next page. null: nothing follows. */
  readonly continuation: string | null;
}

/**
 * Where wrapped keys lie: apart from the content, in an account or a file of their own, so that a copy of
 * one is worth nothing without the other, and deleting a key is not undone by a backup of the content.
 * Rotation stands on two things: a read or a listing sees every write that was acknowledged before it began,
 * by whichever process (in Cosmos DB: strong consistency), and `replace` compares and swaps.
 */
export interface KeyStore {
  read(name: string): Promise<WrappedKey | null>;
  /** Keeps the key unless there is one already. @returns the one that stands: the first wins, for everybody */
  createIfAbsent(name: string, key: WrappedKey): Promise<WrappedKey>;
  /** Puts `next` where exactly `expected` lies, id and bytes. @returns false, and nothing done, where it does not */
  replace(name: string, expected: WrappedKey, next: WrappedKey): Promise<boolean>;
  /**
   * Erases the key if it still has this id, also from what the store keeps on the side. A key made after it
   * under the same name stays. Nothing there: nothing happens.
   */
  delete(name: string, id: string): Promise<void>;
  /** All keys, ordered by name in whatever order the store has; those made meanwhile may be among them. */
  list(continuation: string | null, limit: number): Promise<KeyPage>;
  close(): Promise<void>;
}
