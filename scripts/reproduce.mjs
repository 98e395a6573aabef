// `npm run reproduce`: builds the last commit twice, in two folders, and compares the engine, the word list and the package's
// scripts byte for byte.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, root, run, say } from './setup.mjs';

const folder = mkdtempSync(join(tmpdir(), 'banmian-reproduce-'));

function build(name) {
  const clone = join(folder, name);
  run('git', ['clone', '--quiet', root, clone]);
  say(`building in ${clone}`);
  run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: clone });
  run('npm', ['run', 'build'], { cwd: clone });
  return clone;
}

/** The built files with their hashes. */
function hashes(clone) {
  const found = new Map();
  const add = (path) => {
    for (const entry of readdirSync(join(clone, path), { withFileTypes: true })) {
      const name = `${path}/${entry.name}`;
      if (entry.isDirectory()) add(name);
      else
        found.set(
          name,
          createHash('sha256')
            .update(readFileSync(join(clone, name)))
            .digest('hex'),
        );
    }
  };
  for (const output of ['dist', 'www/dist']) add(output);
  return found;
}

try {
  const [first, second] = [build('first'), build('a-second-place')].map(hashes);
  for (const [name, hash] of first) say(`${hash.slice(0, 16)} ${name}`);
  const names = new Set([...first.keys(), ...second.keys()]);
  const different = [...names].filter((name) => first.get(name) !== second.get(name));
  if (different.length > 0) fail(`not the same twice: ${different.join(', ')}`);
  say(`${names.size} files, the same twice`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
