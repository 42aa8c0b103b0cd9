import { describe, expect, test } from '@jest/globals';
import type { Device } from '@rapport/domain/device';
import { DEVICES_KEPT, noteDevice } from '@rapport/domain/device';
import { createDeviceStore, memoryKeeper } from '../../tab/src/client/deviceStore';
import { describeDevice } from '../../tab/src/device/describe';
import { knownDevices } from '../../tab/src/device/knownDevices';
import { id } from '../domain/support';

const nobody = { addEventListener: () => undefined };
const user = { tid: id(1), oid: id(2) };
/** A device of one person; without a keeper it is a page that may keep nothing. */
const device = (keeper: ReturnType<typeof memoryKeeper> | null = memoryKeeper(), who = user) =>
  knownDevices(createDeviceStore(who, keeper, memoryKeeper(), nobody));
const of = (n: number): Device => ({
  id: id(n),
  app: 'teams',
  system: 'windows',
  browser: 'edge',
  day: '2026-05-03',
});

const AGENTS: readonly (readonly [string, string, string])[] = [
  ['Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/120.0 Safari/537.36 Edg/120.0', 'windows', 'edge'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 14) Version/17 Safari/605.1.15', 'mac', 'safari'],
  ['Mozilla/5.0 (X11; Linux x86_64) Chrome/120.0 Safari/537.36', 'linux', 'chrome'],
  ['Mozilla/5.0 (Linux; Android 14) Chrome/120.0 Mobile Safari/537.36', 'android', 'chrome'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17) Version/17 Safari/604.1', 'ios', 'safari'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0', 'linux', 'firefox'],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Safari/537.36 OPR/106.0', 'windows', 'other'],
  ['something else', 'other', 'other'],
];

describe('E7: a new device', () => {
  test.each(AGENTS)('is named by what its owner recognises: %s', (agent, system, browser) => {
    expect(describeDevice(agent, 'teams')).toEqual({ app: 'teams', system, browser });
  });

  test('is remembered once, and of many the newest', () => {
    const two = noteDevice([of(1)], of(2));
    expect(noteDevice(two, { ...of(2), day: '2026-05-09' })).toBe(two);
    const many = Array.from({ length: 20 }, (_, n) => of(n)).reduce(noteDevice, [] as Device[]);
    expect(many.map((one) => one.id)).toEqual(
      Array.from({ length: DEVICES_KEPT }, (_, n) => id(n + 20 - DEVICES_KEPT)),
    );
  });

  test('keeps its id until the api has heard of it, and for its person alone', () => {
    const keeper = memoryKeeper();
    const mark = device(keeper).mark();
    expect(mark).toMatch(/^[0-9a-f-]{36}$/);
    expect([device(keeper).mark(), device(keeper).isTold()]).toEqual([mark, false]);
    device(keeper).told([]);
    expect(device(keeper).isTold()).toBe(true);
    expect(device(keeper, { ...user, oid: id(3) }).isTold()).toBe(false);
    expect(device(keeper, { ...user, oid: id(3) }).mark()).not.toBe(mark);
  });

  test('has none where nothing may be kept: each visit would look like a new one', () => {
    expect(device(null).mark()).toBeNull();
  });

  test('is asked about once on each of the others, and asks nothing about those before it', () => {
    const laptop = device();
    const mine = { ...of(1), id: laptop.mark() ?? '' };
    expect(laptop.unknown([mine, of(2)])).toBeNull();
    laptop.told([]);
    expect(laptop.unknown([mine])).toBeNull();
    const all = [mine, of(2), of(3)];
    expect(laptop.unknown(all)).toEqual(of(3));
    laptop.seen(of(3));
    expect(laptop.unknown(all)).toEqual(of(2));
    laptop.seen(of(2));
    expect(laptop.unknown(all)).toBeNull();
    // What was answered there silences nothing here.
    const phone = device();
    phone.mark();
    phone.told([mine]);
    expect(phone.unknown(all)).toEqual(of(3));
  });
});
