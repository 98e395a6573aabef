// Texts that are made to hurt take no longer than what a newspaper prints, and are read whole or refused with a code.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { load } from 'banmian';
import { hostile, plain } from './hostile.mjs';

const SIZE = 60_000;
/** How many times plain text's time a megabyte may take; `npm run bench:hostile` measures it more quietly. */
const MOST = 4;

let banmian;
let usual;
before(async () => {
  banmian = await load();
  spent(plain(SIZE));
  usual = spent(plain(SIZE));
});

/** Seconds of processor time for a megabyte of UTF-8, the best of three. */
function spent(text) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const { user, system } = process.cpuUsage();
    try {
      const page = banmian.parse(text);
      const visible = (s) => s.replace(/[\s\p{Cc}\p{Cf}]/gu, '').length;
      assert.equal(visible(page.text), visible(text.toWellFormed()));
    } catch (error) {
      if (error.code !== 'not-text') throw error;
    }
    const after = process.cpuUsage({ user, system });
    best = Math.min(best, after.user + after.system);
  }
  return best / Buffer.byteLength(text);
}

for (const [name, text] of hostile(SIZE)) {
  test(name, () => {
    let times = spent(text) / usual;
    // a machine that has become busy since is asked side by side
    for (let again = 0; times >= MOST && again < 3; again++) {
      times = Math.min(times, spent(text) / spent(plain(SIZE)));
    }
    assert.ok(times < MOST, `${times.toFixed(1)} times as long as plain text`);
  });
}
