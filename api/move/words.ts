import type { Compared } from './compare';
import type { Position } from './ledger';
import type { Survey } from './survey';

const number = new Intl.NumberFormat('en');
const count = (n: number, one: string, many = `${one}s`): string =>
  `${number.format(n)} ${n === 1 ? one : many}`;

/** Everything a move says. Counts and kinds only: never an id, a name, or where something lies. */
export const words = {
  found: ({ documents, keys, expired }: Survey): string =>
    `In the source: ${count(documents, 'document')} and ${count(keys, 'key')}; ` +
    `${number.format(expired)} more expired, and will stay behind.`,
  kind: ({ container, kind, count: n }: Survey['kinds'][number]): string =>
    `  ${container}/${kind}: ${number.format(n)}`,
  resumed: ({ documents }: Position): string =>
    `Going on where an earlier run stopped, after ${count(documents, 'document')}.`,
  cloudSource:
    'The app on the source has to be stopped until this is over: what it writes meanwhile is found by the ' +
    'comparison at the end, and then this has to be run again.',
  compared: ({ group, from, to, same }: Compared): string => {
    if (same) return `  ${group}: ${number.format(from)}, the same`;
    const numbers = `${number.format(from)} in the source, ${number.format(to)} in the target`;
    return `  ${group}: DIFFERENT, ${numbers}`;
  },
  endingSoon: (n: number): string =>
    `  ${count(n, 'document')} ending within the hour: not compared`,
  moved: ({ documents, expired }: Position, keys: number): string =>
    `Moved: ${count(documents, 'document')} and ${count(keys, 'key')}. ` +
    `Left behind: ${number.format(expired)} that had expired. ` +
    'The target was read back, and is as the source is; the source is as it was.',
  notMoved:
    'The target is not as the source is: see above. Do not use it. Stop whatever writes to either end and ' +
    'run the same command again, which writes everything once more; if it says this again, begin with an ' +
    'empty target (docs/move.md).',
  wasOver:
    'An earlier run had moved and compared everything; only its own files were left to remove.',
  same: 'Both are the same.',
  different: 'They differ: see above.',
  wouldMove: 'The target is empty: it would all be moved. Nothing was written.',
  wouldGoOn:
    'A move of this has begun and is unfinished: the same command would go on with it. Nothing was written.',
  wouldRefuse: 'The target is not empty: a move would be refused. Nothing was written.',
} as const;
