import { StorageConflict } from '../ports/storage';
import type { Documents, Partition } from './documents';

/** A batch takes a hundred. */
const AT_ONCE = 100;

/**
 * Removes the documents of these kinds from a partition; what somebody else removes meanwhile is gone as well.
 * @param goes says no to what stays
 */
export async function removeAll<T>(
  documents: Documents,
  partition: Partition,
  kinds: readonly string[],
  goes: (value: T) => boolean = () => true,
): Promise<void> {
  for (const kind of kinds) await removeKind(documents, partition, kind, goes);
}

async function removeKind<T>(
  documents: Documents,
  partition: Partition,
  kind: string,
  goes: (value: T) => boolean,
): Promise<void> {
  let continuation: string | null = null;
  let over = false;
  while (!over) {
    const page: Awaited<ReturnType<typeof documents.list<T>>> = await documents.list<T>(
      partition,
      kind,
      AT_ONCE,
      continuation,
    );
    const going = page.documents.filter(({ value }) => goes(value));
    try {
      const changes = going.map(({ id, etag }) => ({ change: 'delete', id, etag }) as const);
      if (changes.length > 0) await documents.write(partition, changes);
      ({ continuation } = page);
      over = continuation === null;
    } catch (error) {
      // Somebody was here at the same time: the same page again, as it is now.
      if (!(error instanceof StorageConflict)) throw error;
    }
  }
}
