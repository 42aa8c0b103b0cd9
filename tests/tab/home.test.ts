import { describe, expect, test } from '@jest/globals';
import type { Needs } from '@rapport/domain/needs';
import type { Seat } from '@rapport/domain/series';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Live, Reading } from '../../tab/src/client/state';
import { found, inOrder } from '../../tab/src/home/arrange';
import { createBoard } from '../../tab/src/home/board';
import { sayLine } from '../../tab/src/home/sayNeeds';
import { createWords } from '../../tab/src/words/words';

const messages = JSON.parse(
  readFileSync(join(__dirname, '../../tab/messages/en.json'), 'utf8'),
) as Record<string, string>;
const words = createWords(messages, 'en', 'en-GB');
const NOW = Date.parse('2026-03-02T09:00:00');

const seat = (other: string, part: Partial<Seat> = {}): Seat => ({
  series: other,
  version: 1,
  role: 'manager',
  state: 'joined',
  other,
  rhythm: 'weekly',
  ...part,
});
const ready = (part: Partial<Needs> = {}): Reading<Needs> => ({
  status: 'ready',
  value: { state: 'planned', nextAt: null, needs: [], ...part },
});
const at = (local: string): string => new Date(local).toISOString();

describe('D9: the lines of a home', () => {
  test.each([
    [ready({ nextAt: at('2026-03-02T14:00') }), 'Every week · Today, 14:00'],
    [ready({ nextAt: at('2026-03-03T10:30') }), 'Every week · Tomorrow, 10:30'],
    [ready({ nextAt: at('2026-02-27T14:00') }), 'Every week · No next date yet'],
    [ready({ state: 'live' }), 'Every week · Meeting now'],
    [{ status: 'loading' } as const, 'Every week'],
  ])('says when: %#', (reading, second) => {
    expect(sayLine(words, seat('Lena'), reading, NOW).second).toBe(second);
  });

  test('what cannot be read is said, and what has ended asks for nothing', () => {
    const refusal = { code: 'unreachable', field: null, reference: null };
    expect(sayLine(words, seat('Lena'), { status: 'failed', refusal }, NOW).needs).toEqual([
      'Cannot be looked up right now',
    ]);
    const over = sayLine(words, seat('Lena'), ready({ state: 'ended', needs: ['gap'] }), NOW);
    expect(over.needs).toEqual([]);
  });

  test('a name is found in any case and without its accents', () => {
    const seats = [seat('Zoë Ångström'), seat('Lena'), { ...seat(''), other: null }];
    expect(found(seats, ' zoe ang').map(({ other }) => other)).toEqual(['Zoë Ångström']);
    expect(found(seats, 'ANGSTROM zoe')).toHaveLength(1);
    expect(found([seat('Łukasz Żółć')], 'zolc lukasz')).toHaveLength(1);
    expect(found(seats, '  ')).toHaveLength(3);
  });

  test('E6: by name whatever waits; by date once every date is known', () => {
    const seats = ['Tom', 'Lena', 'Aiko'].map((name) => seat(name));
    const readings = new Map([
      ['Tom', ready({ nextAt: '2026-03-03T09:00:00.000Z' })],
      ['Lena', ready({ needs: ['feedback', 'promises', 'gap'] })],
    ]);
    const names = (order: 'name' | 'date') =>
      inOrder(seats, order, readings, 'en').map(({ other }) => other);
    expect(names('name')).toEqual(['Aiko', 'Lena', 'Tom']);
    expect(names('date')).toEqual(['Aiko', 'Lena', 'Tom']);
    readings.set('Aiko', ready({ nextAt: '2026-03-09T09:00:00.000Z' }));
    expect(names('date')).toEqual(['Tom', 'Aiko', 'Lena']);
  });
});

test('D9: lines are read a few at a time, and let go with the page', () => {
  const open = new Map<string, (reading: Reading<Needs>) => void>();
  const client = {
    follow<T>(id: string): Live<T> {
      let reading: Reading<T> = id === 'known' ? (ready() as Reading<T>) : { status: 'loading' };
      return {
        getSnapshot: () => reading,
        refresh: () => Promise.resolve(),
        subscribe(listener) {
          open.set(id, (next) => {
            reading = next as Reading<T>;
            listener();
          });
          return () => void open.delete(id);
        },
      };
    },
  };
  const board = createBoard(client);
  const close = board.subscribe(() => undefined);
  board.want(['a', 'b', 'c', 'd', 'e', 'f']);
  expect([...open.keys()]).toEqual(['a', 'b', 'c', 'd']);
  open.get('b')?.(ready());
  open.get('b')?.(ready({ needs: ['gap'] }));
  expect([...open.keys()]).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(board.getSnapshot().get('b')).toEqual(ready({ needs: ['gap'] }));
  board.want(['known']);
  for (const id of ['a', 'c']) open.get(id)?.(ready());
  expect(board.getSnapshot().get('known')).toEqual(ready());
  close();
  expect(open.size).toBe(0);
});
