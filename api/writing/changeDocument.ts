import type { Loaded, Partition, Placing } from '../documents/documents';
import { StorageConflict } from '../ports/storage';
import { Problem } from '../problem';
import type { Services } from '../services';

const ATTEMPTS = 12;

/**
 * Brings one document to what `decide` says, for effects: read, decide, write if the etag still matches,
 * again if not. `undefined` removes it, the same value leaves it alone.
 * @returns what stands afterwards
 * @throws Problem `busy` after too many lost races
 */
export async function changeDocument<T>(
  { documents }: Pick<Services, 'documents'>,
  partition: Partition,
  placing: Placing,
  decide: (current: T | undefined) => T | undefined | Promise<T | undefined>,
): Promise<T | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const current = await documents.read<T>(partition, placing.id);
    const value = await decide(current?.value);
    if (value === current?.value) return value;
    try {
      await documents.write(partition, [changeTo(placing, current, value)]);
      return value;
    } catch (error) {
      if (!(error instanceof StorageConflict)) throw error;
    }
  }
  throw new Problem('busy');
}

function changeTo<T>(placing: Placing, current: Loaded<T> | null, value: T | undefined) {
  if (!current) return { change: 'create', placing, value } as const;
  if (value === undefined) return { change: 'delete', id: placing.id, etag: current.etag } as const;
  return { change: 'replace', placing, value, loaded: current } as const;
}
