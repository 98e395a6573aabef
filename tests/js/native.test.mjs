// Same input, same result: the WebAssembly engine against the native one.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { load } from 'banmian';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The examples of the page, the fixtures of the layout room where there are any, and odd input. */
function inputs() {
  const found = [];
  for (const folder of ['www/examples', 'tests/pages']) {
    try {
      for (const name of readdirSync(`${root}${folder}`)) {
        if (name.endsWith('.txt')) found.push([`${folder}/${name}`, readFileSync(`${root}${folder}/${name}`, 'utf8')]);
      }
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
  found.push(['nothing', ''], ['emoji', '😀𠮷在江边。\r\n\r\n臺灣２０２０年３月７日，增長10.2%至99.5%。']);
  return found;
}

describe('parse, segment and tag give what the native engine gives', () => {
  let banmian;
  let native;
  before(async () => {
    banmian = await load();
    execFileSync('cargo', ['build', '--quiet', '--example', 'lines'], { cwd: root, stdio: 'inherit' });
    const requests = inputs().flatMap(([, text]) =>
      ['parse', 'segment', 'tag'].map((op) => JSON.stringify({ op, text, date: '2026-05-12' })),
    );
    const output = execFileSync(`${root}target/debug/examples/lines`, [`${root}dist/lexicon.bin`], {
      input: `${requests.join('\n')}\n`,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    native = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  });

  inputs().forEach(([name, text], index) => {
    test(name, () => {
      const [page, ends, columns] = native.slice(3 * index, 3 * index + 3);
      assert.deepEqual(banmian.parse(text, { date: '2026-05-12' }), page);
      let end = 0;
      assert.deepEqual(
        banmian.segment(text).map((word) => {
          end += word.length;
          return end;
        }),
        ends,
      );
      const tagged = banmian.tag(text);
      assert.deepEqual(
        {
          start: tagged.map(({ start }) => start),
          end: tagged.map(({ end }) => end),
          tag: tagged.map(({ tag }) => tag),
        },
        columns,
      );
    });
  });
});
