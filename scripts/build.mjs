// `npm run build`: the package in dist/, the static page in www/dist/.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { root, run, say, setUp } from './setup.mjs';

const ENTRIES = {
  index: 'js/index.ts',
  node: 'js/node.ts',
  worker: 'js/worker.ts',
  'worker-node': 'js/worker-node.ts',
  'worker-thread': 'js/worker-thread.ts',
  'worker-thread-node': 'js/worker-thread-node.ts',
  cli: 'js/cli/main.ts',
  elements: 'js/elements/index.ts',
};
const FROM_XTASK = new Set(['banmian.wasm', 'lexicon.bin']);

export async function build() {
  setUp();
  say('building the engine (cargo xtask wasm)');
  run('cargo', ['xtask', 'wasm']);
  await unlessUnchanged(
    'package',
    ['js', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/build.mjs'],
    bundle,
  );
  await unlessUnchanged('inline', ['js', 'dist/banmian.wasm', 'dist/lexicon.bin', 'scripts/build.mjs'], inline);
  await unlessUnchanged('page', ['www', 'js', 'dist/banmian.wasm', 'dist/lexicon.bin', 'package-lock.json'], page);
}

/** dist/*.js by rolldown, one file an entry and shared chunks; dist/*.d.ts by tsc. */
async function bundle() {
  const dist = join(root, 'dist');
  for (const name of readdirSync(dist)) if (!FROM_XTASK.has(name)) rmSync(join(dist, name), { recursive: true });
  const { rolldown } = await import('rolldown');
  const input = Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, join(root, path)]));
  const bundle = await rolldown({ input, external: /^node:/, platform: 'browser', tsconfig: false });
  await bundle.write({
    dir: dist,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  });
  await bundle.close();
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json']);
  mkdirSync(join(dist, 'types'), { recursive: true });
  for (const name of ['export.d.ts', 'lit.d.ts', 'measures.d.ts', 'page.d.ts']) {
    cpSync(join(root, 'js/types', name), join(dist, 'types', name));
  }
  // Lit is bundled, so its declarations are not there for who installs the package
  for (const name of readdirSync(join(dist, 'elements'))) {
    const path = join(dist, 'elements', name);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/(from |import\()(['"])lit\2/g, "$1'../types/lit.js'"));
  }
}

/** dist/inline.js: everything in one file. */
async function inline() {
  const packed = (name) => gzipSync(readFileSync(join(root, 'dist', name)), { level: 9 }).toString('base64');
  const data = {
    name: 'banmian-data',
    resolveId: (id) => (id === 'banmian:data' ? '\0banmian:data' : null),
    load: (id) =>
      id === '\0banmian:data'
        ? `export const wasm = () => '${packed('banmian.wasm')}';\nexport const lexicon = () => '${packed('lexicon.bin')}';`
        : null,
  };
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: { inline: join(root, 'js/inline.ts') },
    plugins: [data],
    platform: 'browser',
    tsconfig: false,
  });
  await bundle.write({ dir: join(root, 'dist'), format: 'esm', entryFileNames: '[name].js' });
  await bundle.close();
}

async function page() {
  const { build } = await import('vite');
  await build({ root: join(root, 'www'), configFile: join(root, 'www/vite.config.ts'), logLevel: 'warn' });
}

/** Does a step only when what it is made of has changed since it was last done. */
async function unlessUnchanged(step, inputs, make) {
  const stamp = join(root, 'target', `${step}.stamp`);
  const fingerprint = hashOf(inputs);
  const output = { page: 'www/dist/index.html', inline: 'dist/inline.js', package: 'dist/index.js' }[step];
  if (existsSync(join(root, output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) {
    say(`the ${step} is unchanged`);
    return;
  }
  say(`building the ${step}`);
  rmSync(stamp, { force: true });
  await make();
  writeFileSync(stamp, fingerprint);
}

function hashOf(paths) {
  const hash = createHash('sha256');
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (!statSync(full).isDirectory()) {
      hash.update(path).update('\0').update(readFileSync(full)).update('\0');
      return;
    }
    for (const name of readdirSync(full).sort()) if (name !== 'dist' && name !== 'node_modules') add(`${path}/${name}`);
  };
  paths.forEach(add);
  return hash.digest('hex');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await build();
