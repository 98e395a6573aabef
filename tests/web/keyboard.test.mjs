// Everything that a pointer can do is done by keyboard alone: what is in each view is reached and chosen.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { pixelsApart } from './pixels.mjs';
import { example, paste, setting, VIEWS } from './site.mjs';

const at = setting(before, after);
const HARBOUR = await example('harbour');
/** An indicator at three times or more makes a series. */
const SERIES =
  '本报讯 栖霞湾港集装箱吞吐量2019年为120万标箱，2020年为135万标箱，2021年为150万标箱，2022年为171万标箱。市长程望舒说：“港兴则城兴。”';
/** A view that wants more presses of Tab than this to get through is a maze. */
const MOST_STOPS = 25;

/** Runs in the page before its scripts: notes what listens to a pointer. */
function noteListeners() {
  const listening = new WeakSet();
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    if (/^(click|dblclick|mousedown|mouseup|pointerdown|pointerup|touchstart)$/.test(type)) listening.add(this);
    return add.call(this, type, ...rest);
  };
  const NATIVE =
    'button:not(:disabled), a[href], input, select, textarea, summary, [role=button], [role=option], [role=slider], [role=tab]';
  const within = function* (root) {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* within(element.shadowRoot);
    }
  };
  const focused = () => {
    let it = document.activeElement;
    while (it?.shadowRoot?.activeElement) it = it.shadowRoot.activeElement;
    return it;
  };
  const hostIn = (element, root) => {
    for (let it = element; it; it = it.getRootNode().host) if (root.contains(it)) return true;
    return false;
  };
  const seen = new Set();
  globalThis.keyboard = {
    forget: () => seen.clear(),
    /** What has the focus: whether it is new, in the view, one of a set. */
    here() {
      const element = focused();
      const fresh = !seen.has(element);
      seen.add(element);
      const view = document.querySelector('#view');
      return {
        fresh,
        inside: view !== null && hostIn(element, view),
        roving: element.closest('[data-rove]') !== null,
        tab: element.getAttribute('role') === 'tab',
        word: element.textContent.trim(),
      };
    },
    /** What a pointer can do something with in the view, and the keyboard did not come to. */
    missed(where = '#view') {
      const contains = (outer, inner) => {
        for (let it = inner; it; it = it.parentElement ?? it.getRootNode().host) if (it === outer) return true;
        return false;
      };
      const missed = [];
      for (const element of within(document.querySelector(where))) {
        if (!element.checkVisibility() || (where !== '#view' && element.closest('#view'))) continue;
        if (where !== '#view' && element.getRootNode() !== document) continue;
        const native = element.matches(NATIVE);
        if (!(native || listening.has(element)) || seen.has(element)) continue;
        // A container listens for what is in it; what is in a slider is chosen through it.
        if (!native && [...seen].some((it) => contains(element, it) || contains(it, element))) continue;
        missed.push(element.outerHTML.replace(/<!--.*?-->/g, '').slice(0, 120));
      }
      return missed;
    },
  };
}

const visit = async (text, options, hash = '') => {
  const it = await at.visit(options);
  await it.page.addInitScript(noteListeners);
  await it.page.reload();
  if (hash) await it.page.goto(`${at.site.url}${hash}`);
  if (text) await paste(it.page, text);
  return it;
};
const here = (page) => page.evaluate(() => globalThis.keyboard.here());
const press = async (page, key) => {
  await page.keyboard.press(key);
  return here(page);
};
const show = async (page, view) => {
  await page.locator('#tab-read').focus();
  await page.keyboard.press(String(VIEWS.indexOf(view) + 1));
  assert.equal(await page.getByRole('tab', { selected: true }).getAttribute('id'), `tab-${view}`);
  await page.locator(`#tab-${view}`).focus();
};
/** Presses Tab until the focus is on something. */
const tabTo = async (page, locator) => {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const found = await locator.evaluateAll((all) => all.some((it) => it === it.getRootNode().activeElement));
    if (found) return;
  }
  assert.fail(`Tab does not lead to ${locator}`);
};

