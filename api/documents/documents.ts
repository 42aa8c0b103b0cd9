import type { Container, Freshness } from '../ports/storage';

/** A document opened: its value, and what a later write of it needs. */
export interface Loaded<T> {
  readonly value: T;
  readonly etag: string;
  readonly revision: number;
}

/** What a document is, besides its value. */
export interface Placing {
  readonly id: string;
  readonly kind: string;
  /** Version of the value's shape. */
  readonly schema: number;
  readonly due?: string;
  readonly expires?: string;
}

export type Change =
  | { readonly change: 'create'; readonly placing: Placing; readonly value: unknown }
  | {
      readonly change: 'replace';
      readonly placing: Placing;
      readonly value: unknown;
      readonly loaded: Pick<Loaded<unknown>, 'etag' | 'revision'>;
    }
  | { readonly change: 'delete'; readonly id: string; readonly etag: string };

/** Where documents of one partition lie, and the tenant their seal is bound to. */
export interface Partition {
  readonly container: Container;
  readonly key: string;
  readonly tenant: string;
}

export interface DuePage {
  readonly documents: readonly (Loaded<unknown> & {
    readonly partition: Partition;
    readonly id: string;
  })[];
  /** What nobody can read any more, since its data key was deleted. */
  readonly forgotten: readonly {
    readonly partition: Partition;
    readonly id: string;
    readonly etag: string;
  }[];
  /** How many documents of this page have a broken seal: left out, so that the others still get their turn. */
  readonly broken: number;
  readonly continuation: string | null;
}

/**
 * Documents as the routes see them: plain values in, plain values out; sealed on their way to the store.
 * Values come from and go to JSON; their readers know the type by the kind they asked for.
 */
export interface Documents {
  /**
   * @param freshness as the port's `read`
   * @returns null when there is none, or its data key was deleted
   * @throws SealBroken when it is not as it was sealed
   */
  read<T>(
    partition: Pick<Partition, 'container' | 'key'>,
    id: string,
    freshness?: Freshness,
  ): Promise<(Loaded<T> & { readonly tenant: string }) | null>;
  /**
   * All changes or none.
   * @throws StorageConflict as the port's `batch`
   */
  write(partition: Partition, changes: readonly Change[]): Promise<void>;
  list<T>(
    partition: Pick<Partition, 'container' | 'key'>,
    kind: string,
    limit: number,
    continuation?: string | null,
  ): Promise<{
    readonly documents: readonly (Loaded<T> & { readonly id: string })[];
    readonly continuation: string | null;
  }>;
  /** As `list`, for timers: one with a broken seal is counted and left out. */
  listWhole(
    partition: Pick<Partition, 'container' | 'key'>,
    kind: string,
    limit: number,
    continuation?: string | null,
  ): Promise<DuePage>;
  listDue(
    container: Container,
    kind: string,
    until: string,
    limit: number,
    continuation?: string | null,
  ): Promise<DuePage>;
  /**
   * Makes everything in a partition unreadable for good: here at once, in other processes within ten minutes,
   * in backups too (docs/keys.md, "Deletion"). What is written afterwards can be read.
   */
  forget(partition: Pick<Partition, 'container' | 'key'>): Promise<void>;
}
