// Words side by side: Banmian, jieba-wasm and Intl.Segmenter, in Node and in Chromium, in one run. Each engine gets a
// process, or a browser, of its own.
//   npm run bench:words [-- TEXT_FILE]
// Without a file the text is that of tests/pages, repeated to 1.4 MB; a text of your own tells more.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from '../scripts/build.mjs';
import { findChromium } from '../scripts/chromium.mjs';
import { banmianFiles, downloadSize, jiebaFiles, root } from './download.mjs';
import { measure, peers } from './peers.mjs';

const BYTES = 1_400_000;
const require = createRequire(import.meta.url);

function sample(file) {
  if (file) return readFileSync(file, 'utf8');
  const folder = join(root, 'tests/pages');
  const pages = readdirSync(folder).filter((name) => name.endsWith('.txt') && !name.includes('.expected.'));
  const once = pages.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n\n');
  return once.repeat(Math.ceil(BYTES / Buffer.byteLength(once)));
}

function inNode(name, file) {
  const run = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--one', name, ...(file ? [file] : [])], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`${name}: ${run.stderr}`);
  return JSON.parse(run.stdout);
}

/** Serves the two packages and this folder; the rest of the disk is not reachable. */
async function serve() {
  const folders = {
    banmian: join(root, 'dist'),
    jieba: join(root, 'node_modules/jieba-wasm/pkg/web'),
    benches: join(root, 'benches'),
  };
  const types = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };
  const server = createServer((request, response) => {
    const [, folder, name] = /^\/([a-z]+)\/([\w.-]+)$/.exec(request.url) ?? [];
    try {
      const body = name ? readFileSync(join(folders[folder], name)) : '<!doctype html><meta charset="utf-8">';
      response.writeHead(200, {
        'content-type': name ? (types[extname(name)] ?? 'application/octet-stream') : 'text/html',
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

async function inChromium(name, text, executablePath) {
  const { chromium } = await import('playwright-core');
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  const [server, browser] = [await serve(), await chromium.launch({ executablePath, args })];
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    return await page.evaluate(
      async ([name, text]) => {
        const { measure } = await import('/benches/peers.mjs');
        return measure(name, { banmian: '/banmian/index.js', jieba: '/jieba/jieba_rs_wasm.js' }, text);
      },
      [name, text],
    );
  } finally {
    await browser.close();
    server.close();
  }
}

const MB = (bytes) => (bytes / 1e6).toFixed(3);
const speed = (rounds) => (rounds ? `${rounds[0].toFixed(2)} (${rounds[1].toFixed(2)}–${rounds[2].toFixed(2)})` : '-');

async function table(file) {
  await build();
  const chromium = await findChromium();
  const text = sample(file);
  console.log(
    `\n${MB(Buffer.byteLength(text))} MB of text; median (lowest–highest) of 5 rounds; Node ${process.version}`,
  );
  const files = { Banmian: banmianFiles(), 'jieba-wasm': jiebaFiles() };
  console.table(
    Object.entries(files).map(([engine, paths]) => {
      const { raw, gzip, brotli } = downloadSize(paths);
      return { engine, 'download, MB': MB(raw), 'gzip 9, MB': MB(gzip), 'Brotli 11, MB': MB(brotli) };
    }),
  );
  const row = (where, engine, { first, loaded, segment, tag, memory }) => ({
    where,
    engine,
    'load to first result, ms': first.toFixed(0),
    'segment, MB/s': speed(segment),
    'tag, MB/s': speed(tag),
    'wasm memory, MB': loaded ? `${loaded.toFixed(0)}, then ${memory.toFixed(0)}` : '-',
  });
  const rows = [];
  for (const name of Object.keys(peers)) rows.push(row('Node', name, inNode(name, file)));
  for (const name of Object.keys(peers)) rows.push(row('Chromium', name, await inChromium(name, text, chromium)));
  console.table(rows);
}

const [option, ...rest] = process.argv.slice(2);
if (option === '--one') {
  const places = {
    banmian: pathToFileURL(join(root, 'dist/node.js')).href,
    jieba: pathToFileURL(require.resolve('jieba-wasm')).href,
  };
  console.log(JSON.stringify(await measure(rest[0], places, sample(rest[1]))));
} else {
  await table(option);
}
