import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { erasuresBeside, missingOf, requireWhole } from '../dataFolder';
import type { ErasureList } from '../ports/erasureList';
import type { KeyStore } from '../ports/keyStore';
import type { KeyWrap } from '../ports/keyWrap';
import type { Movable } from '../ports/movable';
import { openKeyFile } from '../sealing/keyFile';
import { DatabaseInUse } from '../storage/database';
import { createSqliteErasureList } from '../storage/sqliteErasures';
import { openSqliteKeyStore } from '../storage/sqliteKeys';
import { openSqliteMovable } from '../storage/sqliteMovable';
import { MoveRefused, refuse } from './refusal';

/** One end of a move, opened. */
export interface Side {
  /** What an unfinished move remembers of its other end; never shown. */
  readonly address: string;
  /** Where a file can lie beside it; null in the cloud. */
  readonly folder: string | null;
  readonly content: Movable;
  readonly keys: KeyStore;
  /** What its keys must not come back from. */
  readonly list: ErasureList;
  /** The outermost key of this end, which wraps its ring keys. */
  readonly wrap: KeyWrap;
  close(): Promise<void>;
}

/**
 * @param named what the person calls it
 * @param erasures the file of its erasure list
 * @param alone while it is open no server can start on it, and none may be running
 * @throws MoveRefused when there is nothing, or not everything, or it is in use
 */
export async function openFolder(
  path: string,
  named: '--from' | '--to',
  alone: boolean,
  erasures = erasuresBeside(path),
): Promise<Side> {
  const missing = await missingOf(path);
  if (missing)
    throw new MoveRefused(`${named} names a folder without ${missing}: nothing lies there.`);
  return open(path, named, alone, erasures);
}

/**
 * Opens the folder alone, and makes what is not there yet.
 * @throws MoveRefused when what lies there is not whole, or in use
 */
export async function makeFolder(
  path: string,
  named: '--to',
  erasures = erasuresBeside(path),
): Promise<Side> {
  await mkdir(path, { recursive: true, mode: 0o700 }).catch(() => {
    throw new MoveRefused(`${named} has to name a folder, or a place where one can be made.`);
  });
  await requireWhole(path, named).catch(refuse);
  return open(path, named, true, erasures);
}

/** Whether a server or a move has ever kept something there. */
export const hasData = async (path: string): Promise<boolean> => (await missingOf(path)) === null;

/** @throws MoveRefused when both are one and the same */
export async function requireApart(from: string, to: string): Promise<void> {
  const [a, b] = await Promise.all([from, to].map((path) => realpath(path).catch(() => path)));
  if (a === b) throw new MoveRefused('--from and --to name the same folder.');
}

async function open(
  path: string,
  named: '--from' | '--to',
  alone: boolean,
  erasures: string,
): Promise<Side> {
  const wrap = await openKeyFile(join(path, 'master.key')).catch(refuse);
  const keys = await openSqliteKeyStore(join(path, 'keys.db'));
  const content = await openSqliteMovable(join(path, 'rapport.db'), { alone }).catch(
    async (error: unknown) => {
      await keys.close();
      throw error instanceof DatabaseInUse
        ? new MoveRefused(`${named} is in use: stop Rapport, or the other move, there first.`)
        : error;
    },
  );
  const list = createSqliteErasureList(erasures);
  return {
    address: 'sqlite',
    folder: path,
    content,
    keys,
    list,
    wrap,
    async close() {
      await content.close();
      await list.close();
      await keys.close();
    },
  };
}
