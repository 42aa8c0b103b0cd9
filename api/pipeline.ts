import { DomainError } from '@rapport/domain/errors';
import { createHash, randomUUID } from 'node:crypto';
import { BudgetSpent, unlimited, type Budget } from './budget';
import { checked, readJson } from './input';
import { KeysUnavailable } from './ports/keyWrap';
import { StorageUnavailable } from './ports/storage';
import { Problem, problemDocument, statusOf, type ProblemCode } from './problem';
import type { Caller, Idempotency, Route } from './route';
import type { Services } from './services';
import { ContinuationInvalid } from './storage/continuation';
import { SignInRefused, SignInUnavailable, type SignIn } from './signin/verify';

/** A request as both mounts (Functions, the local server) hand it over. */
export interface ApiRequest {
  /** Of the path and of the query, by name. */
  readonly params: Readonly<Record<string, string>>;
  header(name: string): string | null;
  readonly body: ReadableStream<Uint8Array> | null;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface Pipeline {
  /** Answers one request to one route. Never throws; whatever goes wrong is a problem document. */
  answer(route: Route, request: ApiRequest): Promise<ApiResponse>;
  /** The answer for addresses that no route has. */
  notFound(): ApiResponse;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The caller of routes that ask for nobody; no handler of theirs looks at it. */
const NOBODY: Caller = { id: '', name: '', tid: '', oid: '' };

/** Sign-in, reading, checking, answering and logging, the same for every route. */
export function createPipeline(
  services: Services,
  signIn: SignIn,
  budget: Budget = unlimited,
): Pipeline {
  const { log, clock } = services;

  async function run(route: Route, request: ApiRequest): Promise<ApiResponse> {
    const caller =
      route.auth === 'nobody' ? NOBODY : await signIn.verify(request.header('authorization'));
    if (route.kind === 'write') budget.take(caller.id);
    const path = checked(route.params, request.params);
    const body = route.body ? await readBody(route, request) : undefined;
    const idempotency = readIdempotency(route, request, body);
    const answer = await route.handle({
      caller,
      path,
      body,
      idempotency,
      ifMatch: unquoted(request.header('if-match')),
      services,
      at: clock.now().toISOString(),
    });
    const text = JSON.stringify(route.output.parse(answer.value));
    if (route.kind !== 'read') return json(answer.status ?? 200, text);
    const etag = etagOf(text);
    const known = (request.header('if-none-match') ?? '').split(',').map((tag) => unquoted(tag));
    return known.includes(etag)
      ? { status: 304, headers: { etag: `"${etag}"`, ...PRIVATE }, body: null }
      : json(200, text, { etag: `"${etag}"` });
  }

  function fail(error: unknown, reference: string): ApiResponse & { code: string } {
    const { code, field } = refusalOf(error);
    if (code === 'unexpected') log.write({ event: 'bug', reference, ...describe(error) });
    const headers = {
      ...(code === 'signIn.required' ? { 'www-authenticate': 'Bearer' } : {}),
      ...([429, 503].includes(statusOf(code)) ? { 'retry-after': retryAfter(error) } : {}),
      'content-type': 'application/problem+json',
    };
    const text = JSON.stringify(problemDocument(code, field, reference));
    return { ...json(statusOf(code), text, headers), code: reasonOf(error) ?? code };
  }

  return {
    async answer(route, request) {
      const reference = randomUUID();
      const start = performance.now();
      const response = await run(route, request).catch((error: unknown) => fail(error, reference));
      log.write({
        event: 'request',
        route: `${route.method} ${route.path}`,
        status: response.status,
        ms: Math.round(performance.now() - start),
        reference,
        ...('code' in response ? { code: response.code } : {}),
      });
      // The product's time, for screens that say how long a meeting still is.
      const now = { 'rapport-time': clock.now().toISOString() };
      return { ...response, headers: { ...response.headers, ...now } };
    },
    notFound: () => fail(new Problem('route.notFound'), randomUUID()),
  };
}

async function readBody(route: Route, request: ApiRequest): Promise<unknown> {
  const type = request.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Problem('request.contentType');
  return route.body ? checked(route.body, await readJson(request.body)) : undefined;
}

function readIdempotency(route: Route, request: ApiRequest, body: unknown): Idempotency {
  const key = request.header('idempotency-key');
  if (route.kind !== 'write') return { key: '', fingerprint: '' };
  if (key === null) throw new Problem('idempotencyKey.missing', 'Idempotency-Key');
  if (!UUID.test(key)) throw new Problem('idempotencyKey.malformed', 'Idempotency-Key');
  const what = JSON.stringify([route.name, request.params, body ?? null]);
  return { key, fingerprint: createHash('sha256').update(what).digest('base64url') };
}

/** The etag of an answer: of exactly what is sent, so that two different answers never share one. */
export const etagOf = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 27);

const unquoted = (tag: string | null): string | null =>
  tag === null ? null : tag.trim().replace(/^W\//, '').replace(/^"|"$/g, '');

/** Answers are for the person who asked; nothing between keeps them. */
const PRIVATE = { 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff' };

const json = (
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): ApiResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...PRIVATE, ...headers },
  body: text,
});

function refusalOf(error: unknown): { code: ProblemCode; field: string | null } {
  if (error instanceof Problem || error instanceof DomainError) return error;
  if (error instanceof ContinuationInvalid)
    return { code: 'input.malformed', field: 'continuation' };
  if (error instanceof SignInRefused) return { code: 'signIn.required', field: null };
  if (error instanceof SignInUnavailable) return { code: 'signIn.unavailable', field: null };
  if (error instanceof BudgetSpent) return { code: 'request.tooMany', field: null };
  if (error instanceof StorageUnavailable) return { code: 'busy', field: null };
  if (error instanceof KeysUnavailable) return { code: 'keys.unavailable', field: null };
  return { code: 'unexpected', field: null };
}

/** Whole seconds, as RFC 9110 (10.2.3) has it: what the store or the budget asked for, and at least one. */
function retryAfter(error: unknown): string {
  const waits = error instanceof StorageUnavailable || error instanceof BudgetSpent;
  const ms = waits ? (error.retryAfterMs ?? 0) : 0;
  return String(Math.max(1, Math.ceil(ms / 1000)));
}

/** What only the log is told: why a token was refused, what the store or the vault said. */
function reasonOf(error: unknown): string | null {
  if (error instanceof SignInRefused) return error.reason;
  if (error instanceof StorageUnavailable) return `busy.storage.${error.status ?? 'silent'}`;
  if (error instanceof KeysUnavailable) return `keys.unavailable.${error.reason}`;
  return null;
}

/** Class and places of a bug. Its message stays out: it may quote what somebody wrote. */
function describe(error: unknown): { error: string; stack: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error, stack: [] };
  // A message of several lines could pass one of them off as a place.
  const places = (error.stack ?? '').replace(error.message, '');
  const frames = places.split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.constructor.name, stack: frames.slice(0, 8).map((frame) => frame.trim()) };
}
