import { createIssuer, type Issuer } from '@rapport/api/local/issuer';
import { CompactSign, exportSPKI, generateKeyPair, importJWK } from 'jose';
import { createHmac } from 'node:crypto';
import { base64url, partsOf, payloadOf } from './parts';
import type { WrongToken } from './wrongTokens';

/** Tokens with good claims that the trusted issuer did not sign, or not like this. */
export async function wrongSignatures(issuer: Issuer): Promise<WrongToken[]> {
  const good = await issuer.issue('maya');
  const payload = payloadOf(good);
  const [header, body, signature] = partsOf(good);
  const [jwk] = issuer.keys().keys;
  if (!jwk?.kid) throw new Error('the issuer publishes a key with a name');
  const { kid } = jwk;
  const headerWith = (alg: unknown) => base64url(JSON.stringify({ typ: 'JWT', alg, kid }));

  /** Signed in another algorithm, by a key of that algorithm under the trusted key's name. */
  async function signedAs(alg: string): Promise<string> {
    const { privateKey } = await generateKeyPair(alg);
    return new CompactSign(Buffer.from(payload))
      .setProtectedHeader({ typ: 'JWT', alg, kid })
      .sign(privateKey);
  }

  /** The classic confusion: the public key, which everybody has, used as a shared secret. */
  async function signedWithPublicKey(secret: string): Promise<string> {
    const input = `${headerWith('HS256')}.${body}`;
    return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
  }

  const publicKey = await importJWK(jwk, 'RS256');
  const pem = publicKey instanceof Uint8Array ? '' : await exportSPKI(publicKey);
  const stranger = await createIssuer();
  const other = await issuer.issue('ravi');
  const algorithm = (title: string, token: string): WrongToken => ({
    title,
    reason: 'token.algorithm',
    authorization: `Bearer ${token}`,
  });
  const forged = (title: string, token: string): WrongToken => ({
    ...algorithm(title, token),
    reason: 'token.signature',
  });

  return [
    algorithm('alg none, signature kept', `${headerWith('none')}.${body}.${signature}`),
    algorithm('alg None', `${headerWith('None')}.${body}.${signature}`),
    algorithm('alg in lower case', `${headerWith('rs256')}.${body}.${signature}`),
    algorithm('alg missing', `${headerWith(undefined)}.${body}.${signature}`),
    algorithm('alg an array', `${headerWith(['RS256'])}.${body}.${signature}`),
    algorithm('HS256 with the public key as PEM', await signedWithPublicKey(pem)),
    algorithm('HS256 with the public key as JWK', await signedWithPublicKey(JSON.stringify(jwk))),
    algorithm('HS256 with an empty secret', await signedWithPublicKey('')),
    ...(await Promise.all(
      ['RS384', 'RS512', 'PS256', 'ES256', 'EdDSA'].map(async (alg) =>
        algorithm(alg, await signedAs(alg)),
      ),
    )),
    forged("another issuer's key under the trusted name", await stranger.sign(payload, { kid })),
    forged("another token's signature", `${header}.${body}.${partsOf(other)[2]}`),
    forged("another token's payload", `${header}.${partsOf(other)[1]}.${signature}`),
    forged(
      'payload changed after signing',
      `${header}.${base64url(payload.replace(issuer.person('maya').oid, issuer.person('ravi').oid))}.${signature}`,
    ),
    forged('a signature of one byte', `${header}.${body}.AA`),
    forged('a signature of zeros', `${header}.${body}.${'A'.repeat(342)}`),
    forged('signature cut by some bytes', `${header}.${body}.${signature.slice(0, -6)}`),
    forged('signature with bytes after it', `${header}.${body}.${signature.slice(0, -2)}AAAA`),
  ];
}
