import type { Plugin } from 'vite';

const TOKENS = /@fluentui\/tokens\/lib\/tokens\.js$/;
const ENTRY = /(\w+): '(var\(--[^']+\))'/g;
/** Fewer mean that the file is written in another way by now. */
const AT_LEAST = 300;

/**
 * Fluent's list of tokens, 460 times `name: 'var(--name)'`, as the rule that it is: 4 kB gzip less before the
 * agenda is there. Those that say something else stay as they are.
 * @throws Error where the list is not what it was
 */
export function tokensByName(): Plugin {
  return {
    name: 'rapport:tokens-by-name',
    apply: 'build',
    transform(code, id) {
      if (!TOKENS.test(id)) return null;
      const entries = [...code.matchAll(ENTRY)].map(([, name = '', value = '']) => [name, value]);
      if (entries.length < AT_LEAST) throw new Error('Fluent lists its tokens in another way now.');
      const others = entries.filter(([name, value]) => value !== `var(--${name})`);
      const own = JSON.stringify(Object.fromEntries(others));
      const get = '(own, name) => own[name] ?? `var(--${name})`';
      return { code: `export const tokens = new Proxy(${own}, { get: ${get} });`, map: null };
    },
  };
}
