import type { Page, Tokens, WordCount } from './types/page.js';

// What is long in a page crosses from the engine as columns of numbers and joined strings: an object at a time would
// take longer than reading the page.

/** Tokens as the engine gives them; the tags are joined by spaces. */
export interface TokensRead {
  start: Uint32Array;
  end: Uint32Array;
  tag: string;
}

/** A page as the engine gives it. */
export interface PageRead {
  /** The page but for what stands below. */
  page: Page;
  /**
   * The numbers of tokens, sentences, runs and different words; then the columns: where tokens begin and end, where
   * sentences do, the runs, how often each word stands in the text.
   */
  columns: Uint32Array;
  /** The tags of the tokens, joined by spaces. */
  tags: string;
  /** The different words, joined by line ends, and their tags, joined by spaces. */
  words: string;
  wordTags: string;
}

/** The page with plain arrays and objects in the place of the columns. */
export function asPage({ page, columns, tags, words, wordTags }: PageRead): Page {
  const [tokens, sentences, runs, different] = columns as unknown as [number, number, number, number];
  let at = 4;
  const take = (count: number) => {
    at += count;
    return columns.subarray(at - count, at);
  };
  page.tokens = { start: numbers(take(tokens)), end: numbers(take(tokens)), tag: split(tags, ' ') };
  page.sentences = { start: numbers(take(sentences)), end: numbers(take(sentences)) };
  page.source.runs = triples(take(3 * runs));
  page.statistics.frequencies = wordCounts(words, wordTags, take(different));
  return page;
}

export function asTokens({ start, end, tag }: TokensRead): Tokens {
  return { start: numbers(start), end: numbers(end), tag: split(tag, ' ') };
}

function wordCounts(words: string, wordTags: string, counts: Uint32Array): WordCount[] {
  const tags = split(wordTags, ' ');
  return split(words, '\n').map((word, index) => ({
    word,
    tag: tags[index] as string,
    count: counts[index] as number,
  }));
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
