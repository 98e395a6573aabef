// The built package as someone who installed it sees it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, test } from 'node:test';
import { load } from 'banmian';
import fc from 'fast-check';

const WRAPPED = `本报讯（记者沈若禾）栖霞湾新区日前公布
上半年运行情况。全区规模以上工业增加值由去年同
期的 128.6亿元增加到143.2亿元，增长11.4%。
`;

let banmian;
before(async () => {
  banmian = await load();
});

const withoutSpace = (text) => text.replace(/\s/gu, '');

describe('parse', () => {
  test('undoes the wrapping and loses nothing', () => {
    const page = banmian.parse(WRAPPED);
    assert.equal(page.version, 1);
    assert.ok(page.text.includes('公布上半年运行情况'));
    assert.equal(withoutSpace(page.text), withoutSpace(WRAPPED));
  });

  test('the source map leads every character back to where it stood', () => {
    const page = banmian.parse(WRAPPED);
    assert.equal(page.source.length, WRAPPED.length);
    for (const [text, source, length] of page.source.runs) {
      assert.equal(
        withoutSpace(page.text.slice(text, text + length)),
        withoutSpace(WRAPPED.slice(source, source + length)),
      );
    }
    const mapped = page.source.runs.map(([text, , length]) => page.text.slice(text, text + length)).join('');
    assert.equal(withoutSpace(mapped), withoutSpace(WRAPPED));
  });

  test('is plain JSON: arrays, objects and null, nothing undefined', () => {
    const page = banmian.parse(WRAPPED, { date: '2026-05-12' });
    assert.deepEqual(JSON.parse(JSON.stringify(page)), page);
  });

  test('gives the same result twice', () => {
    assert.deepEqual(banmian.parse(WRAPPED), banmian.parse(WRAPPED));
  });
});

