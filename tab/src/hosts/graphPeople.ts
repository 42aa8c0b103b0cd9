import type { ResolvedPerson } from './hostAdapter';

/** Requests under way at once: Graph asks a busy client to wait, and then everybody waits. */
const AT_ONCE = 4;
const ATTEMPTS = 4;
const LONGEST_WAIT_MS = 30_000;

/**
 * Looks people up by their sign-in names, with the person's own delegated token ("Get a user", Microsoft Graph
 * v1.0: `/users/{userPrincipalName}`): what they may not see, this does not find.
 * @param base address of Graph, version included
 * @returns in the order of the addresses; `unknown` where the directory has nobody to show
 * @throws when the directory does not answer
 */
export async function resolveByGraph(
  base: string,
  token: () => Promise<string>,
  addresses: readonly string[],
): Promise<readonly ResolvedPerson[]> {
  const bearer = `Bearer ${await token()}`;
  const resolved: ResolvedPerson[] = [];
  const waiting = addresses.entries();
  const worker = async (): Promise<void> => {
    for (const [index, address] of waiting) {
      resolved[index] = await resolve(`${base}/users/${encodeURIComponent(address)}`, bearer);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return resolved;
}

async function resolve(url: string, authorization: string): Promise<ResolvedPerson> {
  for (let left = ATTEMPTS; ; left -= 1) {
    const answer = await fetch(`${url}?$select=id,displayName`, { headers: { authorization } });
    if (answer.ok) return personIn(await answer.json());
    if (answer.status === 404 || answer.status === 400) return 'unknown';
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
  return oid && name ? { oid, name } : 'unknown';
}
