import { beforeAll, describe, expect, test } from '@jest/globals';
import { fill, readEnvironment } from '@rapport/app-package/environment';
import { lint } from '@rapport/app-package/lint/lint';
import type { Extension, Files, Manifest } from '@rapport/app-package/lint/manifest';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';

const root = join(__dirname, '../..');
const folder = join(root, 'appPackage');
type Open = Record<string, unknown>;

let good: Manifest;
let files: Map<string, Uint8Array>;
beforeAll(async () => {
  const environment = readEnvironment(await readFile(join(root, 'env/.env.example'), 'utf8'));
  const text = await readFile(join(folder, 'manifest.json'), 'utf8');
  good = JSON.parse(fill(text, { APP_VERSION: '1.2.3', ...environment })) as Manifest;
  const names = [
    ...(await readdir(folder)).filter((name) => name.endsWith('.png')),
    ...(await readdir(join(folder, 'strings'))).map((name) => `strings/${name}`),
  ];
  files = new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(folder, name))] as const),
    ),
  );
});

/** What is found where the good manifest is changed in one place. */
function withChange(change: (manifest: Open) => void, parts: Files = files): readonly string[] {
  const changed = structuredClone(good);
  change(changed as Open);
  return lint(changed, parts);
}

const tabsOf = (manifest: Open) => manifest['staticTabs'] as Open[];
const firstTab = (manifest: Open): Open => tabsOf(manifest)[0] ?? {};
const permissionsOf = (manifest: Open) =>
  (manifest as { authorization: { permissions: { resourceSpecific: Open[] } } }).authorization
    .permissions.resourceSpecific;

const picture = (size: number, colour: readonly [number, number, number], alpha = 255): Buffer => {
  const png = new PNG({ width: size, height: size });
  for (let at = 0; at < png.data.length; at += 4) png.data.set([...colour, alpha], at);
  return PNG.sync.write(png);
};
const withFile = (name: string, bytes: Uint8Array): Files => new Map([...files, [name, bytes]]);
const without = (name: string): Files => new Map([...files].filter(([path]) => path !== name));

test('the manifest as it is has nothing wrong', () => {
  expect(lint(good, files)).toEqual([]);
});

