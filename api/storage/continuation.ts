/** A continuation that this query never gave out. */
export class ContinuationInvalid extends Error {
  override readonly name = 'ContinuationInvalid';
  constructor() {
    super('The continuation does not belong to this query.');
  }
}

/**
 * Where a page ended, and the query it was a page of.
 * @param query what the next call has to repeat
 * @param position sort key of the page's last document
 */
export const toContinuation = (query: readonly string[], position: readonly string[]): string =>
  Buffer.from(JSON.stringify([query, position])).toString('base64url');

/**
 * @param start the position before the first document, of as many parts as a sort key has
 * @returns the position to go on after
 * @throws ContinuationInvalid when it was not given out, or for another query
 */
export function fromContinuation(
  query: readonly string[],
  start: readonly string[],
  continuation: string | null,
): readonly string[] {
  if (continuation === null) return start;
  const parsed = parse(Buffer.from(continuation, 'base64url').toString());
  const position: unknown = Array.isArray(parsed) ? parsed[1] : undefined;
  const known =
    isStrings(position) &&
    position.length === start.length &&
    toContinuation(query, position) === continuation;
  if (!known) throw new ContinuationInvalid();
  return position;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((part) => typeof part === 'string');
