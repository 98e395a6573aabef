// `npm run lint`: formatting, clippy, types and Biome, without changing anything.
import { join } from 'node:path';
import { build } from './build.mjs';
import { root, run, say } from './setup.mjs';

const bin = (path) => join(root, 'node_modules', path);

await build(); // the types of the bindings and of the package are built
say('linting');
run('cargo', ['fmt', '--all', '--check']);
run('cargo', ['clippy', '--workspace', '--all-targets', '--quiet', '--', '-D', 'warnings']);
run('cargo', ['clippy', '--lib', '--quiet', '--target', 'wasm32-unknown-unknown', '--', '-D', 'warnings']);
run(process.execPath, [bin('typescript/bin/tsc'), '--noEmit']);
run(process.execPath, [bin('@biomejs/biome/bin/biome'), 'ci', '.']);
say('nothing to complain about');
