import { createLocalJWKSet, jwtVerify } from 'jose';
import { GRAPH, RAPPORT, type Issuer } from '../issuer';
import { findPersonByOid } from '../people';
import type { LocalPerson } from '../teams/person';

/**
 * Who asks what stands in for Graph. Their token is one for Graph with the permission that is needed, as nested app
 * authentication gives it; or one for Rapport's api, since on the desk, where windows are frames, there is no such
 * sign-in.
 * @param authorization the header
 * @returns 401: no token of this run, 403: none for that
 */
export async function callerOf(
  issuer: Pick<Issuer, 'keys'>,
  authorization: string | undefined,
  permission: string,
): Promise<LocalPerson | 401 | 403> {
  const [, token = ''] = /^Bearer (.+)$/i.exec(authorization ?? '') ?? [];
  const verified = await jwtVerify(token, createLocalJWKSet(issuer.keys()), {
    audience: [GRAPH, RAPPORT],
  }).catch(() => null);
  const oid = verified?.payload['oid'];
  const person = typeof oid === 'string' ? findPersonByOid(oid) : null;
  if (!verified || !person) return 401;
  if (verified.payload.aud === RAPPORT) return person;
  const { scp } = verified.payload;
  return typeof scp === 'string' && scp.split(' ').includes(permission) ? person : 403;
}
