// Same input, same result: the JSON of the fixtures, natively, in Node and in Chromium, byte for byte.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { load } from 'banmian';
import { inBrowser } from '../../benches/browser.mjs';
import { root } from '../../benches/download.mjs';
import { hostile, PLAIN } from '../js/hostile.mjs';

const DATE = '2026-05-12';

const texts = ['tests/pages', 'www/examples'].flatMap((folder) => {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.txt'));
  return names.map((name) => readFileSync(join(root, folder, name), 'utf8'));
});
// what is no Unicode cannot be handed to the native program
texts.push(PLAIN, ...hostile(400).flatMap(([, text]) => (text.isWellFormed() ? [text] : [])));

test('natively, in Node and in Chromium', async () => {
  const banmian = await load();
  const results = (engine) =>
    texts.map((text) => {
      try {
        return JSON.stringify(engine.parse(text, { date: DATE }));
      } catch (error) {
        return JSON.stringify({ error: { code: error.code, message: error.message } });
      }
    });
  const inNode = results(banmian);

  execFileSync('cargo', ['build', '--quiet', '--example', 'lines'], { cwd: root, stdio: 'inherit' });
  const lines = execFileSync(join(root, 'target/debug/examples/lines'), [join(root, 'dist/lexicon.bin')], {
    input: `${texts.map((text) => JSON.stringify({ op: 'parse', text, date: DATE })).join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  // by way of JavaScript's own numbers: the program writes 1.0 where JavaScript writes 1
  const native = lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.stringify(JSON.parse(line)));

  const inChromium = await inBrowser(
    process.env.BANMIAN_CHROMIUM,
    async ([texts, date]) => {
      const { load } = await import('/banmian/index.js');
      const engine = await load();
      return texts.map((text) => {
        try {
          return JSON.stringify(engine.parse(text, { date }));
        } catch (error) {
          return JSON.stringify({ error: { code: error.code, message: error.message } });
        }
      });
    },
    [texts, DATE],
  );
  assert.ok(texts.length > 40);
  for (const [index, text] of texts.entries()) {
    const name = JSON.stringify(text.slice(0, 20));
    assert.equal(inChromium[index], inNode[index], `Chromium and Node on ${name}`);
    assert.equal(native[index], inNode[index], `the native engine and Node on ${name}`);
  }
});
