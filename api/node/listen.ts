import { serve } from '@hono/node-server';
import type { Server } from 'node:http';

export const LOOPBACK = '127.0.0.1';

type Answering = (request: Request) => Response | Promise<Response>;

export interface Listening {
  readonly server: Server;
  /** The one it was asked for, or the free one that 0 stands for. */
  readonly port: number;
  /** Requests are answered by this, those too that came before and have waited for it. */
  answerWith(fetch: Answering): void;
}

/**
 * Listens on loopback only, before anything is opened: a taken port stops the start with nothing touched. Whoever
 * asks before everything stands waits for it.
 * @throws Error with one sentence where the port is taken
 */
export function listen(port: number): Promise<Listening> {
  let answerWith: Listening['answerWith'] = () => undefined;
  const answering = new Promise<Answering>((stands) => (answerWith = stands));
  return new Promise((done, fail) => {
    const server = serve(
      { fetch: async (request) => (await answering)(request), port, hostname: LOOPBACK },
      (info) =>
        done({
          server,
          port: info.port,
          answerWith,
        }),
    ) as Server;
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken; set PORT to another one.`)
          : error,
      ),
    );
  });
}

/** @throws Error with one sentence */
export function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port < 65_536) return port;
  throw new Error('PORT has to be a number from 0 to 65535.');
}
