import { createIssuer, type Issuer, type SigningKeys } from '@rapport/api/local/issuer';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An issuer whose keys the api fetches over loopback; one serves all processes on the same data. */
export interface SignInServer {
  readonly issuer: Issuer;
  /** Settings that make the api trust it. */
  readonly environment: Readonly<Record<`AUTH_${string}`, string>>;
  tokenOf(person: string): Promise<string>;
  close(): Promise<void>;
}

export async function openSignInServer(): Promise<SignInServer> {
  const issuer = await createIssuer(await keysOfThisRun());
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(issuer.keys()));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const tokens = new Map<string, string>();
  return {
    issuer,
    environment: issuer.environment(`http://127.0.0.1:${port}/keys`),
    async tokenOf(person) {
      const known = tokens.get(person) ?? (await issuer.issue(person));
      tokens.set(person, known);
      return known;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const RS256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/** Found once for all worlds, by support/signingKeys: hundreds of pairs take longer than all that is signed. */
async function keysOfThisRun(): Promise<SigningKeys> {
  const found = process.env['RAPPORT_TEST_SIGNING_KEY'];
  if (!found) throw new Error('there is no signing key; support/signingKeys finds one.');
  const jwk = JSON.parse(found) as JsonWebKey;
  const { kty = '', n = '', e = '' } = jwk;
  const take = (key: JsonWebKey, use: KeyUsage) =>
    crypto.subtle.importKey('jwk', key, RS256, use === 'verify', [use]);
  return { privateKey: await take(jwk, 'sign'), publicKey: await take({ kty, n, e }, 'verify') };
}
