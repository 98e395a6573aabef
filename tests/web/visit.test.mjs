// A visit to the built page in a real browser.
import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, open, paste, serve, stored } from './site.mjs';

const AXE = fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url));
const HARBOUR = await readFile(new URL('../../www/examples/harbour.txt', import.meta.url), 'utf8');
const VIEWS = ['read', 'map', 'figures', 'names', 'quotes', 'words', 'compare', 'source'];
const SIZES = [
  ['phone', { width: 390, height: 844 }],
  ['tablet', { width: 1024, height: 768 }],
  ['wide', { width: 1920, height: 1080 }],
];

let site;
let browser;
before(async () => {
  site = await serve();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const visit = (options, hash = '') => open(browser, `${site.url}${hash}`, options);
const withoutSpace = (text) => text.replace(/\s/gu, '');

describe('paste a page', () => {
  test('articles with real headings, an outline to jump by', async () => {
    const { page, complaints, context } = await visit();
    await paste(page, HARBOUR);
    const articles = page.getByRole('article');
    assert.ok((await articles.count()) >= 1);
    assert.ok((await page.getByRole('heading', { level: 2 }).count()) >= 1);
    await page.getByRole('heading', { level: 3, name: '港口“晴雨表”向好' }).waitFor();

    const shown = withoutSpace((await articles.allInnerTexts()).join(''));
    assert.ok(shown.includes('由去年同期的128.6亿元增加到143.2亿元'), 'lines are joined');

    const outline = page.getByRole('navigation', { name: '目录' });
    await outline.getByRole('button', { name: '民生“成绩单”更暖' }).click();
    const heading = page.getByRole('heading', { name: '民生“成绩单”更暖' });
    await page.waitForFunction((it) => it.getBoundingClientRect().top < innerHeight, await heading.elementHandle());
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('statistics with charts', async () => {
    const { page, context } = await visit();
    await paste(page, HARBOUR);
    const statistics = page.locator('banmian-statistics');
    const characters = statistics
      .locator('dl div')
      .filter({ hasText: /^\s*字/ })
      .locator('dd');
    assert.equal(await characters.innerText({ timeout: 2000 }), [...withoutSpace(HARBOUR)].length.toLocaleString('en'));
    assert.ok((await statistics.getByRole('list', { name: '关键词' }).locator('.bar').count()) >= 5);
    await context.close();
  });

  test('the result follows typing', async () => {
    const { page, context } = await visit();
    const box = page.getByRole('textbox', { name: '粘贴报纸版面' });
    await box.pressSequentially('栖霞湾新区公布运行情况。', { delay: 5 });
    await page.getByRole('article').filter({ hasText: '栖霞湾新区公布运行情况。' }).waitFor();
    await box.fill('');
    await page.getByRole('heading', { level: 1, name: '粘贴一版报纸' }).waitFor();
    await context.close();
  });

  test('markup is text', async () => {
    const { page, complaints, context } = await visit();
    await paste(page, '<img src=x onerror="document.title=1"><script>document.title=2</script><b>粗</b>');
    await page.getByRole('article').filter({ hasText: '<b>粗</b>' }).waitFor();
    assert.match(await page.title(), /版面/);
    assert.deepEqual(complaints, []);
    await context.close();
  });
});

describe('other ways in', () => {
  test('the examples', async () => {
    const { page, complaints, context } = await visit();
    for (const name of ['港城要闻', '大桥合龙', '果业讲话']) {
      await page.getByText('示例', { exact: true }).click();
      await page.locator('.menu .sheet').getByRole('button', { name }).click();
      await page.getByRole('status').filter({ hasText: '毫秒' }).waitFor();
      assert.ok((await page.getByRole('article').count()) >= 1, name);
    }
    assert.deepEqual(complaints, []);
    await context.close();
  });

  const text = '栖霞湾新区日前公布上半年运行情况。';
  const files = {
    'UTF-8': Buffer.from(text),
    'UTF-16': Buffer.from(`\ufeff${text}`, 'utf16le'),
    // 栖霞湾新区日前公布上半年运行情况。 in GB18030
    GB18030: Buffer.from(
      'c6dccfbccde5d0c2c7f8c8d5c7b0b9abb2bcc9cfb0ebc4eed4cbd0d0c7e9bff6a1a3'.replace('c4ee', 'c4ea'),
      'hex',
    ),
  };
  for (const [encoding, buffer] of Object.entries(files)) {
    test(`a file in ${encoding}`, async () => {
      const { page, context } = await visit();
      await page.locator('input[type=file]').setInputFiles({ name: 'page.txt', mimeType: 'text/plain', buffer });
      await page.getByRole('article').filter({ hasText: text }).waitFor();
      await context.close();
    });
  }

  test('dropping a file', async () => {
    const { page, context } = await visit();
    const data = await page.evaluateHandle((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], 'page.txt', { type: 'text/plain' }));
      return transfer;
    }, text);
    await page.locator('section.input').dispatchEvent('drop', { dataTransfer: data });
    await page.getByRole('article').filter({ hasText: text }).waitFor();
    await context.close();
  });
});

describe('refusals', () => {
  test('binary is refused with a sentence, and the next paste is read', async () => {
    const { page, context } = await visit();
    const box = page.getByRole('textbox', { name: '粘贴报纸版面' });
    await box.fill('\u0001\u0002\u0003\ufffd'.repeat(200));
    const alert = page.getByRole('alert');
    await alert.waitFor();
    assert.equal(await alert.getAttribute('data-code'), 'not-text');
    assert.match(await alert.innerText(), /不是文字/);
    await paste(page, '栖霞湾新区公布运行情况。');
    assert.equal(await alert.count(), 0);
    await context.close();
  });

  test('60 MB from a file is refused', async () => {
    const { page, context } = await visit();
    const path = fileURLToPath(new URL('../../target/sixty-megabytes.txt', import.meta.url));
    await writeFile(path, 'x'.repeat(60_000_000));
    await page.locator('input[type=file]').setInputFiles(path);
    const alert = page.getByRole('alert');
    await alert.waitFor({ timeout: 10_000 });
    assert.equal(await alert.getAttribute('data-code'), 'too-large');
    await rm(path);
    await context.close();
  });
});

describe('long texts', () => {
  test('a file of two million characters is read, its articles can be scrolled, and typing goes on', async () => {
    const { page, complaints, context } = await visit();
    const buffer = Buffer.from(`${HARBOUR}\n\n`.repeat(2000));
    await page.locator('input[type=file]').setInputFiles({ name: 'long.txt', mimeType: 'text/plain', buffer });
    await page.getByRole('button', { name: '取消' }).waitFor();
    await page.getByRole('status').filter({ hasText: '毫秒' }).waitFor({ timeout: 60_000 });
    await page.mouse.move(900, 600);
    await page.mouse.wheel(0, 5000);
    await page.getByRole('article').first().waitFor();
    await page.getByRole('button', { name: '清空' }).click();
    await paste(page, HARBOUR);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('reading a long file can be cancelled', async () => {
    const { page, context } = await visit();
    const buffer = Buffer.from(`${HARBOUR}\n\n`.repeat(5000));
    await page.locator('input[type=file]').setInputFiles({ name: 'long.txt', mimeType: 'text/plain', buffer });
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '清空' }).click();
    await paste(page, HARBOUR);
    await context.close();
  });
});

describe('views', () => {
  test('all of them open, with keyboard alone', async () => {
    const { page, complaints, context } = await visit();
    await paste(page, HARBOUR);
    await page.getByRole('tab', { selected: true }).focus();
    for (const view of [...VIEWS.slice(1), 'read']) {
      await page.keyboard.press('ArrowRight');
      assert.equal(await page.getByRole('tab', { selected: true }).getAttribute('id'), `tab-${view}`);
      const panel = page.getByRole('tabpanel');
      await panel.waitFor();
      assert.ok((await panel.locator(':scope > *').count()) > 0, view);
    }
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('the address keeps the view and what is chosen', async () => {
    const first = await visit({}, '#example=harbour&view=words&word=港区');
    await first.page.locator('banmian-words .concordance li').first().waitFor();
    assert.equal(await first.page.getByRole('tab', { selected: true }).getAttribute('id'), 'tab-words');
    await first.page.locator('banmian-words .concordance button').first().click();
    await first.page.locator('banmian-page .lit').first().waitFor();
    const address = new URL(first.page.url()).hash;
    assert.match(address, /at=\d+-\d+/);
    assert.ok(!decodeURIComponent(address).includes('栖霞'), 'the text is not in the address');
    const second = await visit({}, address);
    await second.page.locator('banmian-page .lit').filter({ hasText: '港区' }).waitFor();
    await first.context.close();
    await second.context.close();
  });

  test('the page map leads to a line', async () => {
    const { page, context } = await visit({}, '#example=harbour&view=map');
    const lines = page.locator('banmian-map rect.line');
    await lines.first().waitFor();
    assert.equal(await lines.count(), HARBOUR.split('\n').filter((line) => line.trim() !== '').length);
    await lines.nth(3).click();
    await page.locator('banmian-page .lit').first().waitFor();
    await context.close();
  });

  test('the page map is walked through by keyboard', async () => {
    const { page, context } = await visit({}, '#example=harbour&view=map');
    const map = page.getByRole('slider', { name: '原版示意' });
    await map.focus();
    const numbers = HARBOUR.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));
    assert.equal(await map.getAttribute('aria-valuetext'), `第 ${numbers[0]} 行`);
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(key);
    assert.equal(await map.getAttribute('aria-valuetext'), `第 ${numbers[2]} 行`);
    await page.keyboard.press('End');
    assert.equal(await map.getAttribute('aria-valuenow'), String(numbers.at(-1)));
    await page.keyboard.press('Enter');
    await page.locator('banmian-page .lit').first().waitFor();
    await context.close();
  });

  test('the source view shows the pasted lines beside what became of them', async () => {
    const { page, context } = await visit({}, '#example=harbour&view=source');
    const row = page.locator('banmian-source .row').filter({ hasText: '由去年同期的128.6亿元增加到143.2亿元' });
    await row.waitFor();
    assert.match(
      await row.locator('.raw').innerText(),
      /全市规模[\s\S]*以上工业增加值由去年同期的128\.6亿元增加\s*⏎?\s*\n到143\.2亿元/u,
    );
    const rule = row.locator('[data-code=across-a-column-break]');
    assert.equal(await rule.innerText(), '跨栏接续');
    await context.close();
  });

  test('what a reader says of a line counts, and can be taken back', async () => {
    const { page, complaints, context } = await visit();
    await paste(page, HARBOUR);
    await page.locator('#tab-source').click();
    const articles = page.locator('banmian-source .article');
    const row = page.locator('banmian-source .row').filter({ hasText: '港口“晴雨表”向好' });
    await row.waitFor();
    const before = await articles.count();
    const expectArticles = (n) =>
      page.waitForFunction(
        (n) => document.querySelector('banmian-source').shadowRoot.querySelectorAll('.article').length === n,
        n,
        { timeout: 5000 },
      );
    const say = async () => {
      await row.locator('summary').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      assert.equal(await row.getByRole('button', { name: '这里另起一篇' }).count(), 1);
      await page.keyboard.press('Enter');
      await expectArticles(before + 1);
    };
    await say();
    await row.getByText('你说：这里另起一篇').waitFor();
    await page.getByRole('button', { name: '撤销上一处' }).click();
    await expectArticles(before);
    await say();
    await page.keyboard.press('Control+z');
    await expectArticles(before);
    await say();
    await row.getByRole('button', { name: '收回' }).click();
    await expectArticles(before);
    await say();
    await paste(page, `${HARBOUR}\n`);
    await expectArticles(before);
    assert.equal(await page.getByRole('button', { name: '全部撤销' }).count(), 0);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('English and Traditional on a switch', async () => {
    const { page, context } = await visit();
    await paste(page, HARBOUR);
    await page.getByRole('combobox').first().selectOption('en');
    await page.getByRole('tab', { name: 'Page map' }).waitFor();
    await page.getByRole('navigation', { name: 'Outline' }).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    await page.getByRole('combobox').first().selectOption('zh-Hant');
    await page.getByRole('tab', { name: '版面圖' }).waitFor();
    await context.close();
  });

  test('every format is saved and is what it says', async () => {
    const { page, complaints, context } = await visit({ permissions: ['clipboard-read', 'clipboard-write'] });
    await paste(page, HARBOUR);
    const saved = async (format, table) => {
      await page.locator('.save summary').click();
      if (table) await page.locator('.save select').selectOption(table);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(`.save [data-format=${format}]`).click(),
      ]);
      return readFile(await download.path(), 'utf8');
    };
    assert.match(await saved('markdown'), /^# \S/mu);
    assert.equal(withoutSpace(await saved('text')).length, withoutSpace(HARBOUR).length);
    assert.equal(JSON.parse(await saved('json')).version, 1);
    assert.match(JSON.stringify(JSON.parse(await saved('jsonld'))), /NewsArticle/);
    const tei = await saved('tei');
    const root = await page.evaluate((xml) => {
      const { documentElement } = new DOMParser().parseFromString(xml, 'application/xml');
      return [documentElement.localName, documentElement.querySelectorAll('parsererror').length];
    }, tei);
    assert.deepEqual(root, ['TEI', 0]);
    const tables = await page.locator('.save option').evaluateAll((options) => options.map(({ value }) => value));
    assert.ok(tables.length >= 10);
    for (const table of tables) {
      const lines = (await saved('csv', table)).split('\r\n');
      assert.match(lines[0], /^\ufeff\w+(,\w+)+$/u, table);
      assert.ok(lines.length > 2, table);
    }
    await page.locator('.save summary').click();
    await page.getByRole('button', { name: '复制全文' }).click();
    await page.getByText('已复制。').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(withoutSpace(copied), withoutSpace(await saved('text')));
    assert.deepEqual(complaints, []);
    await context.close();
  });
});

describe('private', () => {
  test('after loading, nothing goes over the network', async () => {
    const { page, context } = await visit();
    await stored(page);
    const outside = [];
    context.on('request', (request) => {
      if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(site.url)) outside.push(request.url());
    });
    site.requests.length = 0;
    await paste(page, HARBOUR);
    for (const view of VIEWS) await page.locator(`#tab-${view}`).click();
    await page.getByRole('combobox').first().selectOption('en');
    await page.waitForTimeout(500);
    assert.deepEqual(site.requests, []);
    assert.deepEqual(outside, []);
    await context.close();
  });

  test('the policy lets nothing out and nothing inline in', async () => {
    const { page, context } = await visit();
    const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content');
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:/);
    const refused = await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => false,
        () => true,
      ),
    );
    assert.equal(refused, true);
    await context.close();
  });
});

