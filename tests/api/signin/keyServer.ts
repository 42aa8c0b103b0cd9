import type { Issuer } from '@rapport/api/local/issuer';
import { readSignInSettings, type SignInSettings } from '@rapport/api/signin/settings';
import { createServer } from 'node:http';

/** Where an issuer publishes its keys: a real server on loopback that counts who asks. */
export interface KeyServer {
  /** Settings of an api that trusts the issuer. */
  readonly settings: SignInSettings;
  /** How often the keys were asked for. */
  readonly asked: number;
  /** From now on it answers with this status and text; null: with the keys again. */
  fail(answer: { readonly status: number; readonly text: string } | null): void;
  /** From now on the keys of these issuers. */
  publish(...issuers: readonly Issuer[]): void;
  close(): Promise<void>;
}

export async function openKeyServer(issuer: Issuer): Promise<KeyServer> {
  let asked = 0;
  let published: readonly Issuer[] = [issuer];
  let failure: { readonly status: number; readonly text: string } | null = null;
  const server = createServer((_, response) => {
    asked += 1;
    const keys = JSON.stringify({ keys: published.flatMap((one) => one.keys().keys) });
    // Elsewhere is this very server: only following the redirect would show.
    response.writeHead(failure?.status ?? 200, { location: '/elsewhere', connection: 'close' });
    response.end(failure ? failure.text : keys);
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : null;
  return {
    settings: readSignInSettings(issuer.environment(`http://127.0.0.1:${port}/keys`)),
    get asked() {
      return asked;
    },
    fail(answer) {
      failure = answer;
    },
    publish(...issuers) {
      published = issuers;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
      }),
  };
}
