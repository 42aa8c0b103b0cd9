import './node.mjs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readEnvironment } from './environment.mjs';
import { install } from './install.mjs';
import { root, runNode } from './run.mjs';

/**
 * `npm run serve -- --env NAME`: Rapport for one company on this machine (docs/serve.md), with the settings of
 * `env/.env.NAME`, or with those of the environment alone. `--build-only` makes `.build/serve`, which then runs by
 * itself: `node .build/serve/main.mjs`. Like the local server it runs in this process.
 */
const folder = join(root, '.build/serve');
try {
  const { values } = parseArgs({
    options: { env: { type: 'string' }, 'build-only': { type: 'boolean', default: false } },
  });
  const environment = values.env === undefined ? process.env : await readEnvironment(values.env);
  if (values['build-only']) {
    await install();
    const { buildKeys, buildMove, buildServe } = await import('./build.mjs');
    const { compressFiles } = await import('./compress.mjs');
    const { makeSite } = await import('./site.mjs');
    await buildServe();
    // Run beside it by whoever looks after it.
    await buildKeys();
    await buildMove();
    await makeSite(environment, join(folder, 'site'));
    await compressFiles(join(folder, 'site/assets'));
    console.log(`${folder} is built: node ${join('.build/serve', 'main.mjs')} runs it.`);
  } else {
    // The builders' memory goes with their process.
    const code = await runNode([import.meta.filename, '--build-only'], environment);
    Object.assign(process.env, environment);
    if (code === 0) await import(pathToFileURL(join(folder, 'main.mjs')).href);
    else process.exitCode = code;
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
