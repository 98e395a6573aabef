// What is read leaves nothing behind.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'banmian';
import { PLAIN, plain } from './hostile.mjs';
import { used } from './wasm-memory.mjs';

/** A page that no other is like: other names, other numbers, another length. */
function page(number) {
  const characters = '林沈石唐孟秦梁叶苏方';
  const name = characters[number % 10] + characters[(number * 7 + 3) % 10] + characters[(number * 3 + 1) % 10];
  const text = PLAIN.replaceAll('林一帆', name).replaceAll(/\d+/g, (digits) => String(Number(digits) + number));
  return text.repeat(1 + ((number * 13) % 40));
}

test('500 different pages in one engine: the second half needs no more than the first', async () => {
  const banmian = await load();
  for (let number = 0; number < 250; number++) banmian.parse(page(number));
  const half = used();
  for (let number = 250; number < 500; number++) banmian.parse(page(number));
  assert.equal(used(), half);
  assert.ok(half < 64_000_000, `${half} bytes`);
  banmian.dispose();
});

test('an engine that is disposed of gives its memory to the next', async () => {
  (await load()).dispose();
  const once = used();
  for (let round = 0; round < 8; round++) {
    const banmian = await load();
    banmian.parse(page(round));
    banmian.dispose();
  }
  assert.ok(used() <= once + 8_000_000, `${once} bytes, then ${used()}`);
});

test('after any error the engine goes on', async () => {
  const banmian = await load();
  const before = banmian.parse(PLAIN);
  const errors = [
    () => banmian.parse('x'.repeat(60_000_000)),
    () => banmian.parse('\u0000\u0001\u0002\ufffd'.repeat(100)),
    () => banmian.parse(PLAIN, { date: 'x' }),
    () => banmian.parse(PLAIN, { hints: 5 }),
    () => banmian.addWords([{ word: '' }]),
    () => banmian.concordance(PLAIN, { pattern: '(' }),
    () => banmian.segment(null),
  ];
  for (const error of errors) {
    assert.throws(error, { name: 'BanmianError' });
    assert.deepEqual(banmian.parse(PLAIN), before);
  }
  banmian.dispose();
});

test('a text of 16 MB is read within 1.5 GB', async () => {
  const banmian = await load();
  const text = plain(6_000_000);
  const { articles } = banmian.parse(text);
  assert.ok(articles.length > 1000);
  assert.ok(used() < 1_500_000_000, `${used()} bytes`);
  assert.deepEqual(banmian.segment('新区'), ['新区']);
  banmian.dispose();
});
