import { statfsSync } from 'node:fs';

/**
 * Days and times of day that tests name are those of UTC, on whatever clock the machine has. Browsers have it from
 * here too, where a story gives its people no zone of their own.
 */
process.env['TZ'] = 'UTC';

/**
 * Temporary folders of tests lie in memory, where the machine has room there: a commit that waits for a disk takes
 * twenty times as long. What a process that is killed leaves behind is the same in either.
 */
const MEMORY = '/dev/shm';
const ROOM = 1_000_000_000;
if (process.platform === 'linux' && hasRoom(MEMORY)) process.env['TMPDIR'] = MEMORY;

/** @param {string} folder */
function hasRoom(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= ROOM;
  } catch {
    return false;
  }
}

/**
 * Two sets of tests. A story of `e2e` has a server and a browser of its own, so that `npm test` runs them
 * after the others, two at once.
 */

/** swc turns TypeScript, JSX and the ES modules of our packages into what jest runs: CommonJS. */
const swc = {
  swcrc: false,
  isModule: 'unknown',
  sourceMaps: true,
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', tsx: false },
    transform: { react: { runtime: 'automatic' } },
  },
  module: { type: 'commonjs' },
};
const jsx = { ...swc, jsc: { ...swc.jsc, parser: { syntax: 'typescript', tsx: true } } };
const javascript = { ...swc, jsc: { ...swc.jsc, parser: { syntax: 'ecmascript', jsx: true } } };

const shared = {
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'cjs', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/.build/', '<rootDir>/(?:api|tab)/dist/'],
  transform: {
    '\\.tsx$': ['@swc/jest', jsx],
    '\\.ts$': ['@swc/jest', swc],
    '\\.[cm]?jsx?$': ['@swc/jest', javascript],
  },
  // Some packages are ES modules only; a list of them would save next to nothing, and has to be kept.
  transformIgnorePatterns: [],
};

/** @type {import('jest').Config} */
export default {
  maxWorkers: 2,
  testSequencer: '<rootDir>/tests/support/longestFirst.mjs',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/e2e/'],
      globalSetup: '<rootDir>/tests/support/signingKeys.mjs',
      setupFilesAfterEnv: [
        '<rootDir>/tests/support/chance.ts',
        '<rootDir>/tests/support/patience.ts',
      ],
    },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/e2e/support/prepare.mjs',
      setupFilesAfterEnv: [
        '<rootDir>/tests/support/chance.ts',
        '<rootDir>/tests/e2e/support/patience.ts',
      ],
    },
  ],
};
