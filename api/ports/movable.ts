import type { Container, StoredDocument } from './storage';

/** Everything one container holds, a part of it. */
export interface DocumentPage {
  readonly documents: readonly StoredDocument[];
  /** Opaque; hand it back for the next page. null: nothing follows. */
  readonly continuation: string | null;
}

/**
 * What a move of a whole store needs beside `Storage`, and nothing else does: everything there is, whichever
 * partition it lies in. Nothing is opened: bodies travel as they were sealed.
 */
export interface Movable {
  /**
   * Documents of all partitions, in an order that stays as it is while nobody writes, so that a continuation
   * still holds in another process. Those that have expired are among them until the store deletes them.
   */
  all(container: Container, continuation: string | null, limit: number): Promise<DocumentPage>;
  /**
   * Writes documents of any partitions over whatever lies in their places; a second time changes nothing
   * but etags. Interrupted, it may have written some of them.
   */
  put(container: Container, documents: readonly StoredDocument[]): Promise<void>;
  close(): Promise<void>;
}
