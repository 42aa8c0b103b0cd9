/**
 * The key above all keys: it never leaves its place (a key vault in the cloud, a key file on one machine),
 * other keys are sent to it to be wrapped and unwrapped. `name` says which key is wrapped, and is bound in:
 * what was wrapped under one name is not unwrapped under another.
 */
export interface KeyWrap {
  wrap(name: string, key: Uint8Array): Promise<Uint8Array>;
  /** @throws SealBroken when the bytes were altered, or wrapped under another name or by another key */
  unwrap(name: string, wrapped: Uint8Array): Promise<Uint8Array>;
}
