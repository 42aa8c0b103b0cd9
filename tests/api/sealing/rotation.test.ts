import { describe, expect, test } from '@jest/globals';
import type { KeyStore, WrappedKey } from '@rapport/api/ports/keyStore';
import type { RenewableKeyWrap } from '@rapport/api/ports/keyWrap';
import { wrappingOf } from '@rapport/api/sealing/dataKey';
import { openKeyFile } from '@rapport/api/sealing/keyFile';
import { createRotation } from '@rapport/api/sealing/rotation';
import { SealBroken } from '@rapport/api/sealing/sealBroken';
import { folderPerTest } from '../storage/folder';
import { keysPerTest } from './parts';

const folder = folderPerTest();
const keys = keysPerTest(folder, false);
const TEN_MINUTES = 10 * 60 * 1000;
const SUBJECTS = Array.from({ length: 100 }, (_, index) => `series/${index}`);

const rotation = (wrap: RenewableKeyWrap = keys.wrap(), store: KeyStore = keys.store()) =>
  createRotation({ wrap, store, now: () => 0 });

async function makeKeys() {
  const ring = keys.ring();
  return Promise.all(
    SUBJECTS.map(async (subject) => ({ subject, ...(await ring.current(subject)) })),
  );
}
type Made = Awaited<ReturnType<typeof makeKeys>>;

async function expectAllFound(made: Made, ring = keys.ring()): Promise<void> {
  for (const { subject, id, secret } of made) {
    expect((await ring.find(subject, id))?.secret.equals(secret)).toBe(true);
    expect((await ring.current(subject)).id).toBe(id);
  }
}

const storedOf = async (names: readonly string[]): Promise<(WrappedKey | null)[]> =>
  Promise.all(names.map((name) => keys.store().read(name)));
const generations = async () =>
  new Set((await storedOf(SUBJECTS)).map((stored) => stored && wrappingOf(stored).generation));
const keyFiles = async () =>
  (await folder.names()).filter((name) => name.startsWith('master')).toSorted();

/** The process dies at its n-th write: every later call of it fails, too. */
function dyingAt<T extends object>(port: T, writes: readonly (keyof T)[], left: { count: number }) {
  return new Proxy(port, {
    get: (target, name: keyof T & string) => {
      const value = target[name];
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        if (writes.includes(name)) left.count -= 1;
        if (left.count < 0) throw new Error('killed');
        return await (value as (...all: unknown[]) => Promise<unknown>)(...args);
      };
    },
  });
}

describe('a newer outermost key', () => {
  test('wraps everything again; the older file is gone, nothing else has changed', async () => {
    const made = await makeKeys();
    const { wrapped } = await rotation().outer();
    expect(wrapped).toBe(65);
    expect(await keyFiles()).toEqual(['master.2.key']);
    const alone = await openKeyFile(folder.file('master.key'));
    for (const name of ['ring/0', 'ring/63', 'ring/marks']) {
      const [stored] = await storedOf([name]);
      expect(await alone.isCurrent(stored?.wrapped ?? Buffer.of())).toBe(true);
    }
    await expectAllFound(made, keys.ring(alone));
    await rotation(alone).outer();
    expect(await keyFiles()).toEqual(['master.3.key']);
    await expectAllFound(made, keys.ring(await openKeyFile(folder.file('master.key'))));
  });

  test('is read by a process that knew only the older one', async () => {
    const made = await makeKeys();
    const running = keys.ring(await openKeyFile(folder.file('master.key')));
    await rotation(await openKeyFile(folder.file('master.key'))).outer();
    await expectAllFound(made, running);
    await running.current('series/after');
  });

  test('is gone on with after a crash at any write, and readable in between', async () => {
    const made = await makeKeys();
    // 65 keys to wrap, at last but one: each of these goes on where the one before died.
    for (const count of [0, 1, 2, 17, 40, 9]) {
      const left = { count };
      const wrap = dyingAt(await openKeyFile(folder.file('master.key')), ['renew'], left);
      const dying = rotation(wrap, dyingAt(keys.store(), ['replace'], left));
      await expect(dying.outer()).rejects.toThrow('killed');
      await expectAllFound(
        made.slice(0, 10),
        keys.ring(await openKeyFile(folder.file('master.key'))),
      );
    }
    // All of them were one rotation: begun once, gone on with.
    expect(await keyFiles()).toEqual(['master.2.key', 'master.key']);
    await rotation(await openKeyFile(folder.file('master.key'))).outer();
    expect(await keyFiles()).toEqual(['master.2.key']);
    await expectAllFound(made, keys.ring(await openKeyFile(folder.file('master.key'))));
  });

  test('made by two at once is one', async () => {
    const made = await makeKeys();
    const both = await Promise.all(
      [1, 2].map(async () => rotation(await openKeyFile(folder.file('master.key')))),
    );
    await Promise.all(both.map((one) => one.outer()));
    expect(await keyFiles()).toHaveLength(1);
    await expectAllFound(made, keys.ring(await openKeyFile(folder.file('master.key'))));
  });
});

