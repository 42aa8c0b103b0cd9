import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createDeviceStore, memoryKeeper, type Keeper } from '../../../tab/src/client/deviceStore';
import {
  createOutbox,
  seriesWaiting,
  type Entry,
  type Outbox,
} from '../../../tab/src/client/outbox';

const SERIES = '0b7c2f0e-9a53-4c3e-8d0a-6f1a5f3a1c11';
const user = {
  tid: '7af98646-af18-488e-a794-068575df9192',
  oid: 'b945fe71-5e35-454a-b61f-4f2bd6b41926',
};
const nobody = { addEventListener: () => undefined } as unknown as Pick<Window, 'addEventListener'>;
const deviceOver = (keeper: Keeper) => createDeviceStore(user, keeper, memoryKeeper(), nobody);

const entry = (commandId: string): Entry => ({
  commandId,
  at: '2026-03-02T09:00:00.000Z',
  command: { type: 'addTopic', page: 'shared', id: commandId, text: `words of ${commandId}` },
});
const idsOf = ({ waiting }: Outbox): string[] =>
  waiting.entries().map(({ commandId }) => commandId);

describe('D10: the order in which things were typed', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-03-02T09:00:00Z') });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test('stays within one millisecond, between two windows, after a restart, and when the clock is set back', () => {
    const keeper = memoryKeeper();
    const first = createOutbox(deviceOver(keeper), SERIES);
    const second = createOutbox(deviceOver(keeper), SERIES);
    first.waiting.add(entry('c'));
    second.waiting.add(entry('b'));
    first.waiting.add(entry('a'));
    jest.setSystemTime(Date.parse('2026-03-02T08:00:00Z'));
    createOutbox(deviceOver(keeper), SERIES).waiting.add(entry('0'));
    expect(idsOf(first)).toEqual(['c', 'b', 'a', '0']);
    first.waiting.remove('b');
    expect(idsOf(second)).toEqual(['c', 'a', '0']);
  });
});

test('what was refused is kept with its words until it is dismissed', () => {
  const keeper = memoryKeeper();
  const { commandId, command } = entry('a');
  const refusal = { code: 'agenda.full', field: null, reference: 'r' };
  createOutbox(deviceOver(keeper), SERIES).refused.add({ commandId, command, refusal });
  const { refused, waiting } = createOutbox(deviceOver(keeper), SERIES);
  expect(refused.entries()).toEqual([{ commandId, command, refusal }]);
  expect(waiting.entries()).toEqual([]);
  refused.remove(commandId);
  expect(refused.entries()).toEqual([]);
});

test.each([
  ['half a value', '{"commandId":"b","at":'],
  ['no entry', '"words"'],
  ['null', 'null'],
  ['an entry without a command', '{"commandId":"b","at":"2026"}'],
  [
    'the command of a newer version',
    '{"commandId":"b","at":"2026","command":{"type":"pinTopic","id":"b"}}',
  ],
  [
    'a name that every object has',
    '{"commandId":"b","at":"2026","command":{"type":"toString","id":"b"}}',
  ],
])('D10: %s in the outbox keeps nothing else from being sent, and stays', (_, damaged) => {
  const keeper = memoryKeeper();
  const outbox = createOutbox(deviceOver(keeper), SERIES);
  for (const name of ['a', 'b', 'c']) outbox.waiting.add(entry(name));
  const key = Array.from({ length: keeper.length }, (__, n) => keeper.key(n) ?? '').find((one) =>
    one.endsWith('.b'),
  );
  keeper.setItem(key ?? '', damaged);
  expect(idsOf(outbox)).toEqual(['a', 'c']);
  outbox.waiting.add(entry('d'));
  expect(idsOf(outbox)).toEqual(['a', 'c', 'd']);
  expect(keeper.getItem(key ?? '')).toBe(damaged);
});

test('D10: the series with something unsent are found, each once; what was refused waits for nobody', () => {
  const device = deviceOver(memoryKeeper());
  const other = '5a8bd7e3-1df6-4b9c-9f3e-6d1b0c4ee0f2';
  createOutbox(device, SERIES).waiting.add(entry('a'));
  createOutbox(device, SERIES).waiting.add(entry('b'));
  const { commandId, command } = entry('c');
  createOutbox(device, other).refused.add({
    commandId,
    command,
    refusal: { code: 'x', field: null, reference: null },
  });
  expect(seriesWaiting(device)).toEqual([SERIES]);
});
