/** A key as it is kept: wrapped by another one, useless by itself. */
export interface WrappedKey {
  readonly id: string;
  readonly wrapped: Uint8Array;
}

/**
 * Where wrapped keys lie: apart from the content, in an account or a file of their own, so that a copy of
 * one is worth nothing without the other, and deleting a key is not undone by a backup of the content.
 */
export interface KeyStore {
  read(name: string): Promise<WrappedKey | null>;
  /** Keeps the key unless there is one already. @returns the one that stands: the first wins, for everybody */
  createIfAbsent(name: string, key: WrappedKey): Promise<WrappedKey>;
  /** Erases the key, also from what the store keeps on the side. Nothing there: nothing happens. */
  delete(name: string): Promise<void>;
  close(): Promise<void>;
}
