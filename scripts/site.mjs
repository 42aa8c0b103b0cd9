import './node.mjs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildTab } from './build.mjs';
import { readEnvironment } from './environment.mjs';
import { install } from './install.mjs';
import { isStarted, root } from './run.mjs';

/** Who may frame Rapport: Teams, Outlook and Microsoft 365 ("Prerequisites to develop your tab"). */
const HOSTS = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
];

/**
 * To Do and the directory, asked by the app in the person's own name. Nested app authentication gives the tokens for
 * it through the host's frame: the page itself asks nothing of login.microsoftonline.com.
 */
const GRAPH = 'https://graph.microsoft.com';

/** What a page of the app may do: the same as on the local server, but for the addresses. */
const policy = (origins) =>
  [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "img-src 'self' data:",
    "script-src 'self'",
    "style-src-elem 'self' 'unsafe-inline'",
    "style-src-attr 'none'",
    `connect-src ${["'self'", ...origins].join(' ')}`,
    `frame-ancestors ${HOSTS.join(' ')}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/** A public page runs nothing and is framed by nobody. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const APP = ['tab', 'panel'];
const PAGES = ['about', 'privacy', 'terms'];

/** `staticwebapp.config.json` ("Configure Azure Static Web Apps"). */
const configuration = (origins) => ({
  globalHeaders: {
    'Content-Security-Policy': PAGE_POLICY,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), display-capture=()',
    'Cache-Control': 'no-cache',
  },
  routes: [
    ...APP.map((name) => ({
      route: `/${name}`,
      rewrite: `/${name}.html`,
      headers: { 'Content-Security-Policy': policy(origins) },
    })),
    ...PAGES.map((name) => ({ route: `/${name}`, rewrite: `/${name}.html` })),
    { route: '/', redirect: '/about' },
    // Named by what is in them, so never another thing under the same name.
    { route: '/assets/*', headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
  ],
});

/**
 * Makes what a static host or `npm run serve` serves: the app as built, told where the api of that environment is,
 * the public pages, and the headers that go with them.
 * @param {Readonly<Record<string, string | undefined>>} environment API_ORIGIN and PUSH_ORIGIN; without the first,
 *   both are on TAB_DOMAIN
 * @param {string} folder to be made; what was in it goes
 * @throws Error with one sentence that names the setting at fault
 */
export async function makeSite(environment, folder) {
  const api = originIn(environment, 'API_ORIGIN');
  // Said by name: that 'self' is also wss: there is news that not every browser has ("Content Security Policy
  // Level 3", match-source expressions).
  const own = api || !environment['TAB_DOMAIN'] ? '' : `wss://${environment['TAB_DOMAIN']}`;
  const push = originIn({ PUSH_ORIGIN: environment['PUSH_ORIGIN'] || own }, 'PUSH_ORIGIN');
  const client = clientIn(environment);
  await buildTab();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(join(root, 'tab/dist/assets'), join(folder, 'assets'), { recursive: true });
  for (const name of APP) {
    const html = await readFile(join(root, `tab/dist/${name}.html`), 'utf8');
    const said = Object.entries({ 'rapport-api': api, 'rapport-client': client });
    const meta = said.map(
      ([about, value]) => value && `<meta name="${about}" content="${value}" />`,
    );
    await writeFile(
      join(folder, `${name}.html`),
      html.replace('</head>', `${meta.join('')}</head>`),
    );
  }
  const style = `<style>${await readFile(join(root, 'tab/pages/page.css'), 'utf8')}</style>`;
  for (const name of PAGES) {
    // In the page itself: it is read at once, and asks for nothing else.
    const page = await readFile(join(root, `tab/pages/${name}.html`), 'utf8');
    const styled = page.replace('<link rel="stylesheet" href="page.css" />', style);
    if (styled === page) throw new Error(`tab/pages/${name}.html does not ask for its style.`);
    await writeFile(join(folder, `${name}.html`), styled);
  }
  const asked = [api, push, client && GRAPH].filter(Boolean);
  const config = JSON.stringify(configuration(asked), null, 2);
  await writeFile(join(folder, 'staticwebapp.config.json'), `${config}\n`);
}

/** An origin that the environment names, or nothing; it goes into a policy and a page as it is. */
function originIn(environment, name) {
  const value = environment[name] ?? '';
  if (value === '') return '';
  if (!/^(https|wss):\/\/[a-z0-9.-]+$/.test(value)) {
    throw new Error(`${name} has to be an origin such as https://api.example.com.`);
  }
  return value;
}

/** The Entra app that asks for tokens; without one the app asks for none. It goes into a page as it is. */
function clientIn(environment) {
  const value = environment['AAD_APP_CLIENT_ID'] ?? '';
  if (value !== '' && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) {
    throw new Error('AAD_APP_CLIENT_ID has to be a GUID.');
  }
  return value;
}

/** `npm run site -- --env NAME`: `.build/site`, for a static host; `--out FOLDER`: elsewhere. */
if (isStarted(import.meta)) {
  try {
    await install();
    const { values } = parseArgs({
      options: {
        env: { type: 'string', default: 'example' },
        out: { type: 'string', default: join(root, '.build/site') },
      },
    });
    await makeSite(await readEnvironment(values.env), values.out);
    console.log(`${values.out} (${values.env})`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
