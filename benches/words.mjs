// Words side by side: `npm run bench:words [-- TEXT_FILE]`
import { build } from '../scripts/build.mjs';
import { downloads, speeds } from './side-by-side.mjs';

await build();
downloads();
await speeds(process.argv[2]);
