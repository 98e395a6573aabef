// What can be asked of a text, through the built package and through its worker.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { load } from 'banmian';
import { load as loadWorker } from 'banmian/worker';

const BRIDGE = '新区大桥建成。大桥全长三千米，大桥连接两岸。村民说，过河方便了。';
const HARBOUR = '港口扩建码头。码头年内投产，港口更忙。村民说，工作好找了。';

const ASKED = [
  ['frequencies', []],
  ['keywords', [5]],
  ['textRank', [5]],
  ['phrases', [{ shortest: 2, longest: 3, least: 2 }]],
  ['dispersion', ['大桥', 4]],
  ['collocates', ['大桥', { window: 3, least: 1 }]],
  ['concordance', [{ word: '大桥' }, { width: 4, sort: 'right' }]],
  ['concordance', [{ pattern: '[三四]千.' }]],
  ['keyness', [HARBOUR]],
];

let banmian;
let worker;
before(async () => {
  banmian = await load();
  worker = await loadWorker();
});
after(() => worker.dispose());

describe('measures', () => {
  test('frequencies', () => {
    const counts = Object.fromEntries(banmian.frequencies(BRIDGE).map(({ word, count }) => [word, count]));
    assert.equal(counts.大桥, 3);
    assert.equal(counts['，'], undefined);
  });

  test('keywords are as many as asked for', () => {
    assert.equal(banmian.keywords(BRIDGE, 1)[0].word, '大桥');
    assert.equal(banmian.keywords(BRIDGE, 1).length, 1);
    assert.ok(banmian.textRank(BRIDGE, 3).some(({ word }) => word === '大桥'));
  });

  test('phrases', () => {
    const found = banmian.phrases('海洋经济发展。海洋经济发展。', { shortest: 2, longest: 3 });
    assert.deepEqual(found.map(({ text, words, count }) => [text, words, count])[0], ['海洋经济发展', 3, 2]);
  });

  test('a concordance gives places of the text', () => {
    const text = `😀${BRIDGE}`;
    const lines = banmian.concordance(text, { word: '大桥' }, { width: 3 });
    assert.deepEqual(
      lines.map(({ left, start, end, right }) => [
        text.slice(left, start),
        text.slice(start, end),
        text.slice(end, right),
      ]),
      [
        ['😀新区', '大桥', '建成。'],
        ['建成。', '大桥', '全长三'],
        ['千米，', '大桥', '连接两'],
      ],
    );
    const patterns = banmian.concordance(text, { pattern: '[三四]千.' });
    assert.deepEqual(
      patterns.map(({ start, end }) => text.slice(start, end)),
      ['三千米'],
    );
  });

  test('the spread of a word', () => {
    const { count, positions, parts, deviation } = banmian.dispersion(BRIDGE, '大桥', 2);
    assert.equal(count, 3);
    assert.deepEqual(
      positions.map((at) => BRIDGE.slice(at, at + 2)),
      ['大桥', '大桥', '大桥'],
    );
    assert.equal(
      parts.reduce((sum, part) => sum + part, 0),
      3,
    );
    assert.ok(deviation >= 0 && deviation <= 1);
  });

  test('keyness tells two texts apart', () => {
    const found = banmian.keyness(BRIDGE, HARBOUR);
    assert.deepEqual([found[0].word, found[0].count, found[0].otherCount], ['大桥', 3, 0]);
    assert.ok(found.at(-1).logLikelihood < 0);
    assert.ok(Math.abs(found.find(({ word }) => word === '村民').logLikelihood) < 0.5);
  });

  test('what cannot be asked is refused', () => {
    assert.throws(() => banmian.concordance(BRIDGE, { pattern: '(' }), { code: 'bad-option' });
    assert.throws(() => banmian.concordance(BRIDGE, { nothing: '' }), { code: 'bad-option' });
    assert.throws(() => banmian.keywords(BRIDGE, -1), { code: 'bad-option' });
    assert.throws(() => banmian.keyness(BRIDGE, 5), { code: 'bad-option' });
    assert.throws(() => banmian.frequencies(5), { code: 'not-text' });
  });

  test('the worker answers the same', async () => {
    for (const [name, rest] of ASKED) {
      assert.deepEqual(await worker[name](BRIDGE, ...rest), banmian[name](BRIDGE, ...rest), name);
    }
    await assert.rejects(worker.concordance(BRIDGE, { pattern: '(' }), { code: 'bad-option' });
    await assert.rejects(worker.keyness(BRIDGE, HARBOUR, { signal: AbortSignal.abort() }), { code: 'aborted' });
  });
});
