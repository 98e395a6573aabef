// The engine in a worker thread: the same answers, and every promise settled.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { load as loadHere } from 'banmian';
import { load } from 'banmian/worker';

const TEXT = '栖霞湾新区日前公布上半年运行情况。';
const LONG = TEXT.repeat(60_000);

let worker;
before(async () => {
  worker = await load();
});
after(() => worker.dispose());

test('answers as the engine itself does', async () => {
  const here = await loadHere();
  assert.deepEqual(await worker.parse(TEXT, { date: '2026-05-12' }), here.parse(TEXT, { date: '2026-05-12' }));
  assert.deepEqual(await worker.segment(TEXT), here.segment(TEXT));
  assert.deepEqual(await worker.tag(TEXT), here.tag(TEXT));
});

test('answers in order', async () => {
  const order = [];
  await Promise.all(['一', '二', '三'].map((text) => worker.segment(text).then(() => order.push(text))));
  assert.deepEqual(order, ['一', '二', '三']);
});

test('rejects with the code of the engine', async () => {
  await assert.rejects(worker.parse('x'.repeat(60_000_000)), { name: 'BanmianError', code: 'too-large' });
  await assert.rejects(worker.parse(null), { name: 'BanmianError', code: 'not-text' });
  assert.deepEqual(await worker.segment('新区'), ['新区']);
});

test('an aborted call is rejected at once, whether it waits or runs', async () => {
  await assert.rejects(worker.parse(TEXT, { signal: AbortSignal.abort() }), { code: 'aborted' });
  const controller = new AbortController();
  const running = worker.parse(LONG, { signal: controller.signal });
  const waiting = worker.parse(LONG, { signal: controller.signal });
  const start = performance.now();
  setTimeout(() => controller.abort(), 30);
  await assert.rejects(running, { code: 'aborted' });
  await assert.rejects(waiting, { code: 'aborted' });
  assert.ok(performance.now() - start < 2000);
  assert.deepEqual(await worker.segment('新区'), ['新区'], 'the next call is answered');
});

test('load rejects rather than hangs', async () => {
  await assert.rejects(load({ lexicon: new Uint8Array(100) }), { name: 'BanmianError', code: 'lexicon-corrupt' });
  await assert.rejects(load({ wasm: readFileSync(new URL(import.meta.url)) }), { code: 'wasm-unavailable' });
  await assert.rejects(load({ signal: AbortSignal.abort() }), { code: 'aborted' });
});

test('the signal of load ends the loading and nothing after it', async () => {
  const controller = new AbortController();
  const own = await load({ signal: controller.signal });
  controller.abort();
  assert.deepEqual(await own.segment('新区'), ['新区']);
  own.dispose();
});

test('own words hold in the thread that replaces an aborted one', async () => {
  const own = await load();
  await own.addWords([{ word: '栖霞湾新区', tag: 'ns' }]);
  await assert.rejects(own.addWords([{ word: '' }]), { code: 'bad-option' });
  const controller = new AbortController();
  const running = own.parse(LONG, { signal: controller.signal });
  setTimeout(() => controller.abort(), 30);
  await assert.rejects(running, { code: 'aborted' });
  assert.deepEqual(await own.segment('栖霞湾新区。'), ['栖霞湾新区', '。']);
  own.dispose();
});

test('disposing rejects what is under way and what comes later', async () => {
  const own = await load();
  const running = own.parse(LONG);
  setTimeout(() => own.dispose(), 20);
  await assert.rejects(running, { code: 'not-loaded' });
  await assert.rejects(own.segment('新区'), { code: 'not-loaded' });
});
