import type { TokenCredential } from '@azure/identity';
import type {
  CryptographyClient,
  CryptographyClientOptions,
  KeyClient,
} from '@azure/keyvault-keys';
import { createSecretKey, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { KeysUnavailable, type RenewableKeyWrap } from '../ports/keyWrap';
import { box, unbox } from './box';
import { createCalm } from './calm';
import { readVaultWrapped, toVaultWrapped } from './vaultWrapped';
import { SealBroken } from './sealBroken';
import { isRefusal, isThrottled, reasonAway } from './vaultErrors';

const ALGORITHM = 'RSA-OAEP-256';
const KEY_BYTES = 32;
const KEY_ID = /^(https:\/\/[^/]+)\/keys\/([0-9A-Za-z-]{1,127})\/?$/;

/** How long a person's request may wait for the vault in all, and how often it is tried in that time. */
export interface VaultPatience {
  readonly totalMs: number;
  readonly retries: number;
  readonly retryMs: number;
  /** About how long a throttled question waits before it is asked again; twice that before the last time. */
  readonly throttledMs: number;
}
const PATIENCE: VaultPatience = { totalMs: 6000, retries: 2, retryMs: 250, throttledMs: 1000 };

export interface KeyVaultParts {
  /** `https://<vault>.vault.azure.net/keys/<name>`, without a version: the newest wraps. RSA or RSA-HSM. */
  readonly keyId: string;
  /** May read the key and wrap and unwrap with it: role "Key Vault Crypto Service Encryption User". */
  readonly credential: TokenCredential;
  readonly httpClient?: NonNullable<CryptographyClientOptions['httpClient']>;
  readonly patience?: VaultPatience;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

/**
 * An RSA key in Azure Key Vault (or a managed HSM) that never leaves it. RSA-OAEP binds nothing but what it
 * encrypts, so the usual two layers: the ring key lies in an AES-256-GCM box, bound to its name and the
 * vault key's version, under a random key used this once; the vault wraps only that random key. The version
 * stands in what is wrapped, and the vault unwraps by that version whatever is newer. New versions are made
 * in the vault, by hand or by its rotation policy; old ones stay there.
 *
 * The SDK is loaded here, when the vault is first asked.
 * @throws Error with one sentence when `keyId` is none
 */
export function openKeyVault(parts: KeyVaultParts): RenewableKeyWrap {
  const { credential, httpClient, patience = PATIENCE, now = () => performance.now() } = parts;
  const [, vaultUrl = '', keyName = ''] = KEY_ID.exec(parts.keyId) ?? [];
  if (!keyName) {
    throw new Error(
      'KEY_VAULT_KEY_ID has to be https://<vault>.vault.azure.net/keys/<name>, without a version.',
    );
  }
  const calm = createCalm(now);
  const clients = new Map<string, CryptographyClient>();
  let metadata: KeyClient | null = null;
  const sdk = () => import('@azure/keyvault-keys');
  const options = (): CryptographyClientOptions => ({
    ...(httpClient ? { httpClient } : {}),
    retryOptions: {
      maxRetries: patience.retries,
      retryDelayInMs: patience.retryMs,
      maxRetryDelayInMs: patience.retryMs * 4,
    },
  });

  /**
   * The SDK repeats a 429 only when it says after how long ("throttlingRetryStrategy"). Many processes that start
   * together are refused together: each waits half to one and a half of the time, by its own chance.
   */
  async function unlessThrottled<T>(
    work: (within: { abortSignal: AbortSignal }) => Promise<T>,
    abortSignal: AbortSignal,
  ): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await work({ abortSignal });
      } catch (error) {
        if (!isThrottled(error) || attempt === patience.retries) throw error;
        const wait = patience.throttledMs * 2 ** attempt * (0.5 + Math.random());
        await pause(wait, undefined, { signal: abortSignal });
      }
    }
  }

  const ask = <T>(work: (within: { abortSignal: AbortSignal }) => Promise<T>): Promise<T> =>
    calm(async () => {
      try {
        return await unlessThrottled(work, AbortSignal.timeout(patience.totalMs));
      } catch (error) {
        const reason = reasonAway(error);
        throw reason === null ? error : new KeysUnavailable(reason);
      }
    });

  /**
   * A client of exactly one version. It is given as a key, not as an address: by an address the SDK would
   * first read the key, and refuse to unwrap by a version past its expiry, which the vault itself allows
   * (Microsoft, "About keys", date-time controlled operations).
   */
  async function clientOf(version: string): Promise<CryptographyClient> {
    const known = clients.get(version);
    if (known) return known;
    const { CryptographyClient: Client } = await sdk();
    const id = `${vaultUrl}/keys/${keyName}/${version}`;
    const key = { id, name: keyName, properties: { id, name: keyName, vaultUrl, version } };
    const client = new Client(key, credential, options());
    clients.set(version, client);
    return client;
  }

  /** Asked for by itself: a client without a version does not say which one it wrapped with. */
  const newestVersion = (): Promise<string> =>
    ask(async (within) => {
      const { KeyClient: Client } = await sdk();
      metadata ??= new Client(vaultUrl, credential, options());
      const { properties } = await metadata.getKey(keyName, within);
      return properties.version ?? '';
    });

  return {
    async wrap(name, plain) {
      const version = await newestVersion();
      const once = randomBytes(KEY_BYTES);
      const client = await clientOf(version);
      const { result } = await ask((within) => client.wrapKey(ALGORITHM, once, within));
      const boxed = box(createSecretKey(once), plain, boundTo(name, version));
      return toVaultWrapped({ version, wrappedKey: result, boxed });
    },
    async unwrap(name, wrapped) {
      const { version, wrappedKey, boxed } = readVaultWrapped(wrapped);
      const client = await clientOf(version);
      const once = await ask((within) =>
        client.unwrapKey(ALGORITHM, wrappedKey, within).catch((error: unknown) => {
          // These bytes are not what this version has wrapped; asking again changes nothing.
          throw isRefusal(error) ? new SealBroken('key') : error;
        }),
      );
      if (once.result.length !== KEY_BYTES) throw new SealBroken('key');
      return unbox(createSecretKey(once.result), boxed, boundTo(name, version), 'key');
    },
    isCurrent: async (wrapped) => readVaultWrapped(wrapped).version === (await newestVersion()),
    // Old versions stay in the vault: backups of the key store need them.
    renew: () => Promise.resolve(() => Promise.resolve()),
  };
}

const boundTo = (name: string, version: string) => ['ring key', name, version] as const;
