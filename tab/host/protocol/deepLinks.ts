/** Where a link leads, as far as this Teams can follow it. */
export type LinkTarget =
  | { readonly to: 'newChat'; readonly people: readonly string[]; readonly words: string }
  | { readonly to: 'chat'; readonly chat: string }
  | { readonly to: 'app'; readonly subEntityId: string | null; readonly chat: string | null }
  | { readonly to: 'web'; readonly url: string };

const TEAMS_HOSTS = new Set(['teams.microsoft.com', 'teams.cloud.microsoft']);

function contextOf(url: URL): {
  readonly subEntityId: string | null;
  readonly chat: string | null;
} {
  let parsed: unknown = null;
  try {
    parsed = JSON.parse(url.searchParams.get('context') ?? 'null');
  } catch {
    // A damaged context opens the app's first page, as in Teams.
  }
  const fields = parsed !== null && typeof parsed === 'object' ? parsed : {};
  const text = (name: 'subEntityId' | 'chatId') => {
    const value: unknown = name in fields ? Reflect.get(fields, name) : null;
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return { subEntityId: text('subEntityId'), chat: text('chatId') };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/**
 * Reads a link as Teams documents them ("Deep links in Teams": `/l/chat`, `/l/entity`); any other http(s)
 * address is one for the browser. null: nothing that may be opened.
 */
export function readLink(link: string): LinkTarget | null {
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  if (!/^https?:$/.test(url.protocol)) return null;
  if (!TEAMS_HOSTS.has(url.host)) return { to: 'web', url: url.href };
  const [l, kind, first = ''] = url.pathname.split('/').filter(Boolean);
  if (l !== 'l') return { to: 'web', url: url.href };
  if (kind === 'entity') return { to: 'app', ...contextOf(url) };
  if (kind !== 'chat') return { to: 'web', url: url.href };
  const chat = decoded(first);
  if (chat.startsWith('19:')) return { to: 'chat', chat };
  const people = (url.searchParams.get('users') ?? '').split(',').filter(Boolean);
  return people.length === 0
    ? null
    : { to: 'newChat', people, words: url.searchParams.get('message') ?? '' };
}
