import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPackage, PackageRefused } from './build';
import { readEnvironment } from './environment';

/** `npm run package -- --env NAME`: the app package of the environment in `env/.env.NAME`. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { env: { type: 'string', default: 'example' } } });
  // The bundle lies in .build/package, whichever folder it is started from.
  const root = resolve(import.meta.dirname, '../..');
  const folder = join(root, 'appPackage');
  const named = await readFile(join(root, 'env', `.env.${values.env}`), 'utf8').catch(() => null);
  if (named === null) throw new PackageRefused([`There is no env/.env.${values.env}.`]);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const build = join(folder, 'build');
  const file = join(build, 'rapport.zip');
  // Whoever reads an error has no package of an earlier run to mistake for this one.
  await rm(file, { force: true });
  const zip = await buildPackage(folder, { APP_VERSION: version, ...readEnvironment(named) });
  await mkdir(build, { recursive: true });
  await writeFile(file, zip);
  process.stdout.write(`${file} (${zip.length} bytes, ${values.env}, version ${version})\n`);
  if (values.env === 'example') {
    process.stdout.write('For the example environment: to install it, see docs/deploy.md.\n');
  }
}

main().catch((error: unknown) => {
  if (!(error instanceof Error)) throw error;
  process.stderr.write(
    `${error instanceof PackageRefused ? '' : 'The package: '}${error.message}\n`,
  );
  process.exitCode = 1;
});
