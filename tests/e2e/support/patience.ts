import { jest } from '@jest/globals';

/** One story starts servers and browsers and walks through many screens. */
jest.setTimeout(180_000);
