/**
 * The key above all keys: it never leaves its place (a key vault in the cloud, a key file on one machine),
 * other keys are sent to it to be wrapped and unwrapped. `name` says which key is wrapped, and is bound in:
 * what was wrapped under one name is not unwrapped under another.
 *
 * There may be several of it, one newer than the other: the newest wraps, and whatever is wrapped remembers
 * by which. All three throw KeysUnavailable while it cannot be reached.
 */
export interface KeyWrap {
  wrap(name: string, key: Uint8Array): Promise<Uint8Array>;
  /** @throws SealBroken when the bytes were altered, or wrapped under another name or by another key */
  unwrap(name: string, wrapped: Uint8Array): Promise<Uint8Array>;
  /** Whether the newest one wrapped these bytes; if not, they are still to be wrapped again. */
  isCurrent(wrapped: Uint8Array): Promise<boolean>;
}

/** A key above all keys that can be followed by a newer one. */
export interface RenewableKeyWrap extends KeyWrap {
  /**
   * Sees to a newer one, where that is up to us, and goes on with one that was begun but not ended.
   * @returns lets go of all that are older; for when nothing is wrapped by them any more
   */
  renew(): Promise<() => Promise<void>>;
}

/**
 * The key above all keys cannot be asked just now. Nothing was done, and what is in memory goes on working.
 * It holds the reason and nothing else: the error of an SDK carries the token it was sent with.
 */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
  /** @param reason a status code, or the class of an error */
  constructor(readonly reason: string) {
    super(`The keys cannot be reached (${reason}).`);
  }
}
