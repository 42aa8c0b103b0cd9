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

/**
 * Opens (or creates) one SQLite file: an acknowledged write is on the disk, deleted content is overwritten.
 * libsql is loaded here and nowhere else, when it is first needed: bundles for the cloud leave it out.
 * @param schema statements that create what is not there yet
 */
export async function openDatabase(path: string, schema: string): Promise<Database> {
  const { default: Connection } = await import('libsql');
  const connection = new Connection(path);
  try {
    connection.pragma(`busy_timeout = ${BUSY_MS}`);
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('secure_delete = ON');
    connection.exec(schema);
  } catch (error) {
    connection.close();
    throw error;
  }
  return {
    prepare: (sql) => prepare(connection, sql),
    transaction: (work) => transaction(connection, work),
    checkpoint: () => void connection.pragma('wal_checkpoint(TRUNCATE)'),
    close: () => void connection.close(),
  };
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
    all: (...values) => statement.all(values).map((row) => withBuffers<Row>(row as object)),
    run: (...values) => statement.run(values).changes,
  };
}

/** libsql gives bytes as a Buffer in one row, and as a bare ArrayBuffer in a list of rows. */
function withBuffers<Row>(row: object): Row {
  for (const [column, value] of Object.entries(row)) {
    if (value instanceof ArrayBuffer) Object.assign(row, { [column]: Buffer.from(value) });
  }
  return row as Row;
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
