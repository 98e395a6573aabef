// Files: encodings told apart, web pages, Word documents and PDFs turned into lines, several at once, refusals.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { rolldown } from 'rolldown';
import { paste, read, setting, stored } from './site.mjs';

const at = setting(before, after);
const SENTENCE = '栖霞湾新区日前公布上半年运行情况。';

/** A module of the page, by itself. */
async function moduleOf(path) {
  const input = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  const bundle = await rolldown({ input, tsconfig: false });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  return import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
}

const open = async (page, ...files) => {
  await page.locator('app-entry input[type=file]').setInputFiles(files);
};
const file = (name, mimeType, buffer) => ({ name, mimeType, buffer });

describe('encodings', async () => {
  const { decode, encodingOf } = await moduleOf('www/intake/decode.ts');
  // The two sentences below, as no encoder of Node writes them.
  const gb = 'd0c2c7f8b9abb2bcc9cfb0ebc4eab5c4beadbcc3d4cbd0d0c7e9bff6a3acd5e2cac7d2bbb8f6bac3b5c4bfaabed6a1a3';
  const big5 = 'b773b0cfa4bda5aca457a562a67eaabab867c0d9b942a6e6b1a1aa70a141b36fac4fa440add3a66eaabab67da7bda143';
  const simplified = '新区公布上半年的经济运行情况，这是一个好的开局。';
  const traditional = '新區公布上半年的經濟運行情況，這是一個好的開局。';
  const cases = [
    ['UTF-8', 'utf-8', Buffer.from(simplified), simplified],
    ['UTF-8 with a byte order mark', 'utf-8', Buffer.from(`\ufeff${simplified}`), simplified],
    ['UTF-16 with a byte order mark', 'utf-16le', Buffer.from(`\ufeff${simplified}`, 'utf16le'), simplified],
    ['UTF-16 without', 'utf-16le', Buffer.from(simplified, 'utf16le'), simplified],
    ['UTF-16, high byte first, without', 'utf-16be', Buffer.from(simplified, 'utf16le').swap16(), simplified],
    ['GB18030', 'gb18030', Buffer.from(gb, 'hex'), simplified],
    ['Big5', 'big5', Buffer.from(big5, 'hex'), traditional],
    ['ASCII', 'utf-8', Buffer.from('plain'), 'plain'],
    ['nothing', 'utf-8', Buffer.alloc(0), ''],
  ];
  for (const [name, encoding, bytes, text] of cases) {
    test(name, () => {
      assert.equal(encodingOf(new Uint8Array(bytes)), encoding);
      assert.equal(decode(new Uint8Array(bytes)), text);
    });
  }
});

describe('placed text becomes lines', async () => {
  const { linesOf } = await moduleOf('www/intake/lines.ts');
  const line = (text, x, y, size = 10) => ({ text, x, y, width: text.length * size, size, vertical: false });
  const column = (text, x, y, size = 10) => ({ text, x, y, width: text.length * size, size, vertical: true });
  const cases = [
    ['a line in pieces', [line('全市生产', 0, 100), line('总值', 40, 100)], '全市生产总值'],
    ['line under line', [line('第一行', 0, 100), line('第二行', 0, 86)], '第一行\n第二行'],
    ['a paragraph apart', [line('第一段', 0, 100), line('第二段', 0, 60)], '第一段\n\n第二段'],
    ['the next column', [line('左栏末行', 0, 20), line('右栏首行', 120, 100)], '左栏末行\n\n右栏首行'],
    ['beside it, at the same height', [line('左', 0, 100), line('右', 90, 100)], '左\n\n右'],
    ['bold made by printing twice', [line('标题', 0, 100), line('标题', 0.3, 100), line('正文', 0, 86)], '标题\n正文'],
    ['a word repeated is kept', [line('天天', 0, 100), line('天天', 20, 100)], '天天天天'],
    ['down the page', [column('竖排标题', 100, 200), column('第二列', 86, 200)], '竖排标题\n第二列'],
    ['nothing', [], ''],
  ];
  for (const [name, items, lines] of cases) test(name, () => assert.equal(linesOf(items), lines));
});

