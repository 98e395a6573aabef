// `npm run bench [-- TEXT_FILE]`: everything that is measured, in one run: first visit, start-up, speed and memory beside
// the peers, figures beside Recognizers-Text, hostile texts, and each room natively.
import { build } from '../scripts/build.mjs';
import { root, run, say } from '../scripts/setup.mjs';
import { instructions } from './instructions.mjs';
import { downloads, speeds } from './side-by-side.mjs';

await build();
say('first visit');
downloads();
say('words and the whole parse, side by side');
await speeds(process.argv[2]);
say('figures, beside Recognizers-Text');
run(process.execPath, ['scripts/bench-figures.mjs'], { cwd: root });
say('hostile texts');
run(process.execPath, ['benches/hostile.mjs'], { cwd: root });
say('rooms, natively');
run('cargo', ['bench', '--quiet', '--bench', 'rooms'], { cwd: root });
say('instructions of each room');
if (!instructions()) console.log('not counted: valgrind was not found');
