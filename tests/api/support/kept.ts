import { openStores } from '@rapport/api/composing/openStores';
import type { OpenStores } from '@rapport/api/composing/stores';
import type { Container, StoredDocument } from '@rapport/api/ports/storage';
import { openDatabase } from '@rapport/api/storage/database';
import { join } from 'node:path';

/** Where a document lies, and what the store itself looks at. */
export type Row = Pick<StoredDocument, 'partition' | 'id' | 'kind' | 'due' | 'expires'> & {
  readonly container: Container;
};

/** What a world keeps its documents in. */
export interface Kept {
  readonly open: OpenStores;
  /** All that lies there, expired or not. @param data the world's folder */
  rows(data: string): Promise<readonly Row[]>;
}

/** SQLite in the world's folder, as on a machine of one's own. */
export const keptInSqlite: Kept = {
  open: openStores,
  async rows(data) {
    const database = await openDatabase(join(data, 'rapport.db'), 'select 1');
    try {
      return database
        .prepare<Row>('select container, partition, id, kind, due, expires from documents')
        .all();
    } finally {
      database.close();
    }
  },
};
