import type {
  Container,
  Freshness,
  Operation,
  Page,
  ReadDocument,
  Storage,
} from '../ports/storage';
import type { KeyRing } from '../sealing/keyRing';
import { SealBroken } from '../sealing/sealBroken';
import { createSealer, subjectOf, type Sealer } from '../sealing/sealer';
import type { Change, Documents, DuePage, Loaded, Partition } from './documents';

/** An opened document, and where it was found. */
type Opened<T> = Loaded<T> & { readonly id: string; readonly partition: Partition };

/** Documents over a store that never sees what is in them. */
export function createDocuments(parts: {
  readonly storage: Storage;
  readonly keys: KeyRing;
}): Documents {
  const { storage } = parts;
  const sealer = createSealer(parts.keys);
  return {
    async read<T>(
      { container, key }: Pick<Partition, 'container' | 'key'>,
      id: string,
      freshness?: Freshness,
    ) {
      const stored = await storage.read(container, key, id, freshness);
      const opened = stored && (await open<T>(sealer, container, stored));
      return opened && { ...loadedOf(opened), tenant: opened.partition.tenant };
    },
    async write(partition, changes) {
      const operations = await Promise.all(
        changes.map((change) => toOperation(sealer, partition, change)),
      );
      await storage.batch(partition.container, partition.key, operations);
    },
    async list<T>(
      { container, key }: Pick<Partition, 'container' | 'key'>,
      kind: string,
      limit: number,
      continuation: string | null = null,
    ) {
      const page = await storage.list(container, key, kind, continuation, limit);
      const opened = await Promise.all(
        page.documents.map((stored) => open<T>(sealer, container, stored)),
      );
      const documents = opened
        .filter((document) => document !== null)
        .map((document) => ({ ...loadedOf(document), id: document.id }));
      return { documents, continuation: page.continuation };
    },
    async listWhole({ container, key }, kind, limit, continuation = null) {
      const page = await storage.list(container, key, kind, continuation, limit);
      return openPage(sealer, container, page);
    },
    async listDue(container, kind, until, limit, continuation = null) {
      const page = await storage.listDue(container, kind, until, continuation, limit);
      return openPage(sealer, container, page);
    },
    forget: ({ container, key }) => parts.keys.forget(subjectOf({ container, partition: key })),
  };
}

async function toOperation(
  sealer: Sealer,
  { container, key, tenant }: Partition,
  change: Change,
): Promise<Operation> {
  if (change.change === 'delete') return { op: 'delete', id: change.id, etag: change.etag };
  const { id, kind, schema, due = null, expires = null } = change.placing;
  const revision = change.change === 'replace' ? change.loaded.revision + 1 : 1;
  const bound = { tenant, partition: key, id, kind, schema, revision };
  const sealed = await sealer.seal({ ...bound, container }, change.value);
  const document = { ...bound, ...sealed, due, expires };
  return change.change === 'replace'
    ? { op: 'replace', document, etag: change.loaded.etag }
    : { op: 'create', document };
}

/** @returns null when its key was forgotten: it is as if there were no document */
async function open<T>(
  sealer: Sealer,
  container: Container,
  stored: ReadDocument,
): Promise<Opened<T> | null> {
  const content = await sealer.open({ ...stored, container }, stored);
  if (!content) return null;
  const { id, etag, revision, tenant } = stored;
  const partition = { container, key: stored.partition, tenant };
  // Its reader names the type by the kind it asked for, and the seal says that nobody changed it since.
  return { value: content.value as T, etag, revision, id, partition };
}

/** What of a page is whole. */
async function openPage(sealer: Sealer, container: Container, page: Page): Promise<DuePage> {
  const opened = await Promise.all(
    page.documents.map((stored) => openOrBroken(sealer, container, stored)),
  );
  const documents = opened.filter((document) => document !== null && document !== 'broken');
  const broken = opened.filter((document) => document === 'broken').length;
  const forgotten = page.documents
    .filter((_, index) => opened[index] === null)
    .map(({ partition: key, tenant, id, etag }) => ({
      partition: { container, key, tenant },
      id,
      etag,
    }));
  return { documents, forgotten, broken, continuation: page.continuation };
}

/** One spoilt document must not keep a timer from everybody else's. */
async function openOrBroken(sealer: Sealer, container: Container, stored: ReadDocument) {
  try {
    return await open<unknown>(sealer, container, stored);
  } catch (error) {
    if (error instanceof SealBroken) return 'broken';
    throw error;
  }
}

const loadedOf = <T>({ value, etag, revision }: Opened<T>): Loaded<T> => ({
  value,
  etag,
  revision,
});
