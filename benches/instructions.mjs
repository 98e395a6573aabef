// `npm run bench:instructions`: how many instructions each room takes, counted by callgrind. Unlike times they are the same
// in every run and on a busy machine, so that a change of one percent can be seen. It needs valgrind, and says so.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, root, run } from '../scripts/setup.mjs';

/** Prints the table; `false` when valgrind is missing. */
export function instructions() {
  if (spawnSync('valgrind', ['--version']).status !== 0) return false;
  run('cargo', ['xtask', 'lexicon']);
  const folder = mkdtempSync(join(tmpdir(), 'banmian-'));
  try {
    const valgrind = [
      'valgrind',
      '--quiet',
      '--tool=callgrind',
      // a dump after each call of the one function in which anything is counted
      '--toggle-collect=instructions::counted_by_callgrind',
      '--dump-after=instructions::counted_by_callgrind',
      `--callgrind-out-file=${join(folder, 'rooms')}`,
    ];
    const runner = `target."cfg(unix)".runner=${JSON.stringify(valgrind)}`;
    const { status, stdout, stderr } = spawnSync(
      'cargo',
      ['bench', '--quiet', '--bench', 'instructions', '--config', runner],
      { cwd: root, encoding: 'utf8' },
    );
    if (status !== 0) fail(`the rooms could not be counted:\n${stderr}`);
    const dumps = readdirSync(folder).filter((name) => /^rooms\.\d+$/.test(name));
    const counts = dumps
      .sort((a, b) => Number(a.slice(6)) - Number(b.slice(6)))
      .map((name) => Number(/^(?:totals|summary): (\d+)/m.exec(readFileSync(join(folder, name), 'utf8'))[1]));
    const rooms = stdout.trim().split('\n');
    if (rooms.length !== counts.length) fail(`${rooms.length} rooms, but ${counts.length} counts`);
    console.table(
      rooms.map((line, index) => {
        const [room, bytes] = line.split('\t');
        return {
          room,
          'million instructions': (counts[index] / 1e6).toFixed(2),
          'instructions per byte': (counts[index] / Number(bytes)).toFixed(1),
        };
      }),
    );
    return true;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href && !instructions()) {
  fail('valgrind was not found. It counts the instructions; on Debian and Ubuntu: apt-get install valgrind.');
}
