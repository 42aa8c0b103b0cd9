import * as z from 'zod/mini';

/** Whose tokens are accepted. Ids are GUIDs in lower case. */
export interface SignInSettings {
  /** The issuer's name with `{tid}` in the place of the tenant's id. */
  readonly issuer: string;
  /** Where the issuer publishes its keys. */
  readonly jwksUri: string;
  /** Client id of Rapport's own Entra app. */
  readonly audience: string;
  /** Tenants whose people may sign in. */
  readonly tenants: readonly string[];
  /** Client ids that may ask on a person's behalf: the hosts (Teams, Outlook, …) and Rapport itself. */
  readonly clients: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Keys read over plain http could be anybody's, except on this very machine. */
function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
}

const guid = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
  );
const guids = z.pipe(
  z.pipe(
    z.string(),
    z.transform((list: string) => list.split(',')),
  ),
  z.array(guid),
);
const address = z.string().check(z.trim(), z.refine(isSafeAddress));
const issuer = z.string().check(
  z.trim(),
  z.refine((text) => text.split('{tid}').length === 2 && isSafeAddress(text)),
);

const variables = z.object({
  AUTH_ISSUER: issuer,
  AUTH_JWKS_URI: address,
  AUTH_AUDIENCE: guid,
  AUTH_TENANTS: guids,
  AUTH_CLIENTS: guids,
});

const EXPECTED: Readonly<Record<string, string>> = {
  AUTH_ISSUER: 'an https address with {tid} once, in the place of the tenant id',
  AUTH_JWKS_URI: 'the https address of the keys of the issuer',
  AUTH_AUDIENCE: 'the client id of the Entra app of Rapport, a GUID',
  AUTH_TENANTS: 'the ids of the allowed tenants, GUIDs separated by commas',
  AUTH_CLIENTS: 'the ids of the allowed client apps, GUIDs separated by commas',
} satisfies Record<keyof z.infer<typeof variables>, string>;

/**
 * Sign-in's settings out of the environment.
 * @throws Error with one sentence that names the variable at fault and what it has to be
 */
export function readSignInSettings(environment: Environment): SignInSettings {
  const result = variables.safeParse(environment);
  if (!result.success) {
    const name = String(result.error.issues[0]?.path[0]);
    throw new Error(`${name} has to be ${EXPECTED[name]}.`);
  }
  const { data } = result;
  return {
    issuer: data.AUTH_ISSUER,
    jwksUri: data.AUTH_JWKS_URI,
    audience: data.AUTH_AUDIENCE,
    tenants: data.AUTH_TENANTS,
    clients: data.AUTH_CLIENTS,
  };
}
