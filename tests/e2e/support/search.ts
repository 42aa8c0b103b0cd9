import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How the same words may look in a file: as text, and in the encodings that bodies and keys come in. */
export function representations(words: string): Buffer[] {
  const bytes = Buffer.from(words);
  const hex = bytes.toString('hex');
  return [
    bytes,
    Buffer.from(words.toUpperCase()),
    Buffer.from(words, 'utf16le'),
    Buffer.from(hex),
    Buffer.from(hex.toUpperCase()),
    ...[0, 1, 2].map((before) => Buffer.from(base64Within(bytes, before))),
  ];
}

/** What base64 makes of bytes that others surround, the first of them at this place of a group of three. */
function base64Within(bytes: Buffer, before: number): string {
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
  const [first, end] = [Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6)];
  return text.slice(first, end);
}

export const holds = (content: Buffer, words: string): boolean =>
  representations(words).some((bytes) => content.includes(bytes));

/** Everything in a folder, by its path there. */
export async function contentsOf(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [path.slice(folder.length + 1), await readFile(path)] as const;
  });
  return new Map(await Promise.all(read));
}

/** The files that hold any of these words, each with the words: `rapport.db: secret`. */
export const findings = (
  contents: ReadonlyMap<string, Buffer>,
  words: readonly string[],
): string[] =>
  [...contents].flatMap(([file, content]) =>
    words.filter((word) => holds(content, word)).map((word) => `${file}: ${word}`),
  );
