import type { Locale } from 'banmian/elements';

/** The page's own words: Simplified, Traditional, English. */
const STRINGS = {
  tagline: ['像编辑一样读报纸', '像編輯一樣讀報紙', 'Reads a newspaper page the way an editor does'],
  input: ['粘贴报纸版面', '貼上報紙版面', 'Paste a newspaper page'],
  placeholder: [
    '把 PDF 或电子报上复制的文字粘贴到这里。断行、分栏、跑到正文后面的标题，都不用管。',
    '把 PDF 或電子報上複製的文字貼到這裏。斷行、分欄、跑到正文後面的標題，都不用管。',
    'Paste what you copied from a PDF or an e-paper. Broken lines, columns and headlines after their articles are fine.',
  ],
  open: ['打开文件', '打開檔案', 'Open a file'],
  examples: ['示例', '示例', 'Examples'],
  'example.harbour': ['港城要闻', '港城要聞', 'Harbour news'],
  'example.bridge': ['大桥合龙', '大橋合龍', 'The bridge'],
  'example.orchard': ['果业讲话', '果業講話', 'A speech'],
  clear: ['清空', '清空', 'Clear'],
  date: ['出版日期', '出版日期', 'Date of issue'],
  characters: ['{n} 字', '{n} 字', '{n} characters'],
  private: [
    '文字只在你的浏览器里处理，不上传。',
    '文字只在你的瀏覽器裏處理，不上傳。',
    'Your text stays in your browser. Nothing is uploaded.',
  ],
  reading: ['正在读……', '正在讀……', 'Reading…'],
  done: ['{a} 篇文章，用时 {ms} 毫秒', '{a} 篇文章，用時 {ms} 毫秒', '{a} articles in {ms} ms'],
  long: [
    '……（文字很长，这里只显示开头；已全部读入。）',
    '……（文字很長，這裏只顯示開頭；已全部讀入。）',
    '… (The text is long. Only its beginning is shown here; all of it is read.)',
  ],
  cancel: ['取消', '取消', 'Cancel'],
  loading: ['正在准备……', '正在準備……', 'Getting ready…'],
  drop: ['松开即可打开', '鬆開即可打開', 'Drop to open'],
  'hints.count': ['你更正了 {n} 处', '你更正了 {n} 處', 'Corrections of yours: {n}'],
  'hints.undo': ['撤销上一处', '撤銷上一處', 'Undo the last'],
  'hints.clear': ['全部撤销', '全部撤銷', 'Undo all'],
  views: ['视图', '視圖', 'Views'],
  'view.read': ['阅读', '閱讀', 'Read'],
  'view.map': ['版图', '版圖', 'Page map'],
  'view.figures': ['数字', '數字', 'Figures'],
  'view.names': ['人物与地方', '人物與地方', 'People & places'],
  'view.quotes': ['引语', '引語', 'Quotations'],
  'view.words': ['词语', '詞語', 'Words'],
  'view.source': ['来源', '來源', 'Source'],
  save: ['导出', '匯出', 'Export'],
  'save.markdown': ['Markdown', 'Markdown', 'Markdown'],
  'save.text': ['纯文本', '純文字', 'Plain text'],
  'save.json': ['JSON', 'JSON', 'JSON'],
  'save.csv': ['数字表 CSV', '數字表 CSV', 'Figures, CSV'],
  'save.words': ['词频表 CSV', '詞頻表 CSV', 'Words, CSV'],
  theme: ['深色或浅色', '深色或淺色', 'Dark or light'],
  language: ['界面语言', '介面語言', 'Language'],
  'hero.title': [
    '粘贴一版报纸，看清它写了什么',
    '貼上一版報紙，看清它寫了什麼',
    'Paste a newspaper page and see what it says',
  ],
  'hero.text': [
    '断行接好，栏目理顺，标题归位。文章、提纲、人物、地方、数字和引语，各就各位，每一处都能追问依据。',
    '斷行接好，欄目理順，標題歸位。文章、提綱、人物、地方、數字和引語，各就各位，每一處都能追問依據。',
    'Lines are joined, columns put in order, headlines returned to their articles. Articles, outline, people, places, figures and quotations, each with the rule that found it.',
  ],
  'hero.try': ['先看一个示例：', '先看一個示例：', 'Try an example:'],
  'error.too-large': [
    '文字太长了：一次最多读 32 MB。请分成几份，分别粘贴。',
    '文字太長了：一次最多讀 32 MB。請分成幾份，分別貼上。',
    'The text is too long: at most 32 MB are read at once. Split it and paste the pieces.',
  ],
  'error.not-text': [
    '这不是文字。请在原来的程序里打开文件，复制其中的文字再粘贴。',
    '這不是文字。請在原來的程式裏打開檔案，複製其中的文字再貼上。',
    'This is not text. Open the file in the program it belongs to, copy its text and paste that.',
  ],
  'error.wasm-unavailable': [
    '这个浏览器不能运行 WebAssembly。请换用较新的浏览器。',
    '這個瀏覽器不能執行 WebAssembly。請換用較新的瀏覽器。',
    'This browser cannot run WebAssembly. Please use a newer one.',
  ],
  'error.other': [
    '出错了（{code}）。请重试。',
    '出錯了（{code}）。請重試。',
    'Something went wrong ({code}). Please try again.',
  ],
} as const satisfies Record<string, readonly [string, string, string]>;

export type PageString = keyof typeof STRINGS;

const COLUMN: Record<Locale, 0 | 1 | 2> = { 'zh-Hans': 0, 'zh-Hant': 1, en: 2 };

export function say(locale: Locale, key: PageString, values: Record<string, string | number> = {}): string {
  return STRINGS[key][COLUMN[locale]].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function sayError(locale: Locale, code: string): string {
  const key = `error.${code}`;
  return key in STRINGS ? say(locale, key as PageString) : say(locale, 'error.other', { code });
}
