import { describe, expect, test } from '@jest/globals';
import { createDeviceStore, memoryKeeper, type Keeper } from '../../../tab/src/client/deviceStore';

const maya = {
  tid: '7AF98646-AF18-488E-A794-068575DF9192',
  oid: 'BCE235BE-708F-4AAA-B15D-040BC2ED6EB6',
};
const ravi = { ...maya, oid: 'b945fe71-5e35-454a-b61f-4f2bd6b41926' };
/** The same object id in another directory. */
const stranger = { ...maya, tid: '83488a0b-8bee-47dd-af71-2d514c52eed2' };

/** A page of one person over a device; `hear` is what the browser says of other windows. */
function pageOf(user: typeof maya, keeper: Keeper | null, page = memoryKeeper()) {
  const listeners: ((event: { key: string | null }) => void)[] = [];
  const events = {
    addEventListener: (_: string, listener: (event: { key: string | null }) => void) =>
      void listeners.push(listener),
  } as unknown as Pick<Window, 'addEventListener'>;
  const hear = (key: string | null): void => listeners.forEach((listener) => listener({ key }));
  return { store: createDeviceStore(user, keeper, page, events), hear };
}

/** Local storage with room for so many entries. */
function roomFor(entries: number): Keeper & { readonly held: Keeper } {
  const held = memoryKeeper();
  return {
    held,
    get length() {
      return held.length;
    },
    key: (index) => held.key(index),
    getItem: (key) => held.getItem(key),
    removeItem: (key) => held.removeItem(key),
    setItem(key, value) {
      if (held.getItem(key) === null && held.length >= entries)
        throw new Error('QuotaExceededError');
      held.setItem(key, value);
    },
  };
}

describe('E7: what one person keeps on a device', () => {
  test.each([
    ['another account', ravi],
    ['the same object id in another directory', stranger],
  ])('%s neither reads, lists, removes nor hears of it', (_, other) => {
    const device = memoryKeeper();
    const hers = pageOf(maya, device).store;
    hers.write('outbox/a', 'her words');
    const { store, hear } = pageOf(other, device);
    let heard = 0;
    store.onChange('', () => (heard += 1));
    for (let index = 0; index < device.length; index += 1) hear(device.key(index));
    store.remove('outbox/a');
    expect([store.read('outbox/a'), store.keys(''), heard]).toEqual([null, [], 0]);
    expect(hers.read('outbox/a')).toBe('her words');
  });

  test('on the page alone it is kept apart as well', () => {
    const memory = memoryKeeper();
    pageOf(maya, null, memory).store.write('outbox/a', 'her words');
    expect(pageOf(ravi, null, memory).store.keys('')).toEqual([]);
  });
});

describe('what a device keeps', () => {
  test('keys come in order, whatever order they were written in', () => {
    const { store } = pageOf(maya, memoryKeeper());
    for (const key of ['b/2', 'a/9', 'b/1']) store.write(key, key);
    expect(store.keys('b/')).toEqual(['b/1', 'b/2']);
  });

  test('another window’s change is heard where it concerns one, and where everything was cleared', () => {
    const device = memoryKeeper();
    const { store, hear } = pageOf(maya, device);
    let heard = 0;
    store.onChange('outbox/', () => (heard += 1));
    pageOf({ tid: maya.tid.toLowerCase(), oid: maya.oid.toLowerCase() }, device).store.write(
      'outbox/a',
      'x',
    );
    hear(device.key(0));
    store.write('start/b', 'x');
    hear(device.key(1));
    expect(heard).toBe(1);
    hear(null);
    expect(heard).toBe(2);
  });

  test('D10: where the device is full the words stay on the page, and it says so until they are gone', () => {
    const full = roomFor(1);
    const { store } = pageOf(maya, full);
    store.write('outbox/1', 'kept');
    expect(store.lasting).toBe(true);
    store.write('outbox/2', 'only here');
    expect(store.lasting).toBe(false);
    expect(store.keys('outbox/')).toEqual(['outbox/1', 'outbox/2']);
    expect(store.read('outbox/2')).toBe('only here');
    store.remove('outbox/2');
    expect([store.lasting, store.keys('outbox/'), store.shared]).toEqual([
      true,
      ['outbox/1'],
      true,
    ]);
  });

  test('a newer value that did not fit is read instead of the older one, and once if it fits later', () => {
    const keeper = memoryKeeper();
    let full = false;
    const { store } = pageOf(maya, {
      ...keeper,
      get length() {
        return keeper.length;
      },
      setItem(key, value) {
        if (full) throw new Error('QuotaExceededError');
        keeper.setItem(key, value);
      },
    });
    store.write('start/a', 'old');
    full = true;
    store.write('start/a', 'new');
    expect([store.read('start/a'), store.keys(''), store.lasting]).toEqual([
      'new',
      ['start/a'],
      false,
    ]);
    full = false;
    store.write('start/a', 'newest');
    expect([store.read('start/a'), store.keys(''), store.lasting]).toEqual([
      'newest',
      ['start/a'],
      true,
    ]);
    store.remove('start/a');
    expect(store.read('start/a')).toBeNull();
  });

  test('D10: where a framed page may keep nothing, the page keeps it', () => {
    const memory = memoryKeeper();
    const { store } = pageOf(maya, null, memory);
    expect([store.shared, store.lasting]).toEqual([false, false]);
    store.write('outbox/1', 'here');
    expect(pageOf(maya, null, memory).store.read('outbox/1')).toBe('here');
  });
});
