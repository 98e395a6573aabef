// Hostile texts: the time for a megabyte of each against plain text, in one run. `npm run bench:hostile [-- CHARACTERS]`
import { build } from '../scripts/build.mjs';
import { hostile, plain } from '../tests/js/hostile.mjs';

const size = Number(process.argv[2] ?? 1_000_000);
await build();
const { load } = await import('../dist/node.js');
const banmian = await load();

/** Milliseconds a megabyte of UTF-8, the best of three. */
function time(text) {
  const bytes = Buffer.byteLength(text);
  let best = Number.POSITIVE_INFINITY;
  let told = 'read';
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    try {
      banmian.parse(text);
    } catch (error) {
      if (error.name !== 'BanmianError') throw error;
      told = error.code;
    }
    best = Math.min(best, performance.now() - start);
  }
  return { told, speed: (best * 1e6) / bytes };
}

time(plain(size));
const usual = time(plain(size)).speed;
const rows = hostile(size).map(([name, text]) => {
  const { told, speed } = time(text);
  return {
    text: name,
    result: told,
    'ms per MB': Math.round(speed),
    'times plain text': Number((speed / usual).toFixed(2)),
  };
});
rows.sort((a, b) => b['times plain text'] - a['times plain text']);
console.log(`plain text: ${usual.toFixed(0)} ms per MB of UTF-8; each text has ${size} UTF-16 units`);
console.table(rows);
