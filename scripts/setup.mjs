// What the other scripts need before they can run: npm packages and the Rust target. Uses only Node itself,
// because it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export function say(message) {
  console.log(`banmian: ${message}`);
}

/** Ends the program with a sentence that says what to do. */
export function fail(message) {
  console.error(`banmian: ${message}`);
  process.exit(1);
}

/** Runs a program in the repository and ends with its exit status if it fails. */
export function run(command, args, options = {}) {
  const shell = process.platform === 'win32' && !command.endsWith('.exe') && command !== process.execPath;
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell, ...options });
  if (error?.code === 'ENOENT') fail(`${command} was not found. It is needed for: ${command} ${args.join(' ')}`);
  if (error) fail(`${command} could not be started: ${error.message}`);
  if (status !== 0) {
    console.error(`banmian: '${command} ${args.join(' ')}' failed`);
    process.exit(status ?? 1);
  }
}

function outputOf(command, args) {
  const { status, stdout } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout : null;
}

/** `npm ci` when the installed packages are not those of the lock file. */
function packages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.banmian-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('installing npm packages (npm ci)');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, lock);
}

/** The standard library for WebAssembly, by rustup when it is missing. */
function rust() {
  if (outputOf('cargo', ['--version']) === null) {
    fail('cargo was not found. Install Rust with rustup (https://rustup.rs), then run this again.');
  }
  const target = 'wasm32-unknown-unknown';
  const libraries = outputOf('rustc', ['--print', 'target-libdir', '--target', target])?.trim();
  if (libraries && existsSync(libraries)) return;
  say(`installing the Rust target ${target} (rustup target add ${target})`);
  run('rustup', ['target', 'add', target]);
}

export function setUp() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) fail(`Node 20 or later is needed; this is ${process.version}.`);
  packages();
  rust();
}
