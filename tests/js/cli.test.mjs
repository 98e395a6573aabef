// The command over folders of pages: what it writes, what it does when it is stopped, and how it ends.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { load } from 'banmian';
import { parquetReadObjects } from 'hyparquet';

const root = fileURLToPath(new URL('../../', import.meta.url));
const CLI = join(root, 'dist/cli.js');
const PAGE = '本报讯（记者沈若禾）全区工业增加值由2024年的128.6亿元增加到2025年的143.2亿元。\n';
// The bytes of 本报讯 全市新增岗位3万个。 in GB18030 and Big5 (本報訊)
const GB18030 = Buffer.from('b1beb1a8d1b620c8abcad0d0c2d4f6b8dacebb33cdf2b8f6a1a3', 'hex');
const BIG5 = Buffer.from('a5bbb3f8b054', 'hex');

let folder;
let banmian;
before(async () => {
  banmian = await load();
});
beforeEach(() => {
  if (folder) rmSync(folder, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'banmian-cli-'));
  mkdirSync(join(folder, 'in/2026/05'), { recursive: true });
  for (const name of ['bridge', 'harbour']) {
    cpSync(join(root, `www/examples/${name}.txt`), join(folder, `in/2026/05/${name}.txt`));
  }
  writeFileSync(join(folder, 'in/plain.txt'), PAGE);
  writeFileSync(join(folder, 'in/notes.pdf'), '%PDF');
});
after(() => rmSync(folder, { recursive: true }));

function banmianCommand(args, input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}
const read = (name) => readFileSync(join(folder, name), 'utf8');
const page = (name) => read(`in/${name}.txt`);
const rows = (ndjson) => ndjson.trimEnd().split('\n').map(JSON.parse);

describe('standard output', () => {
  test('one page is what the package gives, byte for byte', () => {
    const { status, stdout, stderr } = banmianCommand(['in/plain.txt', '--date', '2026-05-12']);
    assert.equal(stdout, `${JSON.stringify(banmian.parse(PAGE, { date: '2026-05-12' }))}\n`);
    assert.deepEqual([status, stderr], [0, '']);
    assert.equal(banmianCommand(['-f', 'md'], PAGE).stdout, banmian.export(PAGE, 'markdown'));
    assert.equal(banmianCommand(['-f', 'tei', '-'], PAGE).stdout, banmian.export(PAGE, 'tei'));
  });

  test('several pages come in order, tables with one head', () => {
    const { stdout } = banmianCommand(['in', '-f', 'csv', '--only', 'figures', '-j', '2']);
    const lines = stdout.trimEnd().split('\r\n');
    assert.equal(lines.filter((line) => line.startsWith('source,')).length, 1);
    const sources = lines.slice(1).map((line) => line.split(',')[0]);
    assert.deepEqual([...new Set(sources)], ['2026/05/bridge.txt', '2026/05/harbour.txt', 'plain.txt']);
    const json = rows(banmianCommand(['in', '--only', 'figures,text']).stdout);
    assert.deepEqual(
      json.map((it) => it.file),
      ['2026/05/bridge.txt', '2026/05/harbour.txt', 'plain.txt'],
    );
    assert.deepEqual(Object.keys(json[0]), ['file', 'version', 'figures', 'text']);
  });

  test('a reader that goes away is no error', async () => {
    const child = spawn(process.execPath, [CLI, 'in', '-f', 'ndjson', '--only', 'tokens'], { cwd: folder });
    child.stdout.destroy();
    let told = '';
    child.stderr.on('data', (data) => {
      told += data;
    });
    assert.equal(await new Promise((resolve) => child.on('close', resolve)), 0);
    assert.equal(told, '');
  });
});

describe('encodings', () => {
  for (const [name, bytes, args, expected] of [
    ['UTF-8', Buffer.from('本报讯 全市新增岗位3万个。'), [], '岗位'],
    ['UTF-8 with a mark', Buffer.from('\ufeff本报讯 全市新增岗位3万个。'), [], '岗位'],
    ['GB18030', GB18030, [], '岗位'],
    ['UTF-16 with a mark', Buffer.from('\ufeff本报讯 全市新增岗位3万个。', 'utf16le'), [], '岗位'],
    ['Big5, named', BIG5, ['--encoding', 'big5'], '本報訊'],
  ]) {
    test(name, () => {
      const { status, stdout } = banmianCommand(['--only', 'text', ...args], bytes);
      assert.equal(status, 0);
      assert.ok(JSON.parse(stdout).text.includes(expected), stdout);
      assert.ok(!JSON.parse(stdout).text.includes('\ufeff'));
    });
  }
});

