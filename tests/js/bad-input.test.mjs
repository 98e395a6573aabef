// A sensible result or an error with a stable code, for whatever is pasted.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { load } from 'banmian';

let banmian;
before(async () => {
  banmian = await load();
});

const withoutSpace = (text) => text.replace(/\s/gu, '');

describe('read', () => {
  const cases = {
    nothing: '',
    'only spaces': ' \n\u3000\t\r\n  ',
    'one character': '版',
    'emoji and surrogate pairs': '😀𠮷野家👩‍👩‍👧在江边。🇨🇳',
    Traditional: '臺灣的報紙說，經濟增長百分之三。',
    'English only': 'The quick brown fox.\nJumps over the lazy dog.\n',
    'only punctuation': '。。。，，，！！！',
    'only digits': '1234567890',
    markup: '<script>alert(1)</script><img src=x onerror=alert(1)>',
  };
  for (const [name, text] of Object.entries(cases)) {
    test(name, () => {
      const page = banmian.parse(text);
      const visible = (s) => withoutSpace(s).replace(/\u200d/gu, '');
      assert.equal(visible(page.text), visible(text));
      assert.equal(banmian.segment(text).join(''), text);
      if (withoutSpace(text) === '') assert.deepEqual(page.articles, []);
    });
  }

  test('a lone surrogate moves no offset', () => {
    const text = '前\ud800后。北京很大。';
    const page = banmian.parse(text);
    assert.equal(page.text.length, text.length);
    assert.ok(page.text.endsWith('北京很大。'));
  });

  test('time grows with the length, not with its square', () => {
    const line = '全区工业增加值增长百分之三，大家看了都非常高兴得很。';
    const seconds = (times) => {
      const text = line.repeat(times);
      const { user, system } = process.cpuUsage();
      banmian.parse(text);
      const spent = process.cpuUsage({ user, system });
      return (spent.user + spent.system) / 1e6;
    };
    seconds(2000);
    const [short, long] = [seconds(8000), seconds(32_000)];
    assert.ok(long < 8 * short, `four times the text took ${(long / short).toFixed(1)} times as long`);
  });

  test('one line of five million characters, in time', () => {
    const text = '新区公布运行情况，大家看到以后都觉得很好也很高兴。'.repeat(200_000).slice(0, 5_000_000);
    const start = performance.now();
    const page = banmian.parse(text);
    assert.ok(performance.now() - start < 60_000, 'five million characters within a minute');
    assert.equal(withoutSpace(page.text).length, text.length);
  });
});

describe('refused', () => {
  const cases = [
    ['60 MB', () => 'x'.repeat(60_000_000), 'too-large'],
    ['60 MB of Chinese', () => '版'.repeat(20_000_000), 'too-large'],
    ['binary', () => String.fromCharCode(0, 1, 2, 3, 0xfffd).repeat(1000), 'not-text'],
    ['bytes', () => new Uint8Array(10), 'not-text'],
    ['nothing at all', () => undefined, 'not-text'],
    ['null', () => null, 'not-text'],
  ];
  for (const [name, text, code] of cases) {
    test(name, () => {
      assert.throws(
        () => banmian.parse(text()),
        (error) => error.name === 'BanmianError' && error.code === code && error.message.length > 20,
      );
      assert.deepEqual(banmian.segment('新区'), ['新区'], 'the engine still works');
    });
  }
});
