// What the views do beyond being there: tables, charts, words in use, comparison, one selection through all.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { PNG } from 'pngjs';
import { example, paste, setting } from './site.mjs';

const at = setting(before, after);
const HARBOUR = await example('harbour');

const saved = async (page, chart, format) => {
  await chart.locator('summary').click();
  const [download] = await Promise.all([page.waitForEvent('download'), chart.locator(`[data-save=${format}]`).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
};

describe('one selection through all views', () => {
  test('a word chosen among the words is lit in the text and stays chosen', async () => {
    const { page, complaints, context } = await at.visit();
    await paste(page, HARBOUR);
    await page.locator('#tab-words').click();
    await page.locator('banmian-words').getByRole('button', { name: /^港区/ }).first().click();
    await page.locator('banmian-words .concordance li').nth(4).waitFor();
    await page.locator('#tab-read').click();
    await page.locator('banmian-page .lit').filter({ hasText: '港区' }).first().waitFor();
    assert.equal(await page.locator('banmian-page .lit').count(), 5);
    assert.match(page.url(), /word=/);
    await page.locator('#tab-compare').click();
    await page.locator('banmian-compare [aria-pressed=true]').filter({ hasText: '港区' }).waitFor();
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('a name chosen in the text is open among the names, a figure leads to its place', async () => {
    const { page, context } = await at.visit();
    await paste(page, HARBOUR);
    await page.locator('banmian-page .mark.organization').first().click();
    await page.keyboard.press('4');
    await page.locator('banmian-entities .panel').waitFor();
    await page.locator('#tab-figures').click();
    await page.locator('banmian-figures tbody th button').first().click();
    assert.equal(await page.getByRole('tab', { selected: true }).getAttribute('id'), 'tab-read');
    await page.locator('banmian-page .lit').first().waitFor();
    await context.close();
  });
});

describe('figures', () => {
  test('sorted by number, filtered, the sentence shown, copied with numbers as numbers', async () => {
    const { page, context } = await at.visit({ permissions: ['clipboard-read', 'clipboard-write'] });
    await paste(page, HARBOUR);
    await page.locator('#tab-figures').click();
    const figures = page.locator('banmian-figures');
    await figures.getByRole('button', { name: /^所有数量/ }).click();
    await figures.getByRole('button', { name: /^数值/ }).click();
    const cells = await figures.locator('tbody tr td:nth-of-type(1)').allInnerTexts();
    const numbers = cells.map((cell) => Number(cell.replaceAll(',', ''))).filter((it) => !Number.isNaN(it));
    assert.ok(numbers.length > 20);
    assert.deepEqual(
      numbers,
      numbers.toSorted((a, b) => a - b),
    );
    await figures.getByRole('button', { name: /^指标/ }).click();
    await figures.getByRole('searchbox').fill('工业增加值');
    const row = figures.locator('tbody tr').first();
    await row.hover();
    await figures.locator('.sentence').filter({ hasText: '由去年同期的128.6亿元增加到143.2亿元' }).waitFor();
    for (const format of ['tsv', 'csv', 'json']) {
      await figures.locator(`[data-copy=${format}]`).click();
      await figures.getByText('已复制').waitFor();
      const text = await page.evaluate(() => navigator.clipboard.readText());
      if (format === 'json') assert.ok(JSON.parse(text).some((row) => Object.values(row).includes(14_320_000_000)));
      else assert.match(text, /[\t,]14320000000[\t,]/);
      await figures.getByText('已复制').waitFor({ state: 'detached' });
    }
    await context.close();
  });

  test('charts: before and after, a time line; each saved as SVG, PNG and data', async () => {
    const { page, complaints, context } = await at.visit();
    await paste(page, HARBOUR);
    await page.locator('#tab-figures').click();
    const charts = page.locator('banmian-figures banmian-chart');
    const titles = await charts.locator('figcaption > span').allInnerTexts();
    assert.ok(titles.includes('前后对比') && titles.includes('时间线'), titles.join());
    for (const title of titles) {
      const chart = charts.filter({ hasText: title }).first();
      const svg = await saved(page, chart, 'svg');
      assert.equal(svg.name, `${title}.svg`);
      assert.match(svg.bytes.toString(), /^<\?xml[^>]+>\s*<svg [^>]*viewBox/);
      assert.doesNotMatch(svg.bytes.toString(), /var\(|class=|oklch|<script/);
      const png = PNG.sync.read((await saved(page, chart, 'png')).bytes);
      const colours = new Set();
      for (let i = 0; i < png.data.length; i += 4) colours.add(png.data.readUInt32BE(i));
      assert.ok(png.width > 200 && colours.size > 4, `${title}: ${png.width} wide, ${colours.size} colours`);
      const csv = (await saved(page, chart, 'csv')).bytes.toString();
      assert.ok(csv.startsWith('\ufeff') && csv.split('\r\n').length > 2, csv);
    }
    assert.deepEqual(complaints, []);
    await context.close();
  });
});

describe('words', () => {
  test('a pattern, sorted by what follows; collocates; a cloud', async () => {
    const { page, complaints, context } = await at.visit();
    await paste(page, HARBOUR);
    await page.locator('#tab-words').click();
    const words = page.locator('banmian-words');
    await words.getByRole('combobox', { name: '怎样查' }).selectOption('pattern');
    await words.getByRole('textbox', { name: '查词' }).fill('[0-9.]+亿元');
    await page.keyboard.press('Enter');
    await words.locator('.concordance b').first().waitFor();
    const found = await words.locator('.concordance b').allInnerTexts();
    assert.ok(found.length >= 4 && found.every((it) => /^[0-9.]+亿元$/u.test(it)), found.join());
    await words.getByRole('combobox', { name: '排序' }).selectOption('right');
    await words.getByRole('textbox', { name: '查词' }).fill('(');
    await page.keyboard.press('Enter');
    await words.getByRole('alert').waitFor();
    await words.getByRole('combobox', { name: '怎样查' }).selectOption('word');
    await words.getByRole('textbox', { name: '查词' }).fill('港区');
    await page.keyboard.press('Enter');
    await words
      .getByRole('list', { name: '“港区”与哪些词同现' })
      .getByRole('button', { name: /^栖霞湾/ })
      .waitFor();
    await words.locator('svg.cloud text').nth(10).waitFor();
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('a new word of the page is accepted with one click', async () => {
    const { page, context } = await at.visit();
    await paste(page, HARBOUR);
    await page.locator('#tab-words').click();
    const words = page.locator('banmian-words');
    const accept = words.getByRole('button', { name: /^加入自己的词：/ }).first();
    await accept.waitFor();
    const word = (await accept.getAttribute('aria-label')).split('：')[1];
    await accept.click();
    await page.getByText('已加入自己的词').waitFor();
    assert.ok((await page.evaluate(() => localStorage.getItem('banmian.words'))).includes(word));
    await words.getByRole('button', { name: `加入自己的词：${word}`, exact: true }).waitFor({ state: 'detached' });
    await context.close();
  });
});

describe('compare', () => {
  test('two articles of the page, and another text', async () => {
    const { page, complaints, context } = await at.visit();
    await paste(page, HARBOUR);
    await page.locator('#tab-compare').click();
    const compare = page.locator('banmian-compare');
    await compare
      .getByRole('list', { name: /多用的词/ })
      .first()
      .waitFor();
    await compare.getByRole('row', { name: /^词 / }).waitFor();
    await compare.getByRole('combobox', { name: /和哪篇比/ }).selectOption('other');
    await compare.getByRole('textbox').fill(await example('orchard'));
    await compare
      .getByRole('list', { name: /另一段文字.*多用的词/ })
      .getByRole('button', { name: /^果/ })
      .first()
      .waitFor();
    assert.deepEqual(complaints, []);
    await context.close();
  });
});

describe('times', () => {
  // What stands in the text, and how the table says when it is.
  const TIMES = [
    ['2019年', '2019', '2019'],
    ['2020年3月6日', '2020-03-06', '2020-03-06'],
    ['2021年上半年', '2021年上半年', 'first half of 2021'],
    ['2018年第三季度', '2018年第三季度', 'third quarter of 2018'],
    ['2013年至2017年', '2013 – 2017', '2013 – 2017'],
    ['上世纪80年代', '1980年代', '1980s'],
    ['2016年以来', '2016起', 'from 2016'],
    ['公元前221年', '前221年', '221 BCE'],
  ];
  for (const [locale, column] of [
    ['zh-Hans', 1],
    ['en', 2],
  ]) {
    test(`are said as a person reads them: ${locale}`, async () => {
      const { page, context } = await at.visit({}, `#lang=${locale}`);
      const text = TIMES.map(([written]) => `栖霞湾港区${written}开工。`).join('\n');
      await page.locator('#text').fill(text);
      await page.locator('#tab-figures').click();
      await page.locator('banmian-figures .group button').nth(2).click();
      const rows = await page
        .locator('banmian-figures tbody tr')
        .evaluateAll((all) => all.map((row) => [...row.children].slice(0, 2).map((cell) => cell.textContent.trim())));
      assert.deepEqual(
        rows,
        TIMES.map((it) => [it[0], it[column]]),
      );
      await context.close();
    });
  }
});

test('a reader who looks at another view comes back to where he was, and nothing moves before his eyes', async () => {
  const { page, context } = await at.visit();
  await paste(page, `${HARBOUR}\n\n`.repeat(6));
  await page.mouse.move(900, 500);
  for (let i = 0; i < 6; i++) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(100);
  }
  await page.waitForTimeout(500);
  // An inner heading, a single line, stands topmost, partly out of sight.
  await page.evaluate(() => {
    const headings = [...document.querySelector('banmian-page').shadowRoot.querySelectorAll('h3')];
    const heading = headings.find((it) => it.getBoundingClientRect().top > 70);
    scrollBy({ top: heading.getBoundingClientRect().top - 70, behavior: 'instant' });
  });
  await page.waitForTimeout(600);
  const before = await page.evaluate(() => document.querySelector('banmian-page').place);
  await page.evaluate(() => document.activeElement.blur()); // a click of the test would scroll by itself
  await page.keyboard.press('4');
  await page.locator('banmian-entities').waitFor();
  const top = await page.evaluate(() => document.querySelector('main').getBoundingClientRect().top);
  assert.ok(top >= -1, `a view begins at its top, not at ${top}`);
  await page.evaluate((start) => {
    window.seen = [];
    const look = () => {
      const block = document.querySelector('banmian-page')?.shadowRoot.querySelector(`[data-start="${start}"]`);
      // In the frame's last task: what is painted.
      setTimeout(() => block && window.seen.push(block.getBoundingClientRect().top));
      requestAnimationFrame(look);
    };
    look();
  }, before.start);
  await page.keyboard.press('1');
  await page.waitForTimeout(1500);
  const seen = await page.evaluate(() => window.seen);
  assert.ok(seen.length > 20, `seen ${seen.length} times`);
  // The browser scrolls by whole pixels.
  const moved = seen.filter((top) => Math.abs(top - before.top) > 1);
  assert.deepEqual(moved, [], `it stood at ${before.top}`);
  await context.close();
});

test('a headline that quotes is quoted with the other marks', async () => {
  const { page, context } = await at.visit({}, '#example=harbour&view=compare');
  const compare = page.locator('banmian-compare');
  await compare.locator('banmian-chart').first().waitFor();
  await compare.evaluate((element) => {
    const [first, ...rest] = element.page.articles;
    const headline = { kicker: [], main: ['产业“压舱石”更稳'], sub: [] };
    element.page = { ...element.page, articles: [{ ...first, headline }, ...rest] };
  });
  await compare.getByText('“产业‘压舱石’更稳”多用的词').waitFor();
  await context.close();
});

describe('names and quotations', () => {
  test('places stand in the provinces they lie in; a person has mentions, company and words', async () => {
    const { page, context } = await at.visit();
    await paste(
      page,
      '本报讯 5月11日，贵州省毕节市赫章县举行开工仪式。赫章县县长林见舟说：“这条路通了，山里的货就出得去。”林见舟介绍，赫章县今年修路40公里。贵州省交通运输厅派人到会。',
    );
    await page.locator('#tab-names').click();
    const names = page.locator('banmian-entities');
    const tree = names.getByRole('region', { name: '地方' });
    await tree
      .locator('.inside .inside')
      .getByRole('button', { name: /^赫章县/ })
      .waitFor();
    await names
      .getByRole('region', { name: '人物' })
      .getByRole('button', { name: /^林见舟/ })
      .click();
    const panel = names.getByRole('region', { name: '林见舟' });
    await panel.getByText('说了什么').waitFor();
    assert.equal(await panel.locator('.mentions li').count(), 2);
    await panel
      .locator('.companions')
      .getByRole('button', { name: /赫章县/ })
      .waitFor();
    await page.locator('#tab-quotes').click();
    await page.locator('banmian-quotes').getByText('这条路通了').first().waitFor();
    await context.close();
  });
});
