import type { OperationInput } from '@azure/cosmos';
import { StorageConflict, type Operation } from '../ports/storage';
import { etagIn, etagWith, isExpired, readEtag, toItem, type ReadItem } from './cosmosDocument';
import { failureIn, type Result } from './cosmosItems';
import { encodeName } from './cosmosNames';

/** An operation as it travels, and when the document it leaves behind expires. */
interface Prepared {
  readonly input: OperationInput;
  readonly expires: string | null;
}

export interface BatchParts {
  now(): Date;
  /** One answer for each operation. */
  send(inputs: OperationInput[]): Promise<readonly Result[]>;
  /** The document as it lies there, expired or not. */
  find(id: string): Promise<ReadItem | null>;
}

/** Somebody may get in between as often as this before a create gives up. */
const SPARE_ROUNDS = 4;

/**
 * Does all operations or none. Only a create that meets a document which has expired takes more than one
 * request: it then takes that document's place.
 * @returns the new etag of each operation, empty for a delete
 * @throws StorageConflict
 */
export async function doBatch(
  parts: BatchParts,
  operations: readonly Operation[],
): Promise<string[]> {
  const prepared = prepareAll(operations, parts.now());
  for (let round = 0; ; round += 1) {
    const results = await parts.send(prepared.map(({ input }) => input));
    const failure = failureIn(results);
    if (!failure)
      return prepared.map(({ input, expires }, at) => etagOf(input, expires, results[at]));
    const { index, status } = failure;
    const operation = operations[index];
    if (operation?.op !== 'create') {
      throw new StorageConflict(status === 404 ? 'missing' : 'changed', index);
    }
    const standing = await parts.find(operation.document.id);
    const inTheWay = standing && !isExpired(standing.expires, parts.now());
    if (inTheWay || round >= operations.length + SPARE_ROUNDS) {
      throw new StorageConflict('exists', index);
    }
    prepared[index] = standing
      ? replacing(operation, etagIn(standing), parts.now())
      : creating(operation, parts.now());
  }
}

/**
 * What a replace or delete means may have expired since it was read: then it is missing, whether Cosmos DB
 * has removed it yet or not.
 */
const prepareAll = (operations: readonly Operation[], now: Date): Prepared[] =>
  operations.map((operation, index) => {
    if (operation.op === 'create') return creating(operation, now);
    const { etag, expires } = readEtag(operation.etag);
    if (isExpired(expires, now)) throw new StorageConflict('missing', index);
    if (operation.op === 'replace') return replacing(operation, etag, now);
    // The SDK's type for deletes forgot the condition, which it sends like any other.
    const input = { operationType: 'Delete', id: encodeName(operation.id), ifMatch: etag } as const;
    return { input, expires: null };
  });

type Writing = Extract<Operation, { document: unknown }>;

const creating = ({ document }: Writing, now: Date): Prepared => ({
  input: { operationType: 'Create', resourceBody: { ...toItem(document, now) } },
  expires: document.expires,
});

function replacing({ document }: Writing, ifMatch: string, now: Date): Prepared {
  const item = toItem(document, now);
  const input = {
    operationType: 'Replace',
    id: item.id,
    resourceBody: { ...item },
    ifMatch,
  } as const;
  return { input, expires: document.expires };
}

function etagOf(input: OperationInput, expires: string | null, result: Result | undefined): string {
  if (input.operationType === 'Delete') return '';
  if (!result?.eTag) throw new Error('Cosmos DB gave no etag for what it wrote.');
  return etagWith(result.eTag, expires);
}
