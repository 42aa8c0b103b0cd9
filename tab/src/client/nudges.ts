import type { Http } from './http';
import { isFromApi } from './state';

/** What the api says is newer: what both share of a series, one's own page of it (0: neither), or the home. */
export interface Nudge {
  readonly series: string | null;
  readonly version: number;
  readonly page: number;
}

/**
 * Wakes whoever follows something when the api says there is something newer; with null when anything may have
 * happened: the person, the network or the socket is back.
 */
export interface Nudges {
  subscribe(listener: (nudge: Nudge | null) => void): () => void;
  connected(): boolean;
  /** Nobody can see the page: nothing is read until somebody does, and is woken. */
  hidden(): boolean;
}

interface Connection {
  readonly connection: { readonly url: string } | null;
}

/** The page as far as it says that the person, or the network, is back. */
interface Page extends Pick<Window, 'addEventListener'> {
  readonly document: Pick<Document, 'addEventListener' | 'visibilityState'>;
}

/** Everybody's sockets may have been lost at once: they come back spread over this time, and each then reads. */
const FIRST_RETRY_MS = 30_000;
const LAST_RETRY_MS = 120_000;

/**
 * One raw WebSocket for everything that is open; opened with the first listener. Messages carry no content;
 * one that cannot be read means "look again at everything". Without it polling goes on alone.
 */
export function createNudges(http: Http, page: Page = window): Nudges {
  const listeners = new Set<(nudge: Nudge | null) => void>();
  let socket: WebSocket | null = null;
  let connecting = false;
  let retry = FIRST_RETRY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let started = false;
  /** This device's own network was away, not everybody's sockets. */
  let atOnce = false;

  const wake = (nudge: Nudge | null): void => {
    for (const listener of listeners) listener(nudge);
  };

  async function connect(): Promise<void> {
    clearTimeout(timer);
    if (connecting || socket) return;
    connecting = true;
    atOnce = false;
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
      wake(null);
    });
    opened.addEventListener('message', ({ data }) => wake(parsed(data)));
    opened.addEventListener('close', () => {
      socket = null;
      if (atOnce) void connect();
      else later();
    });
  }

  function later(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void connect(), retry * Math.random());
    retry = Math.min(retry * 2, LAST_RETRY_MS);
  }

  /** A socket that was open before the network went may hang half open: it is made anew. */
  function online(): void {
    retry = FIRST_RETRY_MS;
    atOnce = true;
    if (socket) socket.close();
    else void connect();
    wake(null);
  }

  const hidden = (): boolean => page.document.visibilityState === 'hidden';

  function start(): void {
    if (started) return;
    started = true;
    void connect();
    page.addEventListener('online', online);
    page.document.addEventListener('visibilitychange', () => {
      if (!hidden()) wake(null);
    });
  }

  return {
    subscribe(listener) {
      start();
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    connected: () => socket?.readyState === WebSocket.OPEN,
    hidden,
  };
}

function parsed(data: unknown): Nudge | null {
  try {
    return JSON.parse(String(data)) as Nudge;
  } catch {
    return null;
  }
}
