import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  ACCOUNT_CONSISTENCY,
  CONTENT_CONTAINERS,
  CONTENT_DATABASE,
  ERASURE_CONTAINER,
  KEY_CONTAINER,
  KEYS_DATABASE,
} from '@rapport/api/storage/cosmosContainers';
import { SCOPE } from '@rapport/api/signin/claims';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { folder, parse, readTemplates, type Template } from './bicep';

const root = join(folder, '..');
const text = (path: string) => readFile(join(root, path), 'utf8');
const json = async <T>(path: string): Promise<T> => JSON.parse(await text(path)) as T;

let templates: ReadonlyMap<string, Template>;
let main: Template;
beforeAll(async () => {
  templates = await readTemplates();
  const found = templates.get('main.bicep');
  if (!found) throw new Error('there is no main.bicep');
  main = found;
});

const required = ({ params }: Template) =>
  params.filter(({ optional }) => !optional).map(({ name }) => name);
/** Names that are used and that nobody declared; functions of Bicep are called by their names. */
const FUNCTIONS = ['tenant'];
const unknown = ({ used, declared }: Template) =>
  used.filter((name) => !declared.has(name) && !FUNCTIONS.includes(name));

describe('the templates', () => {
  test('are understood by a grammar of Bicep, and name nothing that is not declared', () => {
    expect(
      [...templates.values()].flatMap(({ name, broken }) => broken.map((at) => `${name} ${at}`)),
    ).toEqual([]);
    expect(
      [...templates.values()].flatMap((one) => unknown(one).map((use) => `${one.name}: ${use}`)),
    ).toEqual([]);
  });

  test('this would be seen: a bracket, or a name, that is missing', async () => {
    expect((await parse('x', "resource a 'B/c@2024-01-01' = { name: 'x'")).broken).not.toEqual([]);
    expect(unknown(await parse('x', 'param a string\noutput b string = c'))).toEqual(['c']);
  });

  test('every module is used, is given all that it needs, and asked for what it puts out', () => {
    const paths = [...templates.keys()].filter((path) => path !== 'main.bicep');
    expect(main.modules.map(({ path }) => path).toSorted()).toEqual(
      expect.arrayContaining(paths.toSorted()),
    );
    for (const { symbol, path, given } of main.modules) {
      const module = templates.get(path);
      if (!module) throw new Error(`${path} is not there`);
      expect({ symbol, given: given.toSorted() }).toEqual({
        symbol,
        given: expect.arrayContaining(required(module)),
      });
      expect(given.filter((name) => !module.params.some((param) => param.name === name))).toEqual(
        [],
      );
      const asked = main.asked.filter((one) => one.symbol === symbol).map(({ output }) => output);
      expect(asked.filter((output) => !module.outputs.includes(output))).toEqual([]);
    }
  });

  test('the parameter file gives what has no default, and nothing that nobody asks for', async () => {
    const { parameters } = await json<{ parameters: object }>('infra/main.parameters.json');
    const given = Object.keys(parameters);
    expect(given).toEqual(expect.arrayContaining(required(main)));
    expect(given.filter((name) => !main.params.some((param) => param.name === name))).toEqual([]);
  });

  test('A1: no key or password opens anything: where local sign-in exists it is off, and no secret is read', () => {
    const all = [...templates.values()].map((one) => one.text).join('\n');
    expect(all).not.toMatch(/listKeys|listSecrets|listConnectionStrings|getSecret|AccountKey=/);
    for (const [type, off] of [
      ['Microsoft.DocumentDB/databaseAccounts@', 'disableLocalAuth: true'],
      ['Microsoft.SignalRService/webPubSub@', 'disableLocalAuth: true'],
      ['Microsoft.Storage/storageAccounts@', 'allowSharedKeyAccess: false'],
      ['Microsoft.Insights/components@', 'DisableLocalAuth: true'],
      ['Microsoft.KeyVault/vaults@', 'enableRbacAuthorization: true'],
    ] as const) {
      const makers = [...templates.values()].filter((one) => one.text.includes(type));
      expect(makers).not.toEqual([]);
      expect(makers.filter((one) => !one.text.includes(off)).map(({ name }) => name)).toEqual([]);
    }
  });

  test('A1: no log is kept of what was asked, whose addresses name series', () => {
    const logs = [...templates.values()].flatMap(({ text: all }) =>
      [...all.matchAll(/logs: \[\{ (category|categoryGroup): '(\w+)'/g)].map(([, , name]) => name),
    );
    expect(new Set(logs)).toEqual(new Set(['ControlPlaneRequests', 'audit']));
  });

  test('a record that is locked is asked for locked, and the site lies where there are sites', () => {
    expect(templates.get('modules/audit.bicep')?.text).toContain(
      "state: locked ? 'Locked' : 'Unlocked'",
    );
    // "Azure Static Web Apps": the regions of Microsoft.Web/staticSites.
    expect(main.text).toContain(
      "@allowed(['centralus', 'eastasia', 'eastus2', 'westeurope', 'westus2'])\nparam siteLocation",
    );
    expect(main.text).toMatch(
      /module site [^=]+= \{[^}]*\$\{suffix\}'\s+location: siteLocation\b/s,
    );
  });

  test('the key above all keys cannot be purged or taken out, and one identity may only wrap with it', () => {
    const vault = templates.get('modules/vault.bicep')?.text ?? '';
    expect(vault).toContain('enablePurgeProtection: true');
    expect(vault).toContain('exportable: false');
    expect(vault).toContain("keyOps: ['wrapKey', 'unwrapKey']");
    expect(vault).toMatch(/resource wraps [^=]+= \{[^}]*scope: key\b/s);
  });
});

describe('agrees with the code', () => {
  test('the containers are those that the api reads and writes', async () => {
    expect(await json('infra/containers.json')).toEqual({
      content: [...CONTENT_CONTAINERS, ERASURE_CONTAINER],
      keys: [KEY_CONTAINER],
    });
    expect(main.text).toContain(`databaseName: '${CONTENT_DATABASE}'`);
    expect(main.text).toContain(`databaseName: '${KEYS_DATABASE}'`);
    expect(templates.get('modules/cosmos.bicep')?.text).toContain(
      `defaultConsistencyLevel: '${ACCOUNT_CONSISTENCY}'`,
    );
  });

  test('every setting of the Functions app is one that the api reads', async () => {
    const settings = /settings: union\(([\s\S]*?)\n {4}\)/.exec(main.text)?.[1] ?? '';
    const names = [...settings.matchAll(/\b([A-Z][A-Z_]{3,}):/g)].map(([, name]) => name ?? '');
    expect(names).toContain('COSMOS_ENDPOINT');
    const sources = await sourcesOf('api');
    expect(names.filter((name) => !sources.includes(name))).toEqual([]);
  });

  test('the Entra app offers the scope that the api asks for, in version 2, to the hosts that it lets in', async () => {
    const { api } = await json<{
      api: {
        requestedAccessTokenVersion: number;
        oauth2PermissionScopes: { value: string }[];
        preAuthorizedApplications: { appId: string }[];
      };
    }>('aad.manifest.json');
    expect(api.requestedAccessTokenVersion).toBe(2);
    expect(api.oauth2PermissionScopes.map(({ value }) => value)).toEqual([SCOPE]);
    const { hosts } = await json<{ hosts: string[] }>('infra/clients.json');
    expect(api.preAuthorizedApplications.map(({ appId }) => appId)).toEqual(hosts);
  });
});

interface Action {
  readonly uses: string;
  readonly with: Readonly<Record<string, unknown>>;
  readonly writeToEnvironmentFile?: Readonly<Record<string, string>>;
}
type Life = Readonly<Record<'provision' | 'deploy' | 'publish', readonly Action[] | undefined>>;

describe.each(['teamsapp.yml', 'teamsapp.local.yml'])('%s', (file) => {
  let actions: readonly Action[];
  beforeAll(async () => {
    const { provision = [], deploy = [], publish = [] } = parseYaml(await text(file)) as Life;
    actions = [...provision, ...deploy, ...publish];
  });

  test('uses each value only after it is known', async () => {
    const given = ['AZURE_SUBSCRIPTION_ID', 'AZURE_RESOURCE_GROUP_NAME', 'KEY_OWNER_PRINCIPAL_ID'];
    const example = [...(await text('env/.env.example')).matchAll(/^(\w+)=/gm)].map(
      ([, name]) => name ?? '',
    );
    // The toolkit's own, and the id of a scope that it makes where a manifest names it so.
    const known = new Set([
      ...given,
      'TEAMSFX_ENV',
      'AAD_APP_ACCESS_AS_USER_PERMISSION_ID',
      'DEVELOPER_NAME',
      'APP_NAME_SUFFIX',
      'APP_VERSION',
    ]);
    if (file === 'teamsapp.local.yml') known.add('TAB_DOMAIN');
    expect(example).toEqual(expect.arrayContaining(given));
    for (const action of actions) {
      const asked = [...(await withTemplates(action)).matchAll(/\$\{\{(\w+)\}\}/g)].map(
        ([, name]) => name ?? '',
      );
      expect({ uses: action.uses, missing: asked.filter((name) => !known.has(name)) }).toEqual({
        uses: action.uses,
        missing: [],
      });
      for (const name of Object.values(action.writeToEnvironmentFile ?? {})) known.add(name);
      if (action.uses === 'arm/deploy') for (const name of main.outputs) known.add(name);
    }
  });

  test('runs what the package has: scripts, templates, manifests', async () => {
    const { scripts } = await json<{ scripts: Record<string, string> }>('package.json');
    const ran = actions
      .filter(({ uses }) => uses === 'cli/runNpmCommand')
      .map((one) => /^run (\w+)/.exec(String(one.with['args']))?.[1] ?? '');
    expect(ran).not.toEqual([]);
    expect(ran.filter((name) => !scripts[name])).toEqual([]);
  });

  /** An action as it is written, with the files that it fills in. */
  async function withTemplates(action: Action): Promise<string> {
    const files = [];
    if (action.uses === 'arm/deploy') files.push('infra/main.parameters.json');
    if (action.uses === 'aadApp/update') files.push('aad.manifest.json');
    if (JSON.stringify(action.with).includes('package --')) files.push('appPackage/manifest.json');
    return [JSON.stringify(action), ...(await Promise.all(files.map(text)))].join('\n');
  }
});

async function sourcesOf(path: string): Promise<string> {
  const names = await readdir(join(root, path), { recursive: true });
  const own = names.filter((name) => name.endsWith('.ts') && !/node_modules|dist/.test(name));
  return (await Promise.all(own.map((name) => text(join(path, name))))).join('\n');
}
