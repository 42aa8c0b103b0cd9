import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { resolve } from 'node:path';

const HOST = resolve(import.meta.dirname, 'functionsHost.mjs');
/** What is deployed; `npm run build` makes it. */
const APP = resolve(import.meta.dirname, '../../../api/dist/functions.js');

export interface Registered {
  readonly name: string;
  /** The trigger and the return value, by the names the app gave them. */
  readonly bindings: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface HttpAsked {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The built Functions app in a process of its own, behind a stand-in of its host. */
export interface FunctionsApp {
  readonly functions: readonly Registered[];
  /** All it has written to stderr so far. */
  errors(): string;
  http(name: string, asked: HttpAsked): Promise<HttpAnswer>;
  timer(name: string): Promise<void>;
  stop(): Promise<void>;
}

interface Said {
  readonly id?: string;
  readonly functions?: readonly Registered[];
  readonly result?: { readonly returnValue?: { readonly http?: RpcHttp } };
  readonly failed?: string;
}

interface RpcHttp {
  readonly statusCode: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: { readonly bytes?: Uint8Array };
}

/** @param env the settings of the app, and nothing else of this process */
export async function startFunctionsApp(
  env: Readonly<Record<string, string>>,
): Promise<FunctionsApp> {
  const child = fork(HOST, [APP], {
    env: { PATH: process.env['PATH'], ...env },
    execArgv: [],
    serialization: 'advanced',
    silent: true,
  });
  // `close`: also what it wrote has all been read.
  const gone = once(child, 'close');
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const waiting = new Map<string, (said: Said) => void>();
  const functions = await new Promise<readonly Registered[]>((done, fail) => {
    child.on('message', (said: Said) => {
      if (said.functions) done(said.functions);
      else waiting.get(said.id ?? '')?.(said);
    });
    void gone.then(() => fail(new Error(`The Functions app did not start:\n${errors}`)));
  });

  async function invoke(name: string, data: unknown): Promise<Said['result']> {
    const id = randomUUID();
    const said = await new Promise<Said>((done) => {
      waiting.set(id, done);
      child.send({ id, name, data });
    });
    if (said.failed !== undefined) throw new Error(said.failed);
    return said.result;
  }

  return {
    functions,
    errors: () => errors,
    async http(name, { method, headers = {}, params = {}, body }) {
      const bytes = body === undefined ? {} : { bytes: Buffer.from(JSON.stringify(body)) };
      const url = 'https://api.example/api/any';
      const result = await invoke(name, { http: { method, url, headers, params, body: bytes } });
      const http = result?.returnValue?.http;
      if (!http) throw new Error(`${name} answered nothing`);
      const text = Buffer.from(http.body?.bytes ?? []).toString('utf8');
      return { status: Number(http.statusCode), headers: http.headers, text };
    },
    async timer(name) {
      await invoke(name, { json: JSON.stringify({ IsPastDue: false }) });
    },
    async stop() {
      child.kill();
      await gone;
    },
  };
}
