import {
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import {
  constants,
  generateKeyPairSync,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const VAULT = 'https://rapport.vault.azure.net';
const NAME = 'outermost';
const TOKEN = 'a token of the stand-in';

/** What becomes of a request instead of its answer; `silent`: nothing, until it is given up. */
export type VaultTrouble =
  { readonly status: number; readonly headers?: Readonly<Record<string, string>> } | 'silent';

/** Made once for all vaults of a test file: making one takes longer than all that is done with it. */
const made: KeyObject[] = [];
const rsaKey = (index: number): KeyObject =>
  (made[index] ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);

/**
 * Exactly what is used of a vault, in this process and under the real SDK: reading the newest version of a
 * key, wrapping and unwrapping by a version (real RSA), and the challenge that the SDK answers with a token.
 * What it does not know it answers with 400. Written from "Key Vault REST API": get key, wrap key, unwrap key,
 * and "Authentication, requests and responses".
 */
export function createVaultStandIn() {
  const versions = new Map<string, { readonly key: KeyObject; enabled: boolean }>();
  const asked: string[] = [];
  const tokens: string[] = [];
  let trouble: (request: string) => VaultTrouble | null = () => null;

  function addVersion(): string {
    const version = randomBytes(16).toString('hex');
    versions.set(version, { key: rsaKey(versions.size), enabled: true });
    return version;
  }
  addVersion();

  function answer(request: PipelineRequest): Answer {
    const { pathname, searchParams } = new URL(request.url);
    const [, keys, name, version = '', operation] = pathname.split('/');
    if (!searchParams.get('api-version') || keys !== 'keys') return refused(400);
    if (name !== NAME) return refused(404);
    if (request.method === 'GET' && version === '' && operation === undefined) {
      const newest = [...versions.keys()].at(-1);
      const key = { kid: `${VAULT}/keys/${NAME}/${newest}`, kty: 'RSA' };
      return { status: 200, body: { key, attributes: { enabled: true } } };
    }
    const found = versions.get(version);
    if (!found) return refused(404);
    if (!found.enabled) return refused(403);
    const { alg, value, ...more } = JSON.parse(request.body as string) as Record<string, unknown>;
    if (request.method !== 'POST' || alg !== 'RSA-OAEP-256' || Object.keys(more).length > 0)
      return refused(400);
    const bytes = Buffer.from(String(value), 'base64url');
    const how = { key: found.key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
    try {
      const result =
        operation === 'wrapkey'
          ? publicEncrypt(how, bytes)
          : operation === 'unwrapkey'
            ? privateDecrypt(how, bytes)
            : null;
      if (!result) return refused(400);
      return {
        status: 200,
        body: { kid: `${VAULT}/keys/${NAME}/${version}`, value: result.toString('base64url') },
      };
    } catch {
      return refused(400);
    }
  }

  const httpClient: HttpClient = {
    async sendRequest(request) {
      const [, , , version, operation] = new URL(request.url).pathname.split('/');
      const what = operation ?? (version ? 'get version' : 'get');
      asked.push(what);
      const instead = trouble(what);
      if (instead === 'silent') return untilGivenUp(request);
      if (instead) return respond(request, refused(instead.status), instead.headers);
      if (request.headers.get('authorization') !== `Bearer ${TOKEN}`) {
        return respond(request, refused(401), {
          'www-authenticate':
            'Bearer authorization="https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555", resource="https://vault.azure.net"',
        });
      }
      return respond(request, answer(request));
    },
  };

  return {
    parts: {
      keyId: `${VAULT}/keys/${NAME}`,
      httpClient,
      credential: {
        getToken(scopes: string | string[]) {
          tokens.push(String(scopes));
          return Promise.resolve({ token: TOKEN, expiresOnTimestamp: Number.MAX_SAFE_INTEGER });
        },
      },
    },
    addVersion,
    disable(version: string) {
      const found = versions.get(version);
      if (found) found.enabled = false;
    },
    /** What was asked for, in order: `get`, `wrapkey`, `unwrapkey`. */
    asked,
    /** Scopes that tokens were asked for. */
    tokens,
    /** From now on; null: none. */
    meet(what: ((request: string) => VaultTrouble | null) | null) {
      trouble = what ?? (() => null);
    },
    newest: () => [...versions.keys()].at(-1) ?? '',
  };
}

const refused = (status: number): Answer => ({
  status,
  body: { error: { code: 'Refused', message: 'no' } },
});

const respond = (
  request: PipelineRequest,
  { status, body }: Answer,
  headers: Readonly<Record<string, string>> = {},
): PipelineResponse => ({
  request,
  status,
  headers: createHttpHeaders({ 'content-type': 'application/json', ...headers }),
  bodyAsText: JSON.stringify(body),
});

const untilGivenUp = ({ abortSignal }: PipelineRequest): Promise<PipelineResponse> =>
  new Promise((_, fail) => {
    abortSignal?.addEventListener('abort', () =>
      fail(Object.assign(new Error('aborted'), { name: 'AbortError' })),
    );
  });
