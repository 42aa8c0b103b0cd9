import type { ContainerItems, Json, Outcome } from './items';

const MAX_OPERATIONS = 100;
const MAX_BYTES = 2 * 1024 * 1024;

export interface BatchAnswer {
  /** Of the whole request: 200, 207 when an operation failed, or a refusal of the request. */
  readonly status: number;
  readonly results: readonly Json[];
}

/**
 * A transactional batch ("Transactional batch operations in Azure Cosmos DB"): all operations in one logical
 * partition or none; the one that fails keeps its status, every other gets 424.
 */
export function answerBatch(items: ContainerItems, partition: string, text: string): BatchAnswer {
  const operations: unknown = JSON.parse(text);
  if (!Array.isArray(operations) || operations.length === 0) return { status: 400, results: [] };
  if (operations.length > MAX_OPERATIONS) return { status: 400, results: [] };
  if (Buffer.byteLength(text) > MAX_BYTES) return { status: 413, results: [] };
  const outcomes: Outcome[] = [];
  let failed = -1;
  items.atomically(() => {
    for (const [index, operation] of operations.entries()) {
      const outcome = doOne(items, partition, operation as Json);
      outcomes.push(outcome);
      if (outcome.status >= 400) {
        failed = index;
        return false;
      }
    }
    return true;
  });
  const results = operations.map((_, index) =>
    resultOf(outcomes[index], failed < 0 || failed === index),
  );
  return { status: failed < 0 ? 200 : 207, results };
}

const KNOWN: Readonly<Record<string, readonly string[]>> = {
  Create: ['operationType', 'resourceBody'],
  Upsert: ['operationType', 'resourceBody'],
  Replace: ['operationType', 'id', 'resourceBody', 'ifMatch'],
  Delete: ['operationType', 'id', 'ifMatch'],
};

function doOne(items: ContainerItems, partition: string, operation: Json): Outcome {
  const { operationType, id, resourceBody, ifMatch } = operation;
  const known = KNOWN[String(operationType)];
  if (!known || Object.keys(operation).some((name) => !known.includes(name)))
    return { status: 400 };
  if (ifMatch !== undefined && typeof ifMatch !== 'string') return { status: 400 };
  if (operationType === 'Create') return items.create(partition, resourceBody);
  if (operationType === 'Upsert') return items.upsert(partition, resourceBody);
  if (typeof id !== 'string') return { status: 400 };
  return operationType === 'Replace'
    ? items.replace(partition, id, resourceBody, ifMatch)
    : items.delete(partition, id, ifMatch);
}

function resultOf(outcome: Outcome | undefined, own: boolean): Json {
  if (!own || !outcome) return { statusCode: 424, requestCharge: 0 };
  const eTag = outcome.item?.etag;
  return { statusCode: outcome.status, requestCharge: 5, ...(eTag === undefined ? {} : { eTag }) };
}
