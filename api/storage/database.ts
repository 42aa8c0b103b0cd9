import type Libsql from 'libsql';

export type SqlValue = string | number | null | Uint8Array;

/** A prepared statement; `Row` is what its `select` names. */
export interface Query<Row> {
  get(...values: readonly SqlValue[]): Row | undefined;
  all(...values: readonly SqlValue[]): Row[];
  /** @returns how many rows it changed */
  run(...values: readonly SqlValue[]): number;
}

export interface Database {
  prepare<Row = never>(sql: string): Query<Row>;
  /** All of it or nothing, waiting for whoever else is writing to the file. */
  transaction<T>(work: () => T): T;
  /** Moves everything from the write-ahead log into the file, and empties the log. */
  checkpoint(): void;
  close(): void;
}

/** How long a write waits for one of another process, in ms. */
const BUSY_MS = 5000;

/** Another connection has the file open, or has it for itself. */
export class DatabaseInUse extends Error {
  override readonly name = 'DatabaseInUse';
  constructor() {
    super('The database is in use.');
  }
}

/**
 * Opens (or creates) one SQLite file: an acknowledged write is on the disk, deleted content is overwritten.
 * libsql is loaded here and nowhere else, when it is first needed: bundles for the cloud leave it out.
 * @param schema statements that create what is not there yet
 * @param alone nobody else may have the file open, from now until it is closed or the process is gone
 * @throws DatabaseInUse when `alone` cannot be had
 */
export async function openDatabase(
  path: string,
  schema: string,
  { alone = false } = {},
): Promise<Database> {
  const { default: Connection } = await import('libsql');
  const connection = new Connection(path);
  try {
    connection.pragma(`busy_timeout = ${alone ? 0 : BUSY_MS}`);
    // Before the first look at a file in WAL mode: then even a connection that only waits is in the way
    // (SQLite, "Use of WAL Without Shared-Memory").
    if (alone) connection.pragma('locking_mode = EXCLUSIVE');
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('secure_delete = ON');
    connection.exec(schema);
  } catch (error) {
    connection.close();
    throw alone && isBusy(error) ? new DatabaseInUse() : error;
  }
  return {
    prepare: (sql) => prepare(connection, sql),
    transaction: (work) => transaction(connection, work),
    checkpoint: () => void connection.pragma('wal_checkpoint(TRUNCATE)'),
    close: () => {
      if (alone) release(connection);
      connection.close();
    },
  };
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';

/**
 * libsql lets go of a file only when its last statement is collected. The lock is given back by leaving WAL
 * mode, which also brings everything into the one file.
 */
function release(connection: Libsql.Database): void {
  connection.pragma('journal_mode = DELETE');
  connection.pragma('locking_mode = NORMAL');
  connection.exec('select 1 from sqlite_master');
}

/**
 * Values always travel as one array: libsql takes a lone object for named parameters, and ends the whole
 * process when the statement has none.
 */
function prepare<Row>(connection: Libsql.Database, sql: string): Query<Row> {
  const statement = connection.prepare(sql);
  return {
    get: (...values) => {
      const row = statement.get(values) as (Row & object) | undefined;
      // libsql's measurements, not part of the row.
      if (row) Reflect.deleteProperty(row, '_metadata');
      return row;
    },
    all: (...values) => (statement.all(values) as (Row & object)[]).map(withBytes),
    run: (...values) => statement.run(values).changes,
  };
}

/** libsql gives bytes as a Buffer from `get`, and as an ArrayBuffer, which has no bytes to read, from `all`. */
function withBytes<Row extends object>(row: Row): Row {
  for (const [name, value] of Object.entries(row))
    if (value instanceof ArrayBuffer) Reflect.set(row, name, Buffer.from(value));
  return row;
}

function transaction<T>(connection: Libsql.Database, work: () => T): T {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    connection.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLite has rolled back by itself after a full disk or an I/O error.
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}
