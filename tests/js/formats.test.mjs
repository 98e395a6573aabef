// Exports as other programs see them: TEI against the TEI schema, JSON-LD through a JSON-LD library and against
// schema.org's types, CSV through a spreadsheet library.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { load } from 'banmian';
import jsonld from 'jsonld';
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm';
import xlsx from 'xlsx';
import { compile } from './tsc.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = ['tests/pages', 'www/examples'].flatMap((folder) =>
  readdirSync(root + folder)
    .filter((name) => name.endsWith('.txt') && !name.endsWith('.expected.txt'))
    .map((name) => [`${folder}/${name}`, readFileSync(`${root}${folder}/${name}`, 'utf8')]),
);
pages.push(
  ['nothing', ''],
  [
    'what wants to break out',
    '=1+1\n\n@SUM(A1)\n<b>&amp;]]>\u{ffff}\n\n市长李明远说：“2020年<增长>11.4%。\n\n“还要加快。”\n-3％',
  ],
);

let banmian;
before(async () => {
  banmian = await load();
});

describe('TEI is valid by the schema of TEI P5', () => {
  let schema;
  let validator;
  before(() => {
    schema = XmlDocument.fromBuffer(gunzipSync(readFileSync(`${root}tests/export/tei_all.rng.gz`)));
    validator = RelaxNGValidator.fromDoc(schema);
  });
  after(() => {
    validator.dispose();
    schema.dispose();
  });
  const validate = (tei) => {
    const document = XmlDocument.fromString(tei);
    try {
      validator.validate(document);
    } finally {
      document.dispose();
    }
  };

  for (const [name, text] of pages) {
    test(name, () => validate(banmian.export(text, 'tei', { date: '2026-05-12', source: name })));
  }

  test('and the schema would see what is not', () => {
    const tei = banmian.export(pages[0][1], 'tei');
    assert.throws(() => validate(tei.replace('<p>', '<p><headline/>')));
    assert.throws(() => validate(tei.replaceAll('type="article"', 'kind="article"')));
  });
});

describe('JSON-LD', () => {
  /** schema.org's context says where its terms are; that is all of it that is needed here. */
  const documentLoader = async (url) => {
    assert.equal(url, 'https://schema.org');
    return { documentUrl: url, document: { '@context': { '@vocab': 'http://schema.org/' } } };
  };

  for (const [name, text] of pages) {
    test(name, async () => {
      const document = JSON.parse(banmian.export(text, 'jsonld', { date: '2026-05-12' }));
      const options = { documentLoader, base: 'http://example.org/page', safe: true };
      const expanded = await jsonld.expand(document, options);
      const { articles } = banmian.parse(text, { date: '2026-05-12' });
      assert.equal(expanded.length, articles.length);
      for (const [index, node] of expanded.entries()) {
        assert.deepEqual(node['@type'], ['http://schema.org/NewsArticle']);
        assert.equal(node['@id'], `http://example.org/page#${articles[index].id}`);
        const headline = node['http://schema.org/headline']?.[0]['@value'];
        assert.equal(headline, articles[index].headline?.main.join(' '));
      }
      const quads = await jsonld.toRDF(document, options);
      assert.ok(quads.length >= articles.length * 4);
    });
  }

  test('is of the types of schema.org', () => {
    const documents = pages.map(([, text]) => banmian.export(text, 'jsonld', { date: '2026-05-12' }));
    const compiled = (sources) => {
      const values = sources.map((it, index) => `export const page${index}: Graph = ${it};`);
      return compile('jsonld', `import type { Graph } from 'schema-dts';\n${values.join('\n')}`);
    };
    assert.equal(compiled(documents), '');
    assert.match(compiled([documents[0].replace('"articleBody"', '"articleBodies"')]), /error TS/);
  });
});

/** Chinese that the reader leaves as it is: it asks `Date.parse`, which takes 云州　11　8　9 for a day. */
const isText = (value) => /\p{Script=Han}/u.test(value) && !/^[\d０-９]/.test(value) && Number.isNaN(Date.parse(value));

describe('CSV in a spreadsheet', () => {
  const TABLES = [
    'articles',
    'figures',
    'quantities',
    'times',
    'entities',
    'mentions',
    'quotes',
    'tokens',
    'frequencies',
    'keywords',
  ];
  const CELL = { integer: 'n', number: 'n', boolean: 'b' };

  for (const [name, text] of pages) {
    test(name, () => {
      for (const table of TABLES) {
        const csv = banmian.export(text, 'csv', { table, date: '2026-05-12' });
        const sheet = xlsx.read(csv, { type: 'string', raw: false }).Sheets.Sheet1;
        const columns = banmian.columns(table);
        const expected = banmian.export(text, 'ndjson', { table, date: '2026-05-12' });
        const rows = expected === '' ? [] : expected.trimEnd().split('\n').map(JSON.parse);
        const range = xlsx.utils.decode_range(sheet['!ref']);
        assert.deepEqual([range.e.r, range.e.c], [rows.length, columns.length - 1], `${table} of ${name}`);
        for (const [y, row] of rows.entries()) {
          for (const [x, { name: column, type }] of columns.entries()) {
            const cell = sheet[xlsx.utils.encode_cell({ r: y + 1, c: x })];
            const value = row[column];
            assert.equal(cell?.f, undefined, 'no cell is a formula');
            if (value === null) assert.ok(cell === undefined || cell.v === undefined, `${table}.${column}`);
            else if (type in CELL) {
              assert.equal(cell.t, CELL[type], `${table}.${column}: ${JSON.stringify(cell)}`);
              assert.equal(cell.v, value);
            } else if (typeof value === 'string' && isText(value)) {
              assert.equal(cell.t, 's');
              assert.equal(cell.v.replace(/^'/, '').replaceAll('\r\n', '\n'), value);
            }
          }
        }
      }
    });
  }
});
