import type { Files, Manifest, Rule } from './manifest';

/** Of a path such as `activities.activityTypes[0].templateText`. */
const STEP = /[^.[\]]+/g;
const VARIABLE = /\{(\w+)\}/g;

/** A file of strings for one language, by path into the manifest ("Localize your app"). */
export type Strings = Readonly<Record<string, string>>;

/** The strings of a language that the package brings; null where the file is missing or no JSON. */
export function readStrings(files: Files, path: string): Strings | null {
  const bytes = files.get(path);
  if (!bytes) return null;
  try {
    const { $schema: _, ...strings } = JSON.parse(Buffer.from(bytes).toString()) as Strings;
    return strings;
  } catch {
    // Said by whoever asked, with the file's name.
    return null;
  }
}

/** Every language has all strings that the others have, and each stands for one of the manifest's. */
export const strings: Rule = (manifest, files) => {
  const languages = (manifest.localizationInfo?.additionalLanguages ?? []).map(({ file }) => ({
    file,
    has: readStrings(files, file),
  }));
  const all = new Set(languages.flatMap(({ has }) => Object.keys(has ?? {})));
  return languages.flatMap(({ file, has }) => {
    if (!has) return [`${file} is missing, or no JSON.`];
    return [...all].flatMap((path) => {
      const text = has[path];
      if (text === undefined) return [`${file}: ${path} is missing.`];
      const original = valueAt(manifest, path);
      if (typeof original !== 'string') return [`${file}: the manifest has no ${path}.`];
      return sameVariables(original, text) ? [] : [`${file}: ${path} has other {variables}.`];
    });
  });
};

/** The manifest as somebody reads it who has this language. */
export function localised(manifest: Manifest, texts: Strings): Manifest {
  const copy = structuredClone(manifest);
  for (const [path, text] of Object.entries(texts)) {
    const steps = path.match(STEP) ?? [];
    const last = steps.pop();
    const parent = valueAt(copy, steps.join('.'));
    if (last !== undefined && typeof parent === 'object' && parent !== null) {
      Reflect.set(parent, last, text);
    }
  }
  return copy;
}

function valueAt(root: unknown, path: string): unknown {
  let value = root;
  for (const step of path.match(STEP) ?? []) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

const sameVariables = (one: string, other: string): boolean =>
  namesIn(one).join() === namesIn(other).join();

const namesIn = (text: string): string[] =>
  [...text.matchAll(VARIABLE)].map(([, name]) => name ?? '').toSorted();
