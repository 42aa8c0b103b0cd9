import { zipSync } from 'fflate';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { validateManifest } from 'office-addin-manifest';
import { fill, type Environment } from './environment';
import { lint } from './lint/lint';
import type { Files, Manifest } from './lint/manifest';
import { localised, readStrings } from './lint/strings';

/** Zip's own beginning of time: the same package is the same bytes, whenever it is made. */
const EPOCH = new Date(1980, 0, 1);

/** A package that Teams would refuse, or that would not do what it promises. */
export class PackageRefused extends Error {
  override readonly name = 'PackageRefused';
  constructor(readonly found: readonly string[]) {
    super(found.join('\n'));
  }
}

/**
 * Makes the app package of one environment: manifest, icons and strings, checked against the schema in every
 * language and by our own rules.
 * @param folder with manifest.json, the icons and strings/
 * @returns the zip's bytes, the same for the same input
 * @throws PackageRefused with everything that is wrong
 */
export async function buildPackage(folder: string, environment: Environment): Promise<Uint8Array> {
  const text = fill(await readFile(join(folder, 'manifest.json'), 'utf8'), environment);
  const manifest = JSON.parse(text) as Manifest;
  const files = await readParts(folder);
  const found = [...(await invalid(manifest, files)), ...lint(manifest, files)];
  if (found.length > 0) throw new PackageRefused(found);
  const parts = [['manifest.json', Buffer.from(text)] as const, ...files];
  return zipSync(
    Object.fromEntries(parts.map(([path, bytes]) => [path, [bytes, { mtime: EPOCH }] as const])),
  );
}

async function readParts(folder: string): Promise<Files> {
  const pictures = (await readdir(folder)).filter((name) => name.endsWith('.png'));
  const languages = await readdir(join(folder, 'strings'));
  const paths = [...pictures, ...languages.map((name) => posix.join('strings', name))].toSorted();
  return new Map(
    await Promise.all(
      paths.map(
        async (path) => [path, new Uint8Array(await readFile(join(folder, path)))] as const,
      ),
    ),
  );
}

/**
 * What Microsoft's validator says, of the manifest as it is and as each language has it. It takes its time, and
 * strings differ in length alone: the longest ones stand for all, and only where they fail is each language asked.
 */
async function invalid(manifest: Manifest, files: Files): Promise<string[]> {
  const found = await validate('manifest', manifest);
  const languages = (manifest.localizationInfo?.additionalLanguages ?? []).map(
    ({ languageTag, file }) => ({ languageTag, strings: readStrings(files, file) ?? {} }),
  );
  const longest: Record<string, string> = {};
  for (const [path, text] of languages.flatMap(({ strings }) => Object.entries(strings))) {
    if (text.length > (longest[path]?.length ?? 0)) longest[path] = text;
  }
  if ((await validate('strings', localised(manifest, longest))).length === 0) return found;
  for (const { languageTag, strings } of languages) {
    found.push(...(await validate(languageTag, localised(manifest, strings))));
  }
  return found;
}

async function validate(name: string, manifest: Manifest): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-manifest-'));
  try {
    const path = join(folder, 'manifest.json');
    await writeFile(path, JSON.stringify(manifest));
    const { isValid, report } = await validateManifest(path);
    if (isValid) return [];
    const errors = report?.errors ?? [];
    return errors.length === 0
      ? [`${name}: is not valid.`]
      : errors.map(({ content }) => `${name}: ${content}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}
