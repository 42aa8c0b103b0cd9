import { access, constants, readFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { run, runPackage } from './run.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];

/** Where a browser lies that is not on the PATH. */
function wellKnown() {
  const { env } = process;
  if (process.platform === 'darwin') {
    return ['/Applications', join(env['HOME'] ?? '', 'Applications')].flatMap((folder) => [
      `${folder}/Google Chrome.app/Contents/MacOS/Google Chrome`,
      `${folder}/Chromium.app/Contents/MacOS/Chromium`,
      `${folder}/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
    ]);
  }
  if (process.platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return folders
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        join(folder, 'Chromium/Application/chrome.exe'),
      ]);
  }
  return ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];
}

/** Programs on the PATH; Windows keeps no browser there. */
function onPath() {
  if (process.platform === 'win32') return [];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Playwright's own, which lies where Playwright put it; none before the packages are installed. */
async function playwrights() {
  try {
    const { chromium } = await import('playwright-core');
    return [chromium.executablePath()];
  } catch {
    return [];
  }
}

/**
 * Whether a browser is there and starts: one without its system libraries does not. On Windows asking
 * for the version opens a window, so there the file is enough.
 */
async function starts(path) {
  const mode = process.platform === 'win32' ? constants.F_OK : constants.X_OK;
  const there = await access(path, mode).then(
    () => true,
    () => false,
  );
  if (!there || process.platform === 'win32') return there;
  return new Promise((done) => {
    const child = spawn(path, ['--version'], { stdio: 'ignore', timeout: 30_000 });
    child.once('error', () => done(false));
    child.once('exit', (code) => done(code === 0));
  });
}

/** @returns {Promise<string | null>} the first browser that is here and starts */
export async function findBrowser() {
  for (const path of [...onPath(), ...wellKnown(), ...(await playwrights())]) {
    if (await starts(path)) return path;
  }
  return null;
}

/** Ways to get a browser, tried in this order; each says with its exit code whether it worked. */
async function waysToInstall() {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  const isRoot = process.getuid?.() === 0;
  const fromDebian = {
    name: 'from Debian',
    install: async () =>
      (await apt(['update', '-q'])) || (await apt(['install', '-y', '-q', 'chromium'])),
  };
  const fromPlaywright = {
    name: 'from Playwright',
    install: () =>
      // Who may install packages also gets the libraries that the browser needs.
      runPackage('playwright-core', ['install', ...(isRoot ? ['--with-deps'] : []), 'chromium']),
  };
  // Debian's own brings its libraries along.
  return isRoot && /^ID=debian$/m.test(release) ? [fromDebian, fromPlaywright] : [fromPlaywright];
}

const apt = (args) =>
  run('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });

/**
 * A Chromium, Chrome or Edge for the tests: the one `RAPPORT_BROWSER` names, one that is here, or one
 * that is installed now.
 * @returns {Promise<string>} the path of its program
 * @throws Error with one sentence when there is none and none can be installed
 */
export async function ensureBrowser() {
  const named = process.env['RAPPORT_BROWSER'];
  if (named) {
    if (await starts(named)) return named;
    throw new Error(`RAPPORT_BROWSER names ${named}, which is not there or does not start.`);
  }
  const here = await findBrowser();
  if (here) return here;
  for (const way of await waysToInstall()) {
    console.log(`Installing a browser for the tests, ${way.name} …`);
    if ((await way.install()) !== 0) continue;
    const installed = await findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    'The tests need Chromium, Chrome or Edge, and none could be installed: install one, or name it in RAPPORT_BROWSER.',
  );
}
