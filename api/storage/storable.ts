import type { Operation } from '../ports/storage';

/** What one batch may hold (Cosmos DB: "Transactional batch limits"). */
const MAX_OPERATIONS = 100;

/** Encoded for Cosmos DB, four characters a byte at worst, a name is then still an id (at most 1,023 bytes). */
const MAX_NAME_BYTES = 255;

/** How `Date.toISOString` writes an instant; anything else would not sort as text. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * Whether a store keeps this name of a document or partition as it is: SQLite cuts text at a NUL when it is
 * read, and lone surrogates become one and the same replacement character. At most 255 bytes of UTF-8.
 */
export const isStorableName = (name: string): boolean =>
  name !== '' &&
  !name.includes('\0') &&
  name.isWellFormed() &&
  Buffer.byteLength(name) <= MAX_NAME_BYTES;

/** @throws RangeError for a batch that no adapter may accept; a mistake of the caller, not of a person */
export function requireStorable(partition: string, operations: readonly Operation[]): void {
  if (operations.length > MAX_OPERATIONS) {
    throw new RangeError(`A batch has at most ${MAX_OPERATIONS} operations.`);
  }
  requireName(partition);
  for (const operation of operations) {
    if (operation.op === 'delete') {
      requireName(operation.id);
      continue;
    }
    const { document } = operation;
    const { id, kind, tenant, keyId } = document;
    for (const name of [id, kind, tenant, keyId]) requireName(name);
    if (document.partition !== partition) {
      throw new RangeError('A batch stays in one partition.');
    }
    for (const instant of [document.due, document.expires]) {
      if (instant !== null) requireInstant(instant);
    }
  }
}

/** @throws RangeError unless it is UTC with milliseconds, as `Date.toISOString` writes it */
export function requireInstant(instant: string): void {
  if (!INSTANT.test(instant)) throw new RangeError('An instant has the form of Date.toISOString.');
}

/** @throws RangeError unless it is a whole number above 0 */
export function requireLimit(limit: number): void {
  if (!Number.isSafeInteger(limit) || limit < 1) {
    throw new RangeError('A page has at least one document.');
  }
}

function requireName(name: string): void {
  if (!isStorableName(name)) {
    throw new RangeError(
      `Names are well-formed text, not empty, without NUL, of at most ${MAX_NAME_BYTES} bytes.`,
    );
  }
}
