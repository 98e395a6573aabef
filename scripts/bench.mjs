// `npm run bench:entities [-- --show SET]`: builds the package and scores it on annotated text with the scorers in
// BANMIAN_BENCH (default ../shared/bench). These data are for measuring only and no part of the repository.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from './build.mjs';
import { fail, root, run } from './setup.mjs';

const bench = resolve(root, process.env.BANMIAN_BENCH ?? '../shared/bench');
const options = {
  entities: ['--data', join(bench, 'data'), '--part', 'dev'],
};
const [name, ...rest] = process.argv.slice(2);
if (!(name in options)) fail(`there is no bench '${name}'; there are: ${Object.keys(options).join(', ')}`);
const scorer = join(bench, `${name}.mjs`);
if (!existsSync(scorer)) fail(`${scorer} is not here; BANMIAN_BENCH says where the scorers and their data are`);
await build();
run(process.execPath, [scorer, '--module', join(root, 'dist/node.js'), ...options[name], ...rest]);
