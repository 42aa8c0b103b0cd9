import fc from 'fast-check';

/**
 * Property tests draw the same examples each time, so that a commit is judged alike wherever and whenever it is
 * tested. `npm run test:long` draws new ones, and ten times as many where a test does not say how many; what fails
 * there prints its seed, and belongs into the test as an example.
 */
fc.configureGlobal(process.env['RAPPORT_LONG'] ? { numRuns: 1000 } : { seed: 20_260_302 });
