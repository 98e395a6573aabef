// `npm run fuzz [-- SECONDS [TARGET…]]`: each fuzz target under libFuzzer for a while (60 seconds), from the kept corpus and
// the texts of the tests. Needs `cargo install cargo-fuzz`, a nightly toolchain and a C++ compiler. What breaks a promise is
// written to fuzz/artifacts; new inputs go to fuzz/found, which is not kept.
import { spawnSync } from 'node:child_process';
import { corpora, targets } from './fuzzing.mjs';
import { fail, run, say } from './setup.mjs';

const [seconds = '60', ...chosen] = process.argv.slice(2);
const unknown = chosen.find((name) => !targets.includes(name));
if (unknown) fail(`there is no target '${unknown}'; there are: ${targets.join(', ')}`);
if (!/^\d+$/.test(seconds)) fail(`'${seconds}' is no number of seconds`);
if (spawnSync('cargo', ['fuzz', '--version']).status !== 0) fail('run `cargo install cargo-fuzz` first');

run('cargo', ['xtask', 'lexicon']);
for (const target of chosen.length > 0 ? chosen : targets) {
  say(`fuzzing ${target} for ${seconds} s`);
  const limits = [`-max_total_time=${seconds}`, '-max_len=6000', '-timeout=20', '-print_final_stats=1'];
  run('cargo', ['+nightly', 'fuzz', 'run', target, ...corpora(target), '--', ...limits]);
}
