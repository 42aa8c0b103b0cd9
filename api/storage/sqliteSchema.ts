import type { ReadDocument } from '../ports/storage';
import type { Database, Query } from './database';

/** The body comes last: SQLite then reads the rest of a row without following a long body's pages. */
export const SCHEMA = `
  create table if not exists documents (
    container text not null,
    partition text not null,
    id text not null,
    kind text not null,
    tenant text not null,
    key_id text not null,
    schema integer not null,
    revision integer not null,
    due text,
    expires text,
    etag text not null,
    body text not null,
    primary key (container, partition, id)
  ) strict;
  create index if not exists documents_by_kind on documents (container, partition, kind, id);
  create index if not exists documents_by_due on documents (container, kind, due, partition, id)
    where due is not null;
  create index if not exists documents_by_expiry on documents (expires) where expires is not null;
`;

/** A document's columns, named as its fields. */
export const FIELDS =
  'partition, id, kind, body, tenant, key_id as keyId, schema, revision, due, expires';
const DOCUMENT = `select ${FIELDS}, etag from documents`;
const ONE = 'container = ?1 and partition = ?2 and id = ?3';
const ALIVE = '(expires is null or expires > ?4)';

/** What is ever asked of the table. Numbered parameters come in the order of the names. */
export interface Queries {
  /** container, partition, id, now */
  readonly read: Query<ReadDocument>;
  /** container, partition, kind, now, id to go on after, limit */
  readonly list: Query<ReadDocument>;
  /** container, kind, until, now, due, partition and id to go on after, limit */
  readonly listDue: Query<ReadDocument>;
  /** container, partition, id, kind, tenant, key id, schema, revision, due, expires, etag, body */
  readonly create: Query<never>;
  /** container, partition, id, now, old etag; then as `create` from kind on */
  readonly replace: Query<never>;
  /** container, partition, id, now, etag */
  readonly delete: Query<never>;
  /** container, partition, id, now */
  readonly purgeOne: Query<never>;
  /** now */
  readonly purge: Query<never>;
}

export const prepareQueries = (database: Database): Queries => ({
  read: database.prepare(`${DOCUMENT} where ${ONE} and ${ALIVE}`),
  list: database.prepare(`${DOCUMENT} where container = ?1 and partition = ?2 and kind = ?3
    and ${ALIVE} and id > ?5 order by id limit ?6`),
  listDue: database.prepare(`${DOCUMENT} where container = ?1 and kind = ?2 and due <= ?3
    and ${ALIVE} and (due, partition, id) > (?5, ?6, ?7) order by due, partition, id limit ?8`),
  create: database.prepare(`insert into documents (container, partition, id, kind, tenant, key_id,
    schema, revision, due, expires, etag, body)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) on conflict do nothing`),
  replace: database.prepare(`update documents set kind = ?6, tenant = ?7, key_id = ?8, schema = ?9,
    revision = ?10, due = ?11, expires = ?12, etag = ?13, body = ?14
    where ${ONE} and ${ALIVE} and etag = ?5`),
  delete: database.prepare(`delete from documents where ${ONE} and ${ALIVE} and etag = ?5`),
  purgeOne: database.prepare(`delete from documents where ${ONE} and expires <= ?4`),
  purge: database.prepare('delete from documents where expires <= ?1'),
});