describe('opened in the page', () => {
  test('a web page: its text, none of its scripts', async () => {
    const { page, complaints, context } = await at.visit();
    const markup = `<!doctype html><meta charset="utf-8"><title>x</title><style>p{color:red}</style><nav hidden>菜单</nav>
      <h1>湾区新闻</h1><p style="color:red">${SENTENCE}</p><script>document.title = 'ran'</script><p>第二<b>段</b>在此。</p>`;
    await open(page, file('news.html', 'text/html', Buffer.from(markup)));
    await read(page);
    const box = await page.locator('#text').inputValue();
    assert.equal(box, `湾区新闻\n\n${SENTENCE}\n\n第二段在此。`);
    assert.doesNotMatch(await page.title(), /ran/);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('a Word document', async () => {
    const { page, complaints, context } = await at.visit();
    const zip = new JSZip();
    const p = (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
    zip.file(
      '[Content_Types].xml',
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    );
    zip.file(
      '_rels/.rels',
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    );
    zip.file(
      'word/document.xml',
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p('湾区新闻')}${p(SENTENCE)}</w:body></w:document>`,
    );
    const buffer = await zip.generateAsync({ type: 'nodebuffer' });
    await open(page, file('news.docx', '', buffer));
    await read(page);
    assert.equal(await page.locator('#text').inputValue(), `湾区新闻\n\n${SENTENCE}`);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('a PDF, offline too', async () => {
    const maker = await at.browser.newPage();
    await maker.setContent(`<style>body{font:16px/1.6 serif;width:12em}h1{font-size:28px}</style>
      <h1>湾区新闻</h1><p>${SENTENCE}全市工业增加值由128.6亿元增加到143.2亿元。</p>`);
    const pdf = await maker.pdf();
    await maker.close();

    const { page, complaints, context } = await at.visit();
    await stored(page);
    await context.setOffline(true);
    await open(page, file('news.pdf', 'application/pdf', pdf));
    await read(page);
    const box = await page.locator('#text').inputValue();
    assert.match(box, /^湾区新闻\n/u);
    assert.ok(box.split('\n').length >= 4, `the lines of the PDF stay lines: ${box}`);
    const article = page.getByRole('article').filter({ hasText: '全市工业增加值由128.6亿元增加到143.2亿元。' });
    await article.waitFor();
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('several files, in the order of their names', async () => {
    const { page, context } = await at.visit();
    const text = (name, content) => file(name, 'text/plain', Buffer.from(content));
    await open(page, text('版10.txt', '第十版的消息。'), text('版2.txt', '第二版的消息。'));
    await read(page);
    assert.equal(await page.locator('#text').inputValue(), '第二版的消息。\n\n第十版的消息。');
    await context.close();
  });

  const damaged = [
    ['an empty file', 'no-text', 'x.txt', Buffer.from(' \n')],
    ['a damaged PDF', 'damaged-file', 'x.pdf', Buffer.from('%PDF-1.7 nothing else')],
    ['a zip that is no document', 'damaged-file', 'x.docx', Buffer.from('504b0304ffff', 'hex')],
    ['an old Word document', 'old-word', 'x.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
  ];
  for (const [name, code, fileName, buffer] of damaged) {
    test(`${name} is refused with a sentence`, async () => {
      const { page, context } = await at.visit();
      await open(page, file(fileName, '', buffer));
      const alert = page.getByRole('alert');
      await alert.waitFor();
      assert.equal(await alert.getAttribute('data-code'), code);
      assert.ok((await alert.innerText()).includes(fileName));
      await paste(page, SENTENCE);
      assert.equal(await alert.count(), 0);
      await context.close();
    });
  }
});
