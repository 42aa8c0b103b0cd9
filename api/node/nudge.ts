import type { PersonId } from '@rapport/domain/person';
import { jwtVerify, SignJWT } from 'jose';
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { NudgePort } from '../ports/nudge';

const PATH = '/nudge';
const LIFETIME_S = 300;
/** Open sockets of one person: several windows and devices, not a flood. */
const SOCKETS_PER_PERSON = 20;

export interface SocketNudge extends NudgePort {
  /** Takes over an upgrade to `/nudge`, or refuses it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

/**
 * WebSockets of this process: what Azure Web PubSub is in the cloud, for whoever runs on one machine.
 * @param address where sockets are opened, without a path: `wss://rapport.example.com`
 */
export function createSocketNudge(address: () => string): SocketNudge {
  const secret = randomBytes(32);
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024 });
  const sockets = new Map<PersonId, Set<WebSocket>>();

  function add(person: PersonId, socket: WebSocket): void {
    // First of all, for those too that are sent away: what nobody listens for ends the server.
    socket.on('error', () => socket.terminate());
    const own = sockets.get(person) ?? new Set();
    if (own.size >= SOCKETS_PER_PERSON) {
      socket.close(1013);
      return;
    }
    sockets.set(person, own.add(socket));
    socket.on('close', () => own.delete(socket));
  }

  async function personOf(url: string | undefined): Promise<PersonId> {
    const { pathname, searchParams } = new URL(url ?? '/', 'ws://local');
    if (pathname !== PATH) throw new Error('another address');
    const token = searchParams.get('access_token') ?? '';
    const { payload } = await jwtVerify(token, secret, { algorithms: ['HS256'] });
    if (!payload.sub) throw new Error('no subject');
    return payload.sub;
  }

  return {
    async send(person, { series, version, page }) {
      const text = JSON.stringify({ series, version, page });
      for (const socket of sockets.get(person) ?? []) socket.send(text);
    },
    async connection(person) {
      const expires = Math.floor(Date.now() / 1000) + LIFETIME_S;
      const token = await new SignJWT()
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(person)
        .setExpirationTime(expires)
        .sign(secret);
      return {
        url: `${address()}${PATH}?access_token=${token}`,
        expiresAt: new Date(expires * 1000).toISOString(),
      };
    },
    async disconnect(person) {
      for (const socket of sockets.get(person) ?? []) socket.close(1000);
    },
    upgrade(request, socket, head) {
      // Until ws has taken over, nobody else listens: a client that is gone again must not end the server.
      socket.on('error', () => socket.destroy());
      personOf(request.url).then(
        (person) => server.handleUpgrade(request, socket, head, (opened) => add(person, opened)),
        () => socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n'),
      );
    },
    close() {
      for (const own of sockets.values()) for (const socket of own) socket.terminate();
      server.close();
    },
  };
}
