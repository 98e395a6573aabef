// `npm start`: builds what has changed and serves the page.
import { join } from 'node:path';
import { build } from './build.mjs';
import { root, say } from './setup.mjs';

await build();
const { preview } = await import('vite');
const port = Number(process.env.PORT) || 4173;
const server = await preview({
  root: join(root, 'www'),
  configFile: join(root, 'www/vite.config.ts'),
  logLevel: 'warn',
  preview: { port, strictPort: false, host: process.env.HOST || 'localhost' },
});
say(`the page is at ${server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0]} (Ctrl-C stops)`);
