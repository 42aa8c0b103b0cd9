import { Problem } from '../problem';
import type { Documents, Partition } from './documents';

const PER_PAGE = 100;
/** Of one kind: meetings of every week for ninety years. */
const MOST = 5000;

/**
 * Everything of one kind in a partition, page by page.
 * @throws Problem `export.tooLarge` rather than leaving any out
 */
export async function listAll<T>(
  documents: Documents,
  partition: Pick<Partition, 'container' | 'key'>,
  kind: string,
): Promise<T[]> {
  const all: T[] = [];
  let continuation: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof documents.list<T>>> = await documents.list<T>(
      partition,
      kind,
      PER_PAGE,
      continuation,
    );
    all.push(...page.documents.map(({ value }) => value));
    if (all.length > MOST) throw new Problem('export.tooLarge');
    ({ continuation } = page);
  } while (continuation !== null);
  return all;
}
