import type { HostContext } from '../hosts/hostAdapter';

/**
 * Whether a token is this person's, so that nothing kept for one account is sent under another (PRACTICE D10,
 * E7): a host may switch accounts under an open page. It proves nothing; the api verifies.
 */
export function namesUser(token: string, user: HostContext['user']): boolean {
  try {
    // RFC 7519: the second part, base64url. Names beyond ASCII come out wrong here; ids do not.
    const part = token.split('.')[1] ?? '';
    const claims: unknown = JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/')));
    return same(claims, 'tid', user.tid) && same(claims, 'oid', user.oid);
  } catch {
    return false;
  }
}

const same = (claims: unknown, name: string, id: string): boolean =>
  typeof claims === 'object' &&
  claims !== null &&
  String(Reflect.get(claims, name)).toLowerCase() === id.toLowerCase();
