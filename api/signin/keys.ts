import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type FetchImplementation,
  type JWTVerifyGetKey,
} from 'jose';
import { SignInRefused, SignInUnavailable } from './refusal';

/** An unknown key id makes us look for newer keys at most this often, however many arrive. */
const LOOK_AGAIN_MS = 30_000;
/** A key that the issuer withdrew is trusted this much longer at most. */
const TRUST_MS = 10 * 60_000;
const TIMEOUT_MS = 3_000;
/** After a failure the issuer is left alone for so long; callers are told to come back. */
const REST_MS = 1_000;

/**
 * The issuer's public keys (RFC 7517), fetched when needed and kept.
 * The function it returns throws SignInRefused for an unknown key, SignInUnavailable when the keys cannot be
 * read.
 */
export function remoteKeys(address: string): JWTVerifyGetKey {
  let restUntil = 0;
  const keys = createRemoteJWKSet(new URL(address), {
    cooldownDuration: LOOK_AGAIN_MS,
    cacheMaxAge: TRUST_MS,
    timeoutDuration: TIMEOUT_MS,
    // jose pauses only after a fetch that succeeded; a failing address would be asked by every request.
    async [customFetch](...request: Parameters<FetchImplementation>) {
      if (performance.now() < restUntil) throw new SignInUnavailable();
      return fetch(...request);
    },
  });
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey) throw new SignInRefused('token.key');
      if (!(error instanceof SignInUnavailable)) restUntil = performance.now() + REST_MS;
      throw new SignInUnavailable();
    }
  };
}
