// What a first visit costs, and what a long run does.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from 'banmian';
import { banmianFiles, downloadSize } from '../../benches/download.mjs';
import { used } from './wasm-memory.mjs';

/** Bytes that the engine may take on the way to a visitor, compressed by Brotli as static hosts do. */
const FIRST_VISIT = 900_000;

test('a first visit downloads at most 0.9 MB of engine, word list and scripts', () => {
  const { brotli } = downloadSize(banmianFiles());
  assert.ok(brotli <= FIRST_VISIT, `${brotli} bytes, ${FIRST_VISIT} are allowed`);
});

test('100 MB go through segment in pieces, in memory that does not grow', async () => {
  const banmian = await load();
  const once = readFileSync(new URL('../pages/two-pages.txt', import.meta.url), 'utf8');
  const piece = once.repeat(Math.ceil(2_000_000 / Buffer.byteLength(once)));
  const bytes = Buffer.byteLength(piece);
  let words = 0;
  let first;
  for (let read = 0; read < 100_000_000; read += bytes) {
    words += banmian.segment(piece).length;
    first ??= used();
  }
  assert.ok(words > 20_000_000, `${words} words`);
  assert.equal(used(), first);
  assert.ok(first < 64_000_000, `${first} bytes`);
  banmian.dispose();
});
