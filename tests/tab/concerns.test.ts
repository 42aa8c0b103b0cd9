import { expect, test } from '@jest/globals';
import type { RapportClient } from '../../tab/src/client/state';
import { readRaised } from '../../tab/src/concerns/readRaised';

const topic = (id: string, at: string, by = 'report') => ({ id, at: `${at}T09:00:00.000Z`, by });

test('C8: what can be marked goes back as far as a topic counts, each topic once', async () => {
  const asked: string[] = [];
  const pages: Record<string, unknown> = {
    '': {
      meeting: { number: 26 },
      topics: [topic('carried', '2026-11-02'), topic('hers', '2026-11-02', 'manager')],
    },
    meetings: {
      meetings: [
        {
          number: 25,
          finishedAt: '2026-11-03T09:00:00.000Z',
          topics: [topic('carried', '2026-11-02')],
        },
        {
          number: 10,
          finishedAt: '2026-07-20T09:00:00.000Z',
          topics: [topic('older', '2026-07-19')],
        },
      ],
      continuation: 'a/b',
    },
    'meetings?continuation=a%2Fb': {
      meetings: [
        {
          number: 4,
          finishedAt: '2026-05-28T09:00:00.000Z',
          topics: [topic('first day', '2026-06-01'), topic('too old', '2026-05-27')],
        },
      ],
      continuation: 'next',
    },
  };
  const client = {
    now: () => Date.parse('2026-11-20T09:00:00.000Z'),
    readOnce: (_: string, path: string) => {
      asked.push(path);
      return Promise.resolve(pages[path]);
    },
  } as Pick<RapportClient, 'readOnce' | 'now'>;
  const raised = await readRaised(client, 'series');
  expect(raised.map(({ topic: { id }, meeting }) => [id, meeting])).toEqual([
    ['carried', 26],
    ['older', 10],
    ['first day', 4],
  ]);
  expect(asked).toEqual(Object.keys(pages));
});
