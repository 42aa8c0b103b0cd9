import { beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv, promisify } from 'node:util';

const root = join(__dirname, '../..');
const site = join(root, '.build/site');

interface Configuration {
  readonly globalHeaders: Readonly<Record<string, string>>;
  readonly routes: readonly {
    readonly route: string;
    readonly rewrite?: string;
    readonly headers?: Readonly<Record<string, string>>;
  }[];
}

/** Delegated, and a person may consent to each (page "Microsoft Graph permissions reference"). */
const PERMISSIONS = {
  'Tasks.ReadWrite': '2219042f-cab5-40cc-b0d2-16b1540b4c5f',
  'User.ReadBasic.All': 'b340eb25-3456-403f-be2f-af7a0d370277',
};

let configuration: Configuration;
let directives: ReadonlyMap<string, string>;
beforeAll(async () => {
  await promisify(execFile)(process.execPath, [join(root, 'scripts/site.mjs')], {
    env: { ...process.env, npm_execpath: '' },
  });
  configuration = JSON.parse(
    await readFile(join(site, 'staticwebapp.config.json'), 'utf8'),
  ) as Configuration;
  const policy = headersOf('/tab')['Content-Security-Policy'] ?? '';
  directives = new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')] as const;
    }),
  );
});

const headersOf = (route: string) =>
  configuration.routes.find((one) => one.route === route)?.headers ?? {};

describe('what a static host serves', () => {
  test('D9: has every page that the app package leads to', async () => {
    const manifest = await readFile(join(root, 'appPackage/manifest.json'), 'utf8');
    const paths = [...manifest.matchAll(/https:\/\/\$\{\{TAB_DOMAIN\}\}(\/\w+)/g)].map(
      ([, path]) => path,
    );
    expect(new Set(paths)).toEqual(new Set(['/tab', '/about', '/privacy', '/terms']));
    const files = await readdir(site);
    // The tab itself goes on to the panel where it is opened beside a meeting.
    for (const path of [...paths, '/panel']) {
      const { rewrite } = configuration.routes.find(({ route }) => route === path) ?? {};
      expect(files).toContain(rewrite?.slice(1));
    }
  });

  test('lets the app run its own scripts and nothing else, framed by Microsoft 365 and nobody else', () => {
    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.get('script-src')).toBe("'self'");
    expect(directives.get('require-trusted-types-for')).toBe("'script'");
    const framedBy = directives.get('frame-ancestors')?.split(' ') ?? [];
    expect(framedBy).toEqual(
      expect.arrayContaining(['https://teams.microsoft.com', 'https://outlook.office.com']),
    );
    expect(framedBy.filter((host) => !/^https:\/\/(\*\.)?[a-z0-9.-]+$/.test(host))).toEqual([]);
  });

  test('lets the app ask the api and its socket of that environment, and Graph, and nobody else', () => {
    expect(directives.get('connect-src')).toBe(
      "'self' https://api.rapport.example.com wss://push.rapport.example.com https://graph.microsoft.com",
    );
    expect(directives.get('trusted-types')).toBe("'none'");
    expect(directives.has('frame-src')).toBe(false);
  });

  test.each(['tab', 'panel'])('%s is told where the api is, and which app asks', async (name) => {
    const html = await readFile(join(site, `${name}.html`), 'utf8');
    expect(html).toContain('<meta name="rapport-api" content="https://api.rapport.example.com" />');
    const { AAD_APP_CLIENT_ID: client } = parseEnv(
      await readFile(join(root, 'env/.env.example'), 'utf8'),
    );
    expect(html).toContain(`<meta name="rapport-client" content="${client}" />`);
    // What only the local server may say: anything named by it gets the api's own tokens.
    expect(html).not.toMatch(/rapport-(graph|hosts)/);
    expect(html).not.toMatch(/localhost|127\.0\.0\.1/);
  });

  test('D3, C7: what the app asks of Graph is what the Entra app may be given, and no more', async () => {
    const entra = JSON.parse(await readFile(join(root, 'aad.manifest.json'), 'utf8')) as {
      requiredResourceAccess: {
        resourceAppId: string;
        resourceAccess: { id: string; type: string }[];
      }[];
      spa: { redirectUris: string[] };
    };
    const folder = join(root, 'tab/src');
    const sources = (await readdir(folder, { recursive: true })).filter((file) =>
      /\.tsx?$/.test(file),
    );
    const texts = await Promise.all(sources.map((file) => readFile(join(folder, file), 'utf8')));
    const asked = texts.flatMap((text) => [
      ...text.matchAll(/'([A-Z]\w+\.[A-Z]\w+(\.[A-Z]\w+)?)'/g),
    ]);
    expect(new Set(asked.map(([, scope]) => scope))).toEqual(new Set(Object.keys(PERMISSIONS)));
    expect(entra.requiredResourceAccess).toEqual([
      {
        resourceAppId: '00000003-0000-0000-c000-000000000000',
        resourceAccess: Object.values(PERMISSIONS).map((id) => ({ id, type: 'Scope' })),
      },
    ]);
    expect(entra.spa.redirectUris).toEqual(['brk-multihub://${{TAB_DOMAIN}}']);
  });

  test('public pages run nothing and are framed by nobody', async () => {
    const policy = configuration.globalHeaders['Content-Security-Policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    for (const name of ['about', 'privacy', 'terms']) {
      expect(headersOf(`/${name}`)).toEqual({});
      const html = await readFile(join(site, `${name}.html`), 'utf8');
      expect(html).not.toMatch(/<script|https?:\/\//);
      expect(html).toContain('<html lang="en">');
    }
  });
});
