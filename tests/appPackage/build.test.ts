import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildPackage, PackageRefused } from '@rapport/app-package/build';
import { fill, readEnvironment } from '@rapport/app-package/environment';
import { reminderKind } from '@rapport/domain/reminder.schema';
import { REMINDER_TEXT } from '@rapport/domain/reminderText';
import { strFromU8, unzipSync } from 'fflate';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const folder = join(root, 'appPackage');

async function environment(): Promise<Record<string, string>> {
  const text = await readFile(join(root, 'env/.env.example'), 'utf8');
  return { APP_VERSION: '1.2.3', ...readEnvironment(text) };
}

const manifestIn = (zip: Uint8Array) =>
  JSON.parse(Buffer.from(unzipSync(zip)['manifest.json'] ?? []).toString()) as {
    version: string;
    staticTabs: { contentUrl: string; context: string[] }[];
    icons: Record<string, string>;
    activities: { activityTypes: { type: string; templateText: string }[] };
  };

/** The folder with one file of it changed. */
async function changed<T>(
  path: string,
  change: (text: string) => string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const copy = await mkdtemp(join(tmpdir(), 'rapport-package-'));
  try {
    await cp(folder, copy, { recursive: true });
    await writeFile(join(copy, path), change(await readFile(join(copy, path), 'utf8')));
    return await work(copy);
  } finally {
    await rm(copy, { recursive: true });
  }
}

const refusal = async (work: Promise<unknown>): Promise<PackageRefused> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof PackageRefused)) throw new Error('it was not refused');
  return error;
};

describe('the app package', () => {
  let zip: Uint8Array;
  beforeAll(async () => {
    zip = await buildPackage(folder, await environment());
  });

  test('D9: opens in the personal app, in chats and beside a meeting, at the addresses of its environment', () => {
    const { staticTabs, version } = manifestIn(zip);
    expect(version).toBe('1.2.3');
    expect(
      Object.fromEntries(
        staticTabs.flatMap(({ context, contentUrl }) => context.map((one) => [one, contentUrl])),
      ),
    ).toEqual({
      personalTab: 'https://rapport.example.com/tab',
      privateChatTab: 'https://rapport.example.com/tab',
      meetingChatTab: 'https://rapport.example.com/tab',
      meetingDetailsTab: 'https://rapport.example.com/tab',
      meetingSidePanel: 'https://rapport.example.com/tab',
    });
  });

  test('holds every icon and language that it names, and is the same bytes each time', async () => {
    const names = Object.keys(unzipSync(zip));
    expect(names).toEqual(expect.arrayContaining(Object.values(manifestIn(zip).icons)));
    expect(names.filter((name) => name.startsWith('strings/'))).toHaveLength(9);
    expect(await buildPackage(folder, await environment())).toEqual(zip);
  });

  test('D8: has one neutral activity for each kind of notification, which says nothing of anybody', () => {
    const { activities } = manifestIn(zip);
    expect(activities.activityTypes.map(({ type }) => type).toSorted()).toEqual(
      [...reminderKind.options].toSorted(),
    );
    expect(
      activities.activityTypes.filter(({ templateText }) => templateText.includes('{')),
    ).toEqual([]);
  });

  test('D8: says in Teams what the local Teams says, and the same four things in every language', () => {
    const { activities } = manifestIn(zip);
    const said = activities.activityTypes.map(({ type, templateText }) => [type, templateText]);
    expect(Object.fromEntries(said)).toEqual(REMINDER_TEXT);
    const files = Object.entries(unzipSync(zip)).filter(([name]) => name.startsWith('strings/'));
    expect(files).not.toEqual([]);
    for (const [name, bytes] of files) {
      const strings = JSON.parse(strFromU8(bytes)) as Record<string, string>;
      const texts = said.map(
        (_, index) => strings[`activities.activityTypes[${index}].templateText`] ?? '',
      );
      const different = new Set(texts.filter((text, index) => text && text !== said[index]?.[1]));
      expect([name, different.size]).toEqual([name, said.length]);
    }
  });

  test('is refused where the environment lacks something, by name', async () => {
    const { TAB_DOMAIN: _, ...rest } = await environment();
    await expect(buildPackage(folder, rest)).rejects.toThrow('no TAB_DOMAIN');
  });

  test("is refused by Microsoft's schema, also for the strings of one language", async () => {
    const long = 'x'.repeat(81);
    const { found } = await changed(
      'strings/fr.json',
      (text) => JSON.stringify({ ...(JSON.parse(text) as object), 'description.short': long }),
      async (copy) => refusal(buildPackage(copy, await environment())),
    );
    expect(found).toEqual([expect.stringMatching(/^fr: .*description\/short|^fr: .*short/)]);
  });

  test('values of an environment stay values, whatever is in them', async () => {
    const name = 'A "quoted" \\ name';
    const filled = fill('{"name":"${{DEVELOPER_NAME}}"}', { DEVELOPER_NAME: name });
    expect(JSON.parse(filled)).toEqual({ name });
  });
});
