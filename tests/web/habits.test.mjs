// Sharing, what is remembered, own words, finding, keys, corrections, undo, printing.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { example, paste, read, setting } from './site.mjs';

const at = setting(before, after);
const HARBOUR = await example('harbour');
const TEXT = '栖霞湾新区日前公布上半年运行情况。\n一湾碧水引鸥来。';

const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
const more = async (page, name) => {
  await page.locator('.settings summary').click();
  await page.locator('.settings .sheet').getByText(name).click();
};
const keptTexts = (page) => page.evaluate(() => indexedDB.databases().then((all) => all.map(({ name }) => name)));

describe('share', () => {
  test('the text is in the address only when the reader shares it', async () => {
    const { page, context } = await at.visit(clipboard);
    await paste(page, TEXT);
    assert.doesNotMatch(page.url(), /text=/);
    await page.locator('.save summary').click();
    await page.getByRole('button', { name: '复制链接' }).click();
    await page.getByText('链接已复制').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(link, page.url());
    assert.match(link, /#.*text=[\w-]+/);

    const other = await at.visit({}, new URL(link).hash);
    await read(other.page);
    assert.equal(await other.page.locator('#text').inputValue(), TEXT);
    await other.page.locator('#text').fill(`${TEXT}改`);
    await other.page.waitForFunction(() => !location.hash.includes('text='));
    await other.context.close();
    await context.close();
  });

  test('a damaged link says so', async () => {
    const { page, complaints, context } = await at.visit({}, '#text=AAAA_notatext');
    await page.getByText('链接里的文字不完整').waitFor();
    assert.deepEqual(complaints, []);
    await context.close();
  });
});

describe('what is remembered', () => {
  test('texts only when the reader wants it, and all is forgotten at one press', async () => {
    const { page, context } = await at.visit();
    await paste(page, TEXT);
    assert.ok(!(await keptTexts(page)).includes('banmian'), 'nothing is kept unasked');
    await more(page, '记住最近的文字');
    await page.locator('.recent').waitFor();
    await page.reload();
    await page.locator('.recent summary').click();
    await page.locator('.recent .sheet button').first().click();
    await read(page);
    assert.equal(await page.locator('#text').inputValue(), TEXT);
    await more(page, '忘掉一切');
    await page.getByText('都已忘掉').waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.equal(await page.locator('.recent').count(), 0);
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
    await context.close();
  });

  test('language, look, size and marks', async () => {
    const { page, context } = await at.visit({ colorScheme: 'light' });
    await paste(page, HARBOUR);
    await page.getByRole('button', { name: '深色或浅色' }).click();
    await page.locator('.settings summary').click();
    await page.getByRole('button', { name: '大一些' }).click();
    await page.keyboard.press('Escape');
    await page.locator('banmian-page .switch.place').click();
    await page.getByRole('combobox').first().selectOption('en');
    await page.goto(at.site.url);
    await page.reload();
    await page.getByRole('textbox', { name: 'Paste a newspaper page' }).fill(HARBOUR);
    await page.locator('banmian-page .switch.place[aria-pressed=false]').waitFor();
    const look = await page.evaluate(() => ({
      theme: document.documentElement.dataset.theme,
      size: document.documentElement.style.getPropertyValue('--banmian-size'),
    }));
    assert.deepEqual(look, { theme: 'dark', size: '1.25rem' });
    await context.close();
  });
});

describe('own words', () => {
  test('are preferred, kept, exported and taken out again', async () => {
    const { page, context } = await at.visit();
    await paste(page, '两江三工厂今天开工。');
    await page.locator('#tab-words').click();
    const words = page.locator('banmian-words').getByRole('button', { name: /^两江三工厂/ });
    assert.equal(await words.count(), 0);
    const change = async (own) => {
      await more(page, '自己的词');
      await page.getByRole('textbox', { name: '词', exact: true }).fill(own);
      await page.getByRole('button', { name: '保存' }).click();
      await page.locator('dialog[open]').waitFor({ state: 'hidden' });
    };
    await change('两江三工厂 nt');
    await words.first().waitFor();
    await page.reload();
    await paste(page, '两江三工厂今天开工。');
    await page.locator('#tab-words').click();
    await words.first().waitFor();

    await more(page, '自己的词');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('dialog[open]').getByRole('button', { name: '导出' }).click(),
    ]);
    assert.equal(await readFile(await download.path(), 'utf8'), '两江三工厂 nt\n---\n\n');
    await page.keyboard.press('Escape');
    await change('');
    await words.first().waitFor({ state: 'detached' });
    await context.close();
  });
});

