// Banmian beside its peers, in Node and in Chromium, in one run. Without a file the text is that of tests/pages, repeated
// to 1.4 MB; a text of your own tells more.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findChromium } from '../scripts/chromium.mjs';
import { inBrowser } from './browser.mjs';
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

async function inChromium(name, text, executablePath) {
  return inBrowser(
    executablePath,
    async ([name, text]) => {
      const { measure } = await import('/benches/peers.mjs');
      return measure(name, { banmian: '/banmian/index.js', jieba: '/jieba/jieba_rs_wasm.js' }, text);
    },
    [name, text],
  );
}

const MB = (bytes) => (bytes / 1e6).toFixed(3);
const speed = (rounds) => (rounds ? `${rounds[0].toFixed(2)} (${rounds[1].toFixed(2)}–${rounds[2].toFixed(2)})` : '-');

/** What a first visit downloads. */
export function downloads() {
  const files = { Banmian: banmianFiles(), 'jieba-wasm': jiebaFiles() };
  console.table(
    Object.entries(files).map(([engine, paths]) => {
      const { raw, gzip, brotli } = downloadSize(paths);
      return { engine, 'download, MB': MB(raw), 'gzip 9, MB': MB(gzip), 'Brotli 11, MB': MB(brotli) };
    }),
  );
}

/** Start-up, speed and memory of every engine in Node and in Chromium. */
export async function speeds(file) {
  const chromium = await findChromium();
  const text = sample(file);
  console.log(
    `${MB(Buffer.byteLength(text))} MB of UTF-8; median (lowest–highest) of 5 rounds; Node ${process.version}; an engine at a time, each in a process or a browser of its own`,
  );
  const row = (where, engine, { first, loaded, segment, tag, parse, memory }) => ({
    where,
    engine,
    'load to first result, ms': first.toFixed(0),
    'segment, MB/s': speed(segment),
    'tag, MB/s': speed(tag),
    'whole parse, MB/s': speed(parse),
    'wasm memory, MB': loaded ? `${loaded.toFixed(0)}, then ${memory.toFixed(0)}` : '-',
  });
  const rows = [];
  for (const name of Object.keys(peers)) rows.push(row('Node', name, inNode(name, file)));
  for (const [name, peer] of Object.entries(peers)) {
    if (!peer.nodeOnly) rows.push(row('Chromium', name, await inChromium(name, text, chromium)));
  }
  console.table(rows);
}

if (process.argv[2] === '--one') {
  const [, , , name, file] = process.argv;
  const places = {
    banmian: pathToFileURL(join(root, 'dist/node.js')).href,
    jieba: pathToFileURL(require.resolve('jieba-wasm')).href,
    nodeJieba: pathToFileURL(require.resolve('@node-rs/jieba')).href,
    nodeJiebaDictionary: pathToFileURL(require.resolve('@node-rs/jieba/dict')).href,
  };
  console.log(JSON.stringify(await measure(name, places, sample(file))));
}
