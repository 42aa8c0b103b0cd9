import { afterEach, beforeEach } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Folder {
  /** Path of a file in it. */
  file(name: string): string;
  names(): Promise<string[]>;
  /** Everything that lies in it, by name. */
  contents(): Promise<Map<string, Buffer>>;
}

/** An empty folder for each test of the file, gone afterwards. */
export function folderPerTest(): Folder {
  let path = '';
  beforeEach(async () => {
    path = await mkdtemp(join(tmpdir(), 'rapport-'));
  });
  afterEach(() => rm(path, { recursive: true, force: true }));
  const names = () => readdir(path);
  return {
    file: (name) => join(path, name),
    names,
    async contents() {
      const found = await names();
      return new Map(
        await Promise.all(
          found.map(async (name) => [name, await readFile(join(path, name))] as const),
        ),
      );
    },
  };
}

export const holds = (contents: Map<string, Buffer>, bytes: Uint8Array): string[] =>
  [...contents].filter(([, content]) => content.includes(Buffer.from(bytes))).map(([name]) => name);