describe('by keyboard alone', () => {
  for (const view of VIEWS) {
    test(`everything of the view is reached: ${view}`, async () => {
      const { page, complaints, context } = await visit(HARBOUR);
      await show(page, view);
      if (view === 'words') await page.locator('svg.cloud text').first().waitFor();
      if (view === 'compare') await page.locator('banmian-compare .bars').nth(1).waitFor();
      if (view === 'read') await page.locator('banmian-statistics .bar').first().waitFor();
      await page.waitForTimeout(300);
      let stops = 0;
      let entered = false;
      for (let presses = 0; presses < 200; presses++) {
        const place = await press(page, 'Tab');
        if (!place.inside && entered) break;
        if (!place.inside) continue;
        entered = true;
        stops += 1;
        if (!place.roving) continue;
        let before = await press(page, 'Home');
        let moves = 0;
        for (let next = await press(page, 'ArrowDown'); next.fresh; next = await press(page, 'ArrowDown')) {
          before = next;
          moves += 1;
        }
        assert.deepEqual({ ...(await press(page, 'End')), fresh: before.fresh }, before, 'End is where the arrows end');
        if (moves > 0) assert.notDeepEqual(await press(page, 'ArrowUp'), before);
        await press(page, 'Home');
      }
      assert.ok(entered, 'Tab leads into the view');
      assert.deepEqual(await page.evaluate(() => globalThis.keyboard.missed()), []);
      assert.ok(stops <= MOST_STOPS, `${stops} presses of Tab lead through the view`);
      console.log(`${view}: ${stops} stops`);
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }

  test('everything around the views is reached, and menus open and close', async () => {
    const { page, context } = await visit(HARBOUR);
    await page.locator('#tab-map').click();
    await page.locator('.brand').focus();
    await here(page);
    for (let presses = 0; presses < 40; presses++) {
      const place = await press(page, 'Tab');
      if (place.inside) break;
      if (place.tab) for (const _ of VIEWS) await press(page, 'ArrowRight');
    }
    assert.deepEqual(await page.evaluate(() => globalThis.keyboard.missed('banmian-app')), []);
    for (const [menu, first] of [
      ['.save', 'copy-markdown'],
      ['.settings .menu', ''],
      ['app-entry .menu', ''],
    ]) {
      await page.locator(`${menu} summary`).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const inMenu = await page.evaluate((it) => document.activeElement.closest(it) !== null, menu);
      assert.ok(inMenu, menu);
      if (first) assert.equal(await page.evaluate(() => document.activeElement.dataset.format), first);
      await page.keyboard.press('Escape');
      assert.equal(await page.evaluate(() => document.activeElement.localName), 'summary', menu);
    }
    await context.close();
  });
});

describe('a mark chosen by keyboard is lit everywhere', () => {
  test('a word of the cloud', async () => {
    const { page, complaints, context } = await visit(HARBOUR);
    await show(page, 'words');
    const options = page.getByRole('listbox', { name: /^词云/ }).getByRole('option');
    await options.nth(10).waitFor();
    await tabTo(page, options);
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'End', 'Home', 'ArrowRight'])
      await page.keyboard.press(key);
    const { word } = await here(page);
    assert.equal(word, (await options.nth(1).textContent()).trim());
    await page.keyboard.press('Enter');
    await page.locator('banmian-words .concordance li').first().waitFor();
    assert.equal(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('word'), word);
    assert.equal(await options.nth(1).getAttribute('aria-selected'), 'true');
    assert.equal((await here(page)).word, word, 'the focus stays');
    const pressed = page.locator('banmian-words [aria-pressed=true]').filter({ hasText: word });
    assert.ok((await pressed.count()) >= 1, 'the lists show it too');

    await page.keyboard.press('1');
    const lit = page.locator('banmian-page .lit');
    await lit.first().waitFor();
    assert.deepEqual([...new Set(await lit.allTextContents())], [word]);
    const times = await lit.count();
    assert.equal((await here(page)).word, '阅读', 'the focus is on the view that was asked for');
    await page.keyboard.press('2');
    await page.locator('banmian-map .line.chosen').first().waitFor();
    await page.keyboard.press('8');
    await page.locator('banmian-source .lit').first().waitFor();
    assert.equal(await page.locator('banmian-source .rebuilt .lit').count(), times);
    await page.waitForFunction(() => {
      const { top } = document.querySelector('banmian-source').shadowRoot.querySelector('.lit').getBoundingClientRect();
      return top > 0 && top < innerHeight;
    });

    await page.keyboard.press('6');
    await tabTo(page, options);
    assert.equal((await here(page)).word, word, 'Tab leads to what is chosen');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !location.hash.includes('word='));
    assert.equal(await options.nth(1).getAttribute('aria-selected'), 'false');
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('a dot of the time line', async () => {
    const { page, complaints, context } = await visit(HARBOUR);
    await show(page, 'figures');
    const options = page.getByRole('listbox', { name: /^时间线/ }).getByRole('option');
    await tabTo(page, options);
    await page.keyboard.press('ArrowRight');
    const name = await options.nth(1).getAttribute('aria-label');
    await options.nth(1).getByText(name).waitFor(); // what it is stands beside it
    await page.keyboard.press('Space');
    await page.locator('banmian-page .lit').first().waitFor();
    assert.match(page.url(), /at=\d+-\d+/);
    const written = name.split(' · ')[0];
    assert.equal((await page.locator('banmian-page .lit').allTextContents()).join(''), written);
    assert.equal((await here(page)).word, written, 'the keyboard goes on from there');
    await page.keyboard.press('3');
    await page.locator('banmian-figures .moment.chosen').first().waitFor();
    assert.equal(await page.locator('banmian-figures .dates .chosen').count(), 1);
    await page.keyboard.press('2');
    assert.ok((await page.locator('banmian-map .line.chosen').count()) >= 1);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('a point of a series', async () => {
    const { page, complaints, context } = await visit(SERIES);
    await show(page, 'figures');
    const options = page.getByRole('listbox', { name: /吞吐量/ }).getByRole('option');
    assert.equal(await options.count(), 4);
    await tabTo(page, options);
    await page.keyboard.press('End');
    assert.match(await options.nth(3).getAttribute('aria-label'), /2022 1,710,000/);
    await page.keyboard.press('Enter');
    const lit = page.locator('banmian-page .lit');
    await lit.first().waitFor();
    assert.match((await lit.allTextContents()).join(''), /171万标箱/);
    await page.keyboard.press('3');
    assert.equal(await options.nth(3).getAttribute('aria-selected'), 'true');
    assert.ok((await page.locator('banmian-figures tr.chosen').count()) >= 1);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('a word of the text, word by word', async () => {
    const { page, complaints, context } = await visit('本报讯 赫章县县长林见舟介绍，赫章县今年修路。赫章县还要修桥。');
    await page.locator('#tab-read').focus();
    await tabTo(page, page.locator('banmian-page .mark'));
    const walked = [];
    for (let i = 0; i < 4; i++) walked.push((await press(page, 'Shift+ArrowRight')).word);
    assert.equal(new Set(walked).size, 4, walked.join());
    assert.ok(HARBOUR !== walked.join('') && '赫章县县长林见舟介绍，赫章县今年修路'.includes(walked[0]), walked.join());
    const back = (await press(page, 'Shift+ArrowLeft')).word;
    assert.equal(back, walked[2]);
    assert.match(decodeURIComponent(page.url()), new RegExp(`word=${back}`));
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !location.hash.includes('word='));
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('a name: its panel is walked through and closed, and the focus goes back', async () => {
    const { page, context } = await visit(HARBOUR);
    await show(page, 'names');
    const row = page.locator('banmian-entities button.row').first();
    await tabTo(page, page.locator('banmian-entities button.row'));
    const { word } = await here(page);
    await page.keyboard.press('Enter');
    await page.locator('banmian-entities .panel').waitFor();
    await tabTo(page, page.locator('banmian-entities .panel .mentions button'));
    await page.keyboard.press('Escape');
    await page.locator('banmian-entities .panel').waitFor({ state: 'detached' });
    assert.equal((await here(page)).word, word);
    assert.equal(await row.getAttribute('aria-pressed'), 'false');
    await context.close();
  });
});

describe('charts', () => {
  test('are named in the three languages', async () => {
    const names = {
      'zh-Hans': [/^词云：选/, /^时间线：选/],
      'zh-Hant': [/^詞雲：選/, /^時間線：選/],
      en: [/^Word cloud: choose/, /^Time line: choose/],
    };
    for (const [locale, [cloud, line]] of Object.entries(names)) {
      const { page, context } = await at.visit({}, `#example=harbour&view=words&lang=${locale}`);
      await page.getByRole('listbox', { name: cloud }).getByRole('option').first().waitFor();
      await page.evaluate((lang) => {
        location.hash = `#example=harbour&view=figures&lang=${lang}`;
      }, locale);
      await page.getByRole('listbox', { name: line }).getByRole('option').first().waitFor();
      await context.close();
    }
  });

  test('show where the focus is', async () => {
    for (const colorScheme of ['light', 'dark']) {
      const { page, context } = await visit(HARBOUR, { colorScheme, reducedMotion: 'reduce' });
      for (const [view, chart] of [
        ['words', 'svg.cloud'],
        ['figures', 'svg.timeline'],
      ]) {
        await show(page, view);
        const options = page.locator(`${chart} [role=option]`);
        await options.nth(2).waitFor();
        await tabTo(page, options);
        await page.keyboard.press('ArrowRight');
        await page.waitForTimeout(50);
        const box = await options.nth(1).boundingBox();
        const clip = { x: box.x - 6, y: box.y - 6, width: box.width + 12, height: box.height + 12 };
        const focused = await page.screenshot({ clip });
        await page.evaluate(() => document.activeElement.shadowRoot.activeElement.blur());
        const blurred = await page.screenshot({ clip });
        const pixels = pixelsApart(focused, blurred);
        assert.ok(pixels > 30, `${chart}, ${colorScheme}: ${pixels} pixels tell the focus`);
      }
      await context.close();
    }
  });

  test('are saved without what belongs to the page', async () => {
    const { page, context } = await visit(HARBOUR);
    const saved = async (chart) => {
      await chart.locator('summary').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      return readFile(await download.path(), 'utf8');
    };
    await show(page, 'words');
    const cloud = page.locator('banmian-chart').filter({ has: page.locator('svg.cloud text') });
    await cloud.locator('text').first().waitFor();
    await page.locator('banmian-words .bars button').first().press('Enter');
    const texts = [await saved(cloud)];
    await show(page, 'figures');
    texts.push(await saved(page.locator('banmian-chart').filter({ has: page.locator('svg.timeline') })));
    for (const svg of texts) {
      assert.match(svg, /<svg [^>]*role="img"[^>]*aria-label="[^"]+"/);
      assert.doesNotMatch(svg, /tabindex|aria-selected|role="(option|listbox)"|data-|class=|<!--/);
    }
    assert.doesNotMatch(texts[1], />[^<]* · </, 'what is shown only where one points is not in the file');
    await context.close();
  });

  test('the sheet of keys tells of them', async () => {
    const { page, context } = await visit(HARBOUR);
    await page.locator('#tab-read').focus();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: '快捷键' });
    await sheet.waitFor();
    for (const key of ['Tab', 'Home', 'End', 'Enter', 'Shift →', 'Esc']) {
      assert.ok((await sheet.locator('kbd').getByText(key, { exact: true }).count()) >= 1, key);
    }
    await context.close();
  });
});
