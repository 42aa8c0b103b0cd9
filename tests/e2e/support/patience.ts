import { jest } from '@jest/globals';

/** One story starts servers and browsers and walks through many screens, on a busy machine slowly. */
jest.setTimeout(300_000);
