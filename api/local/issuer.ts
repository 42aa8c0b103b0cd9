import {
  calculateJwkThumbprint,
  CompactSign,
  exportJWK,
  generateKeyPair,
  type CryptoKey,
  type JSONWebKeySet,
} from 'jose';
import { SCOPE } from '../signin/claims';
import { ALGORITHM } from '../signin/header';
import { findPerson, localTenant } from './people';
import type { LocalPerson } from './teams/person';

const LIFETIME_S = 60 * 60;
const ISSUER = 'https://sign-in.fabrikam.example/{tid}/v2.0';
/** Client id of Rapport in the local directory. */
export const RAPPORT = '1a1002c5-79ca-469c-bc9c-a768e3d15612';
/** Microsoft Graph, as tokens name it. */
export const GRAPH = '00000003-0000-0000-c000-000000000000';
/** Teams on the web: the client whose tokens `getAuthToken()` hands out. */
const TEAMS_WEB = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

type Members = Readonly<Record<string, unknown>>;

/** Signs tokens as Entra does, for the people of the local directory; on a developer's machine only. */
export interface Issuer {
  /** The public key of this run (RFC 7517). */
  keys(): JSONWebKeySet;
  /** @throws Error when there is no such person */
  person(key: string): LocalPerson;
  /**
   * An access token as Teams on the web would get it (version 2.0, delegated), good for an hour of real
   * time. `overrides` replace claims; one that is undefined leaves the claim out.
   * @throws Error when there is no such person
   */
  issue(person: string, overrides?: Members): Promise<string>;
  /** Signs any text, under any further header members. */
  sign(payload: string, header?: Members): Promise<string>;
  /** The api's settings that make it trust this issuer, its keys being at `jwksUri`. */
  environment(jwksUri: string): Readonly<Record<`AUTH_${string}`, string>>;
}

/** What an issuer signs with, and what its signatures are checked with. */
export interface SigningKeys {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

/** A new issuer; unless keys are given with new ones, so that tokens of an earlier run are void. */
export async function createIssuer(keys?: SigningKeys): Promise<Issuer> {
  const { privateKey, publicKey } =
    keys ?? (await generateKeyPair(ALGORITHM, { modulusLength: 2048 }));
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);

  function person(key: string): LocalPerson {
    const found = findPerson(key);
    if (!found) throw new Error('there is no such person in the local directory');
    return found;
  }

  const sign: Issuer['sign'] = (payload, header) =>
    new CompactSign(new TextEncoder().encode(payload))
      .setProtectedHeader({ typ: 'JWT', alg: ALGORITHM, kid, ...header })
      .sign(privateKey);

  return {
    person,
    sign,
    keys: () => ({ keys: [{ ...jwk, kid, use: 'sig' }] }),
    issue: async (key, overrides) =>
      sign(JSON.stringify({ ...claimsOf(person(key)), ...overrides })),
    environment: (jwksUri) => ({
      AUTH_ISSUER: ISSUER,
      AUTH_JWKS_URI: jwksUri,
      AUTH_AUDIENCE: RAPPORT,
      AUTH_TENANTS: localTenant,
      AUTH_CLIENTS: `${TEAMS_WEB},${RAPPORT}`,
    }),
  };
}

function claimsOf({ tid, oid, name, email }: LocalPerson): Members {
  const now = Math.floor(Date.now() / 1000);
  return {
    ver: '2.0',
    iss: ISSUER.replace('{tid}', tid),
    aud: RAPPORT,
    azp: TEAMS_WEB,
    azpacr: '0',
    scp: SCOPE,
    tid,
    oid,
    name,
    preferred_username: email,
    iat: now,
    nbf: now,
    exp: now + LIFETIME_S,
  };
}
