// Exports through the package: what the native engine writes, byte for byte, also from a worker.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { load } from 'banmian';
import { load as loadWorker } from 'banmian/worker';

const root = fileURLToPath(new URL('../../', import.meta.url));
const DATE = '2026-05-12';
const FORMATS = [
  'json',
  'markdown',
  'tei',
  'jsonld',
  'csv/articles',
  'csv/figures',
  'ndjson/mentions',
  'ndjson/newWords',
];

const names = ['tests/pages', 'www/examples'].flatMap((folder) =>
  readdirSync(`${root}${folder}`)
    .filter((name) => name.endsWith('.txt') && !name.endsWith('.expected.txt'))
    .map((name) => `${folder}/${name}`),
);
const texts = [...names.map((name) => readFileSync(root + name, 'utf8')), '', '=1\n\n“引号”,\u{ffff}<b>&amp;😀'];

let banmian;
let worker;
before(async () => {
  [banmian, worker] = await Promise.all([load(), loadWorker()]);
});
after(() => worker.dispose());

function written(text, name) {
  const [format, table] = name.split('/');
  return banmian.export(text, format, { table, source: 'a.txt', date: DATE });
}

test('every format is what the native engine writes, byte for byte', () => {
  execFileSync('cargo', ['build', '--quiet', '--example', 'export'], { cwd: root, stdio: 'inherit' });
  const requests = texts.flatMap((text) => FORMATS.map((format) => ({ text, format, source: 'a.txt', date: DATE })));
  const output = execFileSync(`${root}target/debug/examples/export`, [`${root}dist/lexicon.bin`], {
    input: requests.map((request) => `${JSON.stringify(request)}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const native = output.trimEnd().split('\n').map(JSON.parse);
  requests.forEach(({ text, format }, index) => {
    assert.equal(written(text, format), native[index], `${format} of ${text.slice(0, 30)}`);
  });
});

describe('a worker', () => {
  test('writes the same', async () => {
    const options = { table: 'figures', source: 'a.txt', date: DATE };
    assert.equal(await worker.export(texts[0], 'csv', options), banmian.export(texts[0], 'csv', options));
    assert.equal(await worker.export(texts[0], 'json'), JSON.stringify(banmian.parse(texts[0])));
  });

  test('rejects with the code of the engine, and at once when it is aborted', async () => {
    await assert.rejects(worker.export('x', 'docx'), { name: 'BanmianError', code: 'bad-option' });
    await assert.rejects(worker.export('x', 'tei', { signal: AbortSignal.abort() }), { code: 'aborted' });
  });
});

test('several forms of one page', async () => {
  const targets = ['tei', 'csv', { format: 'ndjson', table: 'quotes' }];
  const expected = [
    banmian.export(texts[1], 'tei', { date: DATE }),
    banmian.export(texts[1], 'csv', { date: DATE, table: 'articles' }),
    banmian.export(texts[1], 'ndjson', { date: DATE, table: 'quotes' }),
  ];
  assert.deepEqual(banmian.exportAll(texts[1], targets, { date: DATE }), expected);
  assert.deepEqual(await worker.exportAll(texts[1], targets, { date: DATE }), expected);
});

test('what there is no such thing of is refused', () => {
  for (const [format, options] of [
    ['docx', {}],
    ['csv', { table: 'nothing' }],
    ['tei', { table: 'figures' }],
    ['json', { table: 'figures' }],
    [undefined, {}],
    ['tei', { date: 'yesterday' }],
  ]) {
    assert.throws(() => banmian.export('x', format, options), { name: 'BanmianError', code: 'bad-option' });
  }
  assert.throws(() => banmian.export(null, 'tei'), { code: 'not-text' });
});
