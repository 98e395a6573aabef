import type { Page, Tokens, WordCount } from './types/page.js';

// What is long in a page crosses from the engine as columns of numbers and joined strings: an object at a time would
// take longer than reading the page.

/** A column of numbers, or of strings joined by a character that none of them has. */
type Crossing<Columns> = { [Name in keyof Columns]: Columns[Name] extends number[] ? Uint32Array : string };

/** Tokens as the engine gives them; the tags are joined by spaces. */
export type TokensRead = Crossing<Tokens>;

/** A page as the engine gives it. */
export interface PageRead {
  source: { runs: Uint32Array };
  sentences: { start: Uint32Array; end: Uint32Array };
  tokens: TokensRead;
  statistics: { frequencies: { word: string; tag: string; count: Uint32Array } };
}

/** The page with plain arrays and objects in the place of the columns. */
export function asPage(read: PageRead): Page {
  const page = read as unknown as Page;
  page.source.runs = triples(read.source.runs);
  page.tokens = asTokens(read.tokens);
  page.sentences = { start: numbers(read.sentences.start), end: numbers(read.sentences.end) };
  page.statistics.frequencies = wordCounts(read.statistics.frequencies);
  return page;
}

export function asTokens({ start, end, tag }: TokensRead): Tokens {
  return { start: numbers(start), end: numbers(end), tag: split(tag, ' ') };
}

function wordCounts({ word, tag, count }: PageRead['statistics']['frequencies']): WordCount[] {
  const tags = split(tag, ' ');
  return split(word, '\n').map((word, index) => ({ word, tag: tags[index] as string, count: count[index] as number }));
}

/** As `Array.from`, six times as fast. */
function numbers(column: Uint32Array): number[] {
  const list = new Array<number>(column.length);
  for (let index = 0; index < list.length; index++) list[index] = column[index] as number;
  return list;
}

function triples(column: Uint32Array): Page['source']['runs'] {
  const list: Page['source']['runs'] = [];
  for (let index = 0; index + 2 < column.length; index += 3) {
    list.push([column[index] as number, column[index + 1] as number, column[index + 2] as number]);
  }
  return list;
}

function split(joined: string, separator: string): string[] {
  return joined === '' ? [] : joined.split(separator);
}
