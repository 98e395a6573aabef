import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/**
 * The character maps that PDFs with Chinese fonts need, in one file: the length of a table of contents (4 bytes,
 * the lowest first), the table as JSON, name to place and length, then the maps.
 */
function characterMaps(): Plugin {
  const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps');
  const chinese = /^(Adobe-(GB1|CNS1)-|GB|UniGB-|UniCNS-|B5|CNS|ETen|ETHK|HK)/;
  return {
    name: 'banmian-character-maps',
    apply: 'build',
    generateBundle() {
      const names = readdirSync(folder).filter((name) => chinese.test(name));
      const maps = names.map((name) => readFileSync(join(folder, name)));
      let at = 0;
      const contents = names.map((name, index) => {
        const length = maps[index]?.length ?? 0;
        at += length;
        return [name.replace('.bcmap', ''), [at - length, length]];
      });
      const table = Buffer.from(JSON.stringify(Object.fromEntries(contents)));
      const size = Buffer.alloc(4);
      size.writeUInt32LE(table.length);
      this.emitFile({ type: 'asset', fileName: 'cmaps.bin', source: Buffer.concat([size, table, ...maps]) });
    },
  };
}

export default defineConfig({
  base: './', // servable under any path
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
  worker: { format: 'es' },
  plugins: [
    characterMaps(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        id: './',
        name: '版面 Banmian',
        short_name: '版面',
        description: '像编辑一样读报纸：文章、标题、人物、数字和引语。全部在你的浏览器里完成，不上传。',
        lang: 'zh-Hans',
        start_url: './',
        scope: './',
        display: 'standalone',
        background_color: '#f5f0e6',
        theme_color: '#a3211b',
        categories: ['productivity', 'news', 'education'],
        icons: [
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,css,wasm,bin,svg,png,webmanifest}'],
        dontCacheBustURLsMatching: /^assets\//,
        maximumFileSizeToCacheInBytes: 16 << 20,
        clientsClaim: true, // what is loaded later comes out of the store, not over the network
        navigateFallback: null,
        cleanupOutdatedCaches: true,
        inlineWorkboxRuntime: true,
        sourcemap: false,
      },
    }),
  ],
});
