/** The vault has read the request and refuses what is in it (400): other bytes than it has wrapped. */
export const isRefusal = (error: unknown): boolean => statusOf(error) === 400;

/** It has had more questions than it answers (429): of this process or of all others. */
export const isThrottled = (error: unknown): boolean => statusOf(error) === 429;

/** Classes of errors by which SDK and credentials say that nobody, or nobody useful, has answered. */
const AWAY = new Set([
  'RestError',
  'AbortError',
  'TimeoutError',
  'AuthenticationError',
  'AggregateAuthenticationError',
  'AuthenticationRequiredError',
  'CredentialUnavailableError',
]);

/**
 * Why the vault cannot be used now: a status or the class of an error. Also 401, 403 and 404: a permission,
 * a firewall or a version can be put right while the app goes on running.
 * @returns null when the error is of another kind, a bug of ours perhaps
 */
export function reasonAway(error: unknown): string | null {
  const status = statusOf(error);
  if (status !== null) return String(status);
  return error instanceof Error && AWAY.has(error.name) ? error.name : null;
}

const statusOf = (error: unknown): number | null =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : null;
