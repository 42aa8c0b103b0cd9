import { authentication, nestedAppAuth } from '@microsoft/teams-js';
import { NoGraphToken, type GraphAccess } from './graphAccess';
import type { HostContext } from './hostAdapter';

const MICROSOFT_GRAPH = 'https://graph.microsoft.com/v1.0';

/**
 * Microsoft Graph where the host signs people in for it: where it recommends nested app authentication, and the
 * page says which app asks (`rapport-client`). A server may name what stands in for Graph (`rapport-graph`), as the
 * local one does; that takes the app's own token too, since its host cannot sign in frames that lie within frames.
 * Nothing is loaded before the first token is asked for.
 */
export function graphOf(user: HostContext['user']): GraphAccess | null {
  const [standIn, clientId] = [said('rapport-graph'), said('rapport-client')];
  if (clientId && nestedAppAuth.isNAAChannelRecommended()) {
    let loading: Promise<GraphAccess['token']> | null = null;
    const load = (): Promise<GraphAccess['token']> => {
      loading ??= import('./nestedTokens').then(
        ({ createNestedTokens }) => createNestedTokens({ clientId, user }),
        () => {
          loading = null;
          throw new NoGraphToken('offline');
        },
      );
      return loading;
    };
    return {
      base: standIn ?? MICROSOFT_GRAPH,
      token: async (scopes, renew) => (await load())(scopes, renew),
    };
  }
  return standIn ? { base: standIn, token: () => authentication.getAuthToken() } : null;
}

/** What the server wrote into the page. */
const said = (name: string): string | null =>
  document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? null;
