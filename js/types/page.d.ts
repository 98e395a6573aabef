/**
 * The output contract, version 1. Every offset counts UTF-16 code units of `Page.text`, half-open, so that
 * `page.text.slice(start, end)` is the named thing. Fields may be added; these keep their names and meaning.
 */

/** The short, stable name of the rule that made a decision. */
export type Because = string;

/** A newspaper page, read. */
export interface Page {
  version: 1;
  /** The rebuilt text: wraps undone, one `\n` between blocks, a blank line between articles. */
  text: string;
  source: SourceMap;
  /** Day of publication, ISO 8601: as the option `date` says, else as the page itself prints it. */
  published: string | null;
  articles: Article[];
  joins: Joins;
  sentences: Sentences;
  tokens: Tokens;
  entities: Entity[];
  mentions: Mention[];
  times: Time[];
  quantities: Quantity[];
  figures: Figure[];
  quotes: Quote[];
  statistics: Statistics;
}

/** Which piece of the text stood where in the input. */
export interface SourceMap {
  /** Length of the input in UTF-16 code units. */
  length: number;
  /** `[text start, source start, length]`, ascending by text start. */
  runs: [textStart: number, sourceStart: number, length: number][];
}

export type ArticleKind = 'speech' | 'report' | 'commentary' | 'notice' | 'caption' | 'other';

export interface Article {
  /** `a1`, `a2`, … in text order. */
  id: string;
  start: number;
  end: number;
  kind: ArticleKind;
  headline: Headline | null;
  authors: Author[];
  dateline: Dateline | null;
  /** 上接: the page it comes from. */
  continuedFrom: PageReference | null;
  /** 下转: the page it goes on at. */
  continuedTo: PageReference | null;
  blocks: Block[];
  because: Because;
}

/** A headline, a string for each printed line. */
export interface Headline {
  /** 引题 */
  kicker: string[];
  /** 主题 */
  main: string[];
  /** 副题 */
  sub: string[];
}

export interface Author {
  name: string;
  /** 记者, 通讯员, 摄 … */
  role: string | null;
}

/** 电头: agency, place and day of filing. */
export interface Dateline {
  agency: string | null;
  place: string | null;
  /** ISO 8601 */
  date: string | null;
}

export interface PageReference {
  page: number;
}

export type BlockType =
  | 'headline'
  | 'byline'
  | 'salutation'
  | 'heading'
  | 'paragraph'
  | 'dateline'
  | 'signature'
  | 'continuation'
  | 'caption';

export interface Block {
  type: BlockType;
  start: number;
  end: number;
  /** Depth in the outline, 1 is the top; `null` for what stands in no outline. */
  level: number | null;
  /** The enumerator it begins with, such as `一、`. */
  marker: string | null;
  /** Index, in the article's blocks, of the block it stands under. */
  parent: number | null;
  because: Because;
}

/** Where a line of the input was joined to the one before it, as columns. */
export interface Joins {
  /** Offset of the first character of the joined line. */
  at: number[];
  because: Because[];
}

/** Sentences as columns. */
export interface Sentences {
  start: number[];
  end: number[];
}

/** Words and punctuation marks as columns; `tag` is of the PKU part-of-speech tag set. */
export interface Tokens {
  start: number[];
  end: number[];
  tag: string[];
}

export type EntityType = 'person' | 'place' | 'organization' | 'title' | 'work' | 'term' | 'event';

export interface Entity {
  /** Its fullest name on the page. */
  name: string;
  type: EntityType;
  /** A person's offices in the order in which the page gives them. */
  titles: string[];
  /** Indexes into `Page.mentions`. */
  mentions: number[];
  /** Where a place lies, if the gazetteer knows it. */
  place?: PlacePath;
  /** What a work is: law, newspaper, periodical, document, film, music, work. */
  genre?: string;
  /** How many characters of what stands on the page this speaker said. */
  spoken?: number;
}

/** A place in the administrative hierarchy. */
export interface PlacePath {
  /** GB/T 2260 code of a division of China. */
  code: string | null;
  /** ISO 3166-1 alpha-2 code of the country; `-` for what belongs to none. */
  country: string;
  /** Full names from the province or country down to the place itself. */
  path: string[];
}