describe('segment', () => {
  test('cuts words', () => {
    assert.deepEqual(banmian.segment('新区公布运行情况。'), ['新区', '公布', '运行', '情况', '。']);
  });

  test('joined, it is the text: any string, lone surrogates and controls too', () => {
    const unit = fc.oneof(
      fc.constantFrom(
        '版',
        '面',
        '，',
        '。',
        ' ',
        '\n',
        '\r\n',
        '\u3000',
        '\u0000',
        '\u200b',
        '\ufeff',
        'a',
        '7',
        '％',
      ),
      fc.constantFrom('\ud83d\ude00', '👩‍👩‍👧', '\ud800', '\udc00', '\ufffd', '𠮷', 'é', 'e\u0301', '\u2028', '\u0007'),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    );
    const text = fc.array(unit, { maxLength: 60 }).map((units) => units.join(''));
    fc.assert(
      fc.property(text, (input) => {
        assert.equal(banmian.segment(input).join(''), input);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('tag', () => {
  test('names each word with its place', () => {
    const text = '😀栖霞湾在江边。';
    for (const { word, tag, start, end } of banmian.tag(text)) {
      assert.equal(text.slice(start, end), word);
      assert.match(tag, /^[a-zA-Z]+$/);
    }
    assert.ok(banmian.tag('他在北京工作').some(({ word, tag }) => word === '北京' && tag === 'ns'));
  });
});

describe('own words', () => {
  test('are preferred to those of the lexicon', async () => {
    const own = await load();
    own.addWords([{ word: '栖霞湾新区', tag: 'ns' }, { word: '船边直提' }]);
    const tagged = own.tag('栖霞湾新区推行船边直提。').map(({ word, tag }) => `${word}/${tag}`);
    assert.deepEqual(tagged, ['栖霞湾新区/ns', '推行/v', '船边直提/nz', '。/w']);
    own.dispose();
  });

  test('that cannot be used are refused', () => {
    for (const words of [[{ word: '' }], [{ word: '两 江' }], [{ word: '两江', tag: '?' }], [{}], null, 'x']) {
      assert.throws(() => banmian.addWords(words), { name: 'BanmianError', code: 'bad-option' });
    }
  });

  test('stop words are no keywords', async () => {
    const own = await load();
    const text = '港区扩建码头。码头通车，港区更忙。';
    const keywords = () => own.parse(text).statistics.keywords.map(({ word }) => word);
    assert.ok(keywords().includes('港区'));
    own.setStopWords(['港区']);
    assert.ok(!keywords().includes('港区'));
    own.setStopWords(null);
    assert.ok(keywords().includes('港区'));
    own.dispose();
  });
});

describe('options', () => {
  test('the day of publication must be a day', () => {
    assert.throws(() => banmian.parse('x', { date: 'yesterday' }), { code: 'bad-option' });
    assert.throws(() => banmian.parse('x', { date: '2020-13-01' }), { code: 'bad-option' });
    assert.throws(() => banmian.parse('x', { hints: [{ at: 0, is: 'nothing' }] }), { code: 'bad-option' });
    assert.deepEqual(banmian.parse('x', { date: undefined, hints: undefined }), banmian.parse('x'));
  });
});

describe('load', () => {
  test('takes bytes, modules and file URLs', async () => {
    const wasm = await readFile(new URL(import.meta.resolve('banmian/banmian.wasm')));
    const lexicon = await readFile(new URL(import.meta.resolve('banmian/lexicon.bin')));
    const options = [
      { wasm, lexicon },
      {
        wasm: await WebAssembly.compile(wasm),
        lexicon: lexicon.buffer.slice(lexicon.byteOffset, lexicon.byteOffset + lexicon.length),
      },
      {
        wasm: import.meta.resolve('banmian/banmian.wasm'),
        lexicon: new URL(import.meta.resolve('banmian/lexicon.bin')),
      },
      { wasm: new Response(wasm), lexicon: new Response(lexicon) },
    ];
    for (const option of options) {
      const engine = await load(option);
      assert.deepEqual(engine.segment('新区'), ['新区']);
      engine.dispose();
      assert.throws(() => engine.segment('新区'), { name: 'BanmianError', code: 'not-loaded' });
    }
  });

  test('says what is wrong with a lexicon', async () => {
    const lexicon = await readFile(new URL(import.meta.resolve('banmian/lexicon.bin')));
    await assert.rejects(load({ lexicon: lexicon.subarray(0, 5000) }), {
      name: 'BanmianError',
      code: 'lexicon-corrupt',
    });
    await assert.rejects(load({ lexicon: new Uint8Array() }), { code: 'lexicon-corrupt' });
    const newer = Uint8Array.from(lexicon);
    newer[8] = 255;
    await assert.rejects(load({ lexicon: newer }), { code: 'lexicon-version' });
    await assert.rejects(load({ lexicon: '/nowhere/lexicon.bin' }), { code: 'not-loaded' });
    await assert.rejects(load({ lexicon: new Response('', { status: 404 }) }), { code: 'not-loaded' });
    await assert.rejects(load({ lexicon: 5 }), { code: 'bad-option' });
  });

  test('nothing happens at import', async () => {
    const { fetch } = globalThis;
    globalThis.fetch = () => assert.fail('fetched at import');
    try {
      await import(new URL('./index.js?fresh', import.meta.resolve('banmian')).href);
      await import(new URL('./worker.js?fresh', import.meta.resolve('banmian')).href);
    } finally {
      globalThis.fetch = fetch;
    }
  });
});

describe('errors', () => {
  test('loading that is aborted is rejected at once', async () => {
    await assert.rejects(load({ signal: AbortSignal.abort() }), { name: 'BanmianError', code: 'aborted' });
    const controller = new AbortController();
    const never = new Promise(() => {});
    const loading = load({ lexicon: never, signal: controller.signal });
    controller.abort(new Error('enough'));
    await assert.rejects(loading, (error) => error.code === 'aborted' && error.cause.message === 'enough');
    (await load({ signal: new AbortController().signal })).dispose();
  });

  test('where there is no WebAssembly, or what is no engine', async () => {
    const { WebAssembly } = globalThis;
    try {
      globalThis.WebAssembly = undefined;
      await assert.rejects(load(), { name: 'BanmianError', code: 'wasm-unavailable' });
    } finally {
      globalThis.WebAssembly = WebAssembly;
    }
    await assert.rejects(
      load({ wasm: new Uint8Array(100) }),
      (error) => error.code === 'wasm-unavailable' && error.cause instanceof WebAssembly.CompileError,
    );
  });

  test('an engine that was disposed of says so, whatever it is asked, and twice does no harm', async () => {
    const own = await load();
    own.dispose();
    own.dispose();
    for (const call of [
      () => own.parse('x'),
      () => own.export('x', 'tei'),
      () => own.exportAll('x', ['tei']),
      () => own.columns('figures'),
      () => own.tag('x'),
      () => own.frequencies('x'),
      () => own.addWords([]),
      () => own.setStopWords(null),
    ]) {
      assert.throws(call, { name: 'BanmianError', code: 'not-loaded' });
    }
  });
});
