// Finds a Chromium for the tests, or installs one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fail, root, say } from './setup.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = [
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function onThisMachine() {
  const path = (process.env.PATH ?? '').split(delimiter);
  return [...NAMES.flatMap((name) => path.map((folder) => join(folder, name))), ...PLACES].find(existsSync);
}

function attempt(command, args, env = {}) {
  say(`${command} ${args.join(' ')}`);
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
}

function installDebianPackage() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  say('installing Chromium and Chinese fonts (Debian packages chromium, fonts-noto-cjk)');
  attempt('apt-get', ['update', '-qq'], quiet) &&
    attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], quiet);
}

async function installPlaywrights() {
  const { chromium } = await import('playwright-core');
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  say("installing Playwright's Chromium");
  attempt(process.execPath, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium']);
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** The path of a Chromium; ends the program with a sentence that says what to do when there is none. */
export async function findChromium() {
  const given = process.env.CHROME_PATH;
  if (given) return existsSync(given) ? given : fail(`CHROME_PATH is ${given}, but there is no such file.`);
  const found = onThisMachine();
  if (found) return found;
  installDebianPackage();
  return (
    onThisMachine() ??
    (await installPlaywrights()) ??
    fail('The browser tests need Chromium. Install it, or set CHROME_PATH to where it is, and run this again.')
  );
}
