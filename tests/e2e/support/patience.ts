import { jest } from '@jest/globals';

/** One story starts servers and browsers and walks through many screens. */
jest.setTimeout(180_000);

// A browser on a machine that is busy elsewhere may miss its moment: what went wrong is printed, and the step is
// tried once more. What is really broken fails again.
jest.retryTimes(1, { logErrorsBeforeRetry: true, retryImmediately: true });
