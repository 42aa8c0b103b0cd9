import type { GraphAccess } from './graphAccess';
import type { ResolvedPerson } from './hostAdapter';

/** The least that reads other people's names by their sign-in names (page "Get a user", permissions). */
const SCOPES = ['User.ReadBasic.All'] as const;
/** Requests under way at once: Graph asks a busy client to wait, and then everybody waits. */
const AT_ONCE = 4;
const ATTEMPTS = 4;
const LONGEST_WAIT_MS = 30_000;

/**
 * Looks people up in the person's own name: by their sign-in names ("Get a user", Microsoft Graph v1.0:
 * `/users/{userPrincipalName}`), and, since many have an address for mail that is another one, by that ("List
 * users", `$filter`). What they may not see, this does not find.
 * @returns in the order of the addresses; `unknown` where the directory has nobody to show
 * @throws NoGraphToken, or another error when the directory does not answer
 */
export async function resolveByGraph(
  graph: GraphAccess,
  addresses: readonly string[],
): Promise<readonly ResolvedPerson[]> {
  let token = graph.token(SCOPES, false);
  await token;
  /** A token that was not taken: a new one, and the same one for all who had it. */
  const renewed = (refused: string): Promise<string> => {
    token = token.then((now) => (now === refused ? graph.token(SCOPES, true) : now));
    return token;
  };
  const ask = async (url: string): Promise<Response> => {
    const first = await token;
    const answer = await send(url, first);
    return answer.status === 401 ? send(url, await renewed(first)) : answer;
  };
  const resolved: ResolvedPerson[] = [];
  const waiting = addresses.entries();
  const worker = async (): Promise<void> => {
    for (const [index, address] of waiting) {
      resolved[index] = await resolve((query) => ask(`${graph.base}/users${query}`), address);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return resolved;
}

const send = (url: string, token: string): Promise<Response> =>
  fetch(url, { headers: { authorization: `Bearer ${token}` }, cache: 'no-store' });

const SELECT = '$select=id,displayName,userPrincipalName';

async function resolve(
  ask: (query: string) => Promise<Response>,
  address: string,
): Promise<ResolvedPerson> {
  const one = await patiently([400, 404], () => ask(`/${encodeURIComponent(address)}?${SELECT}`));
  if (one) return personIn(one);
  // A quote inside is written twice (OData 4.01, URL Conventions, 5.1.1.14.1).
  const mail = encodeURIComponent(`mail eq '${address.replaceAll("'", "''")}'`);
  const all = await patiently([400, 403, 404], () => ask(`?$filter=${mail}&${SELECT}&$top=2`));
  const value: unknown = typeof all === 'object' && all !== null ? Reflect.get(all, 'value') : null;
  return Array.isArray(value) && value.length === 1 ? personIn(value[0]) : 'unknown';
}

/** @returns null for what says that there is nothing to show to this person */
async function patiently(
  nothing: readonly number[],
  ask: () => Promise<Response>,
): Promise<unknown> {
  for (let left = ATTEMPTS; ; left -= 1) {
    const answer = await ask();
    if (answer.ok) return answer.json();
    if (nothing.includes(answer.status)) return null;
    const busy = answer.status === 429 || answer.status >= 500;
    if (!busy || left === 1) throw new Error(`the directory answered ${answer.status}`);
    const asked = Number(answer.headers.get('retry-after') ?? '1') * 1000;
    await new Promise((done) => setTimeout(done, Math.min(asked || 1000, LONGEST_WAIT_MS)));
  }
}

function personIn(answer: unknown): ResolvedPerson {
  const text = (key: string): string => {
    const value: unknown =
      typeof answer === 'object' && answer !== null ? Reflect.get(answer, key) : null;
    return typeof value === 'string' ? value : '';
  };
  const [oid, name] = [text('id').toLowerCase(), text('displayName')];
  // A guest's sign-in name says so (page "Properties of a Microsoft Entra B2B collaboration user").
  if (text('userPrincipalName').toUpperCase().includes('#EXT#')) return 'guest';
  return oid && name ? { oid, name } : 'unknown';
}