describe('forgetting', () => {
  test('own words are forgotten by the engine that runs, too', async () => {
    const { page, complaints, context } = await at.visit();
    await paste(page, '两江三工厂今天开工。');
    await page.locator('#tab-words').click();
    await more(page, '自己的词');
    await page.getByRole('textbox', { name: '词', exact: true }).fill('两江三工厂 nt');
    await page.getByRole('button', { name: '保存' }).click();
    const words = page.locator('banmian-words').getByRole('button', { name: /^两江三工厂/ });
    await words.first().waitFor();
    await more(page, '忘掉一切');
    await words.first().waitFor({ state: 'detached' });
    assert.deepEqual(complaints, []);
    await context.close();
  });
});

describe('find', () => {
  test('finds in all of a long text, also where nothing is drawn yet', async () => {
    const { page, complaints, context } = await at.visit();
    const buffer = Buffer.from(`${`${HARBOUR}\n\n`.repeat(300)}末尾的灯塔亮了。`);
    await page
      .locator('app-entry input[type=file]')
      .setInputFiles({ name: 'long.txt', mimeType: 'text/plain', buffer });
    await read(page, 60_000);
    await page.locator('main').click({ position: { x: 5, y: 200 } });
    await page.keyboard.press('Control+f');
    const box = page.getByRole('searchbox', { name: '在全文中查找' });
    await box.fill('末尾的灯塔');
    await page.locator('.find .count').filter({ hasText: '1 / 1' }).waitFor();
    await page.waitForFunction(() => {
      const now = document.querySelector('banmian-page').shadowRoot.querySelector('.now');
      const top = now?.getBoundingClientRect().top;
      return top > 0 && top < innerHeight;
    });
    await box.fill('栖霞湾');
    await page.locator('.find .count').filter({ hasText: '1 / ' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.find .count').filter({ hasText: '2 / ' }).waitFor();
    await page.keyboard.press('Shift+Enter');
    await page.locator('.find .count').filter({ hasText: '1 / ' }).waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await box.count(), 0);
    assert.deepEqual(complaints, []);
    await context.close();
  });
});

describe('the way back', () => {
  test('leads through the views, with the text and what was said of it', async () => {
    const { page, complaints, context } = await at.visit();
    await paste(page, HARBOUR);
    const shown = (view) => page.locator(`#tab-${view}[aria-selected=true]`).waitFor();
    await page.locator('#tab-figures').click();
    await page.locator('banmian-figures tbody th button').first().click();
    await shown('read');
    await page.locator('banmian-page .lit').first().waitFor();
    await page.goBack();
    await shown('figures');
    await page.goBack();
    await shown('read');
    await page.goForward();
    await shown('figures');
    assert.equal(await page.locator('#text').inputValue(), HARBOUR);
    assert.deepEqual(complaints, []);
    await context.close();
  });
});

describe('keys', () => {
  test('the sheet, the views, undo', async () => {
    const { page, complaints, context } = await at.visit();
    await paste(page, HARBOUR);
    await page.getByRole('tab', { selected: true }).focus();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '快捷键' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('3');
    assert.equal(await page.getByRole('tab', { selected: true }).getAttribute('id'), 'tab-figures');
    await page.getByRole('button', { name: '清空' }).click();
    await page.getByRole('button', { name: '找回刚才的文字' }).waitFor();
    await page.locator('.masthead .tagline').click();
    await page.keyboard.press('Control+z');
    await read(page);
    assert.equal(await page.locator('#text').inputValue(), HARBOUR);
    await page.keyboard.press('Control+Shift+z');
    await page.waitForFunction(() => document.querySelector('#text').value === '');
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('single letters can be switched off', async () => {
    const { page, context } = await at.visit();
    await paste(page, HARBOUR);
    await page.getByRole('tab', { selected: true }).focus();
    await page.keyboard.press('?');
    await page.getByRole('checkbox', { name: '使用单个字母' }).uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('3');
    assert.equal(await page.getByRole('tab', { selected: true }).getAttribute('id'), 'tab-read');
    await context.close();
  });
});

describe('corrections in the text', () => {
  test('by keyboard: a new article, taken back', async () => {
    const { page, complaints, context } = await at.visit();
    await paste(page, HARBOUR);
    const articles = page.getByRole('article');
    const heading = page.getByRole('heading', { name: '港口“晴雨表”向好' });
    await heading.waitFor();
    const before = await articles.count();
    await heading.locator('.handle').focus();
    await page.keyboard.press('Enter');
    const card = page.getByRole('dialog', { name: '更正' });
    await card.waitFor();
    assert.match(await card.innerText(), /小标题/u);
    await page.keyboard.press('Enter'); // the focus is on the first choice
    await page.waitForFunction(
      (n) => document.querySelector('banmian-page').shadowRoot.querySelectorAll('article').length === n,
      before + 1,
    );
    await page.getByText('你更正了 1 处').waitFor();
    await page.keyboard.press('Control+z');
    await page.waitForFunction(
      (n) => document.querySelector('banmian-page').shadowRoot.querySelectorAll('article').length === n,
      before,
    );
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('every mark says why it is there and leads to its view', async () => {
    const { page, context } = await at.visit();
    await paste(page, HARBOUR);
    const mark = page.locator('banmian-page .mark.person').first();
    const name = await mark.textContent();
    await mark.click();
    const card = page.getByRole('dialog', { name: '人物' });
    assert.match(await card.innerText(), /依据/u);
    await card.getByRole('button', { name: '看全部' }).click();
    await page.getByRole('region', { name }).getByRole('heading', { name }).waitFor();
    await context.close();
  });
});

test('on paper there is the text alone, all of it', async () => {
  const { page, context } = await at.visit();
  const buffer = Buffer.from(`${HARBOUR}\n\n`.repeat(60));
  await page.locator('app-entry input[type=file]').setInputFiles({ name: 'long.txt', mimeType: 'text/plain', buffer });
  await read(page);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.equal(await page.locator('.masthead').isVisible(), false);
  assert.equal(await page.locator('textarea#text').isVisible(), false);
  assert.equal(await page.locator('banmian-page .legend').isVisible(), false);
  const paragraphs = await page.locator('banmian-page').evaluate(async (element) => {
    await element.updateComplete;
    return element.shadowRoot.querySelectorAll('[data-start]').length;
  });
  assert.ok(paragraphs >= 60 * 9, `${paragraphs} paragraphs`);
  await context.close();
});

test('on paper ink is dark, also for who reads at night, and no table is cut off', async () => {
  const { page, context } = await at.visit({ colorScheme: 'dark' });
  await paste(page, HARBOUR);
  await page.locator('#tab-figures').click();
  await page.locator('banmian-figures tbody tr').first().waitFor();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const { ink, cut, tools } = await page.locator('banmian-figures').evaluate((element) => {
    const scroll = element.shadowRoot.querySelector('.scroll');
    return {
      ink: Number(/\d+/.exec(getComputedStyle(element).color)[0]),
      cut: scroll.scrollHeight - scroll.clientHeight,
      tools: getComputedStyle(element.shadowRoot.querySelector('.tools')).display,
    };
  });
  assert.ok(ink < 80, `the ink is ${ink} of 255 light`);
  assert.ok(cut <= 1, `${cut}px are cut off`);
  assert.equal(tools, 'none');
  await context.close();
});
