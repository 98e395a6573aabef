// Compiles a module that uses the package as an embedder does.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = `${root}target/types-test`;
const OPTIONS = '--ignoreConfig --strict --noEmit --target es2022 --module nodenext --lib es2023,dom --types node';

/** What tsc says of a module's source; nothing where all is well. */
export function compile(name, source) {
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/${name}.ts`;
  writeFileSync(file, source);
  const tsc = `${root}node_modules/typescript/bin/tsc`;
  return spawnSync(process.execPath, [tsc, ...OPTIONS.split(' '), file], { cwd: root, encoding: 'utf8' }).stdout;
}
