import type { HostAdapter } from './hostAdapter';

/**
 * Connects to the host that framed this page; null where nothing did: a bare browser window.
 * @throws when the host does not answer
 */
export async function connectHost(): Promise<HostAdapter | null> {
  if (window.parent === window) return null;
  const { connectTeams } = await import('./teams');
  return connectTeams(extraHosts());
}

/** Hosts besides Microsoft's that the server names in the page: the local Teams. None in the cloud. */
function extraHosts(): string[] {
  const meta = document.querySelector('meta[name="rapport-hosts"]');
  return meta?.getAttribute('content')?.split(' ').filter(Boolean) ?? [];
}
