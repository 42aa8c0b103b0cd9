import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { MOVING } from '../dataFolder';
import type { Container } from '../ports/storage';
import { MoveRefused } from './refusal';
import type { Side } from './side';

/** In which order things travel: content is never anywhere without its keys. */
export const STEPS = ['keys', 'series', 'people', 'chats', 'reminders', 'compare', 'over'] as const;
export const CONTAINERS: readonly Container[] = ['series', 'people', 'chats', 'reminders'];

const position = z.strictObject({
  step: z.enum(STEPS),
  continuation: z.nullable(z.string()),
  documents: z.number(),
  expired: z.number(),
});
const ledger = z.strictObject({ move: z.string(), other: z.string(), position });
const mark = z.strictObject({ move: z.string() });

/** How far a move is: everything before it is in the target, and need not be written again. */
export type Position = z.infer<typeof position>;

export const START: Position = { step: 'keys', continuation: null, documents: 0, expired: 0 };

/** What an unfinished move knows of itself when it is started again. */
export interface Ledger {
  /** Where to go on. */
  readonly position: Position;
  /** Whether an earlier run had begun. */
  readonly resumed: boolean;
  keep(position: Position): Promise<void>;
  /** The move is over: both ends are as any others. */
  end(): Promise<void>;
}

/**
 * The memory of a move lies beside its SQLite end, the source if both are: it goes wherever that data goes,
 * needs nothing of the other end, and while it is there no server starts on what it lies beside
 * (dataFolder.ts), whoever killed the move. A SQLite target gets a mark with the same id. Both are there
 * before the first write.
 * @param isEmpty whether nothing lies in the target
 * @throws MoveRefused unless the target is empty, or holds what this very move has brought so far
 */
export async function openLedger(
  from: Side,
  to: Side,
  isEmpty: () => Promise<boolean>,
): Promise<Ledger> {
  await refuseTurned(from, to);
  const path = ledgerPath(from, to);
  const markPath = from.folder !== null && to.folder !== null && join(to.folder, MOVING.in);
  const other = from.folder === null ? from.address : to.address;
  const known = await read(path, ledger);
  const marked = markPath ? await read(markPath, mark) : null;
  if (known && known.other !== other)
    throw new MoveRefused(
      'An unfinished move of the same data has another place in --from or --to: run that one again, or ' +
        'delete its file (docs/move.md).',
    );
  const ours = known !== null && (!markPath || marked?.move === known.move);
  const over = known?.position.step === 'over' && (ours || !marked);
  if (!ours && !over && (marked || !(await isEmpty())))
    throw new MoveRefused(
      '--to is not empty, and what lies there was not brought by an unfinished move of --from ' +
        '(--verify tells whether it is the same): nothing was touched.',
    );
  const move = known?.move ?? randomUUID();
  const keep = (at: Position) => write(path, { move, other, position: at });
  if (!known) await keep(START);
  if (markPath && !marked && !over) await write(markPath, { move });
  return {
    position: known?.position ?? START,
    resumed: known !== null,
    keep,
    async end() {
      // Killed in between, the next run finds that it is over, and takes away the rest.
      if (markPath) {
        await keep({ ...START, step: 'over' });
        await rm(markPath, { force: true });
      }
      // What a run left aside that was killed while it kept something.
      await rm(`${path}.new`, { force: true });
      await rm(path);
    },
  };
}

/** Whether either end takes part in a move that has begun and not ended. */
export async function isBegun(from: Side, to: Side | null): Promise<boolean> {
  const paths = [
    from.folder !== null && join(from.folder, MOVING.out),
    to !== null && to.folder !== null && join(to.folder, MOVING.in),
  ];
  for (const path of paths) if (path && (await readIfThere(path)) !== null) return true;
  return false;
}

function ledgerPath(from: Side, to: Side): string {
  if (from.folder !== null) return join(from.folder, MOVING.out);
  if (to.folder !== null) return join(to.folder, MOVING.in);
  throw new MoveRefused('One of --from and --to has to be a sqlite:PATH.');
}

/** What is only half here cannot be moved on, and what is just leaving cannot receive. */
async function refuseTurned(from: Side, to: Side): Promise<void> {
  if (from.folder !== null && (await readIfThere(join(from.folder, MOVING.in))) !== null)
    throw new MoveRefused('--from holds only a part of what an unfinished move brings there.');
  if (to.folder !== null && (await readIfThere(join(to.folder, MOVING.out))) !== null)
    throw new MoveRefused('--to is the source of a move that is unfinished.');
}

async function read<T extends z.ZodMiniType>(path: string, schema: T): Promise<z.output<T> | null> {
  const text = await readIfThere(path);
  if (text === null) return null;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new MoveRefused(
      'The file in which an unfinished move remembers how far it is cannot be read (docs/move.md).',
    );
  }
}

const readIfThere = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });

/** The old one or the new one, also after a loss of power. It may name partitions: for its owner only. */
async function write(path: string, value: z.infer<typeof ledger> | z.infer<typeof mark>) {
  const aside = `${path}.new`;
  const file = await open(aside, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify(value));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, path);
}
