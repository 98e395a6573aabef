// The packed package in fresh projects: each is built, and what it reads is compared with the native engine's result.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  createReadStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));
const projects = fileURLToPath(new URL('./projects/', import.meta.url));
const chosen = (process.env.BANMIAN_PROJECTS ?? '').split(',').filter(Boolean);
const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const TEXT = readFileSync(join(root, 'www/examples/harbour.txt'), 'utf8');
const DATE = '2026-05-12';
/** What a page that embeds the package must allow, and nothing more. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'";

let folder;
let tarball;
let native;
let browser;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'banmian-packaging-'));
  const packed = JSON.parse(command('npm', ['pack', '--json', '--pack-destination', folder], root));
  tarball = join(folder, packed[0].filename);
  const request = JSON.stringify({ text: TEXT, format: 'json', date: DATE });
  native = JSON.parse(
    execFileSync(join(root, 'target/debug/examples/export'), [join(root, 'dist/lexicon.bin')], {
      input: `${request}\n`,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    }),
  );
  assert.ok(native.length > 10_000 && native.startsWith('{"version":1,'));
  browser = await chromium.launch({ executablePath: process.env.BANMIAN_CHROMIUM, args: ['--no-sandbox'] });
});
after(async () => {
  await browser?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

function command(program, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}\n${stdout}\n${stderr}`);
  return stdout;
}

/** A fresh project with the package and others installed. */
function project(name, dependencies = {}, from = name) {
  const path = join(folder, name);
  cpSync(join(projects, from), path, { recursive: true });
  const manifest = {
    name: `test-${name}`,
    private: true,
    type: 'module',
    dependencies: { banmian: `file:${tarball}`, ...dependencies },
  };
  writeFileSync(join(path, 'package.json'), JSON.stringify(manifest));
  command('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'], path);
  writeFileSync(
    join(path, 'page.js'),
    `export const text = ${JSON.stringify(TEXT)};\nexport const date = '${DATE}';\n`,
  );
  return path;
}

function filesIn(path) {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function holdsOneOfEach(path) {
  const names = filesIn(path).filter((file) => !file.includes('/node_modules/.'));
  const big = (like) => names.filter((name) => like.test(name));
  assert.equal(big(/\.wasm$/).length, 1, `one .wasm in ${path}: ${big(/\.wasm$/)}`);
  assert.equal(big(/lexicon[^/]*\.bin$|\.bin$/).length, 1, `one lexicon in ${path}: ${big(/\.bin$/)}`);
}

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
  '.css': 'text/css',
  '.txt': 'text/plain; charset=utf-8',
};

/** Serves a folder as any static server does, under a strict policy. */
async function serve(path, policy = POLICY) {
  const server = createServer((request, response) => {
    const file = join(
      path,
      decodeURIComponent(new URL(request.url, 'http://x').pathname).replace(/\/$/, '/index.html'),
    );
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': policy,
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** Opens a page and gives what its script leaves in `window.results`. */
async function results(url) {
  const tab = await browser.newPage();
  const errors = [];
  tab.on('pageerror', (error) => errors.push(String(error)));
  tab.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  try {
    await tab.goto(url);
    await tab.waitForFunction(() => window.results !== undefined, undefined, { timeout: 120_000 });
    return await tab.evaluate('window.results');
  } catch (error) {
    throw new Error(`${error.message}\n${errors.join('\n')}`);
  } finally {
    await tab.close();
  }
}

async function inBrowser(path, policy) {
  const server = await serve(path, policy);
  try {
    return await results(server.url);
  } finally {
    server.close();
  }
}

function packaging(name, run) {
  test(name, { skip: chosen.length > 0 && !chosen.includes(name) && 'not chosen' }, run);
}

packaging('vite', async () => {
  const path = project('vite', { vite: devDependencies.vite });
  command('npx', ['vite', 'build', '--logLevel', 'warn'], path);
  holdsOneOfEach(join(path, 'dist'));
  assert.deepEqual(await inBrowser(join(path, 'dist')), { here: native, worker: native });
});

packaging('webpack', async () => {
  const path = project('webpack', { webpack: '5.112.2' });
  command(process.execPath, ['build.mjs'], path);
  cpSync(join(path, 'index.html'), join(path, 'dist/index.html'));
  holdsOneOfEach(join(path, 'dist'));
  assert.deepEqual(await inBrowser(join(path, 'dist')), { here: native, worker: native });
});

packaging('next', async () => {
  const path = project('next', { next: '16.4.6', react: '19.3.1', 'react-dom': '19.3.1' });
  command('npx', ['next', 'build'], path);
  holdsOneOfEach(join(path, '.next/static'));
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const server = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-p', String(port)], {
    cwd: path,
  });
  let said = '';
  server.stdout.on('data', (data) => {
    said += data;
  });
  try {
    while (!/Ready/.test(said)) {
      assert.equal(server.exitCode, null, said);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.deepEqual(await results(`http://127.0.0.1:${port}/`), { server: native, here: native, worker: native });
  } finally {
    server.kill();
  }
});

packaging('plain', async () => {
  const path = project('plain');
  const site = join(path, 'site');
  mkdirSync(site);
  cpSync(join(path, 'index.html'), join(site, 'index.html'));
  cpSync(join(path, 'main.js'), join(site, 'main.js'));
  cpSync(join(path, 'page.js'), join(site, 'page.js'));
  writeFileSync(join(site, 'page.txt'), TEXT);
  cpSync(join(path, 'node_modules/banmian/dist'), join(site, 'banmian'), { recursive: true });
  holdsOneOfEach(site);
  const found = await inBrowser(site);
  assert.deepEqual({ here: found.here, worker: found.worker }, { here: native, worker: native });
  assert.ok(found.element > 500, 'the element shows the page');
});

packaging('inline', async () => {
  const path = project('inline', {}, 'plain');
  const site = join(path, 'site');
  mkdirSync(site);
  writeFileSync(
    join(site, 'main.js'),
    `import { load } from './inline.js';\nimport { date, text } from './page.js';
const banmian = await load();\nwindow.results = JSON.stringify(banmian.parse(text, { date }));\n`,
  );
  writeFileSync(join(site, 'index.html'), '<!doctype html><script type="module" src="main.js"></script>');
  cpSync(join(path, 'page.js'), join(site, 'page.js'));
  cpSync(join(path, 'node_modules/banmian/dist/inline.js'), join(site, 'inline.js'));
  assert.equal(await inBrowser(site, "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"), native);
});

packaging('node', () => {
  const path = project('node');
  const found = JSON.parse(command(process.execPath, ['main.js'], path));
  assert.deepEqual(found, { here: native, worker: native, inline: native });
  writeFileSync(join(path, 'page.txt'), TEXT);
  assert.equal(command('npx', ['banmian', 'page.txt', '--date', DATE], path), `${native}\n`);
  holdsOneOfEach(join(path, 'node_modules'));
});

packaging('typescript', () => {
  const path = project('typescript', {
    typescript: devDependencies.typescript,
    '@types/node': devDependencies['@types/node'],
  });
  for (const resolution of ['nodenext', 'bundler']) {
    command('npx', ['tsc', '--project', `tsconfig.${resolution}.json`], path);
  }
  // and the check would see a wrong use
  writeFileSync(join(path, 'wrong.ts'), "import { load } from 'banmian';\n(await load()).parse(5);\n");
  assert.throws(() => command('npx', ['tsc', '--project', 'tsconfig.nodenext.json'], path));
});
