// The elements in a page of someone else's: the package alone, under a strict policy.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { example, launch, open, serve } from './site.mjs';

const HARBOUR = await example('harbour');
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'; img-src blob: data:";
const document = (body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>A page</title><script type="module" src="elements.js"></script>${body}</html>`;

let site;
let browser;
before(async () => {
  site = await serve({ folder: fileURLToPath(new URL('../../dist/', import.meta.url)) });
  site.pages.set('page.txt', HARBOUR);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const visit = async (body) => {
  site.pages.set('page.html', document(body));
  return open(browser, `${site.url}page.html`);
};

describe('elements by themselves', () => {
  test('one reads what its src names', async () => {
    const { page, complaints, context } = await visit('<banmian-page src="page.txt"></banmian-page>');
    await page.getByRole('heading', { level: 2, name: '临澜一季度经济运行平稳开局' }).waitFor();
    assert.equal(await page.locator('banmian-page .handle').count(), 0, 'nobody corrects unasked');
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('nothing is fetched before one has something to read', async () => {
    site.requests.length = 0;
    const { page, complaints, context } = await visit('<banmian-page></banmian-page><banmian-words></banmian-words>');
    await page.waitForTimeout(500);
    assert.deepEqual(
      site.requests.filter((path) => /\.(wasm|bin)$|worker-thread/.test(path)),
      [],
    );
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('several show one page, one selection goes through them', async () => {
    const { page, complaints, context } = await visit('<banmian-words></banmian-words><banmian-page></banmian-page>');
    await page.evaluate(async (text) => {
      const { getEngine } = await import(new URL('elements.js', location.href).href);
      const engine = await getEngine();
      const read = await engine.parse(text);
      const views = document.querySelectorAll('banmian-page, banmian-words');
      for (const view of views) view.page = read;
      addEventListener('banmian-select', ({ detail }) => {
        for (const view of views) view.selection = detail;
      });
    }, HARBOUR);
    await page.locator('banmian-words').getByRole('button', { name: /^港区/ }).first().click();
    await page.locator('banmian-page .lit').first().waitFor();
    assert.equal(await page.locator('banmian-page .lit').count(), 5);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('what cannot be read is said in words, and told', async () => {
    const { page, context } = await visit('<banmian-page src="missing.txt"></banmian-page>');
    await page.getByRole('alert').filter({ hasText: '404' }).waitFor();
    await context.close();
  });
});
