/** The languages of the interface. */
export type Locale = 'zh-Hans' | 'zh-Hant' | 'en';

const LOCALES: readonly Locale[] = ['zh-Hans', 'zh-Hant', 'en'];

/** Every text of the elements: Simplified, Traditional, English. */
const STRINGS = {
  'kind.person': ['人物', '人物', 'People'],
  'kind.place': ['地方', '地方', 'Places'],
  'kind.organization': ['机构', '機構', 'Organisations'],
  'kind.title': ['职务', '職務', 'Offices'],
  'kind.work': ['文件与作品', '文件與作品', 'Works'],
  'kind.term': ['提法', '提法', 'Terms'],
  'kind.event': ['会议与活动', '會議與活動', 'Events'],
  'kind.time': ['时间', '時間', 'Times'],
  'kind.quantity': ['数量', '數量', 'Quantities'],
  'kind.quote': ['引语', '引語', 'Quotations'],

  'article.speech': ['讲话', '講話', 'Speech'],
  'article.report': ['消息', '消息', 'Report'],
  'article.commentary': ['评论', '評論', 'Commentary'],
  'article.notice': ['公告', '公告', 'Notice'],
  'article.caption': ['图片说明', '圖片說明', 'Caption'],
  'article.other': ['其他', '其他', 'Other'],
  'article.untitled': ['（无标题）', '（無標題）', '(no headline)'],
  'article.from': ['上接{n}版', '上接{n}版', 'continued from page {n}'],
  'article.to': ['下转{n}版', '下轉{n}版', 'continues on page {n}'],

  'block.headline': ['标题', '標題', 'headline'],
  'block.byline': ['署名', '署名', 'byline'],
  'block.salutation': ['称呼', '稱呼', 'salutation'],
  'block.heading': ['小标题', '小標題', 'heading'],
  'block.paragraph': ['段落', '段落', 'paragraph'],
  'block.dateline': ['电头', '電頭', 'dateline'],
  'block.signature': ['落款', '落款', 'signature'],
  'block.continuation': ['转接', '轉接', 'continuation'],
  'block.caption': ['图注', '圖註', 'caption'],

  'outline.title': ['目录', '目錄', 'Outline'],
  'outline.more': ['还有 {n} 篇', '還有 {n} 篇', '{n|more article|more articles}'],
  'legend.title': ['标出', '標出', 'Mark'],
  'why.rule': ['依据', '依據', 'Rule'],
  'why.mentions': ['全版提到 {n} 次', '全版提到 {n} 次', 'named {n|time|times} on this page'],
  'why.more': ['看全部', '看全部', 'See all of them'],
  'why.close': ['关闭', '關閉', 'Close'],
  'why.approximate': ['约', '約', 'approximately'],

  'stats.title': ['统计', '統計', 'Statistics'],
  'stats.characters': ['字', '字', 'characters'],
  'stats.words': ['词', '詞', 'words'],
  'stats.distinctWords': ['不同的词', '不同的詞', 'distinct words'],
  'stats.sentences': ['句', '句', 'sentences'],
  'stats.paragraphs': ['段', '段', 'paragraphs'],
  'stats.articles': ['篇', '篇', 'articles'],
  'stats.frequencies': ['常用词', '常用詞', 'Frequent words'],
  'stats.keywords': ['关键词', '關鍵詞', 'Keywords'],
  'stats.newWords': ['词典之外的新词', '詞典之外的新詞', 'Words not in the lexicon'],
  'stats.lengths': ['各篇长度', '各篇長度', 'Length of the articles'],
  'stats.count': ['次数', '次數', 'count'],

  'map.title': ['原版示意', '原版示意', 'The page as pasted'],
  'map.hint': [
    '每条短线是粘贴来的一行，每种颜色是一篇。点一下就到那里。',
    '每條短線是貼上的一行，每種顏色是一篇。點一下就到那裏。',
    'Each stroke is a pasted line, each colour an article. Choose one to go there.',
  ],
  'map.article': ['{k} · {n} 字 · {l} 行', '{k} · {n} 字 · {l} 行', '{k} · {n|character|characters} · {l|line|lines}'],
  'map.line': ['第 {n} 行', '第 {n} 行', 'line {n}'],

  'figures.title': ['数字', '數字', 'Figures'],
  'figures.indicator': ['指标', '指標', 'Indicator'],
  'figures.scope': ['范围', '範圍', 'Scope'],
  'figures.change': ['变化', '變化', 'Change'],
  'figures.from': ['由', '由', 'From'],
  'figures.to': ['到', '到', 'To'],
  'figures.value': ['数值', '數值', 'Value'],
  'figures.time': ['时间', '時間', 'Time'],
  'figures.sentence': ['原句', '原句', 'Sentence'],
  'figures.up': ['升', '升', 'up'],
  'figures.down': ['降', '降', 'down'],
  'figures.filter': ['筛选', '篩選', 'Filter'],
  'figures.slopes': ['前后对比', '前後對比', 'Before and after'],
  'figures.point': [
    '指着一行，看它的原句；点一下，到原文。',
    '指著一行，看它的原句；點一下，到原文。',
    'Point at a row to see its sentence; choose it to go there.',
  ],
  'figures.shares': ['占比', '佔比', 'Shares'],
  'figures.timeline': ['时间线', '時間線', 'Time line'],
  'figures.timeline.choose': [
    '时间线：选一个时间，到它的原文',
    '時間線：選一個時間，到它的原文',
    'Time line: choose a time to go to its place in the text',
  ],
  'figures.series.choose': [
    '{t}：选一个数，到它的原文',
    '{t}：選一個數，到它的原文',
    '{t}: choose a number to go to its place in the text',
  ],
  'figures.statements': ['指标', '指標', 'Indicators'],
  'figures.notes': ['附注', '附註', 'Notes'],
  'figures.quantities': ['所有数量', '所有數量', 'All quantities'],
  'figures.text': ['原文', '原文', 'As written'],
  'figures.unit': ['单位', '單位', 'Unit'],
  'figures.kind': ['类别', '類別', 'Kind'],
  'figures.times': ['时间', '時間', 'Times'],
  'figures.none': [
    '这段文字里没有找到数字陈述。',
    '這段文字裏沒有找到數字陳述。',
    'No statements with figures were found.',
  ],

  'quantity.count': ['计数', '計數', 'count'],
  'quantity.percent': ['百分比', '百分比', 'percent'],
  'quantity.percentage-point': ['百分点', '百分點', 'percentage points'],
  'quantity.money': ['金额', '金額', 'money'],
  'quantity.length': ['长度', '長度', 'length'],
  'quantity.area': ['面积', '面積', 'area'],
  'quantity.volume': ['体积', '體積', 'volume'],
  'quantity.mass': ['重量', '重量', 'mass'],
  'quantity.rate': ['比率', '比率', 'rate'],
  'quantity.multiple': ['倍数', '倍數', 'multiple'],
  'quantity.duration': ['时长', '時長', 'duration'],
  'quantity.ordinal': ['序数', '序數', 'ordinal'],
  'quantity.age': ['年龄', '年齡', 'age'],
  'quantity.temperature': ['温度', '溫度', 'temperature'],
  'quantity.angle': ['角度', '角度', 'angle'],
  'quantity.capacity': ['容量', '容量', 'capacity'],
  'quantity.concentration': ['浓度', '濃度', 'concentration'],
  'quantity.current': ['电流', '電流', 'current'],
  'quantity.energy': ['能量', '能量', 'energy'],
  'quantity.flow': ['流量', '流量', 'flow'],
  'quantity.frequency': ['频率', '頻率', 'frequency'],
  'quantity.information': ['信息量', '資訊量', 'information'],
  'quantity.loudness': ['响度', '響度', 'loudness'],
  'quantity.power': ['功率', '功率', 'power'],
  'quantity.pressure': ['压强', '壓強', 'pressure'],
  'quantity.speed': ['速度', '速度', 'speed'],
  'quantity.voltage': ['电压', '電壓', 'voltage'],

  'note.rate-disagrees': [
    '前后两数与所说幅度不合',
    '前後兩數與所說幅度不合',
    'the stated rate does not fit its two numbers',
  ],
  'note.direction-disagrees': [
    '升降与前后两数不合',
    '升降與前後兩數不合',
    'the numbers go the other way than the verb',
  ],
  'note.parts-do-not-sum': ['各部分相加不等于总数', '各部分相加不等於總數', 'the parts do not add up to the total'],
  'note.parts-exceed-total': ['各部分相加超过总数', '各部分相加超過總數', 'the parts add up to more than the total'],
  'note.parts-sum-to-total': ['各部分相加等于总数', '各部分相加等於總數', 'the parts add up to the total'],
  'note.per-year': ['每年', '每年', 'a year'],
  'note.total': ['总数', '總數', 'total'],
  'note.rest': ['其余', '其餘', 'the rest'],

  'table.csv': ['复制 CSV', '複製 CSV', 'Copy CSV'],
  'table.json': ['复制 JSON', '複製 JSON', 'Copy JSON'],
  'table.tsv': ['复制表格', '複製表格', 'Copy table'],
  'table.copied': ['已复制', '已複製', 'Copied'],
  'table.more': ['还有 {n} 行', '還有 {n} 行', '{n|more row|more rows}'],
  'table.rows': ['{n} 行', '{n} 行', '{n|row|rows}'],

  'entities.title': ['人物与地方', '人物與地方', 'People & places'],
  'entities.none': [
    '没有找到人名、地名或机构名。',
    '沒有找到人名、地名或機構名。',
    'No names of people, places or organisations were found.',
  ],
  'entities.times': ['{n} 次', '{n} 次', '{n}×'],

  'entities.within': ['连同所辖 {n} 次', '連同所轄 {n} 次', '{n}× with what lies in it'],
  'entities.with': ['和谁、和什么同在一句', '和誰、和什麼同在一句', 'In the same sentences'],
  'entities.said': ['说了什么', '說了什麼', 'What was said'],
  'entities.mentions': ['{n} 次提到', '{n} 次提到', 'Named {n|time|times}'],

  'quotes.shares': ['谁说了多少', '誰說了多少', 'Who said how much'],
  'quotes.spoken': ['{n} 字 · {p}%', '{n} 字 · {p}%', '{n|character|characters} · {p}%'],
  'quotes.long': ['全文 {n} 字，点开看', '全文 {n} 字，點開看', '{n} characters in all; choose it to read on'],
  'quotes.title': ['引语', '引語', 'Quotations'],
  'quotes.none': [
    '没有找到引语：文中没有“某某说”“某某强调”这样的话。',
    '沒有找到引語：文中沒有「某某說」「某某強調」這樣的話。',
    'No quotations were found: nobody is said to have said, stressed or pointed out anything.',
  ],
  'quotes.unknown': ['未指明说话人', '未指明說話人', 'Speaker not named'],
  'quotes.direct': ['直接引语', '直接引語', 'direct'],
  'quotes.indirect': ['转述', '轉述', 'reported'],

  'words.title': ['词语', '詞語', 'Words'],
  'words.search': ['查词', '查詞', 'Find a word'],
  'words.tag': ['词类', '詞類', 'Part of speech'],
  'words.all': ['全部', '全部', 'all'],
  'words.content': ['实词', '實詞', 'content words'],
  'words.concordance': ['“{w}”的上下文', '「{w}」的上下文', '“{w}” in context'],
  'words.dispersion': ['“{w}”在文中的分布', '「{w}」在文中的分布', 'Where “{w}” stands'],
  'words.instance': [
    '比如“{w}”。选别的词，看它在哪里、怎么用。',
    '比如「{w}」。選別的詞，看它在哪裏、怎麼用。',
    '“{w}”, for one. Choose another word to see where and how it is used.',
  ],
  'words.pick': [
    '选一个词，看它在哪里、怎么用。',
    '選一個詞，看它在哪裏、怎麼用。',
    'Choose a word to see where and how it is used.',
  ],
  'words.notFound': ['文中没有这个词。', '文中沒有這個詞。', 'The text does not have this word.'],
  'words.more': ['还有 {n} 处', '還有 {n} 處', '{n} more'],

  'words.scope': ['范围', '範圍', 'In'],
  'words.page': ['全版', '全版', 'the whole page'],
  'words.measure': ['按', '按', 'By'],
  'words.tficf': ['与平常用语相比（TF-ICF）', '與平常用語相比（TF-ICF）', 'against usual language (TF-ICF)'],
  'words.textRank': ['在文中的联系（TextRank）', '在文中的聯繫（TextRank）', 'ties in the text (TextRank)'],
  'words.phrases': ['反复出现的词串', '反覆出現的詞串', 'Phrases that repeat'],
  'words.new.about': [
    '本版反复出现、词典里没有的词。加入后，分词就照它。',
    '本版反覆出現、詞典裏沒有的詞。加入後，分詞就照它。',
    'They repeat on this page but are not in the lexicon. Once accepted, the text is cut by them.',
  ],
  'words.accept': ['加入自己的词：{w}', '加入自己的詞：{w}', 'Accept as a word: {w}'],
  'words.acceptAll': ['全部加入', '全部加入', 'Accept all'],
  'words.cloud': ['词云', '詞雲', 'Word cloud'],
  'words.cloud.choose': [
    '词云：选一个词，看它在哪里、怎么用',
    '詞雲：選一個詞，看它在哪裏、怎麼用',
    'Word cloud: choose a word to see where and how it is used',
  ],
  'words.mode': ['怎样查', '怎樣查', 'What to look for'],
  'words.mode.word': ['词', '詞', 'word'],
  'words.mode.text': ['字串', '字串', 'string'],
  'words.mode.pattern': ['正则表达式', '正規表示式', 'regular expression'],
  'words.sort': ['排序', '排序', 'Order'],
  'words.sort.position': ['按位置', '按位置', 'as in the text'],
  'words.sort.left': ['按左边的词', '按左邊的詞', 'by the words before'],
  'words.sort.right': ['按右边的词', '按右邊的詞', 'by the words after'],
  'words.places': ['{n} 处', '{n} 處', '{n|place|places}'],
  'words.deviation': [
    '分布偏差 {d}（0 均匀，1 集中）',
    '分佈偏差 {d}（0 均勻，1 集中）',
    'deviation {d} (0 even, 1 in one place)',
  ],
  'words.collocates': ['“{w}”与哪些词同现', '「{w}」與哪些詞同現', 'What stands near “{w}”'],
  'words.collocates.about': [
    '条长是 logDice，越长越是固定搭配；数字是在左边和右边各几次。',
    '條長是 logDice，越長越是固定搭配；數字是在左邊和右邊各幾次。',
    'The bar is logDice: the longer, the more typical. The numbers are how often before and after.',
  ],
  'words.badPattern': ['这个式子不能用：', '這個式子不能用：', 'This pattern cannot be used:'],
  'chart.save': ['保存图和数据：{t}', '儲存圖和資料：{t}', 'Save the chart and its data: {t}'],

  'compare.a': ['甲', '甲', 'A'],
  'compare.b': ['乙', '乙', 'B'],
  'compare.first': ['这一篇', '這一篇', 'This'],
  'compare.second': ['和哪篇比', '和哪篇比', 'against'],
  'compare.rest': ['本版其余各篇', '本版其餘各篇', 'the rest of the page'],
  'compare.other': ['另一段文字……', '另一段文字……', 'another text…'],
  'compare.paste': ['把另一段文字粘贴到这里', '把另一段文字貼到這裏', 'Paste the other text here'],
  'compare.about': [
    '哪些词这边明显用得多。条长是对数似然比：3.84 以上，只有二十分之一的可能是偶然；6.63 以上，百分之一。',
    '哪些詞這邊明顯用得多。條長是對數似然比：3.84 以上，只有二十分之一的可能是偶然；6.63 以上，百分之一。',
    'Words that one uses more than the other. The bar is the log-likelihood: above 3.84 it would be chance one time in twenty, above 6.63 one in a hundred.',
  ],
  'compare.more': ['{t}多用的词', '{t}多用的詞', 'More in {t}'],
  'compare.numbers': ['两边的数字', '兩邊的數字', 'In numbers'],
  'compare.none': ['没有明显的差别。', '沒有明顯的差別。', 'No telling difference.'],
  'compare.need': ['选两边来比。', '選兩邊來比。', 'Choose two to compare.'],
  'stats.charactersPerSentence': ['平均句长（字）', '平均句長（字）', 'characters per sentence'],
  'stats.charactersPerClause': ['平均小句长（字）', '平均小句長（字）', 'characters per clause'],
  'stats.lexicalDiversity': ['用词多样性（MATTR）', '用詞多樣性（MATTR）', 'lexical diversity (MATTR)'],
  'stats.commonCharacters': ['常用字比例', '常用字比例', 'share of common characters'],

  'source.title': ['原文对照', '原文對照', 'Source'],
  'source.raw': ['粘贴来的', '貼上的', 'As pasted'],
  'source.rebuilt': ['排好的', '排好的', 'As rebuilt'],
  'source.because': ['依据', '依據', 'Rule'],
  'source.joined': ['接回 {n} 处断行', '接回 {n} 處斷行', '{n|line end|line ends} joined'],
  'source.summary': [
    '共 {lines} 行，接回 {joined} 处断行，得 {blocks} 段，{articles} 篇。',
    '共 {lines} 行，接回 {joined} 處斷行，得 {blocks} 段，{articles} 篇。',
    '{lines|line|lines}, {joined|line end|line ends} joined, {blocks|block|blocks}, {articles|article|articles}.',
  ],
  'hint.title': ['更正', '更正', 'Correct'],
  'hint.of': ['更正：{t}', '更正：{t}', 'Correct: {t}'],
  'hint.article': ['这里另起一篇', '這裏另起一篇', 'A new article begins here'],
  'hint.join': ['并入上一篇', '併入上一篇', 'Belongs to the article above'],
  'hint.headline': ['这是标题', '這是標題', 'This is a headline'],
  'hint.yours': ['你说：{w}', '你說：{w}', 'You said: {w}'],
  'hint.back': ['收回', '收回', 'Take back'],

  'source.more': ['再显示一些', '再顯示一些', 'Show more'],

  'tag.n': ['名词', '名詞', 'noun'],
  'tag.nr': ['人名', '人名', 'person'],
  'tag.ns': ['地名', '地名', 'place'],
  'tag.nt': ['机构名', '機構名', 'organisation'],
  'tag.nz': ['专名', '專名', 'proper noun'],
  'tag.v': ['动词', '動詞', 'verb'],
  'tag.vn': ['名动词', '名動詞', 'verbal noun'],
  'tag.vd': ['副动词', '副動詞', 'verbal adverb'],
  'tag.a': ['形容词', '形容詞', 'adjective'],
  'tag.ad': ['副形词', '副形詞', 'adjectival adverb'],
  'tag.an': ['名形词', '名形詞', 'nominal adjective'],
  'tag.b': ['区别词', '區別詞', 'attributive'],
  'tag.c': ['连词', '連詞', 'conjunction'],
  'tag.d': ['副词', '副詞', 'adverb'],
  'tag.f': ['方位词', '方位詞', 'localiser'],
  'tag.i': ['成语', '成語', 'idiom'],
  'tag.j': ['简称', '簡稱', 'abbreviation'],
  'tag.l': ['习用语', '習用語', 'set phrase'],
  'tag.m': ['数词', '數詞', 'numeral'],
  'tag.p': ['介词', '介詞', 'preposition'],
  'tag.q': ['量词', '量詞', 'measure word'],
  'tag.r': ['代词', '代詞', 'pronoun'],
  'tag.s': ['处所词', '處所詞', 'place word'],
  'tag.t': ['时间词', '時間詞', 'time word'],
  'tag.u': ['助词', '助詞', 'particle'],
  'tag.y': ['语气词', '語氣詞', 'modal particle'],
  'tag.z': ['状态词', '狀態詞', 'descriptive'],
  'tag.x': ['其他', '其他', 'other'],

  'element.loading': ['正在读……', '正在讀……', 'Reading…'],
} as const satisfies Record<string, readonly [string, string, string]>;

