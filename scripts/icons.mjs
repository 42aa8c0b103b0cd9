import './node.mjs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { install } from './install.mjs';
import { root } from './run.mjs';

/**
 * `npm run icons`: the pictures of the app package from their drawings, each as large as its name in the manifest
 * asks for.
 */
const SIZES = { color: 192, outline: 32, color32x32: 32 };
const drawings = join(root, 'appPackage/icons');

await install();
const { chromium } = await import('playwright-core');
const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: ['--no-sandbox'],
});
try {
  for (const file of await readdir(drawings)) {
    const name = basename(file, '.svg');
    const size = SIZES[name];
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const svg = await readFile(join(drawings, file), 'utf8');
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
    const png = await page.screenshot({ omitBackground: true });
    await writeFile(join(root, 'appPackage', `${name}.png`), png);
    await page.close();
  }
} finally {
  await browser.close();
}
