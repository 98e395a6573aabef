// Expected pictures of every view. They are compared where text is set as it was when they were taken: in the same
// serif face; elsewhere the comparison is skipped, and says so. BANMIAN_UPDATE=1 takes them anew.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { example, paste, setting, VIEWS } from './site.mjs';

const at = setting(before, after);
const folder = fileURLToPath(new URL('./pictures/', import.meta.url));
const failures = fileURLToPath(new URL('../../target/pictures/', import.meta.url));
const SIZES = [
  ['phone', { width: 390, height: 844 }],
  ['tablet', { width: 1024, height: 768 }],
  ['wide', { width: 1920, height: 1080 }],
];
/**
 * Share of the pixels that may differ: the smoothing of letters is not the same everywhere, and a better engine finds
 * another name or two. Text covers about a tenth of a picture.
 */
const TOLERANCE = 0.05;
const update = process.env.BANMIAN_UPDATE === '1';

/** How wide a line is set: tells one face, size and version of a font from another. */
const measure = (page) =>
  page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d');
    const style = getComputedStyle(document.documentElement);
    return ['--banmian-serif', '--banmian-sans'].map((face) => {
      context.font = `700 100px ${style.getPropertyValue(face)}`;
      const { width, actualBoundingBoxAscent } = context.measureText('临澜一季度经济运行 Banmian 486.3亿元');
      return `${width.toFixed(1)} ${actualBoundingBoxAscent.toFixed(1)}`;
    });
  });

/** Half as wide and high, in fewer colours: enough to see what moved, and small. */
function small(bytes) {
  const { width, height, data } = PNG.sync.read(bytes);
  const half = new PNG({ width: width >> 1, height: height >> 1 });
  for (let y = 0; y < half.height; y++) {
    for (let x = 0; x < half.width; x++) {
      const [to, from] = [4 * (y * half.width + x), 4 * (2 * y * width + 2 * x)];
      for (let channel = 0; channel < 3; channel++) {
        const at = from + channel;
        const sum = data[at] + data[at + 4] + data[at + 4 * width] + data[at + 4 * width + 4];
        half.data[to + channel] = Math.min(255, sum / 4 + 8) & 0xf0;
      }
      half.data[to + 3] = 255;
    }
  }
  return half;
}

async function compare(name, bytes) {
  const file = `${folder}${name}.png`;
  const actual = small(bytes);
  if (update) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, PNG.sync.write(actual, { colorType: 2, deflateLevel: 9 }));
    return;
  }
  assert.ok(existsSync(file), `there is no expected picture ${name}; BANMIAN_UPDATE=1 takes it`);
  const expected = PNG.sync.read(await readFile(file));
  assert.deepEqual([actual.width, actual.height], [expected.width, expected.height], name);
  const difference = new PNG({ width: actual.width, height: actual.height });
  const { width, height } = actual;
  const pixels = pixelmatch(expected.data, actual.data, difference.data, width, height, { threshold: 0.2 });
  const share = pixels / (width * height);
  if (share > TOLERANCE) {
    mkdirSync(failures, { recursive: true });
    writeFileSync(`${failures}${name}.png`, bytes);
    writeFileSync(`${failures}${name}.difference.png`, PNG.sync.write(difference));
  }
  assert.ok(
    share <= TOLERANCE,
    `${name}: ${(share * 100).toFixed(1)} % of the picture differs; see ${failures}. Is it meant? BANMIAN_UPDATE=1 takes the pictures anew`,
  );
}

describe('the views look as they should', () => {
  for (const [size, viewport] of SIZES) {
    for (const colorScheme of size === 'wide' ? ['light', 'dark'] : ['light']) {
      test(`${size}, ${colorScheme}`, async (context) => {
        const options = {
          viewport,
          colorScheme,
          reducedMotion: 'reduce',
          locale: 'zh-CN',
          timezoneId: 'Asia/Shanghai',
        };
        const { page, context: window } = await at.visit(options);
        const face = `${folder}fonts.json`;
        const found = await measure(page);
        if (update) {
          mkdirSync(folder, { recursive: true });
          writeFileSync(face, `${JSON.stringify(found)}\n`);
        } else if (JSON.stringify(JSON.parse(await readFile(face, 'utf8'))) !== JSON.stringify(found)) {
          await window.close();
          context.skip(`other fonts here than in the expected pictures (${found.join('; ')})`);
          return;
        }
        await page.getByText('没有网络也能用').waitFor();
        await compare(`${size}-${colorScheme}-empty`, await page.screenshot());
        await paste(page, await example('harbour'));
        // How long the reading took is not the same twice.
        const mask = [page.locator('.status'), page.locator('input[type=date]')];
        for (const view of VIEWS) {
          await page.locator(`#tab-${view}`).click();
          await page.mouse.move(0, 0);
          await page.evaluate(() => document.activeElement?.blur());
          await page.waitForTimeout(700);
          await compare(`${size}-${colorScheme}-${view}`, await page.screenshot({ mask, caret: 'hide' }));
        }
        await window.close();
      });
    }
  }
});