describe('every size', () => {
  for (const [name, viewport] of SIZES) {
    for (const colorScheme of ['light', 'dark']) {
      test(`${name}, ${colorScheme}: nothing overflows, axe finds nothing`, async () => {
        const { page, complaints, context } = await visit({ viewport, colorScheme, bypassCSP: true });
        await page.addScriptTag({ path: AXE });
        const check = async (where) => {
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(overflow <= 0, `${where} is ${overflow}px wider than the screen`);
          const violations = await page.evaluate(() =>
            globalThis.axe.run(document).then((result) => result.violations),
          );
          const told = violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 3)}`,
          );
          assert.deepEqual(told, [], where);
        };
        await check('the empty page');
        await paste(page, HARBOUR);
        for (const view of VIEWS) {
          await page.locator(`#tab-${view}`).click();
          await check(view);
        }
        // What opens: a name's panel, a word in use, the other tables, the bar to find, menus and sheets. It looks
        // the same on wider screens.
        if (name === 'phone') await opened(page, check);
        assert.deepEqual(complaints, []);
        await context.close();
      });
    }
  }
});

async function opened(page, check) {
  await page.locator('#tab-names').click();
  await page.locator('banmian-entities button.row').first().click();
  await check('a name');
  await page.locator('#tab-words').click();
  await page.locator('banmian-words .bars button').first().click();
  await page.locator('banmian-words .concordance').waitFor();
  await check('a word');
  await page.locator('#tab-figures').click();
  await page.locator('banmian-figures .group button').nth(2).click();
  await check('times');
  await page.locator('#tab-read').click();
  await page.locator('banmian-page .mark').first().click();
  await check('a card');
  await page.keyboard.press('Escape');
  await page.locator('.finder').click();
  await page.getByRole('searchbox').fill('港区');
  await check('find');
  await page.keyboard.press('Escape');
  await page.locator('.save summary').click();
  await check('the ways out');
  await page.keyboard.press('Escape');
  await page.locator('.settings summary').click();
  await check('more');
  await page.getByRole('button', { name: '自己的词' }).click();
  await check('own words');
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: '快捷键' }).waitFor();
  await check('keys');
  await page.keyboard.press('Escape');
}
