import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { tokensByName } from './tokens.vite';
import { compiledWords } from './words.vite';

const root = import.meta.dirname;

interface Modules {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/** Whether both pages load a module before their first line runs: nothing lazy stands between. */
function isFirst(id: string, modules: Modules): boolean {
  if (id.includes('node_modules')) return false;
  const seen = new Set([id]);
  for (const next of seen) {
    for (const importer of modules.getModuleInfo(next)?.importers ?? []) seen.add(importer);
  }
  return ['src/tab.tsx', 'src/panel.tsx'].every((entry) => seen.has(resolve(root, entry)));
}

/** The app as it is deployed: one page for each entry point, everything else hashed under /assets. */
export default defineConfig({
  root,
  base: '/',
  publicDir: false,
  plugins: [compiledWords(), tokensByName()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // What Teams and Outlook bring along; all of them know module preloading.
    target: ['chrome120', 'edge120', 'safari17', 'firefox128'],
    modulePreload: {
      polyfill: false,
      // The names of every script that a later part may need would be most of what the list of them costs.
      resolveDependencies: (_, names, { hostType }) =>
        hostType === 'html' ? names : names.filter((name) => name.endsWith('.css')),
    },
    // The policy allows no data: script or style, and a picture of a few bytes is no request saved.
    assetsInlineLimit: 0,
    // Tells the size test what the panel loads first.
    manifest: 'manifest.json',
    rolldownOptions: {
      input: { tab: resolve(root, 'tab.html'), panel: resolve(root, 'panel.html') },
      output: {
        codeSplitting: {
          // One file instead of fifteen: the same words compress once, and a slow line asks once.
          groups: [{ name: (id, context) => (isFirst(id, context) ? 'first' : null) }],
        },
      },
    },
  },
});
