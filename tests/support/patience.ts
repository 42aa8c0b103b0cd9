import { jest } from '@jest/globals';

/** Property tests on a busy two-core machine take longer than jest's five seconds. */
jest.setTimeout(30_000);
