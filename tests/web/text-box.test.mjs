// The text box makes room for what is read, and comes back when it is wanted.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { example, paste, read, setting } from './site.mjs';

const at = setting(before, after);
const HARBOUR = await example('harbour');
const PHONE = { width: 390, height: 844 };
const box = (page) => page.locator('#text');

describe('the text box', () => {
  test('on a narrow screen it folds to a strip once something is read, and opens again', async () => {
    const { page, complaints, context } = await at.visit({ viewport: PHONE });
    assert.equal(await box(page).isVisible(), true);
    await paste(page, HARBOUR);
    assert.equal(await box(page).isVisible(), false);
    const article = page.getByRole('article').first();
    assert.ok((await article.boundingBox()).y < 400, 'what is read is what one sees');
    const open = page.getByRole('button', { name: '换文字' });
    assert.equal(await open.getAttribute('aria-expanded'), 'false');
    await open.click();
    assert.equal(await box(page).inputValue(), HARBOUR);
    await page.getByRole('button', { name: '收起' }).click();
    assert.equal(await box(page).isVisible(), false);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('it does not fold while one types in it', async () => {
    const { page, context } = await at.visit({ viewport: PHONE });
    await box(page).pressSequentially('栖霞湾新区公布运行情况。', { delay: 5 });
    await page.getByRole('article').filter({ hasText: '栖霞湾新区公布运行情况。' }).waitFor();
    assert.equal(await box(page).isVisible(), true);
    await context.close();
  });

  test('the key for it opens it; a paste in it folds it, and the focus is not lost', async () => {
    const { page, context } = await at.visit({
      viewport: PHONE,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await paste(page, '栖霞湾新区公布运行情况。');
    await page.keyboard.press('i');
    await page.waitForFunction(() => document.activeElement?.id === 'text');
    await page.evaluate((text) => navigator.clipboard.writeText(text), HARBOUR);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+v');
    await page.getByRole('heading', { name: '港口“晴雨表”向好' }).waitFor();
    assert.equal(await box(page).isVisible(), false);
    assert.equal(await page.evaluate(() => document.activeElement.className), 'button fold');
    await context.close();
  });

  test('on a wide screen it stays beside the text until it is folded, which is remembered', async () => {
    const { page, context } = await at.visit();
    await paste(page, HARBOUR);
    assert.equal(await box(page).isVisible(), true);
    await page.getByRole('button', { name: '收起' }).click();
    assert.equal(await box(page).isVisible(), false);
    await page.reload();
    assert.equal(await box(page).isVisible(), true, 'with nothing to read there is the box');
    await paste(page, HARBOUR);
    assert.equal(await box(page).isVisible(), false);
    await context.close();
  });

  test('pasting needs no aim, and is undone', async () => {
    const { page, context } = await at.visit({ permissions: ['clipboard-read', 'clipboard-write'] });
    await paste(page, HARBOUR);
    await page.evaluate(() => navigator.clipboard.writeText('湾区新闻一则。'));
    await page.getByRole('tab', { selected: true }).focus();
    await page.keyboard.press('Control+v');
    await page.getByRole('article').filter({ hasText: '湾区新闻一则。' }).waitFor();
    await page.keyboard.press('Control+z');
    await read(page);
    assert.equal(await box(page).inputValue(), HARBOUR);
    await context.close();
  });

  test('what is pasted into a field stays there', async () => {
    const { page, context } = await at.visit({ permissions: ['clipboard-read', 'clipboard-write'] });
    await paste(page, HARBOUR);
    await page.evaluate(() => navigator.clipboard.writeText('港区'));
    await page.keyboard.press('Control+f');
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.press('Control+v');
    assert.equal(await page.getByRole('searchbox').inputValue(), '港区');
    await page.locator('#tab-words').click();
    await page.locator('banmian-words input[name=wanted]').click();
    await page.keyboard.press('Control+v');
    assert.equal(await page.locator('banmian-words input[name=wanted]').inputValue(), '港区');
    assert.equal(await box(page).inputValue(), HARBOUR);
    await context.close();
  });
});

describe('the empty page', () => {
  test('says what the page does, on a few lines, and what each view is for', async () => {
    const { page, context } = await at.visit();
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.deepEqual(await page.locator('.tour dt').allInnerTexts(), [
      ...['阅读', '版面图', '数字', '人物与地方'],
      ...['引语', '词语', '比较', '原文对照'],
    ]);
    await page.getByText('读出来的').waitFor();
    await context.close();
  });
});

describe('narrow tables', () => {
  test('figures are statements on a phone: nothing is cut off or moved sideways', async () => {
    const { page, context } = await at.visit({ viewport: PHONE });
    await paste(page, HARBOUR);
    await page.locator('#tab-figures').click();
    const rows = page.locator('banmian-figures tbody tr');
    await rows.first().waitFor();
    for (const row of await rows.all()) {
      const [cell, box] = await Promise.all([row.locator('td, th').last().boundingBox(), row.boundingBox()]);
      assert.ok(cell.x + cell.width <= Math.min(390, box.x + box.width) + 1);
    }
    await context.close();
  });
});
