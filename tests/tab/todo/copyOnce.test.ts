import { beforeEach, describe, expect, test } from '@jest/globals';
import { createDeviceStore, memoryKeeper } from '../../../tab/src/client/deviceStore';
import { copyOnce, isCopied } from '../../../tab/src/todo/copyOnce';
import { ToDoRefused, type ToDoTask } from '../../../tab/src/todo/toDo';

const USER = { tid: 'tenant', oid: 'person' };
const TASK: ToDoTask = { key: 'promise', title: 'Send the rota', due: null };
let device: ReturnType<typeof createDeviceStore>;
let list: string[];
let looked: boolean[];
/** What the next requests meet; then all is well. */
let fails: { readonly with: Error; readonly added: boolean }[];
let waiting: Promise<void>;

const toDo = {
  async copy({ key }: ToDoTask, maybeThere: boolean) {
    looked.push(maybeThere);
    if (maybeThere && list.includes(key)) return;
    const failure = fails.shift();
    await Promise.resolve();
    if (!failure || failure.added) list.push(key);
    if (failure) throw failure.with;
  },
};
/** One at a time, as a lock of the browser would. */
const alone = (_: string, work: () => Promise<void>): Promise<void> => {
  const turn = waiting.then(work);
  waiting = turn.catch(() => undefined);
  return turn;
};
const press = () => copyOnce({ toDo, device, alone }, TASK);

beforeEach(() => {
  device = createDeviceStore(USER, memoryKeeper(), memoryKeeper(), {
    addEventListener: () => undefined,
  });
  list = [];
  looked = [];
  fails = [];
  waiting = Promise.resolve();
});

describe('D3: a promise is copied once', () => {
  test('however often it is pressed, in however many windows', async () => {
    await Promise.all([press(), press(), press()]);
    await press();
    expect(list).toEqual(['promise']);
    expect(isCopied(device, 'promise')).toBe(true);
    expect(isCopied(device, 'another')).toBe(false);
  });

  test('also where the answer was lost, whether it had been added or not', async () => {
    const lost = new ToDoRefused('offline', true);
    for (const added of [true, false]) {
      list = [];
      fails = [
        { with: lost, added },
        { with: lost, added: false },
      ];
      device.remove('todo/promise');
      await expect(press()).rejects.toBe(lost);
      expect(isCopied(device, 'promise')).toBe(false);
      if (!added) await expect(press()).rejects.toBe(lost);
      await press();
      expect(list).toEqual(['promise']);
    }
    expect(looked).toEqual([false, true, false, true, true]);
  });

  test('a refusal that is certain leaves nothing behind', async () => {
    fails = [{ with: new ToDoRefused('notAllowed', false), added: false }];
    await expect(press()).rejects.toMatchObject({ problem: 'notAllowed' });
    expect(device.keys('todo/')).toEqual([]);
    await press();
    expect(looked).toEqual([false, false]);
  });

  test('what is not known stays so, also where nobody could look', async () => {
    fails = [
      { with: new ToDoRefused('offline', true), added: true },
      { with: new ToDoRefused('notAllowed', false), added: false },
    ];
    list = [];
    await expect(press()).rejects.toMatchObject({ problem: 'offline' });
    list = [];
    await expect(press()).rejects.toMatchObject({ problem: 'notAllowed' });
    await press();
    expect(looked).toEqual([false, true, true]);
  });
});
