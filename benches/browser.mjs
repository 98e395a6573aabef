// The built package in a browser, without the page.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { root } from './download.mjs';

const TYPES = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

/** Serves the two packages and this folder; the rest of the disk is not reachable. */
async function serve() {
  const folders = {
    banmian: join(root, 'dist'),
    jieba: join(root, 'node_modules/jieba-wasm/pkg/web'),
    benches: join(root, 'benches'),
  };
  const server = createServer((request, response) => {
    const [, folder, name] = /^\/([a-z]+)\/([\w.-]+)$/.exec(request.url) ?? [];
    try {
      const body = name ? readFileSync(join(folders[folder], name)) : '<!doctype html><meta charset="utf-8">';
      response.writeHead(200, {
        'content-type': name ? (TYPES[extname(name)] ?? 'application/octet-stream') : 'text/html',
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** Runs a function in a fresh browser, where `/banmian/index.js` is the package and `/benches/` this folder. */
export async function inBrowser(executablePath, run, argument) {
  const { chromium } = await import('playwright-core');
  const [server, browser] = [
    await serve(),
    await chromium.launch({ executablePath, args: [...FLAGS, '--disable-sync'] }),
  ];
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    return await page.evaluate(run, argument);
  } finally {
    await browser.close();
    server.close();
  }
}
