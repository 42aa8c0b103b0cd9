import { startSeries, type NewSeries, type Series } from '@rapport/domain/series';
import type { Person } from '@rapport/domain/person';

export const TID = '11111111-1111-4111-8111-111111111111';
const oid = (last: string): string => `22222222-2222-4222-8222-${last.padStart(12, '0')}`;

export const maya: Person = { id: `${TID}.${oid('1')}`, name: 'Maya Lindqvist' };
export const ravi: Person = { id: `${TID}.${oid('2')}`, name: 'Ravi Menon' };
export const tom: Person = { id: `${TID}.${oid('3')}`, name: 'Tom Okafor' };

export const AT = '2026-03-02T09:00:00.000Z';
export const later = (ms: number, from = AT): string =>
  new Date(Date.parse(from) + ms).toISOString();
export const DAY = 24 * 60 * 60 * 1000;

/** The n-th of many ids, in the form of a UUID. */
export const id = (n: number): string =>
  `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

export const newSeries = (input: Partial<NewSeries> = {}, manager = maya): Series =>
  startSeries(
    {
      id: id(1),
      report: ravi,
      rhythm: 'biweekly',
      minutes: 30,
      introduction: '',
      agree: true,
      ...input,
    },
    manager,
    AT,
  );

/** The code with which a rule refuses, or `accepted`. */
export const code = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  return 'accepted';
};
