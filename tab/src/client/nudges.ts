import type { Http } from './http';
import { isFromApi } from './state';

/** Wakes whoever follows something when the api says there is something newer, or the person comes back. */
export interface Nudges {
  subscribe(listener: () => void): () => void;
  connected(): boolean;
}

interface Connection {
  readonly connection: { readonly url: string } | null;
}

/** The page as far as it says that the person, or the network, is back. */
interface Page extends Pick<Window, 'addEventListener'> {
  readonly document: Pick<Document, 'addEventListener' | 'visibilityState'>;
}

const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 60_000;

/**
 * One raw WebSocket for everything that is open; opened with the first listener. Messages carry no content
 * and are not read: any of them means "look again". Without it polling goes on alone.
 */
export function createNudges(http: Http, page: Page = window): Nudges {
  const listeners = new Set<() => void>();
  let socket: WebSocket | null = null;
  let connecting = false;
  let retry = FIRST_RETRY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let started = false;

  const wake = (): void => {
    for (const listener of listeners) listener();
  };

  async function connect(): Promise<void> {
    clearTimeout(timer);
    if (connecting || socket) return;
    connecting = true;
    try {
      const { connection } = await http.send<Connection>('POST', '/api/nudge', {});
      if (connection) open(connection.url);
    } catch (error) {
      // Out of reach now; polling tells the person, this only tries again.
      later();
      if (!isFromApi(error)) throw error;
    } finally {
      connecting = false;
    }
  }

  function open(url: string): void {
    const opened = new WebSocket(url);
    socket = opened;
    opened.addEventListener('open', () => {
      retry = FIRST_RETRY_MS;
      // What happened while nobody was connected.
      wake();
    });
    opened.addEventListener('message', wake);
    opened.addEventListener('close', () => {
      socket = null;
      later();
    });
  }

  function later(): void {
    clearTimeout(timer);
    // Spread out, so that panels do not all come back in the same moment.
    timer = setTimeout(() => void connect(), retry * (0.5 + Math.random()));
    retry = Math.min(retry * 2, LAST_RETRY_MS);
  }

  /** A socket that was open before the network went may hang half open: it is made anew. */
  function online(): void {
    retry = FIRST_RETRY_MS;
    if (socket) socket.close();
    else void connect();
    wake();
  }

  function start(): void {
    if (started) return;
    started = true;
    void connect();
    page.addEventListener('online', online);
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
