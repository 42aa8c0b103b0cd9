import type { Container, OperationInput } from '@azure/cosmos';
import type { Freshness } from '../ports/storage';
import { refusal, type Persistently } from './cosmosPatience';

/** What came of one operation of a batch. */
export interface Result {
  readonly statusCode: number;
  readonly eTag?: string;
}

/** Answers that mean a conflict between writers; whatever else fails is trouble, or a mistake of ours. */
const CONFLICTS = [404, 409, 412];
/** What Cosmos DB says to every operation of a batch that failed, but for the one that it failed for. */
const FAILED_DEPENDENCY = 424;

/**
 * The item, whether it has expired or not; null where there is none.
 * @param id encoded (cosmosNames.ts)
 */
export const findItem = <T extends object>(
  ask: Persistently,
  container: Container,
  partition: string,
  id: string,
  freshness?: Freshness,
): Promise<T | null> =>
  ask(async (abortSignal) => {
    // A request may ask for less than the account promises, which is strong, and this client does by itself.
    const strong = freshness === 'latest' ? { consistencyLevel: 'Strong' } : {};
    const found = await container.item(id, partition).read<T>({ abortSignal, ...strong });
    const { resource, statusCode, substatus = 0 } = found;
    // The SDK answers every 404 alike. With a reason it is no missing item: this instance is ahead of the
    // replica that was asked, or there is no such container.
    if (statusCode === 404 && substatus !== 0) throw refusal(404, substatus);
    return resource ?? null;
  });

/**
 * Does all operations in one partition, or none.
 * @returns one result for each; of a batch that failed, `failureIn` finds the one that it failed for
 */
export const sendBatch = (
  ask: Persistently,
  container: Container,
  partition: string,
  inputs: OperationInput[],
): Promise<readonly Result[]> =>
  ask(async (abortSignal) => {
    const options = { abortSignal, contentResponseOnWriteEnabled: false };
    const { result = [] } = await container.items.batch(inputs, partition, options);
    const failure = failureIn(result);
    if (failure && !CONFLICTS.includes(failure.status)) throw refusal(failure.status, 0);
    return result;
  });

/** @returns the operation that made its batch fail, and how; null where none did */
export function failureIn(
  results: readonly Result[],
): { readonly index: number; readonly status: number } | null {
  const index = results.findIndex(
    ({ statusCode }) => statusCode >= 400 && statusCode !== FAILED_DEPENDENCY,
  );
  const status = results[index]?.statusCode;
  return status === undefined ? null : { index, status };
}