describe('newer ring keys', () => {
  test('wrap all data keys again; ids, secrets and what was forgotten stay what they were', async () => {
    const made = await makeKeys();
    const ring = keys.ring();
    const [gone] = made;
    await ring.forget('series/0');
    const { wrapped } = await rotation().ring();
    expect(wrapped).toBe(SUBJECTS.length - 1);
    expect(await generations()).toEqual(new Set([null, 2]));
    await expectAllFound(made.slice(1));
    // Forgotten, not broken: the marking key that signed its id was not replaced.
    expect(await keys.ring().find('series/0', gone?.id ?? '')).toBeNull();
    await expect(keys.ring().find('series/1', gone?.id ?? '')).rejects.toThrow(SealBroken);
  });

  test('let go of the older ones: a copy of the slot holds one generation', async () => {
    await makeKeys();
    const size = async () => (await storedOf(['ring/5']))[0]?.wrapped.length;
    const once = await size();
    await rotation().ring();
    await rotation().ring();
    expect(await size()).toBe(once);
    expect(await generations()).toEqual(new Set([3]));
  });

  test('are met by a process that has the older ones in memory for ten minutes', async () => {
    const made = await makeKeys();
    const running = keys.ring();
    await expectAllFound(made.slice(0, 50), running);
    await rotation().ring();
    // Keys it had not read yet, keys it has, and keys it makes with what it remembers.
    await expectAllFound(made, running);
    const late = await Promise.all(
      SUBJECTS.map(async (subject) => {
        const name = `${subject}/late`;
        return { subject: name, ...(await running.current(name)) };
      }),
    );
    await expectAllFound(late);
    await rotation().ring();
    keys.pass(TEN_MINUTES);
    await expectAllFound([...made, ...late], running);
  });

  test('wrap a key again that is confirmed right after it was listed', async () => {
    await makeKeys();
    let confirm = (): void => undefined;
    const listed = new Promise<void>((go) => (confirm = go));
    let waits = (): void => undefined;
    const aboutToConfirm = new Promise<void>((go) => (waits = go));
    const store = keys.store();
    const making = keys
      .ring(keys.wrap(), {
        ...store,
        async replace(...change) {
          waits();
          await listed;
          return store.replace(...change);
        },
      })
      .current('series/new');
    await aboutToConfirm;
    const rotating = rotation(keys.wrap(), {
      ...store,
      async list(...page) {
        const found = await store.list(...page);
        confirm();
        await making;
        return found;
      },
    });
    await rotating.ring();
    const { id, secret } = await making;
    expect((await keys.ring().find('series/new', id))?.secret.equals(secret)).toBe(true);
  });

  test('are gone on with after a crash at any write, and readable in between', async () => {
    const made = await makeKeys();
    // 64 slots opened, 100 keys, 64 slots closed: each of these goes on where the one before died.
    for (const count of [0, 1, 30, 33, 40, 60, 0, 1, 20, 30]) {
      const store = dyingAt(keys.store(), ['replace'], { count });
      await expect(rotation(keys.wrap(), store).ring()).rejects.toThrow('killed');
      await expectAllFound(made.slice(0, 10));
    }
    await rotation().ring();
    expect(await generations()).toEqual(new Set([2]));
    await expectAllFound(made);
  });

  test('let go of nothing while a data key does not open', async () => {
    const made = await makeKeys();
    const [stored] = await storedOf(['series/7']);
    if (!stored) throw new Error('it was just made');
    const altered = { ...stored, id: 'altered' };
    await keys.store().replace('series/7', stored, altered);
    await expect(rotation().ring()).rejects.toThrow(SealBroken);
    await keys.store().replace('series/7', altered, stored);
    await rotation().ring();
    await expectAllFound(made);
  });
});
