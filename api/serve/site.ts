import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { etag } from 'hono/etag';
import * as z from 'zod/mini';

const headers = z.record(z.string(), z.string());

/** As much of `staticwebapp.config.json` ("Configure Azure Static Web Apps") as scripts/site.mjs writes. */
const configuration = z.strictObject({
  globalHeaders: headers,
  routes: z.array(
    z.strictObject({
      route: z.string(),
      rewrite: z.optional(z.string()),
      redirect: z.optional(z.string()),
      headers: z.optional(headers),
    }),
  ),
});

/** The folder that `npm run site` makes for a static host, and how a static host serves it. */
export interface Site {
  readonly folder: string;
  readonly configuration: z.output<typeof configuration>;
}

/**
 * @param domain where people reach it
 * @throws Error with one sentence where there is none, or where it was made for another place
 */
export async function openSite(folder: string, domain: string): Promise<Site> {
  const text = await readFile(join(folder, 'staticwebapp.config.json'), 'utf8').catch(() => null);
  if (text === null) throw new Error(`The pages are not built: ${HOW}.`);
  const site = { folder, configuration: configuration.parse(JSON.parse(text)) };
  const policies = site.configuration.routes.map((one) => one.headers?.[POLICY] ?? '');
  // A page finds its api and its socket on its own origin, and may ask nobody else but Graph, with the person's token.
  const asks = new Set([
    `'self' wss://${domain}`,
    `'self' wss://${domain} https://graph.microsoft.com`,
  ]);
  const asked = (policy: string) => /connect-src ([^;]+);/.exec(policy)?.[1] ?? '';
  if (!policies.some((policy) => asks.has(asked(policy))))
    throw new Error(`The pages were built for another domain than TAB_DOMAIN: ${HOW}.`);
  return site;
}

const POLICY = 'Content-Security-Policy';
const HOW = 'run `npm run serve -- --build-only` with the same settings';

/** Serves it as the configuration says, whose rules a static host takes in their order, the first that fits. */
export async function mountSite(
  server: Hono,
  { folder, configuration: { globalHeaders, routes } }: Site,
): Promise<void> {
  for (const { route, rewrite, redirect, headers: own } of routes) {
    const all = { ...globalHeaders, ...own };
    if (redirect !== undefined) {
      server.get(route, (context) => context.body(null, 302, { ...all, location: redirect }));
    } else if (rewrite === undefined) {
      server.use(
        route,
        serveStatic({
          root: folder,
          precompressed: true,
          onFound: (_, context) => setAll(all, (name, value) => context.header(name, value)),
        }),
      );
    } else {
      const html = await readFile(join(folder, rewrite), 'utf8');
      server.use(route, etag());
      server.get(route, (context) => context.html(html, 200, all));
    }
  }
  server.notFound((context) => context.text('There is nothing here.', 404, globalHeaders));
}

function setAll(
  given: Readonly<Record<string, string>>,
  set: (name: string, value: string) => void,
): void {
  for (const [name, value] of Object.entries(given)) set(name, value);
}
