import { randomUUID } from 'node:crypto';

export type Json = Readonly<Record<string, unknown>>;

export interface Item {
  readonly body: Json & { readonly id: string };
  readonly etag: string;
  /** When it was written, in seconds since 1970, by the store's clock. */
  readonly ts: number;
}

/** Limits of Cosmos DB ("Azure Cosmos DB service quotas"). */
const MAX_ITEM_BYTES = 2 * 1024 * 1024;
const MAX_ID_BYTES = 1023;
const MAX_PARTITION_BYTES = 2048;
const FORBIDDEN = /[/\\?#]/;

type Partitions = Map<string, Map<string, Item>>;

/** What became of one operation: a status of "HTTP status codes for Azure Cosmos DB", and the item. */
export interface Outcome {
  readonly status: number;
  readonly item?: Item;
}

/**
 * The items of one container, in logical partitions. Everything that changes goes through `write`, which
 * works on a copy, so that a batch is undone by forgetting the copy.
 */
export class ContainerItems {
  private partitions: Partitions = new Map();
  /** As they were before the last write: what a replica that is behind still has. */
  private before: Partitions = new Map();
  /** Counts the writes, as the log sequence number of a physical partition does. */
  lsn = 0;

  constructor(private readonly now: () => number) {}

  find(partition: string, id: string, behind = false): Item | undefined {
    const item = (behind ? this.before : this.partitions).get(partition)?.get(id);
    return item && !this.isGone(item) ? item : undefined;
  }

  /** @param partition null: of all */
  list(partition: string | null, behind = false): Item[] {
    const partitions = behind ? this.before : this.partitions;
    const chosen = partition === null ? [...partitions.values()] : [partitions.get(partition)];
    return chosen
      .flatMap((items) => [...(items?.values() ?? [])])
      .filter((item) => !this.isGone(item));
  }

  /** All of `work` or nothing of it. */
  atomically(work: () => boolean): void {
    const before = new Map([...this.partitions].map(([key, items]) => [key, new Map(items)]));
    if (!work()) {
      this.partitions = before;
      return;
    }
    this.before = before;
    this.lsn += 1;
  }

  create(partition: string, body: unknown): Outcome {
    const problem = statusOfBody(partition, body);
    if (problem !== null) return { status: problem };
    const item = this.made(body as Item['body']);
    if (this.find(partition, item.body.id)) return { status: 409 };
    this.keep(partition, item);
    return { status: 201, item };
  }

  replace(partition: string, id: string, body: unknown, ifMatch: string | undefined): Outcome {
    const standing = this.find(partition, id);
    if (!standing) return { status: 404 };
    if (ifMatch !== undefined && ifMatch !== standing.etag) return { status: 412 };
    const problem = statusOfBody(partition, body);
    if (problem !== null) return { status: problem };
    const item = this.made(body as Item['body']);
    if (item.body.id !== id) return { status: 400 };
    this.keep(partition, item);
    return { status: 200, item };
  }

  /** "Upsert": whatever lies there, without a condition. */
  upsert(partition: string, body: unknown): Outcome {
    const problem = statusOfBody(partition, body);
    if (problem !== null) return { status: problem };
    const item = this.made(body as Item['body']);
    const status = this.find(partition, item.body.id) ? 200 : 201;
    this.keep(partition, item);
    return { status, item };
  }

  delete(partition: string, id: string, ifMatch: string | undefined): Outcome {
    const standing = this.find(partition, id);
    if (!standing) return { status: 404 };
    if (ifMatch !== undefined && ifMatch !== standing.etag) return { status: 412 };
    this.partitions.get(partition)?.delete(id);
    return { status: 204 };
  }

  /** "Time to live": seconds after the last write, in containers that allow it item by item. */
  private isGone({ body, ts }: Item): boolean {
    const ttl = body['ttl'];
    return typeof ttl === 'number' && ttl > 0 && this.now() >= ts + ttl;
  }

  private made(body: Item['body']): Item {
    return { body, etag: `"${randomUUID()}"`, ts: this.now() };
  }

  private keep(partition: string, item: Item): void {
    const items = this.partitions.get(partition) ?? new Map<string, Item>();
    items.set(item.body.id, item);
    this.partitions.set(partition, items);
  }
}

/** An item as it is read, with what the system adds ("Documents", REST). */
export const asRead = ({ body, etag, ts }: Item): Json => ({
  ...body,
  _rid: 'AAAAAAAAAAA=',
  _self: 'dbs/x/colls/x/docs/x/',
  _etag: etag,
  _attachments: 'attachments/',
  _ts: Math.floor(ts),
});

/** @returns what is wrong with an item ("Create a document"), or null */
function statusOfBody(partition: string, body: unknown): number | null {
  if (typeof body !== 'object' || body === null) return 400;
  const { id, ttl, partition: key } = body as Json;
  if (typeof id !== 'string' || id === '' || FORBIDDEN.test(id) || id.endsWith(' ')) return 400;
  if (Buffer.byteLength(id) > MAX_ID_BYTES) return 400;
  if (key !== partition || Buffer.byteLength(partition) > MAX_PARTITION_BYTES) return 400;
  const ttlIsFine =
    ttl === undefined ||
    ttl === -1 ||
    (Number.isInteger(ttl) && Number(ttl) > 0 && Number(ttl) < 2 ** 31);
  if (!ttlIsFine) return 400;
  return Buffer.byteLength(JSON.stringify(body)) > MAX_ITEM_BYTES ? 413 : null;
}
