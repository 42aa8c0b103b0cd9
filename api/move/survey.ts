import type { Container } from '../ports/storage';
import { CONTAINERS } from './ledger';
import { documentPages, hasExpired, keyPages } from './pages';
import type { Side } from './side';

/** What lies at one end, counted. */
export interface Survey {
  /** Living documents by container and kind. */
  readonly kinds: readonly {
    readonly container: Container;
    readonly kind: string;
    readonly count: number;
  }[];
  readonly documents: number;
  readonly expired: number;
  readonly keys: number;
}

/** @param at what has expired by then counts as gone */
export async function survey({ content, keys }: Side, at: string): Promise<Survey> {
  const kinds: { container: Container; kind: string; count: number }[] = [];
  let expired = 0;
  for (const container of CONTAINERS) {
    const counts = new Map<string, number>();
    for await (const { things } of documentPages(content, container)) {
      for (const document of things) {
        if (hasExpired(document, at)) expired += 1;
        else counts.set(document.kind, (counts.get(document.kind) ?? 0) + 1);
      }
    }
    const sorted = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
    kinds.push(...sorted.map(([kind, count]) => ({ container, kind, count })));
  }
  let wrapped = 0;
  for await (const { things } of keyPages(keys)) wrapped += things.length;
  const documents = kinds.reduce((sum, { count }) => sum + count, 0);
  return { kinds, documents, expired, keys: wrapped };
}

/** Whether nothing lies there, neither content nor keys, expired or not. */
export async function isEmpty({ content, keys }: Side): Promise<boolean> {
  if ((await keys.list(null, 1)).keys.length > 0) return false;
  for (const container of CONTAINERS) {
    // An empty page may have another one behind it.
    for await (const { things } of documentPages(content, container))
      if (things.length > 0) return false;
  }
  return true;
}
