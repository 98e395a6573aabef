import type { Because } from '../types/page.js';
import type { Locale } from './strings.js';

/** What the rules' codes mean: Simplified, Traditional, English. */
const EXPLANATIONS: Readonly<Record<Because, readonly [string, string, string]>> = {
  // blocks and articles (docs/layout.md)
  headline: ['按位置和写法是标题', '按位置和寫法是標題', 'a headline by its place and form'],
  'headline-in-sentence': ['插在句中的标题', '插在句中的標題', 'a headline that stood inside a sentence'],
  'headline-by-shared-words': ['与正文用词相同的标题', '與正文用詞相同的標題', 'its headline, found by shared words'],
  'numbered-heading': ['带序号的小标题', '帶序號的小標題', 'a numbered heading'],
  'short-line-over-text': ['正文之上的短行', '正文之上的短行', 'a short line over text'],
  byline: ['署名的写法', '署名的寫法', 'written as a byline'],
  'continued-from': ['写明上接某版', '寫明上接某版', 'says what page it continues from'],
  'continued-to': ['写明下转某版', '寫明下轉某版', 'says what page it continues on'],
  'list-line': ['名单或列表的一行', '名單或列表的一行', 'a line of a list'],
  'dispatch-line': ['以电头开头', '以電頭開頭', 'begins with a dispatch line'],
  'first-line': ['第一行', '第一行', 'the first line'],
  indent: ['行首缩进', '行首縮進', 'the line is indented'],
  enumerator: ['以序号开头', '以序號開頭', 'begins with an enumerator'],
  'line-not-wrapped': ['上一行不是栏宽折断的', '上一行不是欄寬折斷的', 'the line above was not wrapped'],
  'line-above-short': ['上一行未排满', '上一行未排滿', 'the line above is short'],
  'blank-line': ['前有空行', '前有空行', 'a blank line before it'],
  'first-line-indent': ['行宽少了首行缩进的两字', '行寬少了首行縮進的兩字', 'narrower by a first-line indent'],
  salutation: ['称呼的写法', '稱呼的寫法', 'written as a salutation'],
  'closing-dispatch': ['文末的电头', '文末的電頭', 'a dispatch line that closes the article'],
  caption: ['图片说明的写法', '圖片說明的寫法', 'written as a caption'],
  signature: ['落款的写法', '落款的寫法', 'written as a signature'],
  'page-head': ['报头或版头', '報頭或版頭', 'the head of the page'],
  folio: ['版次页码', '版次頁碼', 'a folio'],
  'production-credits': ['版面编辑人员', '版面編輯人員', 'who produced the page'],
  imprint: ['报社出版信息', '報社出版資訊', 'the imprint'],
  // joins (docs/layout.md)
  'mark-cannot-begin-a-line': ['行首不能是这个标点', '行首不能是這個標點', 'this mark cannot begin a line'],
  'bracket-open': ['上一行的括号或引号未合', '上一行的括號或引號未合', 'a bracket or quotation was open'],
  'across-a-page-break': ['跨过版头等插入行', '跨過版頭等插入行', 'goes on across a page break'],
  'across-a-column-break': ['跨栏接续', '跨欄接續', 'goes on across a column break'],
  'line-full': ['上一行排满', '上一行排滿', 'the line above is full'],
  'sentence-unfinished': ['上一行句子未完', '上一行句子未完', 'the sentence above is unfinished'],
  // names (docs/entities.md)
  'place-known': ['地名库或词典里的地名', '地名庫或詞典裏的地名', 'a place of the gazetteer or lexicon'],
  'place-list': ['地区名单里的地名', '地區名單裏的地名', 'a place of the list of regions'],
  'place-side': ['作地区讲的方位', '作地區講的方位', 'a direction that means a region'],
  'place-suffix': ['名字加县、湖等', '名字加縣、湖等', 'a name with 县, 湖 and the like'],
  'place-site': ['名字加大街、机场等', '名字加大街、機場等', 'a name with 大街, 机场 and the like'],
  'place-plant': ['以公司命名的工厂', '以公司命名的工廠', 'a plant named after its company'],
  'body-list': ['已知的机构', '已知的機構', 'a known body'],
  'body-suffix': ['以有限公司等结尾', '以有限公司等結尾', 'ends in 有限公司 or the like'],
  'body-anchor-suffix': [
    '地名、机构或专名加机构词尾',
    '地名、機構或專名加機構詞尾',
    'a place, body or name with the suffix of a body',
  ],
  'person-word': ['分词认出的人名', '分詞認出的人名', 'read as a name among the words'],
  'person-transliterated': ['带间隔号的译名', '帶間隔號的譯名', 'a transliterated name with ·'],
  'person-known': ['已知的人物', '已知的人物', 'a known person'],
  'person-after-title': ['职务之后的人名', '職務之後的人名', 'a name after a title'],
  'person-surname-title': ['姓加职务', '姓加職務', 'a surname with a title'],
  'person-familiar': ['老王一类的称呼', '老王一類的稱呼', 'a familiar form such as 老王'],
  'person-withheld': ['隐去名字的人', '隱去名字的人', 'a name withheld, as 陈某某'],
  'name-repeated': ['本版别处认出的名称', '本版別處認出的名稱', 'a name found elsewhere on the page'],
  'name-short-form': ['本版说明的简称', '本版說明的簡稱', 'a short form that the page teaches'],
  'title-before-name': ['人名前的职务', '人名前的職務', 'a title before a name'],
  'title-after-name': ['人名后的职务', '人名後的職務', 'a title after a name'],
  'title-shared': ['几个人共有的职务', '幾個人共有的職務', 'a title shared by several people'],
  'work-marks': ['书名号内', '書名號內', 'stands in 《 》'],
  'work-document': ['不带书名号的文件名', '不帶書名號的文件名', 'a document named without marks'],
  'term-quoted': ['引号内的提法', '引號內的提法', 'a term in quotation marks'],
  'event-meeting': ['会议或活动的名称', '會議或活動的名稱', 'the name of a meeting'],
  'event-congress': ['党代会的名称', '黨代會的名稱', 'the name of a party congress'],
  // quotations (docs/entities.md)
  'quote-cue-comma': ['张三说，……', '張三說，……', 'speaker, verb and a comma'],
  'quote-cue-colon': ['张三说：……', '張三說：……', 'speaker, verb and a colon'],
  'quote-cue-marks': ['张三说“……”', '張三說「……」', 'speaker, verb and quotation marks'],
  'quote-cue-urge': ['要求、叮嘱某人……', '要求、叮囑某人……', 'someone is urged to do something'],
  'quote-cue-bare': ['张三表示将……，其间无标点', '張三表示將……，其間無標點', 'speaker and verb with no mark between'],
  'quote-cue-after': ['“……”张三说。', '「……」張三說。', 'the speaker is named after it'],
  'quote-cue-between': ['“……，”张三说，“……”', '「……，」張三說，「……」', 'the speaker is named between'],
  'quote-cue-next': [
    '说话人在下一句引语之前',
    '說話人在下一句引語之前',
    'the speaker is named before the next quotation',
  ],
  'quote-speaker-carried': ['主语承前省略', '主語承前省略', 'the speaker is carried over'],
  'quote-marks': [
    '引号内整句，承前说话人',
    '引號內整句，承前說話人',
    'a whole sentence in marks after a named speaker',
  ],
  'quote-headline': [
    '引题以“强调”一类的动词结尾',
    '引題以「強調」一類的動詞結尾',
    'the kicker ends in a reporting verb',
  ],
  'quote-speech': ['全篇是作者的讲话', '全篇是作者的講話', "the article is its author's speech"],
  // figures (docs/figures.md)
  'from-to': ['由甲变到乙', '由甲變到乙', 'from A to B'],
  'changed-to': ['变到某数', '變到某數', 'changed to a number'],
  rate: ['增减的幅度', '增減的幅度', 'a verb of change and a number'],
  'compared-with': ['与别的数相比', '與別的數相比', 'compared with another'],
  level: ['达到或为某数', '達到或為某數', 'stands at a number'],
  share: ['占某比重', '佔某比重', 'a share of a whole'],
  count: ['数字加所数之物', '數字加所數之物', 'a number and what is counted'],
  amount: ['名目加数额', '名目加數額', 'a noun and its amount'],
  list: ['并列数字中的一个', '並列數字中的一個', 'a number after another of its kind'],
};

const COLUMN: Record<Locale, 0 | 1 | 2> = { 'zh-Hans': 0, 'zh-Hant': 1, en: 2 };

/** What a rule's code means; a code without an explanation stands for itself. */
export function explanationOf(locale: Locale, because: Because): string {
  return Object.hasOwn(EXPLANATIONS, because) ? (EXPLANATIONS[because]?.[COLUMN[locale]] ?? because) : because;
}
