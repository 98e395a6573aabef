// Texts that are made to hurt: whatever is long, deep, odd or looks like code. Each is `size` UTF-16 units long, or a little less.

const fill = (piece, size) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
const planes = () => {
  const found = [];
  for (let plane = 0; plane <= 16; plane++) {
    for (let k = 0; k < 64; k++) {
      const code = plane * 0x10000 + 0x1000 + k * 0x38f;
      if (code < 0xd800 || code > 0xdfff) found.push(String.fromCodePoint(code));
    }
  }
  return `${found.join('')}\n`;
};

/** What a newspaper prints: the measure of the others. */
export const PLAIN = `新桥通车两岸近
　　本报讯（记者 林一帆）昨日，青川河上的新大桥建成通车，两岸居民过河不用再绕行二十公里。大桥全长1260米，双向六车道，总投资4.3亿元。
　　市委副书记、市长唐明飞在通车仪式上说：“大桥建成后，江北新区到老城的时间由四十分钟减少到十分钟。”
　　县里今年种了苹果八万亩，比去年增加一万二千亩，增长17.6%。果农石大力说，路通了，收果的车子自己就来了。
　　青川市交通局介绍，截至5月6日，全市已浇灌麦田86.4万亩，占计划的七成以上。

`;

const PIECES = {
  'one character': '啊',
  'one letter': 'a',
  digits: '1234567890',
  'Chinese digits': '一二三四五六七八九十百千万亿',
  'opening brackets': '（',
  'brackets of all kinds': '（《“‘【「『〔［〈',
  'closing brackets': '）》”’】」』〕］〉',
  'quotation marks never closed': '他说：“我们',
  'book titles never closed': '《中国',
  'numbered points': '一、',
  'blank lines': '\n',
  'lines of one character': '啊\n',
  'white space': ' \u3000\t',
  'only full stops': '。',
  'only commas': '，',
  dashes: '——',
  dots: '……',
  'surnames and nothing else': '王李张刘陈',
  'names without end': '李明、王芳、',
  'titles without end': '市委书记、市长、',
  'bodies without end': '有限公司',
  'places without end': '江北区云台县石桥镇',
  'dates without end': '2020年3月6日，',
  'amounts without end': '由1增加到2，增长5.2%，',
  'speakers without end': '张三说，',
  'bylines without end': '本报记者 张三\n',
  'a paragraph over lines without end': '城乡供水一体化工程沿着青河两岸向\n',
  'characters with space between': '甲 乙 丙丁 ',
  'continued and continued': '（上接1版）\n（下转3版）\n',
  'headlines without bodies': '标题一行\n',
  'scripts that alternate': '王A1。あé한',
  'transliterated names': '克罗斯·',
  'invisible characters': '\u200b\u200d\ufeff甲',
  'characters of two directions': '\u202e甲\u2066乙\u202c\u2069',
  'marks on marks': 'e\u0301\u0301\u0301',
  'letters that look alike': 'аeоРС１Ⅰ',
  'half a character': '\ud800甲\udc00乙',
  emoji: '👩‍👩‍👧‍👦🇨🇳',
  markup: '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'formulas of spreadsheets': '=HYPERLINK("x")\n@SUM(A1)\n+1\n-1\n',
  'XML specials': ']]>&amp;<!--\ufffe\u0001',
};

/** Names with texts. */
export function hostile(size) {
  const texts = Object.entries(PIECES).map(([name, piece]) => [name, fill(piece, size)]);
  texts.push(['every plane', fill(planes(), size)]);
  texts.push(['one line', fill(PLAIN.replaceAll(/\s/gu, ''), size)]);
  const depth = Math.floor(size / 2);
  texts.push(['deeply nested', `${'（'.repeat(depth)}${'）'.repeat(depth)}`]);
  return texts;
}

export const plain = (size) => fill(PLAIN, size);
