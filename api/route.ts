import type { Person } from '@rapport/domain/person';
import type * as z from 'zod/mini';
import type { Services } from './services';

/** Who calls, as the verified token says. */
export interface Caller extends Person {
  readonly tid: string;
  readonly oid: string;
}

/** Who somebody is, as a series keeps it. */
export const personOf = ({ id, name, address }: Caller): Person => ({
  id,
  name,
  ...(address ? { address } : {}),
});

/** Identity of one write, from the Idempotency-Key header. It is also the command's id in the domain. */
export interface Idempotency {
  readonly key: string;
  /** SHA-256 over route, path parameters and body: a key used for something else is refused. */
  readonly fingerprint: string;
}

export interface Call<Path, Body> {
  readonly caller: Caller;
  readonly path: Path;
  readonly body: Body;
  readonly idempotency: Idempotency;
  /** `If-Match`, where the client sent one. */
  readonly ifMatch: string | null;
  readonly services: Services;
  /** The product's time at the start of the call (ISO 8601, UTC). */
  readonly at: string;
}

export interface Answer<Output> {
  readonly status?: 200 | 201 | 202;
  readonly value: Output;
  /** Set on reads; unquoted. */
  readonly etag?: string;
}

type Schema = z.ZodMiniType;

/**
 * One line of the route table: everything the Functions app, the local server, the OpenAPI description and
 * the authorisation matrix know about an address.
 * `query` routes are reads whose question may not stand in an address: they need no Idempotency-Key.
 */
export interface RouteDefinition<
  P extends Schema = Schema,
  B extends Schema = Schema,
  O extends Schema = Schema,
> {
  /** Unique; begins the function's name. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api`, with `{parameters}`. */
  readonly path: string;
  readonly kind: 'read' | 'query' | 'write';
  /** Who gets an answer at all; `series`: its two people, `invited`: who holds a standing invitation. */
  readonly auth: 'nobody' | 'person' | 'series' | 'invited';
  readonly summary: string;
  readonly params: P;
  readonly body: B | null;
  readonly output: O;
  handle(call: Call<z.output<P>, z.output<B>>): Promise<Answer<z.input<O>>>;
}

/** A route whose schemas are only known to itself: what the table holds. */
export type Route = Omit<RouteDefinition, 'handle'> & {
  handle(call: Call<unknown, unknown>): Promise<Answer<unknown>>;
};

/** Keeps a route's own types inside and hands the table the common shape. */
export const route = <P extends Schema, B extends Schema, O extends Schema>(
  definition: RouteDefinition<P, B, O>,
): Route => definition;
