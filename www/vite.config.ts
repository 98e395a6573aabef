import { defineConfig } from 'vite';

export default defineConfig({
  base: './', // servable under any path
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
  worker: { format: 'es' },
});
