import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Server {
  /** Where the local Teams is: `http://localhost:PORT`. */
  readonly url: string;
  /** Where the app, the api and `/local` are: `http://127.0.0.1:PORT`. */
  readonly app: string;
  /** The folder of its data. */
  readonly data: string;
  /** All it has written so far: one JSON object a line, and what it says to a person. */
  log(): string;
  /** Sends a signal, and resolves once the process is gone. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Ends it as Ctrl-C does. Its data goes too, unless the caller named the folder. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Data to go on with; without it the server begins with nothing. */
  readonly data?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const PROGRAM = resolve(import.meta.dirname, '../../../.build/local/main.mjs');
const READY = /^Rapport is ready: (http:\/\/localhost:(\d+))$/m;

/**
 * Starts the local server as `npm start` does, on a free port.
 * @throws Error with what it wrote, when it ends before it is ready
 */
export async function startServer({ data, env }: ServerOptions = {}): Promise<Server> {
  const folder = data ?? (await mkdtemp(join(tmpdir(), 'rapport-e2e-')));
  const child = spawn(process.execPath, [PROGRAM], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      RAPPORT_ERASURES: join(folder, 'erasures.db'),
      ...env,
      PORT: '0',
      RAPPORT_DATA: folder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // `close`: also what it wrote has all been read.
  const gone = once(child, 'close').then(() => undefined);
  const output = listen(child);
  const ready = await Promise.race([output.says(READY), gone]);
  const [, url, port] = ready ?? [];
  if (!url || !port) throw new Error(`The local server did not start:\n${output.text()}`);

  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await gone;
  };
  return {
    url,
    app: `http://127.0.0.1:${port}`,
    data: folder,
    log: output.text,
    kill,
    async stop() {
      await kill('SIGINT');
      if (data === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Collects what a process writes to either of its outputs. */
function listen({ stdout, stderr }: ChildProcess) {
  let text = '';
  let look = (): void => undefined;
  for (const stream of [stdout, stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      look();
    });
  }
  return {
    text: () => text,
    says: (wanted: RegExp) =>
      new Promise<RegExpExecArray>((done) => {
        look = () => {
          const found = wanted.exec(text);
          if (found) done(found);
        };
        look();
      }),
  };
}

/**
 * Moves the clock of a server and of everybody's windows; whatever came due on the way has been done then.
 * @throws where it cannot be moved there
 */
export async function moveClock(server: Server, at: string | Date): Promise<void> {
  const reply = await fetch(`${server.app}/local/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ at: new Date(at).toISOString() }),
  });
  if (reply.status !== 200) throw new Error(`the clock could not be moved: ${reply.status}`);
}
