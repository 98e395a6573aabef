// The page stays usable without a network, and says when a new version is there.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { example, paste, read, setting, stored, VIEWS } from './site.mjs';

const at = setting(before, after);
const HARBOUR = await example('harbour');

describe('offline', () => {
  test('it can be installed', async () => {
    const { page, context } = await at.visit();
    const manifest = await page.evaluate(async () => {
      const link = document.querySelector('link[rel=manifest]').href;
      return (await fetch(link)).json();
    });
    assert.equal(manifest.display, 'standalone');
    for (const { src, sizes, type } of manifest.icons) {
      const size = await page.evaluate(async (src) => {
        const image = new Image();
        image.src = src;
        await image.decode();
        return image.naturalWidth;
      }, src);
      if (type === 'image/png') assert.equal(`${size}x${size}`, sizes, src);
    }
    await context.close();
  });

  test('after the first visit it reads without a network, every view', async () => {
    const { page, complaints, context } = await at.visit();
    await stored(page);
    await page.getByText('没有网络也能用').waitFor();
    await context.setOffline(true);
    at.site.down = true;
    at.site.requests.length = 0;
    await page.reload();
    await paste(page, HARBOUR);
    for (const view of VIEWS) {
      await page.locator(`#tab-${view}`).click();
      await page.waitForTimeout(100);
    }
    at.site.down = false;
    // On opening, the browser itself looks whether there is a new version.
    const asked = at.site.requests.filter((path) => !path.endsWith('/sw.js'));
    assert.deepEqual(asked, []);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('a new version is offered, and the text survives the change', async () => {
    const { page, context } = await at.visit();
    await stored(page);
    at.site.replaced.set('sw.js', (body) => `${body}\n// another version`);
    await page.reload();
    await paste(page, '栖霞湾新区公布运行情况。');
    await page.getByText('有新版本。').waitFor();
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '更新' }).click()]);
    await read(page);
    assert.equal(await page.locator('#text').inputValue(), '栖霞湾新区公布运行情况。');
    assert.equal(await page.getByText('有新版本。').count(), 0);
    at.site.replaced.clear();
    await context.close();
  });
});
