import * as z from 'zod/mini';
import { CONTENT_DATABASE, KEYS_DATABASE } from '../storage/cosmosContainers';
import type { Environment } from './stores';

/** Where content and keys lie, and who asks for them. */
export interface CosmosSettings {
  readonly content: { readonly endpoint: string; readonly database: string };
  readonly keys: { readonly endpoint: string; readonly database: string };
  /** Where the erasure list is: never with the keys, whose backup it has to outlive. */
  readonly erasures: { readonly endpoint: string; readonly database: string };
  /** Client id of the user-assigned identity; null: the machine's own. */
  readonly identity: string | null;
  /** Key of an emulator on this machine, instead of an identity. */
  readonly emulatorKey: string | null;
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const isLoopback = (address: string): boolean => LOOPBACK.includes(new URL(address).hostname);

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search } = new URL(text);
  const safe = protocol === 'https:' || (protocol === 'http:' && isLoopback(text));
  return safe && pathname === '/' && search === '';
}

const address = z.string().check(z.trim(), z.refine(isAddress));
/** "Databases": what a name may be made of, and nothing that an address would take for something else. */
const database = z.string().check(z.regex(/^[\w-]{1,255}$/));

const variables = z.object({
  COSMOS_ENDPOINT: address,
  COSMOS_DATABASE: z.optional(database),
  COSMOS_KEYS_ENDPOINT: address,
  COSMOS_KEYS_DATABASE: z.optional(database),
  COSMOS_ERASURES_ENDPOINT: z.optional(address),
  COSMOS_ERASURES_DATABASE: z.optional(database),
  AZURE_CLIENT_ID: z.optional(
    z.string().check(z.regex(/^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/)),
  ),
  COSMOS_KEY: z.optional(z.string().check(z.minLength(1))),
});

const EXPECTED: Readonly<Record<string, string>> = {
  COSMOS_ENDPOINT: 'the https address of the Cosmos DB account for content',
  COSMOS_DATABASE: 'the name of a database: letters, digits, - and _',
  COSMOS_KEYS_ENDPOINT: 'the https address of the Cosmos DB account for keys',
  COSMOS_KEYS_DATABASE: 'the name of a database: letters, digits, - and _',
  COSMOS_ERASURES_ENDPOINT: 'the https address of the Cosmos DB account for the erasure list',
  COSMOS_ERASURES_DATABASE: 'the name of a database: letters, digits, - and _',
  AZURE_CLIENT_ID: 'the client id of the managed identity, a GUID',
  COSMOS_KEY: 'the key of an emulator',
} satisfies Record<keyof z.infer<typeof variables>, string>;

/**
 * Settings of Cosmos DB out of the environment.
 * @throws Error with one sentence that names the variable at fault and what it has to be
 */
export function readCosmosSettings(environment: Environment): CosmosSettings {
  const result = variables.safeParse(environment);
  if (!result.success) {
    const name = String(result.error.issues[0]?.path[0]);
    throw new Error(`${name} has to be ${EXPECTED[name]}.`);
  }
  const { data } = result;
  const emulatorKey = data.COSMOS_KEY ?? null;
  const erasures = data.COSMOS_ERASURES_ENDPOINT ?? data.COSMOS_ENDPOINT;
  const addresses = [data.COSMOS_ENDPOINT, data.COSMOS_KEYS_ENDPOINT, erasures];
  if (emulatorKey !== null && !addresses.every(isLoopback)) {
    throw new Error(
      'COSMOS_KEY has to be left out: in the cloud a managed identity signs in, without a secret.',
    );
  }
  const [content, keys, list] = addresses.map((text) => new URL(text).origin);
  if (content === keys && emulatorKey === null) {
    throw new Error(
      'COSMOS_KEYS_ENDPOINT has to be another account than COSMOS_ENDPOINT: a copy of one must be worth ' +
        'nothing without the other.',
    );
  }
  if (list === keys && emulatorKey === null) {
    throw new Error(
      'COSMOS_ERASURES_ENDPOINT has to be another account than COSMOS_KEYS_ENDPOINT: a backup of the keys ' +
        'must not put back the list with them.',
    );
  }
  return {
    content: { endpoint: data.COSMOS_ENDPOINT, database: data.COSMOS_DATABASE ?? CONTENT_DATABASE },
    keys: {
      endpoint: data.COSMOS_KEYS_ENDPOINT,
      database: data.COSMOS_KEYS_DATABASE ?? KEYS_DATABASE,
    },
    erasures: {
      endpoint: erasures,
      database: data.COSMOS_ERASURES_DATABASE ?? data.COSMOS_DATABASE ?? CONTENT_DATABASE,
    },
    identity: data.AZURE_CLIENT_ID ?? null,
    emulatorKey,
  };
}
