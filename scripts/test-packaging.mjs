// `npm run test:packaging`: packs the package, installs it into fresh projects and uses it there. Takes minutes and the
// network, so it is no part of `npm test`. `npm run test:packaging -- vite next` does some of the projects only.
import { build } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { root, run, say } from './setup.mjs';

await build();
run('cargo', ['build', '--quiet', '--example', 'export']);
say('testing: packaging');
run(process.execPath, ['--test', '--test-reporter=spec', `${root}/tests/packaging/packaging.test.mjs`], {
  env: { ...process.env, BANMIAN_CHROMIUM: await findChromium(), BANMIAN_PROJECTS: process.argv.slice(2).join(',') },
});
