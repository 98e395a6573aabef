// Holds real output against the declared types: as a literal, so that a field that is missing, of another type
// or not declared is an error.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { load } from 'banmian';
import { compile } from './tsc.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const example = (name) => readFileSync(`${root}www/examples/${name}.txt`, 'utf8');

test('real output is of the declared types', async () => {
  const banmian = await load();
  const pages = ['harbour', 'bridge', 'orchard'].map((name) => banmian.parse(example(name), { date: '2026-05-12' }));
  const columns = (page) => ({ ...page, tokens: cut(page.tokens), sentences: cut(page.sentences) });
  const literals = [...pages, banmian.parse('')].map((page) => JSON.stringify(columns(page)));
  const source = `import type { Page, TaggedWord } from 'banmian';
${literals.map((literal, index) => `export const page${index}: Page = ${literal};`).join('\n')}
export const words: TaggedWord[] = ${JSON.stringify(banmian.tag('新区公布情况。'))};
`;
  assert.equal(compile('output', source), '');
});

test('the check would see a wrong type, a missing and an undeclared field', () => {
  const head = "import type { SourceMap } from 'banmian';\n";
  assert.match(compile('wrong', `${head}export const a: SourceMap = { length: '1', runs: [] };`), /TS2322/);
  assert.match(compile('missing', `${head}export const a: SourceMap = { length: 1 };`), /TS2741/);
  assert.match(compile('extra', `${head}export const a: SourceMap = { length: 1, runs: [], more: 1 };`), /TS2353/);
});

test('the interface is as the design says', () => {
  const source = `import { load, BanmianError, type Page } from 'banmian';
import { load as loadWorker } from 'banmian/worker';
const banmian = await load({ wasm: new URL('file:///a'), lexicon: new Uint8Array() });
const page: Page = banmian.parse('', { date: '2020-03-07', hints: [{ at: 0, is: 'article' }] });
banmian.addWords([{ word: '两江三工厂', tag: 'nt' }]);
banmian.setStopWords(null);
const words: string[] = banmian.segment('');
const first: string | undefined = banmian.tag('')[0]?.word;
const worker = await loadWorker({ signal: new AbortController().signal });
const remote: Promise<Page> = worker.parse('', { signal: new AbortController().signal });
const code: 'too-large' | string = new BanmianError('too-large', '').code;
worker.dispose(); banmian.dispose();
export { page, words, first, remote, code };
`;
  assert.equal(compile('interface', source), '');
});

const cut = (columns) =>
  Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values.slice(0, 50)]));
