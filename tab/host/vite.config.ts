import { defineConfig } from 'vite';

/** The local Teams; nothing of it is in what is deployed. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../../.build/host',
    emptyOutDir: true,
    // One page on one's own machine: Fluent in one piece is fine.
    chunkSizeWarningLimit: 2000,
  },
});
