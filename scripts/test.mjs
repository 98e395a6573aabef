// `npm test`: everything. `npm test -- rust|js|web` runs one part.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { fail, root, run, say } from './setup.mjs';

const parts = {
  rust() {
    run('cargo', ['test', '--workspace', '--quiet']);
  },
  js() {
    nodeTest('tests/js');
  },
  async web() {
    nodeTest('tests/web', { BANMIAN_CHROMIUM: await findChromium() });
  },
};

function nodeTest(folder, env = {}) {
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith('.test.mjs'));
  if (files.length === 0) fail(`${folder} holds no tests`);
  run(
    process.execPath,
    ['--test', '--test-concurrency=1', '--test-reporter=spec', ...files.map((name) => join(folder, name))],
    {
      env: { ...process.env, ...env },
    },
  );
}

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !(name in parts));
if (unknown) fail(`there is no part '${unknown}' of the tests; there are: ${Object.keys(parts).join(', ')}`);
await build();
for (const [name, part] of Object.entries(parts)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  say(`testing: ${name}`);
  await part();
}
say('all tests passed');
