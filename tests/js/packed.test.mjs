// What would be published: its files, its entries, and how much each weighs.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const root = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

let folder;
let packed;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'banmian-packed-'));
  const output = execFileSync('npm', ['pack', '--json', '--loglevel=error', '--pack-destination', folder], {
    cwd: root,
  });
  [packed] = JSON.parse(output);
});
after(() => rmSync(folder, { recursive: true }));

test('holds what is meant and nothing else', () => {
  const expected = [
    /^(LICENSE|README\.md|THIRD-PARTY\.md|CHANGELOG\.md|package\.json)$/,
    /^dist\/(banmian\.wasm|lexicon\.bin)$/,
    /^dist\/(index|node|worker|worker-node|worker-thread|worker-thread-node|elements|inline|cli)\.js$/,
    /^dist\/[\w.-]+-[\w-]{8}\.js$/,
    /^dist\/([\w-]+|elements\/[\w-]+|types\/[\w-]+)\.d\.ts$/,
  ];
  const paths = packed.files.map(({ path }) => path);
  assert.deepEqual(
    paths.filter((path) => !expected.some((pattern) => pattern.test(path))),
    [],
  );
  assert.equal(paths.filter((path) => path.endsWith('.wasm')).length, 1);
  assert.equal(paths.filter((path) => path.endsWith('.bin')).length, 1);
  for (const name of ['LICENSE', 'README.md', 'THIRD-PARTY.md', 'CHANGELOG.md']) assert.ok(paths.includes(name), name);
});

test('publint has nothing to say', async () => {
  const { messages } = await publint({ pkgDir: root, level: 'suggestion', strict: true });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, manifest)),
    [],
  );
});

test('types are right for every entry and way of resolving (attw)', async () => {
  const tarball = new Uint8Array(readFileSync(join(folder, packed.filename)));
  const { problems } = await checkPackage(createPackageFromTarballData(tarball), {
    excludeEntrypoints: ['./banmian.wasm', './lexicon.bin'], // files for URLs, not modules
  });
  // The package is ESM only, for Node 20 and later: it does not serve Node 10's resolution or `require` in old Node.
  const meant = ({ kind, resolutionKind }) =>
    resolutionKind === 'node10' || (kind === 'CJSResolvesToESM' && resolutionKind === 'node16-cjs');
  assert.deepEqual(
    problems.filter((problem) => !meant(problem)),
    [],
  );
});

/** A script with all that it imports at its start. */
function scriptsOf(name, found = new Map()) {
  const path = join(root, 'dist', name);
  if (found.has(path)) return found;
  const source = readFileSync(path, 'utf8');
  found.set(path, source);
  for (const [, from] of source.matchAll(/^(?:import|export)\b[^'"]*?['"](\.\/[^'"]+\.js)['"]/gm))
    scriptsOf(from, found);
  return found;
}

describe('each entry keeps within its budget, in kilobytes of Brotli', () => {
  for (const [name, budget] of [
    ['index.js', 10],
    ['worker.js', 10],
    ['worker-thread.js', 12],
    ['node.js', 10],
    ['worker-node.js', 10],
    ['elements.js', 85],
    ['cli.js', 24],
  ]) {
    test(`${name}: ${budget}`, () => {
      let bytes = 0;
      for (const source of scriptsOf(name).values()) bytes += brotliCompressSync(source).length;
      assert.ok(bytes > 500, 'it was measured');
      assert.ok(bytes <= budget * 1000, `${name} weighs ${(bytes / 1000).toFixed(1)} kB`);
    });
  }

  test('inline.js: 1150', () => {
    const bytes = brotliCompressSync(readFileSync(join(root, 'dist/inline.js'))).length;
    assert.ok(bytes <= 1_150_000, `inline.js weighs ${(bytes / 1000).toFixed(1)} kB`);
  });
});

test('inline.js is one file that fetches nothing', () => {
  assert.deepEqual(
    [...scriptsOf('inline.js').keys()].map((path) => path.slice(dirname(path).length + 1)),
    ['inline.js'],
  );
  assert.doesNotMatch(readFileSync(join(root, 'dist/inline.js'), 'utf8'), /import\.meta\.url|^import /m);
});

test('inline.js reads as the other entries do', async () => {
  const [{ load: loadInline }, { load }] = await Promise.all([import('banmian/inline'), import('banmian')]);
  const [inline, banmian] = await Promise.all([loadInline(), load()]);
  const text = readFileSync(join(root, 'www/examples/bridge.txt'), 'utf8');
  assert.deepEqual(inline.parse(text), banmian.parse(text));
});
