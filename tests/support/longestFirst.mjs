import Sequencer from '@jest/test-sequencer';

/** What takes longest, longest first. By their sizes, which is what jest has on a fresh clone, they would come late. */
const LONG = [
  'api/crashes.test.ts',
  'api/sequences.test.ts',
  'tab/client/sync.property.test.ts',
  'api/matrix.test.ts',
  'api/reminders/reminders.test.ts',
  'api/move/compare.test.ts',
  'appPackage/build.test.ts',
];

/** Jest's own order, after those that would otherwise keep one core busy at the end while the other is idle. */
export default class LongestFirst extends Sequencer {
  /**
   * @param {Parameters<Sequencer['sort']>[0]} tests
   * @returns {Promise<Awaited<ReturnType<Sequencer['sort']>>>}
   */
  async sort(tests) {
    const place = ({ path }) => {
      const at = LONG.findIndex((name) => path.replaceAll('\\', '/').endsWith(`/tests/${name}`));
      return at === -1 ? LONG.length : at;
    };
    return [...(await super.sort(tests))].toSorted((one, other) => place(one) - place(other));
  }
}
