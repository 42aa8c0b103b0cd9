import './node.mjs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { install } from './install.mjs';
import { read, root, runNode } from './run.mjs';

/**
 * `npm run package -- --env NAME`: `appPackage/build/rapport.zip`, and beside it what the deployed programs are
 * made of (`rapport.sbom.json`, CycloneDX, by npm itself).
 */
try {
  await install();
  const { buildPackager } = await import('./build.mjs');
  await buildPackager();
  process.exitCode = await runNode([
    join(root, '.build/package/main.mjs'),
    ...process.argv.slice(2),
  ]);
  if (process.exitCode === 0) {
    const sbom = join(root, 'appPackage/build/rapport.sbom.json');
    await writeFile(sbom, await listParts());
    console.log(sbom);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** What is in api/dist and tab/dist, without what only builds and tests need. */
function listParts() {
  const args = [
    'sbom',
    '--sbom-format',
    'cyclonedx',
    '--omit',
    'dev',
    '--workspace',
    'api',
    '--workspace',
    'tab',
  ];
  const npm = process.env['npm_execpath'];
  return npm?.endsWith('.js')
    ? read(process.execPath, [npm, ...args])
    : read('npm', args, { shell: process.platform === 'win32' });
}
