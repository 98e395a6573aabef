// `npm run bench:pages -- DIR`: reads every X.txt of a folder with the built package and scores the results
// against X.gold.json beside them. Options: --scorer FILE (the page scorer of the development data), and the
// scorer's own (--pages, --diff N).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from './build.mjs';
import { fail, root, say } from './setup.mjs';

const args = process.argv.slice(2);
const at = args.indexOf('--scorer');
const [scorer] = at < 0 ? [join(root, '../shared/bench/pages.mjs')] : args.splice(at, 2).slice(1);
const folder = args.shift();
if (!folder || folder.startsWith('--'))
  fail('which folder? npm run bench:pages -- DIR [--pages] [--diff N] [--scorer FILE]');
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
if (names.length === 0) fail(`${folder} holds no .txt page`);

await build();
const { load } = await import('banmian');
const banmian = await load();
const out = mkdtempSync(join(tmpdir(), 'banmian-pages-'));
let bytes = 0;
let milliseconds = 0;
for (const name of names) {
  const text = readFileSync(join(folder, name), 'utf8');
  const start = performance.now();
  const page = banmian.parse(text);
  milliseconds += performance.now() - start;
  bytes += Buffer.byteLength(text);
  writeFileSync(join(out, name.replace(/\.txt$/, '.json')), JSON.stringify(page));
}
say(
  `${names.length} pages, ${(bytes / 1e3).toFixed(0)} kB of UTF-8 in ${milliseconds.toFixed(0)} ms: ${(bytes / 1e3 / milliseconds).toFixed(2)} MB/s, whole parse`,
);
if (existsSync(scorer)) {
  const { status } = spawnSync(process.execPath, [resolve(scorer), resolve(folder), out, ...args], {
    stdio: 'inherit',
  });
  rmSync(out, { recursive: true });
  process.exit(status ?? 1);
}
say(`skipped: no scorer at ${scorer}; the results are in ${out}`);
