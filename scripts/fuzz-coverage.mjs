// `npm run fuzz:coverage`: which share of the lines of each room the fuzz targets run through with what they have found and
// the kept corpus. Needs what `npm run fuzz` needs, and `rustup component add llvm-tools --toolchain nightly`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { corpora, targets } from './fuzzing.mjs';
import { fail, root, run, say } from './setup.mjs';

const output = (command, args) => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) fail(`${command} failed:\n${stderr}`);
  return stdout;
};

const rustc = spawnSync('rustc', ['+nightly', '--print', 'target-libdir'], { encoding: 'utf8' });
if (rustc.status !== 0) fail('a nightly toolchain was not found: `rustup toolchain install nightly`');
const tool = (name) => join(rustc.stdout.trim(), '../bin', name);
if (!existsSync(tool('llvm-cov'))) fail('run `rustup component add llvm-tools --toolchain nightly` first');

run('cargo', ['xtask', 'lexicon']);
for (const target of targets) {
  say(`covering ${target}`);
  run('cargo', ['+nightly', 'fuzz', 'coverage', target, ...corpora(target)]);
}

const profiles = targets.map((target) => join(root, 'fuzz/coverage', target, 'coverage.profdata'));
const merged = join(root, 'fuzz/coverage/all.profdata');
output(tool('llvm-profdata'), ['merge', '--sparse', ...profiles, '-o', merged]);
const triple = /^host: (.*)$/m.exec(output('rustc', ['+nightly', '-vV']))[1];
const binaries = targets.map((target) => join(root, 'target', triple, 'coverage', triple, 'release', target));
const missing = binaries.find((binary) => !existsSync(binary));
if (missing) fail(`${missing} is missing: cargo-fuzz put its binaries elsewhere`);
const report = output(tool('llvm-cov'), [
  'export',
  '--summary-only',
  `--instr-profile=${merged}`,
  binaries[0],
  ...binaries.slice(1).flatMap((binary) => ['--object', binary]),
]);

const rooms = new Map();
for (const { filename, summary } of JSON.parse(report).data[0].files) {
  const [top, ...path] = relative(join(root, 'src'), filename).split('/');
  if (top === '..' || (path.length === 0 && !top.endsWith('.rs'))) continue;
  const room = path.length > 1 && top === 'extract' ? `${top}/${path[0]}` : top;
  for (const name of [room, 'all']) {
    const [covered, count] = rooms.get(name) ?? [0, 0];
    rooms.set(name, [covered + summary.lines.covered, count + summary.lines.count]);
  }
}
const last = ([name]) => (name === 'all' ? 1 : 0);
console.table(
  [...rooms]
    .sort((a, b) => last(a) - last(b) || a[0].localeCompare(b[0]))
    .map(([room, [covered, count]]) => ({
      room,
      lines: count,
      covered,
      percent: ((100 * covered) / count).toFixed(1),
    })),
);