describe('a folder', () => {
  test('holds a file a page, its folders kept', () => {
    assert.equal(banmianCommand(['in', '-f', 'tei', '-o', 'out']).status, 0);
    const options = { source: '2026/05/bridge.txt' };
    assert.equal(read('out/2026/05/bridge.xml'), banmian.export(page('2026/05/bridge'), 'tei', options));
    assert.ok(existsSync(join(folder, 'out/plain.xml')));
    assert.equal(banmianCommand(['in', '-f', 'csv', '--only', 'figures,quotes', '-o', 'tables']).status, 0);
    assert.ok(read('tables/plain.figures.csv').includes('12860000000,元,14320000000,元'));
    assert.ok(existsSync(join(folder, 'tables/plain.quotes.csv')));
  });

  test('what is there is kept, what is missing or older than its page is written', () => {
    assert.equal(banmianCommand(['in', '-o', 'out']).status, 0);
    // whole seconds: file systems keep no others exactly
    const old = new Date(Math.ceil(Date.now() / 1000) * 1000 + 60_000);
    const kept = join(folder, 'out/plain.json');
    utimesSync(kept, old, old);
    rmSync(join(folder, 'out/2026/05/bridge.json'));
    writeFileSync(join(folder, 'out/2026/05/harbour.json'), 'stale');
    utimesSync(join(folder, 'out/2026/05/harbour.json'), 0, 0);
    assert.equal(banmianCommand(['in', '-o', 'out']).status, 0);
    assert.equal(statSync(kept).mtimeMs, old.getTime());
    assert.equal(read('out/2026/05/bridge.json'), `${JSON.stringify(banmian.parse(page('2026/05/bridge')))}\n`);
    assert.equal(read('out/2026/05/harbour.json'), `${JSON.stringify(banmian.parse(page('2026/05/harbour')))}\n`);
    assert.equal(banmianCommand(['in', '-o', 'out', '--force']).status, 0);
    assert.ok(statSync(kept).mtimeMs < old.getTime());
  });

  test('does not mix settings', () => {
    assert.equal(banmianCommand(['in', '-o', 'out']).status, 0);
    const { status, stderr } = banmianCommand(['in', '-o', 'out', '--date', '2026-05-12']);
    assert.equal(status, 2);
    assert.match(stderr, /other settings/);
    assert.equal(banmianCommand(['in', '-f', 'md', '-o', 'out', '--date', '2026-05-12']).status, 0);
  });

  test('two pages for one place are refused', () => {
    writeFileSync(join(folder, 'plain.txt'), PAGE);
    const { status, stderr } = banmianCommand(['in', 'plain.txt', '-o', 'out']);
    assert.equal(status, 2);
    assert.match(stderr, /would both be written/);
  });
});

describe('a file of many pages', () => {
  test('NDJSON, a row each, in order', () => {
    assert.equal(banmianCommand(['in', '-f', 'ndjson', '--only', 'articles,figures', '-o', 'all.ndjson']).status, 0);
    const figures = rows(read('all.figures.ndjson'));
    const expected = ['2026/05/bridge', '2026/05/harbour', 'plain'].flatMap((name) =>
      rows(banmian.export(page(name), 'ndjson', { table: 'figures', source: `${name}.txt` })),
    );
    assert.deepEqual(figures, expected);
    assert.ok(existsSync(join(folder, 'all.articles.ndjson')));
    assert.ok(!existsSync(join(folder, 'all.ndjson.parts')));
  });

  test('Parquet says what NDJSON says', async () => {
    assert.equal(banmianCommand(['in', '-f', 'parquet', '--only', 'all', '-o', 'tables']).status, 0);
    for (const table of ['articles', 'figures', 'entities', 'times', 'newWords']) {
      const bytes = readFileSync(join(folder, `tables/${table}.parquet`));
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
      const found = await parquetReadObjects({ file });
      const { stdout } = banmianCommand(['in', '-f', 'ndjson', '--only', table]);
      assert.deepEqual(found, stdout === '' ? [] : rows(stdout), table);
    }
  });

  test('CSV has one head, and a mark for Excel', () => {
    assert.equal(banmianCommand(['in', '-f', 'csv', '-o', 'all.csv', '--bom']).status, 0);
    const csv = read('all.csv');
    assert.ok(csv.startsWith('\ufeffsource,article,kind,'));
    assert.equal(csv.split('source,article').length, 2);
  });

  test('goes on where it was stopped', async () => {
    mkdirSync(join(folder, 'many'));
    for (let index = 0; index < 240; index += 1) {
      cpSync(join(root, 'www/examples/harbour.txt'), join(folder, `many/${String(index).padStart(3, '0')}.txt`));
    }
    const args = [CLI, 'many', '-f', 'ndjson', '--only', 'figures', '-o', 'many.ndjson', '-j', '1'];
    const child = spawn(process.execPath, args, { cwd: folder });
    const ended = new Promise((resolve) => child.on('close', resolve));
    while (!existsSync(join(folder, 'many.ndjson.parts/0.done')) && child.exitCode === null) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    child.kill('SIGKILL');
    await ended;
    assert.ok(!existsSync(join(folder, 'many.ndjson')), 'it was stopped before its end');
    const done = readdirSync(join(folder, 'many.ndjson.parts')).filter((name) => name.endsWith('.done'));
    const marked = join(folder, 'many.ndjson.parts', done[0].replace('.done', '').replace(/^/, 'figures-'));
    const before = readFileSync(marked, 'utf8');
    writeFileSync(marked, before.replaceAll('"article":"a1"', '"article":"kept"')); // so that it is seen to be kept
    assert.equal(banmianCommand(args.slice(1)).status, 0);
    const sources = rows(read('many.ndjson'));
    assert.equal(new Set(sources.map((row) => row.source)).size, 240);
    assert.ok(
      sources.some((row) => row.article === 'kept'),
      'the part that was complete was kept',
    );
  });
});