describe('says what the schema does not', () => {
  test.each<[string, (manifest: Open) => void, RegExp]>([
    ['two tabs with one entityId', (m) => (firstTab(m)['entityId'] = 'chat'), /chat: two tabs/],
    [
      'a tab without an address',
      (m) => delete firstTab(m)['contentUrl'],
      /home: has no contentUrl/,
    ],
    [
      'an address that is not encrypted',
      (m) => (firstTab(m)['contentUrl'] = 'http://rapport.example.com/tab'),
      /home: contentUrl has to begin with https/,
    ],
    [
      'a domain that is not declared',
      (m) => (firstTab(m)['contentUrl'] = 'https://elsewhere.example.com/tab'),
      /elsewhere\.example\.com is not among validDomains/,
    ],
    [
      'a development address',
      (m) => (firstTab(m)['websiteUrl'] = 'https://localhost:3000/about'),
      /home: websiteUrl leads to the machine/,
    ],
    [
      'no address at all',
      (m) => (firstTab(m)['contentUrl'] = 'tab'),
      /home: contentUrl is no address/,
    ],
    [
      'a context that does not go with its scope',
      (m) => (firstTab(m)['context'] = ['meetingSidePanel']),
      /home: personalTab goes with/,
    ],
    [
      'a wildcard domain',
      (m) => (m['validDomains'] = ['rapport.example.com', '*.example.com']),
      /validDomains: \*\.example\.com/,
    ],
    [
      'sign-in for another app',
      (m) =>
        (m['webApplicationInfo'] = {
          id: '00000000-0000-4000-8000-000000000000',
          resource: (m['webApplicationInfo'] as Open)['resource'],
        }),
      /webApplicationInfo\.resource has to be api:\/\/rapport\.example\.com\/00000000/,
    ],
    ['no sign-in', (m) => delete m['webApplicationInfo'], /webApplicationInfo is missing/],
    [
      'nested sign-in from elsewhere',
      (m) =>
        Object.assign(m['webApplicationInfo'] as Open, {
          nestedAppAuthInfo: [{ redirectUri: 'brk-multihub://elsewhere.example.com', scopes: [] }],
        }),
      /nestedAppAuthInfo: brk-multihub:\/\/elsewhere/,
    ],
    [
      'a permission nothing needs',
      (m) => permissionsOf(m).push({ name: 'ChatMessage.Read.Chat', type: 'Application' }),
      /ChatMessage\.Read\.Chat \(Application\) is nothing that Rapport uses/,
    ],
    [
      'a permission of the wrong kind',
      (m) => Object.assign(permissionsOf(m)[1] ?? {}, { type: 'Delegated' }),
      /TeamsActivity\.Send\.User \(Application\) is missing/,
    ],
    [
      'a permission that is missing',
      (m) => permissionsOf(m).shift(),
      /OnlineMeeting\.ReadBasic\.Chat \(Delegated\) is missing: when the meeting/,
    ],
    ['a version nobody can compare', (m) => (m['version'] = '1.2'), /version: 1\.2 is not/],
    ['an id that is none', (m) => (m['id'] = 'rapport'), /id: rapport is no GUID/],
    [
      'what was not filled in',
      (m) => (m['id'] = '${{TEAMS_APP_ID}}'),
      /TEAMS_APP_ID\}\} was not filled/,
    ],
    [
      'an activity with an icon nobody has',
      (m) => {
        const [type] = (m['activities'] as { activityTypes: Open[] }).activityTypes;
        if (type) type['allowedIconIds'] = ['bell'];
      },
      /there is no icon bell/,
    ],
    [
      'an activity icon that is not packed',
      (m) =>
        Object.assign(m['activities'] as Open, {
          activityIcons: [{ id: 'bell', iconFile: 'bell.png' }],
        }),
      /activityIcons bell: bell\.png is not in the package/,
    ],
  ])('%s', (_, change, said) => {
    const found = withChange(change);
    expect(found.filter((sentence) => said.test(sentence))).toHaveLength(1);
  });

  test.each<[string, () => Files, RegExp]>([
    [
      'a missing icon',
      () => without('color.png'),
      /icons\.color: color\.png is not in the package/,
    ],
    [
      'an icon of another size',
      () => withFile('color.png', picture(96, [91, 95, 199])),
      /icons\.color: color\.png has 96 × 96 pixels instead of 192 × 192/,
    ],
    [
      'an icon that is no picture',
      () => withFile('color32x32.png', Buffer.from('<svg/>')),
      /icons\.color32x32: color32x32\.png is no PNG/,
    ],
    [
      'an outline in colour',
      () => withFile('outline.png', picture(32, [91, 95, 199], 128)),
      /not white on transparent/,
    ],
    [
      'an outline without transparency',
      () => withFile('outline.png', picture(32, [255, 255, 255])),
      /not white on transparent/,
    ],
    [
      'an outline nobody sees',
      () => withFile('outline.png', picture(32, [255, 255, 255], 0)),
      /not white on transparent/,
    ],
    [
      'a language without its file',
      () => without('strings/de.json'),
      /strings\/de\.json is missing/,
    ],
    [
      'a language that lacks a string',
      () => withFile('strings/de.json', Buffer.from('{"name.full":"Rapport"}')),
      /strings\/de\.json: description\.short is missing/,
    ],
    [
      'a string for nothing',
      () => withExtra('strings/de.json', 'staticTabs[9].name', 'Mehr'),
      /strings\/de\.json: the manifest has no staticTabs\[9\]\.name/,
    ],
    [
      'a variable that only one language has',
      () =>
        withExtra('strings/de.json', 'activities.activityTypes[0].templateText', '{name} lädt ein'),
      /strings\/de\.json: activities\.activityTypes\[0\]\.templateText has other/,
    ],
  ])('%s', (_, parts, said) => {
    expect(lint(good, parts()).join('\n')).toMatch(said);
  });

  function withExtra(file: string, path: string, text: string): Files {
    const strings = JSON.parse(Buffer.from(files.get(file) ?? []).toString()) as Open;
    return withFile(file, Buffer.from(JSON.stringify({ ...strings, [path]: text })));
  }
});

describe('a ribbon in Outlook', () => {
  const icons = [16, 32, 80].map((size) => ({
    size,
    url: `https://rapport.example.com/${size}.png`,
  }));
  const extension = (actionId: string, sizes = icons): Extension => ({
    runtimes: [{ actions: [{ id: 'open' }] }],
    ribbons: [
      { tabs: [{ groups: [{ icons, controls: [{ id: 'button', actionId, icons: sizes }] }] }] },
    ],
    alternates: [{ alternateIcons: {} }],
  });
  const found = (one: Extension) => withChange((manifest) => (manifest['extensions'] = [one]));

  test('is fine where all of it leads somewhere', () => {
    expect(found(extension('open'))).toEqual([]);
  });
  test('names actions that exist', () => {
    expect(found(extension('close'))).toEqual(['ribbon button: there is no action close.']);
  });
  test('has the three sizes of icons', () => {
    expect(found(extension('open', icons.slice(1)))).toEqual([
      'ribbon: icons of 16 pixels are missing.',
    ]);
  });
  test('has icons for classic Outlook', () => {
    const { alternates: _, ...bare } = extension('open');
    expect(found(bare)).toEqual([expect.stringContaining('alternateIcons are missing')]);
  });
});
