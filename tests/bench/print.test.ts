import { expect, test } from '@jest/globals';
import { printCell, printReport } from '@rapport/bench/print';

const benchmark = {
  name: 'one',
  question: 'Is it?',
  run: () => Promise.reject(new Error('not run')),
};

test('a report is readable in a terminal of 100 columns, and says which aim is missed', () => {
  const words =
    'as long a sentence as somebody might write about what was measured and why '.repeat(3);
  const printed = printReport(benchmark, {
    tables: [{ title: 'A table', columns: ['what', 'RU'], rows: [[words, 1234.5678]] }],
    aims: [
      { what: words, measured: 2, atMost: 1, unit: 'RU' },
      { what: 'small', measured: 1, atMost: 1, unit: 'RU' },
    ],
    notes: [words],
  });
  const lines = printed.split('\n');
  expect(lines.filter((line) => line.length > 100)).toEqual([]);
  expect(printed).toContain('1,235');
  expect(lines.find((line) => line.startsWith('small'))).toMatch(/yes$/);
  expect(printed).toMatch(/2 +1 +RU +NO$/m);
});

test('numbers are said in three digits', () => {
  expect([0, 0.012345, 4.4649, 44.649, 1964.4, 58_099].map(printCell)).toEqual([
    '0',
    '0.0123',
    '4.46',
    '44.6',
    '1,964',
    '58,099',
  ]);
});
