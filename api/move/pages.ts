import type { KeyStore, WrappedKey } from '../ports/keyStore';
import type { Movable } from '../ports/movable';
import type { Container, StoredDocument } from '../ports/storage';

/** Some heads of 32 KiB in base64: ten megabytes in memory at most times, and one transaction. */
const DOCUMENTS = 200;
const KEYS = 500;

export type NamedKey = WrappedKey & { readonly name: string };

export interface Part<T> {
  readonly things: readonly T[];
  /** Where the next page begins; null after the last one. */
  readonly next: string | null;
}

/** A container's documents, page by page. */
export const documentPages = (
  content: Movable,
  container: Container,
  from: string | null = null,
): AsyncGenerator<Part<StoredDocument>> =>
  pages(async (continuation) => {
    const page = await content.all(container, continuation, DOCUMENTS);
    return { things: page.documents, next: page.continuation };
  }, from);

export const keyPages = (
  keys: KeyStore,
  from: string | null = null,
): AsyncGenerator<Part<NamedKey>> =>
  pages(async (continuation) => {
    const page = await keys.list(continuation, KEYS);
    return { things: page.keys, next: page.continuation };
  }, from);

async function* pages<T>(
  read: (continuation: string | null) => Promise<Part<T>>,
  from: string | null,
): AsyncGenerator<Part<T>> {
  let continuation = from;
  do {
    const page = await read(continuation);
    yield page;
    continuation = page.next;
  } while (continuation !== null);
}

export const hasExpired = ({ expires }: StoredDocument, at: string): boolean =>
  expires !== null && expires <= at;

/**
 * Ring keys (sealing/keyRing.ts) are wrapped by the outermost key, which is another one at each end. All else
 * in a key store is wrapped by them, and travels as it is.
 */
export const isRingKey = (name: string): boolean => name.startsWith('ring/');
