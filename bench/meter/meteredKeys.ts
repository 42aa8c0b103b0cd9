import type { KeyStore } from '@rapport/api/ports/keyStore';
import { deletePrice, insertPrice, queryPrice, readPrice, replacePrice } from './prices';
import type { Tally } from './tally';

/** A wrapped key with its name and id, as an item of its own account: under 1 KB, which is the smallest price. */
const KEY_BYTES = 700;
/** Its id and its partition. */
const KEY_TERMS = 2;

/** The same for the keys: they lie in an account of their own, and are read when a process first needs them. */
export function meteredKeys(inner: KeyStore, tally: Tally): KeyStore {
  const add = (what: 'read' | 'list' | 'create' | 'replace' | 'delete', ru: number) =>
    tally.add({ place: 'keys', what, kind: 'key', bytes: KEY_BYTES, ru });
  return {
    read(name) {
      add('read', readPrice(KEY_BYTES));
      return inner.read(name);
    },
    createIfAbsent(name, key) {
      add('create', insertPrice(KEY_BYTES, KEY_TERMS));
      return inner.createIfAbsent(name, key);
    },
    replace(name, expected, next) {
      add('read', readPrice(KEY_BYTES));
      add('replace', replacePrice(KEY_BYTES, KEY_BYTES, 0));
      return inner.replace(name, expected, next);
    },
    delete(name, id) {
      add('read', readPrice(KEY_BYTES));
      add('delete', deletePrice(KEY_BYTES, KEY_TERMS));
      return inner.delete(name, id);
    },
    async list(continuation, limit) {
      const page = await inner.list(continuation, limit);
      add('list', queryPrice(page.keys.map(() => KEY_BYTES)));
      return page;
    },
    close: () => inner.close(),
  };
}
