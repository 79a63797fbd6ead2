import { defineConfig } from 'vitest/config';

// Ours first, then vite's own server defaults: naming any replaces them all.
const conditions = ['@smswire/source', 'module', 'node', 'development|production'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  // Property tests wait for nothing: on a machine that does much else they only take longer.
  test: { testTimeout: 60_000 },
});
