import {
  AuthError,
  createNestablePublicClientApplication,
  InteractionRequiredAuthError,
  PublicClientApplication,
  type AuthenticationResult,
  type IPublicClientApplication,
} from '@azure/msal-browser';
import { NoGraphToken, type GraphAccess, type GraphProblem } from './graphAccess';

/** What a host has for an answer that asks nobody; a window that a person reads may stay open. */
const PATIENCE_MS = 20_000;

/** MSAL's codes, and what became of OAuth's (RFC 6749, 4.1.2.1), as far as they differ for a person. */
const PROBLEMS: Readonly<Record<string, GraphProblem>> = {
  user_canceled: 'closed',
  access_denied: 'closed',
  consent_required: 'notAllowed',
  no_network_connectivity: 'offline',
};

interface Signing {
  /** Of the Entra app. */
  readonly clientId: string;
  readonly user: { readonly tid: string; readonly oid: string };
}

/**
 * Tokens by nested app authentication (page "Nested app authentication"): the host signs the person in, this page
 * asks no address and keeps tokens in memory. To be used only where the host recommends it: without a bridge MSAL
 * waits for ever, or opens windows of its own.
 */
export function createNestedTokens(signing: Signing): GraphAccess['token'] {
  let opening: Promise<IPublicClientApplication> | null = null;
  /** Two presses at once are one question. */
  const underWay = new Map<string, Promise<string>>();

  function client(): Promise<IPublicClientApplication> {
    opening ??= withPatience(openClient(signing)).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  }

  async function acquire(scopes: readonly string[], renew: boolean): Promise<string> {
    try {
      const msal = await client();
      const wanted = { scopes: [...scopes] };
      const silent = msal.acquireTokenSilent({ ...wanted, forceRefresh: renew });
      const result = await withPatience(silent).catch((error: unknown) => {
        if (error instanceof InteractionRequiredAuthError) return msal.acquireTokenPopup(wanted);
        throw error;
      });
      if (!isOf(signing.user, result)) throw new NoGraphToken('signIn');
      return result.accessToken;
    } catch (error) {
      throw error instanceof NoGraphToken ? error : new NoGraphToken(problemOf(error));
    }
  }

  return (scopes, renew) => {
    const key = `${renew} ${scopes.join(' ')}`;
    const token =
      underWay.get(key) ?? acquire(scopes, renew).finally(() => void underWay.delete(key));
    underWay.set(key, token);
    return token;
  };
}

/** @throws NoGraphToken where the host has no bridge after all */
async function openClient({ clientId, user }: Signing): Promise<IPublicClientApplication> {
  let nested = false;
  const client = await createNestablePublicClientApplication(
    {
      auth: { clientId, authority: `https://login.microsoftonline.com/${user.tid}` },
      cache: { cacheLocation: 'memoryStorage' },
    },
    undefined,
    // Called for a client over the host's bridge, and only for that.
    (configuration, controller) => {
      nested = true;
      return new PublicClientApplication(configuration, controller);
    },
  );
  if (!nested) throw new NoGraphToken('signIn');
  return client;
}

/** A guest has other ids at home: those of the tenant that the token is for are the claims'. */
function isOf({ tid, oid }: Signing['user'], { account, idTokenClaims }: AuthenticationResult) {
  const claim = (name: string, otherwise: string): string => {
    const value: unknown = Reflect.get(idTokenClaims, name);
    return (typeof value === 'string' ? value : otherwise).toLowerCase();
  };
  return (
    claim('tid', account.tenantId) === tid.toLowerCase() &&
    claim('oid', account.localAccountId) === oid.toLowerCase()
  );
}

const problemOf = (error: unknown): GraphProblem =>
  (error instanceof AuthError ? PROBLEMS[error.errorCode] : undefined) ?? 'signIn';

function withPatience<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new NoGraphToken('offline')), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
