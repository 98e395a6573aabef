// `npm run audit`: licences, sources and known vulnerabilities of everything that is built with. Needs `cargo install
// cargo-deny`. Where a database of vulnerabilities cannot be reached, that is said and the rest is checked.
import { spawnSync } from 'node:child_process';
import { fail, root, say } from './setup.mjs';

const attempt = (command, args) => spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0;

if (spawnSync('cargo', ['deny', '--version']).status !== 0) fail('run `cargo install cargo-deny` first');
say('licences, bans and sources of the crates');
const held = attempt('cargo', ['deny', 'check', 'licenses', 'bans', 'sources']);
say('vulnerabilities known of the crates');
if (!attempt('cargo', ['deny', 'fetch', 'db'])) say('skipped: the database cannot be fetched from here');
else if (!attempt('cargo', ['deny', 'check', 'advisories'])) fail('a crate has a known vulnerability');
say('vulnerabilities known of the npm packages');
const reached = spawnSync('npm', ['audit', '--json'], { cwd: root, encoding: 'utf8' });
const answer = JSON.parse(reached.stdout || '{}');
if (answer.metadata === undefined)
  say(`skipped: the registry gives no answer (${answer.message ?? answer.error?.summary ?? 'none'})`);
else {
  const { total, high, critical } = answer.metadata.vulnerabilities;
  say(`${total} known, ${high + critical} of them high or critical`);
  if (high + critical > 0) fail('see `npm audit`');
}
if (!held) fail('see above');
say('nothing to complain about');
