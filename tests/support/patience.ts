import { jest } from '@jest/globals';

/**
 * Property tests take up to eight seconds, and ten times as long where much else runs: only what hangs is to meet
 * this.
 */
jest.setTimeout(180_000);
