import type { Http } from './http';

/** Wakes whoever follows something when the api says there is something newer, or the person comes back. */
export interface Nudges {
  subscribe(listener: () => void): () => void;
  connected(): boolean;
}

interface Connection {
  readonly connection: { readonly url: string } | null;
}

const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 60_000;

/**
 * One raw WebSocket for everything that is open; opened with the first listener. Messages carry no content
 * and are not read: any of them means "look again". Without it polling goes on alone.
 */
export function createNudges(http: Http, page: Window = window): Nudges {
  const listeners = new Set<() => void>();
  let socket: WebSocket | null = null;
  let retry = FIRST_RETRY_MS;
  let started = false;

  const wake = (): void => {
    for (const listener of listeners) listener();
  };

  async function connect(): Promise<void> {
    try {
      const { connection } = await http.send<Connection>('POST', '/api/nudge', {});
      if (!connection) return;
      open(connection.url);
    } catch {
      // Out of reach now; polling tells the person, this only tries again.
      later();
    }
  }

  function open(url: string): void {
    socket = new WebSocket(url);
    socket.addEventListener('open', () => {
      retry = FIRST_RETRY_MS;
      // What happened while nobody was connected.
      wake();
    });
    socket.addEventListener('message', wake);
    socket.addEventListener('close', () => {
      socket = null;
      later();
    });
  }

  function later(): void {
    // Spread out, so that panels do not all come back in the same moment.
    page.setTimeout(() => void connect(), retry * (0.5 + Math.random()));
    retry = Math.min(retry * 2, LAST_RETRY_MS);
  }

  function start(): void {
    if (started) return;
    started = true;
    void connect();
    page.addEventListener('online', wake);
    page.document.addEventListener('visibilitychange', () => {
      if (page.document.visibilityState === 'visible') wake();
    });
  }

  return {
    subscribe(listener) {
      start();
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    connected: () => socket?.readyState === WebSocket.OPEN,
  };
}
