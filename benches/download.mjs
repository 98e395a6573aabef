// What a first visit downloads of an engine, compressed as static hosts do.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The files of the engine, without the page's own: wasm, word list and the scripts that `banmian` imports. */
export function banmianFiles() {
  return [...['banmian.wasm', 'lexicon.bin'].map((file) => join(root, 'dist', file)), ...scripts('index.js')];
}

export function jiebaFiles() {
  const folder = join(root, 'node_modules/jieba-wasm/pkg/web');
  return ['jieba_rs_wasm_bg.wasm', 'jieba_rs_wasm.js'].map((file) => join(folder, file));
}

/** A script of the package and what it imports. */
function scripts(name, seen = new Set()) {
  const path = join(root, 'dist', name);
  if (seen.has(path)) return [];
  seen.add(path);
  if (!existsSync(path)) throw new Error(`${path} is missing: run npm ci and npm run build`);
  const imported = [...readFileSync(path, 'utf8').matchAll(/from\s*["']\.\/([^"']+)["']/g)];
  return [path, ...imported.flatMap(([, file]) => scripts(file, seen))];
}

const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } };

/** Bytes of some files together: as they are, by gzip 9 and by Brotli 11, each file compressed alone. */
export function downloadSize(paths) {
  const files = paths.map((path) => readFileSync(path));
  const sum = (size) => files.reduce((total, bytes) => total + size(bytes), 0);
  return {
    raw: sum((bytes) => bytes.length),
    gzip: sum((bytes) => gzipSync(bytes, { level: 9 }).length),
    brotli: sum((bytes) => brotliCompressSync(bytes, QUALITY).length),
  };
}
