// One whole visit at each width: paste, every view, one selection through all of them, every way out, offline again.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { example, paste, read, setting, stored, VIEWS } from './site.mjs';

const at = setting(before, after);
const HARBOUR = await example('harbour');
const SIZES = [
  ['phone', { width: 390, height: 844 }],
  ['tablet', { width: 1024, height: 768 }],
  ['wide', { width: 1920, height: 1080 }],
];
const withoutSpace = (text) => text.replace(/\s/gu, '');

/** What lights up in each view when a name is chosen. */
const LIT = {
  read: 'banmian-page .lit',
  map: 'banmian-map .line.chosen',
  names: 'banmian-entities [aria-pressed=true]',
  quotes: 'banmian-quotes .speaker[aria-pressed=true]',
  source: 'banmian-source .lit',
};

/** How each format is known. */
const FORMATS = {
  markdown: (it) => assert.match(it, /^# \S/mu),
  text: (it) => assert.equal(withoutSpace(it).length, withoutSpace(HARBOUR).length),
  json: (it) => assert.equal(JSON.parse(it).version, 1),
  jsonld: (it) => assert.match(JSON.stringify(JSON.parse(it)), /NewsArticle/),
  tei: (it) => assert.match(it, /<TEI[^>]*xmlns="http:\/\/www\.tei-c\.org\/ns\/1\.0"/u),
  csv: (it) => assert.match(it, /^\ufeff\w+(,\w+)+\r\n/u),
};

async function save(page, click) {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

describe('a whole visit', () => {
  for (const [size, viewport] of SIZES) {
    test(size, async () => {
      const { page, complaints, context } = await at.visit({ viewport });
      await stored(page);
      await paste(page, HARBOUR);
      at.site.requests.length = 0;

      for (const view of VIEWS) {
        await page.locator(`#tab-${view}`).click();
        await page.waitForFunction(
          (view) =>
            document.querySelector(`#tab-${view}`).ariaSelected === 'true' &&
            document.querySelector('#view > *').shadowRoot.textContent.trim() !== '',
          view,
        );
      }

      await page.locator('#tab-quotes').click();
      const person = page.locator('banmian-quotes button.speaker').first();
      const name = await person.innerText();
      await person.click();
      for (const [view, lit] of Object.entries(LIT)) {
        await page.locator(`#tab-${view}`).click();
        await page.locator(lit).first().waitFor({ state: 'attached', timeout: 5000 });
        if (view === 'read') assert.equal(await page.locator(lit).first().textContent(), name);
      }

      await page.locator('#tab-figures').click();
      const statement = page.locator('banmian-figures tbody th button').first();
      const indicator = await statement.innerText();
      await statement.click();
      assert.equal(await page.getByRole('tab', { selected: true }).getAttribute('id'), 'tab-read');
      const lit = page.locator('banmian-page .lit');
      await lit.first().waitFor();
      assert.ok((await lit.allInnerTexts()).join('').includes(indicator));
      await page.waitForFunction(() => {
        const { top, bottom } = document
          .querySelector('banmian-page')
          .shadowRoot.querySelector('.lit')
          .getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });

      for (const [format, check] of Object.entries(FORMATS)) {
        await page.locator('.save summary').click();
        const { bytes } = await save(page, () => page.locator(`.save [data-format=${format}]`).click());
        check(bytes.toString('utf8'));
      }
      await page.locator('#tab-quotes').click();
      for (const [kind, begins] of [
        ['svg', '<svg'],
        ['png', '\x89PNG'],
        ['csv', '\u00ef\u00bb\u00bfspeaker,'],
      ]) {
        const chart = page.locator('banmian-chart').first();
        await chart.locator('summary').click();
        const { name: file, bytes } = await save(page, () => chart.locator(`[data-save=${kind}]`).click());
        assert.ok(file.endsWith(`.${kind}`), file);
        assert.ok(bytes.toString('latin1').includes(begins), `${kind}: ${bytes.toString('latin1').slice(0, 40)}`);
      }
      assert.deepEqual(at.site.requests, [], 'nothing is asked for after the page is there');

      at.site.down = true;
      try {
        await page.reload();
        await paste(page, HARBOUR);
        await read(page);
        await page.locator('#tab-words').click();
        await page.locator('banmian-words .bars').first().waitFor();
      } finally {
        at.site.down = false;
      }
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }
});
