import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const compress = promisify(brotliCompress);

/** Below, the saving is less than a packet. */
const WORTH_BYTES = 1024;

/**
 * Lays a `.br` beside every file of a folder, at brotli's best: files whose name says what is in them are asked for
 * far more often than made. A proxy that compresses on the way leaves them alone.
 * @param {string} folder
 */
export async function compressFiles(folder) {
  await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const content = await readFile(join(folder, name));
      if (content.length < WORTH_BYTES) return;
      await writeFile(join(folder, `${name}.br`), await compress(content));
    }),
  );
}
