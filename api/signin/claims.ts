import type { JWTPayload } from 'jose';
import { SignInRefused, type RefusalReason } from './refusal';
import type { SignInSettings } from './settings';

/** What Rapport's Entra app exposes for the tab to act as the person (delegated). */
export const SCOPE = 'access_as_user';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A claim that has to be a GUID, in lower case; null for anything else. */
function guidOf(claim: unknown): string | null {
  const text = typeof claim === 'string' ? claim.toLowerCase() : '';
  return GUID.test(text) ? text : null;
}

type Rule = readonly [
  reason: RefusalReason,
  holds: (claims: JWTPayload, settings: SignInSettings) => boolean,
];

const isOneOf = (allowed: readonly string[], claim: unknown): boolean =>
  allowed.includes(guidOf(claim) ?? '');

const scopesOf = ({ scp }: JWTPayload): string[] => (typeof scp === 'string' ? scp.split(' ') : []);

/**
 * Guests have the directory they come from in `idp`; for members it is absent, or their own under either
 * version's name. `acct` says the same where the Entra app asks for it: 1 for guests.
 */
function isMember({ acct, idp, iss, tid }: JWTPayload): boolean {
  const ownDirectory = [iss, `https://sts.windows.net/${String(tid)}/`];
  return (
    (acct === undefined || acct === 0 || acct === '0') &&
    (idp === undefined || (typeof idp === 'string' && ownDirectory.includes(idp)))
  );
}

/** What a verified token has to say, the first rule that fails being the reason (Entra's access tokens, v2.0). */
const RULES: readonly Rule[] = [
  ['token.version', ({ ver }) => ver === '2.0'],
  ['token.tenant', ({ tid }, { tenants }) => isOneOf(tenants, tid)],
  // Bound to the token's own tenant: one allowed tenant cannot speak for another.
  ['token.issuer', ({ iss, tid }, { issuer }) => iss === issuer.replace('{tid}', String(tid))],
  ['token.audience', ({ aud }, { audience }) => isOneOf([audience], aud)],
  ['token.client', ({ azp }, { clients }) => isOneOf(clients, azp)],
  ['token.appOnly', ({ idtyp }) => idtyp === undefined || idtyp === 'user'],
  ['token.appOnly', ({ scp, roles }) => scp !== undefined || roles === undefined],
  ['token.scope', (claims) => scopesOf(claims).includes(SCOPE)],
  ['token.guest', isMember],
];

/** What identifies a person; both in lower case. */
export interface Identity {
  readonly tid: string;
  readonly oid: string;
}

/**
 * Holds the claims of a token, whose signature and times are verified already, against the settings.
 * @throws SignInRefused
 */
export function identify(claims: JWTPayload, settings: SignInSettings): Identity {
  const broken = RULES.find(([, holds]) => !holds(claims, settings));
  if (broken) throw new SignInRefused(broken[0]);
  const [tid, oid] = [guidOf(claims['tid']), guidOf(claims['oid'])];
  if (tid === null || oid === null) throw new SignInRefused('token.person');
  return { tid, oid };
}