describe('what goes wrong', () => {
  test('one bad file is told and does not stop the others', () => {
    writeFileSync(join(folder, 'in/binary.txt'), Buffer.alloc(4000, 1));
    writeFileSync(join(folder, 'in/broken.txt'), Buffer.from([0x81, 0xff, 0xff, 0x20]));
    const { status, stdout, stderr } = banmianCommand(['in', 'nowhere.txt', '-f', 'ndjson']);
    assert.equal(status, 1);
    assert.match(stderr, /binary\.txt: .*\(not-text\)/);
    assert.match(stderr, /broken\.txt: .*neither UTF-8 nor GB18030/);
    assert.match(stderr, /nowhere\.txt: /);
    assert.equal(stderr.trimEnd().split('\n').length, 3);
    assert.equal(new Set(rows(stdout).map((row) => row.source)).size, 3);
    assert.equal(banmianCommand(['in', '-f', 'ndjson', '-o', 'all.ndjson']).status, 1);
    assert.equal(new Set(rows(read('all.ndjson')).map((row) => row.source)).size, 3);
  });

  for (const [args, message] of [
    [['in', '-f', 'docx'], /no format/],
    [['in', '-f', 'csv', '--only', 'nothing'], /no table/],
    [['in', '-f', 'tei', '--only', 'figures'], /does not go with/],
    [['in', '--only', 'nothing'], /no field/],
    [['in', '--date', 'today'], /no day/],
    [['in', '--jobs', '0'], /no number/],
    [['in', '--encoding', 'klingon'], /no encoding/],
    [['in', '--colour'], /Unknown option/],
    [['in', '-f', 'parquet'], /needs --out/],
    [['in', '-f', 'tei'], /need --out/],
    [['in', '-f', 'csv', '--only', 'all'], /need --out/],
    [['in', '--ext', 'docx'], /No files found/],
    [['--files-from', 'nowhere'], /files-from/],
    [['in', '--words', 'nowhere'], /words/],
  ]) {
    test(`${args.join(' ')} is refused with code 2`, () => {
      const { status, stdout, stderr } = banmianCommand(args);
      assert.equal(status, 2, stderr);
      assert.match(stderr, message);
      assert.equal(stdout, '');
    });
  }
});

test('the day of publication from the path', () => {
  for (const [path, expected] of [
    ['in/2026-05-12.txt', '2026-05-12'],
    ['in/20260512_01.txt', '2026-05-12'],
    ['in/2026/05/12/page.txt', '2026-05-12'],
    ['in/page-1.txt', null],
    ['in/2026-13-40.txt', null],
    ['in/120260512.txt', null],
  ]) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), '全市新增岗位。');
    const { stdout } = banmianCommand([path, '--date-from-path', '--only', 'published']);
    assert.equal(JSON.parse(stdout).published, expected, path);
  }
});

test('own words, and a list of files', () => {
  writeFileSync(join(folder, 'words.txt'), '# 自己的词\n船边直提\n栖霞湾新区\tns\n');
  writeFileSync(join(folder, 'a.txt'), '栖霞湾新区推行船边直提。');
  writeFileSync(join(folder, 'list.txt'), 'a.txt\nin/plain.txt\n');
  const args = ['--files-from', 'list.txt', '--words', 'words.txt', '-f', 'ndjson', '--only', 'tokens'];
  const found = rows(banmianCommand(args).stdout);
  assert.deepEqual(
    found.filter((row) => row.source === 'a.txt').map((row) => `${row.word}/${row.tag}`),
    ['栖霞湾新区/ns', '推行/v', '船边直提/nz', '。/w'],
  );
  assert.ok(found.some((row) => row.source === 'in/plain.txt'));
});

test('help and version', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  assert.deepEqual(banmianCommand(['--version']), { status: 0, stdout: `${version}\n`, stderr: '' });
  assert.match(banmianCommand(['--help']).stdout, /Exit codes/);
});
