import { codesOf } from '@rapport/api/openapi/problems';
import { successOf } from '@rapport/api/openapi/operation';
import { statusOf } from '@rapport/api/problem';
import type { Route } from '@rapport/api/route';

/**
 * Refuses an answer with a status or a code that the description does not have (PRACTICE D13), wherever a test comes
 * upon it. Whole answers are held to their schemas by openapi/contract.ts.
 */
export function requireDescribed(route: Route, status: number, text: string): void {
  if (status === 304 && route.kind === 'read') return;
  if (status < 400) {
    if (status === successOf(route)) return;
    throw new Error(`${route.name} is not said to answer ${status}`);
  }
  const { code } = JSON.parse(text) as { readonly code: string };
  const known = [...codesOf(route)].find((candidate) => candidate === code);
  if (known !== undefined && statusOf(known) === status) return;
  throw new Error(
    `${route.name} is not said to answer ${status} ${code} (api/openapi/refusals.ts)`,
  );
}
