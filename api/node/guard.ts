import type { MiddlewareHandler } from 'hono';

/**
 * Keeps other sites in the same browser out: names of other hosts that resolve to this machine, and requests
 * that another page makes. Loopback alone is no protection against a browser.
 * @param allowed the origins that this server is reached by
 */
export function guard(allowed: readonly string[]): MiddlewareHandler {
  const hosts = allowed.map((origin) => new URL(origin).host);
  return async (context, next) => {
    if (!hosts.includes(context.req.header('host') ?? '')) return context.text('Misdirected', 421);
    const origin = context.req.header('origin');
    if (origin !== undefined && !allowed.includes(origin)) return context.text('Forbidden', 403);
    await next();
    return undefined;
  };
}
