import { personIdOf } from '@rapport/domain/person';
import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { Caller } from '../route';
import { readBearer } from './bearer';
import { identify } from './claims';
import { chatAddressOf, displayName } from './displayName';
import { ALGORITHM, checkHeader } from './header';
import { remoteKeys } from './keys';
import { SignInRefused, type RefusalReason } from './refusal';
import type { SignInSettings } from './settings';

export { SignInRefused, SignInUnavailable, type RefusalReason } from './refusal';

/** Seconds two machines' clocks may differ. Real time: the product's clock does not move it. */
const CLOCK_TOLERANCE_S = 60;

export interface SignIn {
  /**
   * Who calls, from the Authorization header: a member of an allowed tenant, acting through an allowed
   * client. `tid` and `oid` identify, in lower case; the name is for display.
   * @throws SignInRefused with the reason
   * @throws SignInUnavailable when the issuer's keys cannot be read
   */
  verify(authorization: string | null): Promise<Caller>;
}

/** Sign-in with access tokens of Microsoft Entra (version 2.0, delegated), or of the local issuer. */
export function createSignIn(settings: SignInSettings): SignIn {
  const keys = remoteKeys(settings.jwksUri);
  return {
    async verify(authorization) {
      const token = readBearer(authorization);
      checkHeader(token);
      const claims = await verified(token, keys);
      const { tid, oid } = identify(claims, settings);
      const address = chatAddressOf(claims);
      const person = { id: personIdOf(tid, oid), name: displayName(claims) };
      return { ...person, ...(address ? { address } : {}), tid, oid };
    },
  };
}

async function verified(token: string, keys: JWTVerifyGetKey): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: [ALGORITHM],
      clockTolerance: CLOCK_TOLERANCE_S,
      requiredClaims: ['iat', 'nbf', 'exp'],
    });
    return payload;
  } catch (error) {
    throw error instanceof errors.JOSEError ? new SignInRefused(reasonOf(error)) : error;
  }
}

function reasonOf(error: errors.JOSEError): RefusalReason {
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'token.signature';
  if (error instanceof errors.JWTExpired) return 'token.expired';
  const early =
    error instanceof errors.JWTClaimValidationFailed &&
    error.claim === 'nbf' &&
    error.reason === 'check_failed';
  return early ? 'token.notYetValid' : 'token.malformed';
}
