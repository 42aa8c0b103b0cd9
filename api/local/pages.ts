import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { GRAPH_PATH } from './graph';
import { RAPPORT } from './issuer';

/** Where the built pages lie. */
export interface Built {
  /** The app: tab.html, panel.html, assets. */
  readonly tab: string;
  /** The local Teams: index.html, assets. */
  readonly host: string;
}

/** The two origins of the local server: Teams on one, the app on the other, as in the cloud. */
export interface Origins {
  readonly host: string;
  readonly app: string;
}

const common = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "img-src 'self' data:",
];

/** The app's policy, the same as in the cloud but for the addresses. */
const appPolicy = ({ host, app }: Origins): string =>
  [
    ...common,
    "script-src 'self'",
    "style-src-elem 'self' 'unsafe-inline'",
    "style-src-attr 'none'",
    `connect-src 'self' ${app.replace(/^http/, 'ws')}`,
    `frame-ancestors ${host}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

const hostPolicy = ({ host, app }: Origins): string =>
  [
    ...common,
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self'",
    `frame-src ${host} ${app}`,
    `frame-ancestors ${host}`,
  ].join('; ');

/** Serves the app at `/tab` and `/panel`, the local Teams at `/`, and their assets. */
export async function mountPages(server: Hono, built: Built, origins: Origins): Promise<void> {
  // All that the app is told about this server: which page may frame it besides Microsoft's, what stands in for
  // Graph here, and which app asks for its tokens.
  const meta =
    `<meta name="rapport-hosts" content="${origins.host}" />` +
    `<meta name="rapport-graph" content="${origins.app}${GRAPH_PATH}" />` +
    `<meta name="rapport-client" content="${RAPPORT}" />`;
  const appPages = ['tab', 'panel'] as const;
  for (const name of appPages) {
    const html = await readFile(join(built.tab, `${name}.html`), 'utf8');
    const page = html.replace('</head>', `${meta}</head>`);
    server.get(`/${name}`, (context) =>
      context.html(page, 200, { ...PAGE, 'content-security-policy': appPolicy(origins) }),
    );
  }
  const hostPage = await readFile(join(built.host, 'index.html'), 'utf8');
  server.get('/', (context) =>
    context.req.header('host') === new URL(origins.host).host
      ? context.html(hostPage, 200, { ...PAGE, 'content-security-policy': hostPolicy(origins) })
      : context.redirect(origins.host),
  );
  for (const root of [built.tab, built.host]) server.use('/assets/*', serveStatic({ root }));
}

const PAGE = {
  'cache-control': 'no-cache',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};
