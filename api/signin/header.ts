import { decodeProtectedHeader, type ProtectedHeaderParameters } from 'jose';
import { SignInRefused } from './refusal';

/** The one algorithm Entra signs with. */
export const ALGORITHM = 'RS256';

/**
 * Members by which a token would choose its own key or its own reading. Entra sends none of them; unknown
 * others are ignored, as RFC 7515, section 4 asks.
 */
const FORBIDDEN = ['jku', 'jwk', 'x5u', 'x5c', 'crit', 'enc', 'zip', 'cty'];

/** Names of keys are thumbprints: no path, address or control character can be one. */
const KEY_ID = /^[A-Za-z0-9_-]{1,128}$/;

/**
 * Looks at a token's header before any key is looked for.
 * @throws SignInRefused
 */
export function checkHeader(token: string): void {
  const header = decode(token);
  if (header.alg !== ALGORITHM) throw new SignInRefused('token.algorithm');
  const plain =
    header.typ === 'JWT' &&
    typeof header.kid === 'string' &&
    KEY_ID.test(header.kid) &&
    !FORBIDDEN.some((name) => Object.hasOwn(header, name));
  if (!plain) throw new SignInRefused('token.header');
}

function decode(token: string): ProtectedHeaderParameters {
  try {
    return decodeProtectedHeader(token);
  } catch {
    throw new SignInRefused('token.malformed');
  }
}
