// `npm run lighthouse`: Lighthouse against the built page, served compressed as static hosts do. Ends with an error
// when performance, accessibility or best practices are below 95. Lighthouse itself is fetched by npm when this is run:
// it is larger than all other tools of the project together.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../tests/web/site.mjs';
import { build } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { fail, root, say } from './setup.mjs';

const LIGHTHOUSE = 'lighthouse@12.8.2';
const LEAST = 95;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

const forms = process.argv.slice(2).filter((name) => ['mobile', 'desktop'].includes(name));
await build();
const chromium = await findChromium();
const folder = join(root, 'target/lighthouse');
mkdirSync(folder, { recursive: true });
const site = await serve({ compressed: true, path: '/' });
let failed = false;
for (const form of forms.length > 0 ? forms : ['mobile', 'desktop']) {
  const report = join(folder, `${form}.json`);
  say(`running ${LIGHTHOUSE} (${form})`);
  const { status } = await run('npm', [
    ...['exec', '--yes', `--package=${LIGHTHOUSE}`, '--', 'lighthouse', site.url],
    ...['--quiet', '--output=json', `--output-path=${report}`, `--only-categories=${CATEGORIES.join()}`],
    ...(form === 'desktop' ? ['--preset=desktop'] : []),
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
  ]);
  if (status !== 0) fail('Lighthouse could not be run');
  const { categories, audits } = JSON.parse(readFileSync(report, 'utf8'));
  for (const name of CATEGORIES) {
    const score = Math.round(categories[name].score * 100);
    say(`${form}, ${categories[name].title}: ${score}`);
    if (score < LEAST) failed = true;
    for (const { id, weight } of categories[name].auditRefs) {
      const { score: part, title, displayValue } = audits[id];
      if (weight > 0 && part !== null && part < 0.9) say(`  ${title}: ${displayValue ?? part}`);
    }
  }
}
await site.close();
if (failed) fail(`below ${LEAST}; the reports are in ${folder}`);

/** Not spawnSync: the server of this process must answer meanwhile. */
async function run(command, args) {
  const shell = process.platform === 'win32';
  const child = spawn(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell,
    env: { ...process.env, CHROME_PATH: chromium },
  });
  return new Promise((resolve) => child.on('close', (status) => resolve({ status })));
}
