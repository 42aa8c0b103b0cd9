import { isRecord, textField } from './messages';
import { SDK_VERSION } from './runtime';
import type { ContextInput } from './context';
import type { HostServices, NestedTokens } from './services';

/** What teams-js posts for MSAL's bridge; the answer goes back the same way (teams-js: nestedAppAuthUtils). */
export const NESTED_AUTH = 'nestedAppAuth.execute';

const ENVIRONMENT = 'login.microsoftonline.com';
const LIFETIME_S = 3600;

interface Asked {
  readonly context: ContextInput;
  readonly services: HostServices;
}

/**
 * Answers MSAL's bridge (msal-browser 5: naa/BridgeRequestEnvelope, BridgeResponseEnvelope, BridgeStatusCode), as
 * arguments of a message; null: that is no request.
 */
export async function answerNested(
  data: string | undefined,
  asked: Asked,
): Promise<readonly unknown[] | null> {
  const request = parsed(data);
  const requestId = textField(request, 'requestId');
  if (textField(request, 'messageType') !== 'NestedAppAuthRequest' || requestId === null) {
    return null;
  }
  const answer = await answerOf(request, asked).catch(() => refusal('TRANSIENT_ERROR'));
  return [null, JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...answer })];
}

async function answerOf(request: unknown, { context, services }: Asked): Promise<object> {
  const { oid, tid, email, name } = context.me;
  const home = { homeAccountId: `${oid}.${tid}`, environment: ENVIRONMENT, tenantId: tid };
  const method = textField(request, 'method');
  if (method === 'GetInitContext') {
    const initContext = { sdkName: 'local', sdkVersion: SDK_VERSION, accountContext: home };
    return { success: true, initContext };
  }
  if (method !== 'GetToken' && method !== 'GetTokenPopup') {
    return refusal('NESTED_APP_AUTH_UNAVAILABLE');
  }
  const wanted = isRecord(request) ? request['tokenParams'] : null;
  const scope = textField(wanted, 'scope') ?? '';
  const scopes = scope.split(' ').filter(Boolean);
  const tokens = await services.getNestedTokens(scopes, method === 'GetTokenPopup');
  if (isRefused(tokens)) return tokens === 'ask' ? ASK : refusal('USER_CANCEL');
  return {
    success: true,
    token: { access_token: tokens.access, id_token: tokens.id, expires_in: LIFETIME_S, scope },
    account: { ...home, localAccountId: oid, username: email, name },
  };
}

const isRefused = (tokens: NestedTokens | 'ask' | 'closed'): tokens is 'ask' | 'closed' =>
  typeof tokens === 'string';

const refusal = (status: string, code?: string): object => ({
  success: false,
  error: { status, ...(code === undefined ? {} : { code }) },
});

const ASK = refusal('USER_INTERACTION_REQUIRED', 'consent_required');

function parsed(data: string | undefined): unknown {
  try {
    return JSON.parse(data ?? 'null');
  } catch {
    return null;
  }
}
