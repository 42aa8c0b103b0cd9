import type { Issuer } from '@rapport/api/local/issuer';
import { otherTenant } from '@rapport/api/local/people';
import type { WrongToken } from './wrongTokens';

const GUID = '9e1f7a52-6d0c-4b7e-8f55-0c2d3e4f5a6b';
const HOUR = 3600;

type Row = readonly [WrongToken['reason'], string, Readonly<Record<string, unknown>>];

/** Tokens that the trusted issuer signed and that say something the api does not accept. */
export async function wrongClaims(issuer: Issuer): Promise<WrongToken[]> {
  const now = Math.floor(Date.now() / 1000);
  const { tid, oid } = issuer.person('maya');
  const issuerOf = (tenant: string) =>
    (issuer.environment('')['AUTH_ISSUER'] ?? '').replace('{tid}', tenant);
  const rows: readonly Row[] = [
    ['token.expired', 'expired an hour ago', { exp: now - HOUR }],
    ['token.expired', 'expired beyond the tolerance', { exp: now - 75 }],
    ['token.expired', 'expired in 1970', { exp: 0 }],
    ['token.notYetValid', 'valid only in an hour', { nbf: now + HOUR, exp: now + 2 * HOUR }],
    ['token.malformed', 'exp as a string', { exp: String(now + HOUR) }],
    ['token.malformed', 'exp null', { exp: null }],
    ['token.malformed', 'without exp', { exp: undefined }],
    ['token.malformed', 'without nbf', { nbf: undefined }],
    ['token.malformed', 'nbf as a string', { nbf: String(now) }],
    ['token.malformed', 'without iat', { iat: undefined }],

    ['token.version', 'version 1', { ver: '1.0' }],
    ['token.version', 'version 2 as a number', { ver: 2 }],
    ['token.version', 'without a version', { ver: undefined }],

    ['token.tenant', 'another tenant', { tid: GUID, iss: issuerOf(GUID) }],
    ['token.tenant', 'another tenant, issuer of ours', { tid: otherTenant }],
    ['token.tenant', 'without tid', { tid: undefined }],
    ['token.tenant', 'tid no GUID', { tid: 'common', iss: issuerOf('common') }],
    ['token.tenant', 'tid empty', { tid: '', iss: issuerOf('') }],
    ['token.tenant', 'tid an array', { tid: [tid] }],
    ['token.issuer', 'another issuer', { iss: `https://evil.example/${tid}/v2.0` }],
    ['token.issuer', 'issuer of another tenant', { iss: issuerOf(otherTenant) }],
    ['token.issuer', 'the issuer of version 1', { iss: `https://sts.windows.net/${tid}/` }],
    ['token.issuer', 'issuer with a slash more', { iss: `${issuerOf(tid)}/` }],
    ['token.issuer', 'issuer with its place left open', { iss: issuerOf('{tid}') }],
    ['token.issuer', 'without an issuer', { iss: undefined }],
    ['token.issuer', 'issuers as an array', { iss: [issuerOf(tid)] }],

    ['token.audience', 'another audience', { aud: GUID }],
    ['token.audience', 'Microsoft Graph as audience', { aud: 'https://graph.microsoft.com' }],
    ['token.audience', 'audience as an address', { aud: `api://${audienceOf(issuer)}` }],
    ['token.audience', 'audience in an array', { aud: [audienceOf(issuer), GUID] }],
    ['token.audience', 'audience alone in an array', { aud: [audienceOf(issuer)] }],
    ['token.audience', 'without an audience', { aud: undefined }],

    ['token.client', 'an unknown client', { azp: GUID }],
    ['token.client', 'without a client', { azp: undefined }],
    ['token.client', 'the client only in appid', { azp: undefined, appid: audienceOf(issuer) }],

    ['token.appOnly', 'app-only by idtyp', { idtyp: 'app' }],
    ['token.appOnly', 'app-only: roles, no scope', { scp: undefined, roles: ['access_as_user'] }],
    ['token.appOnly', 'a device', { idtyp: 'device' }],
    ['token.scope', 'without a scope', { scp: undefined }],
    ['token.scope', 'an empty scope', { scp: '' }],
    ['token.scope', 'another scope', { scp: 'User.Read' }],
    ['token.scope', 'only the beginning of the scope', { scp: 'access_as' }],
    ['token.scope', 'the scope as the beginning of another', { scp: 'access_as_user.read' }],
    ['token.scope', 'the scope in another case', { scp: 'ACCESS_AS_USER' }],
    ['token.scope', 'scopes with commas', { scp: 'openid,access_as_user' }],
    ['token.scope', 'scopes in an array', { scp: ['access_as_user'] }],

    ['token.guest', 'a guest by acct', { acct: 1 }],
    ['token.guest', 'a guest by acct in words', { acct: '1' }],
    ['token.guest', 'a guest of another directory', { idp: `https://sts.windows.net/${GUID}/` }],
    ['token.guest', 'a personal account as guest', { idp: 'live.com' }],
    ['token.guest', 'idp an array', { idp: [issuerOf(tid)] }],

    ['token.person', 'without oid', { oid: undefined }],
    ['token.person', 'oid no GUID', { oid: 'maya' }],
    ['token.person', 'oid with a line break after it', { oid: `${oid}\n` }],
    ['token.person', 'oid with words before it', { oid: `x${oid}` }],
    ['token.person', 'oid an array', { oid: [oid] }],
    ['token.person', 'oid and tid in one', { oid: `${tid}.${oid}` }],
  ];
  return Promise.all(
    rows.map(async ([reason, title, claims]) => ({
      title,
      reason,
      authorization: `Bearer ${await issuer.issue('maya', claims)}`,
    })),
  );
}

const audienceOf = (issuer: Issuer): string => issuer.environment('')['AUTH_AUDIENCE'] ?? '';
