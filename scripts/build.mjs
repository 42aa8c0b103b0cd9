import './node.mjs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessFresh } from './freshness.mjs';
import { isStarted, root, runPackage } from './run.mjs';

const at = (path) => join(root, path);

/** What every build depends on besides its sources. */
const common = ['package-lock.json', 'tsconfig.base.json', 'scripts/build.mjs'];

/** The app as browsers load it: `tab/dist`. */
export const buildTab = () =>
  unlessFresh(
    {
      name: 'tab',
      reads: [...common, 'domain', 'tab'],
      without: ['tab/host'],
      makes: ['tab/dist/tab.html', 'tab/dist/panel.html'],
    },
    () => vite('tab/vite.config.ts'),
  );

/** The local Teams: `.build/host`. */
export const buildHost = () =>
  unlessFresh(
    { name: 'host', reads: [...common, 'domain', 'tab/host'], makes: ['.build/host/index.html'] },
    () => vite('tab/host/vite.config.ts'),
  );

async function vite(config) {
  const code = await runPackage(
    'vite',
    // Its warnings are some hundred times the same about Fluent's own files.
    ['build', '--config', at(config), '--logLevel', 'error'],
    // Whoever builds, jest too: anything else brings React's development build.
    { env: { ...process.env, NODE_ENV: 'production' } },
  );
  if (code !== 0) throw new Error(`${config} could not be built; what Vite said stands above.`);
}

/** The api as the Functions host loads it: `api/dist`, a folder to deploy. */
export const buildApi = () =>
  unlessFresh(
    {
      name: 'api',
      reads: [...common, 'domain', 'api'],
      without: ['api/local'],
      makes: ['api/dist/functions.js', 'api/dist/host.json', '.build/api.meta.json'],
    },
    async () => {
      await rm(at('api/dist'), { recursive: true, force: true });
      // One minified CommonJS file: the worker starts in a quarter of the time, and a named import
      // of @azure/functions is a SyntaxError in native ES modules.
      const { metafile } = await bundle({
        entryPoints: [at('api/functions.ts')],
        outfile: at('api/dist/functions.js'),
        format: 'cjs',
        minify: true,
        metafile: true,
        legalComments: 'none',
        // The worker brings the one; the other is a binary of its platform.
        external: ['@azure/functions-core', 'libsql'],
      });
      const { version, dependencies } = JSON.parse(await readFile(at('api/package.json'), 'utf8'));
      const manifest = {
        name: 'rapport-api',
        version,
        private: true,
        main: 'functions.js',
        dependencies: { libsql: dependencies.libsql },
      };
      await writeFile(at('api/dist/package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
      await copyFile(at('api/host.json'), at('api/dist/host.json'));
      await mkdir(at('.build'), { recursive: true });
      await writeFile(at('.build/api.meta.json'), JSON.stringify(metafile));
    },
  );

/**
 * A program for Node, `.build/<name>/main.mjs`, which finds its packages in node_modules; beside it what it was made
 * of.
 */
const program = (name, entry, sources) => () =>
  unlessFresh(
    { name, reads: [...common, 'domain', 'api'], makes: [`.build/${name}/main.mjs`], ...sources },
    async () => {
      const { metafile } = await bundle({
        entryPoints: [at(entry)],
        outfile: at(`.build/${name}/main.mjs`),
        format: 'esm',
        packages: 'external',
        metafile: true,
      });
      await writeFile(at(`.build/${name}/meta.json`), JSON.stringify(metafile));
    },
  );

/** The local server. */
export const buildLocal = program('local', 'api/local/main.ts');

/** What `npm run serve` runs. */
export const buildServe = program('serve', 'api/serve/main.ts', { without: ['api/local'] });

/** What is measured. */
export const buildBench = program('bench', 'bench/main.ts', {
  reads: [...common, 'domain', 'api', 'bench', 'tab/src/talkShare'],
});

/** What `npm run keys` runs. */
export const buildKeys = program('keys', 'api/keys/main.ts', {
  without: ['api/local', 'api/routes'],
});

/** What `npm run move` runs. */
export const buildMove = program('move', 'api/move/main.ts', {
  without: ['api/local', 'api/routes'],
});

/** What `npm run package` runs. */
export const buildPackager = program('package', 'appPackage/main.ts', {
  reads: [...common, 'appPackage'],
  without: ['appPackage/build'],
});

async function bundle(options) {
  const { build } = await import('esbuild');
  return build({
    bundle: true,
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
    absWorkingDir: root,
    // Our own packages are TypeScript, so they go into the bundle whatever is left out of it; the parser is
    // CommonJS of which Node finds no names.
    alias: {
      '@rapport/domain': at('domain'),
      '@rapport/api': at('api'),
      'webvtt-parser': at('node_modules/webvtt-parser/parser.js'),
    },
    ...options,
  });
}

/** What `npm start` serves. */
export async function buildForLocal() {
  await buildLocal();
  await buildTab();
  await buildHost();
}

/** Everything; the parts that are up to date take no time. */
export async function buildAll() {
  await buildApi();
  await buildMove();
  await buildKeys();
  await buildServe();
  await buildForLocal();
}

if (isStarted(import.meta)) {
  const { install } = await import('./install.mjs');
  try {
    await install();
    await (process.argv.includes('--local') ? buildForLocal() : buildAll());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
