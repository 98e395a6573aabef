// Serves the built page as any static server would, under a sub-path, and opens it in Chromium.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const DIST = fileURLToPath(new URL('../../www/dist/', import.meta.url));
const PREFIX = '/papers/today/';
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

/**
 * A static server for www/dist; `url` is the page's address, `requests` what was asked for,
 * `replaced` what is answered otherwise than it is: a path and what becomes of the file,
 * `pages` what is answered besides: a path and a text,
 * `down` whether the server does not answer at all.
 */
export async function serve({ compressed = false, path: prefix = PREFIX, folder = DIST } = {}) {
  const packed = new Map();
  const requests = [];
  const replaced = new Map();
  const pages = new Map();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    requests.push(pathname);
    if (site.down) {
      request.socket.destroy();
      return;
    }
    const path = pathname.startsWith(prefix) ? normalize(pathname.slice(prefix.length)) || 'index.html' : null;
    try {
      if (path === null || path.startsWith('..')) throw new Error('outside');
      const made = pages.get(path);
      const stored = made ?? (await readFile(join(folder, path === '.' ? 'index.html' : path)));
      const body = replaced.get(path)?.(stored.toString()) ?? stored;
      const headers = {
        'content-type': TYPES[extname(path)] ?? (path === '.' ? TYPES['.html'] : 'application/octet-stream'),
      };
      if (!compressed || extname(path) === '.png') {
        response.writeHead(200, headers).end(body);
        return;
      }
      if (!packed.has(path)) packed.set(path, gzipSync(body));
      response
        .writeHead(200, { ...headers, 'content-encoding': 'gzip', 'cache-control': 'max-age=31536000' })
        .end(packed.get(path));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const site = {
    requests,
    replaced,
    pages,
    down: false,
    url: `http://127.0.0.1:${server.address().port}${prefix}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
  return site;
}

/** Waits until the service worker has stored the page and answers for it. */
export async function stored(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  });
  await page.waitForLoadState('networkidle');
}

export function launch() {
  const args = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return chromium.launch({ executablePath: process.env.BANMIAN_CHROMIUM, args });
}

/** Opens the page and notes everything that should not be: script errors and what the browser complains of. */
export async function open(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(url);
  return { page, context, complaints };
}

export const example = (name) => readFile(new URL(`../../www/examples/${name}.txt`, import.meta.url), 'utf8');

export const VIEWS = ['read', 'map', 'figures', 'names', 'quotes', 'words', 'compare', 'source'];

/** Pastes a text in place of what there is, wherever the box is, and waits until it is read. */
export async function paste(page, text) {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.activeElement?.blur();
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await page.waitForFunction((text) => document.querySelector('banmian-app app-entry').draft.text === text, text);
  await read(page);
}

export const read = (page, timeout = 30_000) =>
  page
    .getByRole('status')
    .filter({ hasText: /毫秒| ms/ })
    .waitFor({ timeout });

/** A server and a browser for the tests of a file. */
export function setting(before, after) {
  const it = {
    site: null,
    browser: null,
    visit: (options, hash = '') => open(it.browser, `${it.site.url}${hash}`, options),
  };
  before(async () => {
    it.site = await serve();
    it.browser = await launch();
  });
  after(async () => {
    await it.browser?.close();
    await it.site?.close();
  });
  return it;
}
