import { expect, test } from '@jest/globals';
import type { ErasureList } from '@rapport/api/ports/erasureList';
import type { KeyStore } from '@rapport/api/ports/keyStore';
import type { RenewableKeyWrap } from '@rapport/api/ports/keyWrap';
import { wrappingOf, type DataKey } from '@rapport/api/sealing/dataKey';
import { createErasures } from '@rapport/api/sealing/erasures';
import { openKeyFile } from '@rapport/api/sealing/keyFile';
import { createKeyRing, type KeyRing } from '@rapport/api/sealing/keyRing';
import { createMarks } from '@rapport/api/sealing/marks';
import { SLOT_NAMES, slotNameOf } from '@rapport/api/sealing/ringSlots';
import { createRotation } from '@rapport/api/sealing/rotation';
import { createSqliteErasureList } from '@rapport/api/storage/sqliteErasures';
import { openSqliteKeyStore } from '@rapport/api/storage/sqliteKeys';
import fc from 'fast-check';
import { folderPerTest } from '../storage/folder';

const folder = folderPerTest();
const LONG = process.env['RAPPORT_LONG'] === '1';
const RUNS = LONG ? 3000 : 25;
const PATIENCE_MS = LONG ? 1_200_000 : 180_000;

/** All of one slot, so that one rotated slot is all that matters. The first is what everybody has met. */
const SLOT = slotNameOf('series/0');
const SUBJECTS = Array.from({ length: 2000 }, (_, index) => `series/${index}`)
  .filter((subject) => slotNameOf(subject) === SLOT)
  .slice(0, 4);
const MET = SUBJECTS[0] ?? '';

/** What one process does; it knows the ring key of the beginning, and no clock ever makes it look again. */
interface Step {
  readonly does: 'current' | 'forget' | 'rotate';
  readonly subject: string;
  /** `stalls`: stands still before its n-th call until all others are done. `dies`: right before or after it. */
  readonly trouble: 'none' | 'stalls' | 'dies before' | 'dies after';
  readonly call: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  does: fc.constantFrom('current', 'current', 'current', 'forget', 'rotate', 'rotate'),
  subject: fc.constantFrom(...SUBJECTS.slice(1)),
  trouble: fc.constantFrom('none', 'none', 'stalls', 'stalls', 'dies before', 'dies after'),
  call: fc.integer({ min: 1, max: 8 }),
});

class Killed extends Error {}

test(
  'whoever makes, forgets and rotates when, stalls or dies where: no key is lost, none comes back',
  async () => {
    const wrap = await openKeyFile(folder.file('master.key'));
    const list = createSqliteErasureList(':memory:');
    const begun = await contentsOfFirst(wrap, list);
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(step, { minLength: 2, maxLength: 10, size: 'max' }),
        async (s, steps) => {
          const store = await openSqliteKeyStore(':memory:');
          for (const { name, ...key } of begun) await store.createIfAbsent(name, key);
          const given: { readonly subject: string; readonly key: DataKey }[] = [];
          let release = (): void => undefined;
          const othersAreDone = new Promise<void>((go) => (release = go));

          async function take({
            does,
            subject,
            trouble,
            call,
          }: Step): Promise<() => Promise<void>> {
            let calls = -Infinity;
            const ring = ringOver(
              scheduled(store, s, async () => {
                calls += 1;
                if (calls === call && trouble === 'stalls') await othersAreDone;
                if (calls === call && trouble === 'dies before') throw new Killed();
                if (calls > call && trouble === 'dies after') throw new Killed();
              }),
            );
            await ring.keys.current(MET);
            return async () => {
              calls = 0;
              if (does === 'rotate') await ring.rotation.ring();
              else if (does === 'forget') await ring.keys.forget(subject);
              else given.push({ subject, key: await ring.keys.current(subject) });
            };
          }

          const ready = Promise.all(steps.map(take));
          await s.waitFor(ready);
          const running = (await ready).map((go) => go());
          const others = running.filter((_, index) => steps[index]?.trouble !== 'stalls');
          void Promise.allSettled(others).then(release);
          const all = Promise.allSettled(running);
          await s.waitFor(all);
          const failures = (await all).filter(
            (one) => one.status === 'rejected' && !(one.reason instanceof Killed),
          );
          expect(failures).toEqual([]);

          // Whatever was interrupted is finished by the next rotation.
          const after = ringOver(store);
          await after.rotation.ring();
          const forgotten = steps.filter(({ does }) => does === 'forget');
          for (const { subject, key } of given) {
            const found = await after.keys.find(subject, key.id);
            if (!found) expect(forgotten.map((one) => one.subject)).toContain(subject);
            else expect(found.secret.equals(key.secret)).toBe(true);
          }
          for (const subject of SUBJECTS) {
            const { id, secret } = await after.keys.current(subject);
            const again = await ringOver(store).keys.find(subject, id);
            expect(again?.secret.equals(secret)).toBe(true);
            const stored = await store.read(subject);
            expect(stored && wrappingOf(stored).confirmed).toBe(true);
          }
          await store.close();
        },
      ),
      { numRuns: RUNS },
    );
    await list.close();

    function ringOver(store: KeyStore) {
      return openOver(store, wrap, list);
    }
  },
  PATIENCE_MS,
);

function openOver(store: KeyStore, wrap: RenewableKeyWrap, list: ErasureList) {
  const outer = { wrap, store, now: () => 0 };
  const marks = createMarks(outer);
  const erasures = createErasures({ store, list, marks });
  const keys: KeyRing = createKeyRing({ ...outer, marks, erasures });
  return { keys, rotation: createRotation(outer) };
}

/** What a key store holds in which everything is made that is made once. */
async function contentsOfFirst(wrap: RenewableKeyWrap, list: ErasureList) {
  const store = await openSqliteKeyStore(':memory:');
  const { keys, rotation } = openOver(store, wrap, list);
  await keys.current(MET);
  await rotation.ring();
  const { keys: contents } = await store.list(null, 1000);
  await store.close();
  return contents;
}

/**
 * The store as one process reaches it: each call, and each answer to it, happens when the scheduler says so.
 * The 63 slots that nothing here is wrapped by are left out of that: they only make the story longer.
 */
function scheduled(store: KeyStore, s: fc.Scheduler, before: () => Promise<void>): KeyStore {
  const through =
    <A extends unknown[], R>(what: string, call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      const [name] = args;
      if (typeof name === 'string' && SLOT_NAMES.includes(name) && name !== SLOT) {
        return call(...args);
      }
      await before();
      await s.schedule(Promise.resolve(), what);
      const result = await call(...args);
      await s.schedule(Promise.resolve(), `${what} is answered`);
      return result;
    };
  return {
    ...store,
    read: through('read', store.read),
    createIfAbsent: through('create', store.createIfAbsent),
    replace: through('replace', store.replace),
    delete: through('delete', store.delete),
    list: through('list', store.list),
  };
}