export type StringKey = keyof typeof STRINGS;

/** Fills `{name}` in; of `{name|one|many}`, the number and the form that goes with it. */
export function filled(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return many === undefined ? String(value) : `${value} ${String(value) === '1' ? one : many}`;
  });
}

/** The text for a key, with `{name}` filled in. */
export function textOf(locale: Locale, key: StringKey, values: Record<string, string | number> = {}): string {
  return filled(STRINGS[key][LOCALES.indexOf(locale)] ?? STRINGS[key][0], values);
}

/** The name of a part of speech; a tag without one stands for itself. */
export function tagName(locale: Locale, tag: string): string {
  for (const length of [tag.length, 1]) {
    const key = `tag.${tag.slice(0, length)}`;
    if (key in STRINGS) return textOf(locale, key as StringKey);
  }
  return tag;
}

/** The name of a kind of quantity; one without stands for itself. */
export function quantityKind(locale: Locale, kind: string): string {
  return nameOf(locale, 'quantity', kind);
}

/** What a note on a figure means. */
export function noteText(locale: Locale, note: string): string {
  return nameOf(locale, 'note', note);
}

function nameOf(locale: Locale, group: string, name: string): string {
  const key = `${group}.${name}`;
  return Object.hasOwn(STRINGS, key) ? textOf(locale, key as StringKey) : name;
}

/** The interface language for a language tag. */
export function localeFor(tag: string | null | undefined): Locale {
  const lower = (tag ?? '').toLowerCase();
  if (/^zh-(hant|tw|hk|mo)/.test(lower)) return 'zh-Hant';
  return lower === '' || lower.startsWith('zh') ? 'zh-Hans' : 'en';
}