export interface Mention {
  type: EntityType;
  start: number;
  end: number;
  /** Index into `Page.entities`. */
  entity: number;
  because: Because;
}

export interface Time {
  start: number;
  end: number;
  /** ISO 8601 or EDTF; `null` when the text does not say enough to resolve it. */
  value: string | null;
  /** 左右, 前后, 约 … */
  approximate: boolean;
  because: Because;
}

export interface Quantity {
  start: number;
  end: number;
  /** 万 and 亿 multiplied out, percent on the 0–100 scale. */
  value: number | null;
  unit: string | null;
  /** `[min, max]` of an approximation or a range; either may be open. */
  bounds: [min: number | null, max: number | null] | null;
  /** count, percent, percentage-point, money, length, area … */
  kind: string;
  because: Because;
}

/** A named stretch of text. */
export interface Named {
  /** The words, which may be put together from several places. */
  text: string;
  start: number;
  end: number;
}

/** A statement that gives a number to an indicator. */
export interface Figure {
  indicator: Named;
  /** Of what, or among whom. */
  scope: Named | null;
  change: 'up' | 'down' | null;
  /** Indexes into `Page.quantities`. */
  from: number | null;
  to: number | null;
  value: number | null;
  /** Indexes into `Page.times`. */
  time: number | null;
  fromTime: number | null;
  toTime: number | null;
  /** What was taken over from an earlier clause: indicator, scope, time, fromTime, toTime. */
  inherited: string[];
  /** What its numbers say about each other: rate-disagrees, parts-do-not-sum, … */
  notes: string[];
  start: number;
  end: number;
  because: Because;
}

export interface Quote {
  /** Index into `Page.entities`. */
  speaker: number | null;
  /** The reporting verb. */
  verb: string | null;
  start: number;
  end: number;
  /** Whether it stands in quotation marks. */
  direct: boolean;
  /** The words that name the speaker where he is introduced: 他, 会议 … */
  speakerText?: string;
  /** The words that introduce or follow what is said, from the speaker to the verb. */
  cue?: Named;
  because: Because;
}

export interface Statistics {
  /** Characters without white space. */
  characters: number;
  /** Words, punctuation not counted. */
  words: number;
  distinctWords: number;
  sentences: number;
  paragraphs: number;
  readability: Readability;
  /** Every word, the most frequent first. */
  frequencies: WordCount[];
  /** The most telling first. */
  keywords: Keyword[];
  /** Words of this text that the lexicon does not have, the surest first. */
  newWords: NewWord[];
}

/** How hard a text is to read; four decimals. */
export interface Readability {
  /** Han characters a sentence, on average. */
  charactersPerSentence: number;
  /** Han characters a clause, on average. */
  charactersPerClause: number;
  /** Moving-average type–token ratio over windows of 50 words. */
  lexicalDiversity: number;
  /** Share of the Han characters that are common (first level of GB/T 2312). */
  commonCharacters: number;
}

export interface WordCount {
  word: string;
  tag: string;
  count: number;
}

export interface Keyword extends WordCount {
  score: number;
}

export interface NewWord {
  word: string;
  count: number;
  score: number;
}

/** What a caller may say about a page. */
export interface ParseOptions {
  /** Day of publication, ISO 8601 (`2020-03-07`); else the page's own date line is used. */
  date?: string | undefined;
  /** What a person says of lines of the page; it is taken as a fact, and of two hints on one line the later counts. */
  hints?: readonly Hint[] | undefined;
}

/** A person's word on the line that holds an offset of the input (UTF-16 code units). */
export interface Hint {
  at: number;
  /** `article`: a new article begins here; `join`: it belongs to the article above; `headline`: it is a line of a headline. */
  is: 'article' | 'join' | 'headline';
}

/** A word of your own. */
export interface OwnWord {
  /** 1 to 30 characters without white space. */
  word: string;
  /** Its part of speech (PKU tag set); `nz` if none is given. */
  tag?: string | null | undefined;
}

/** A word or punctuation mark with its part of speech. */
export interface TaggedWord {
  word: string;
  tag: string;
  start: number;
  end: number;
}
