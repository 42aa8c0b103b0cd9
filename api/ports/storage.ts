/** Containers of the content database; each is partitioned by its own key (series, person, chat, hour and shard). */
export type Container = 'series' | 'people' | 'chats' | 'reminders';

/**
 * A document as the store sees it: ids, kinds, times and a sealed body, nothing readable.
 * `due` and `expires` are instants (ISO 8601, UTC); after `expires` no read returns the document.
 */
export interface StoredDocument {
  readonly partition: string;
  readonly id: string;
  readonly kind: string;
  /** Sealed body, base64. */
  readonly body: string;
  /** What the seal is bound to besides the ids (sealing/envelope.ts). */
  readonly tenant: string;
  readonly keyId: string;
  readonly schema: number;
  readonly revision: number;
  readonly due: string | null;
  readonly expires: string | null;
}

/** A document as read: with the etag that a later replace or delete may name. */
export type ReadDocument = StoredDocument & { readonly etag: string };

export type Operation =
  | { readonly op: 'create'; readonly document: StoredDocument }
  | { readonly op: 'replace'; readonly document: StoredDocument; readonly etag: string }
  | { readonly op: 'delete'; readonly id: string; readonly etag: string };

export type Freshness = 'latest' | undefined;

export interface Page {
  readonly documents: readonly ReadDocument[];
  /** Opaque; hand it back for the next page. null: nothing follows. */
  readonly continuation: string | null;
}

/**
 * The narrow port both stores stand behind (Cosmos in the cloud, SQLite on one machine). One contract
 * suite holds for every adapter. Every call may throw StorageUnavailable.
 */
export interface Storage {
  /**
   * Point read; null when there is none (or it has expired).
   * @param freshness `latest` also finds what another process wrote just now, for what no etag guards; it may
   * cost twice as much
   */
  read(
    container: Container,
    partition: string,
    id: string,
    freshness?: Freshness,
  ): Promise<ReadDocument | null>;
  /**
   * Applies all operations in one partition, or none. At most 100.
   * @returns the new etag for each operation (empty for a delete)
   * @throws StorageConflict when a create meets an existing id, or a replace or delete a missing document
   * or another etag; also when what it meets is its own first attempt, whose answer was lost
   */
  batch(
    container: Container,
    partition: string,
    operations: readonly Operation[],
  ): Promise<readonly string[]>;
  /** Documents of one kind in one partition, ordered by id. */
  list(
    container: Container,
    partition: string,
    kind: string,
    continuation: string | null,
    limit: number,
  ): Promise<Page>;
  /** Documents of one kind, in any partition, whose `due` is not after `until`, oldest first. */
  listDue(
    container: Container,
    kind: string,
    until: string,
    continuation: string | null,
    limit: number,
  ): Promise<Page>;
  close(): Promise<void>;
}

/** Somebody else's write came first; read again and apply again. `index` names the operation that failed. */
export class StorageConflict extends Error {
  override readonly name = 'StorageConflict';
  constructor(
    readonly reason: 'exists' | 'missing' | 'changed',
    readonly index: number,
  ) {
    super(reason);
  }
}

/**
 * The store did not answer, or not in time, whatever was tried: nothing is known about the write that was
 * under way. Asking again is safe, for whoever tells a repeat from a first (writing/writeOnce.ts).
 */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
  constructor(
    /** What the store asked to wait, in ms; null where it said nothing. */
    readonly retryAfterMs: number | null,
    /** Status of its last answer, for the log; null where there was none. */
    readonly status: number | null,
  ) {
    super(`the store is not available (${status ?? 'no answer'})`);
  }
}
