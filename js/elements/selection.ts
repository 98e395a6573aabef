import type { Article, Page } from '../types/page.js';

/** What is chosen: one thing, lit in every view. */
export type Selection =
  | { kind: 'range'; start: number; end: number }
  | { kind: 'entity'; entity: number }
  | { kind: 'word'; word: string }
  | { kind: 'article'; article: string }
  /** Every place of a string; `at` is the one that is looked at. */
  | { kind: 'string'; string: string; at: number | null };

export type Range = readonly [start: number, end: number];

/** The places of a selection in the text, in text order. */
export function rangesOf(page: Page, selection: Selection | null): Range[] {
  switch (selection?.kind) {
    case 'range':
      return [[selection.start, selection.end]];
    case 'entity':
      return (page.entities[selection.entity]?.mentions ?? []).flatMap((index) => {
        const mention = page.mentions[index];
        return mention ? [[mention.start, mention.end] as const] : [];
      });
    case 'word':
      return occurrences(page, selection.word);
    case 'string':
      return stringPlaces(page, selection.string);
    default:
      return [];
  }
}

/** The ranges of an ascending list that touch a stretch; they do not overlap each other. */
export function rangesWithin(ranges: readonly Range[], start: number, end: number): readonly Range[] {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as Range)[1] <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < ranges.length && (ranges[last] as Range)[0] < end) last += 1;
  return ranges.slice(low, last);
}

/** Where a word stands: as a token, or, when it is none, wherever the text has it. */
export function occurrences(page: Page, word: string): Range[] {
  if (word === '') return [];
  const { start, end } = page.tokens;
  const asToken: Range[] = [];
  for (let i = 0; i < start.length; i++) {
    const [from, to] = [start[i] as number, end[i] as number];
    if (to - from === word.length && page.text.startsWith(word, from)) asToken.push([from, to]);
  }
  return asToken.length > 0 ? asToken : stringPlaces(page, word);
}

/** Where a string stands, capitals or not. */
export function stringPlaces(page: Page, string: string): Range[] {
  if (string === '') return [];
  const [text, wanted] = [folded(page), string.toLowerCase()];
  const places: Range[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    places.push([at, at + wanted.length]);
  }
  return places;
}

const FOLDED = new WeakMap<Page, string>();

/** The text in small letters, as long as it was. */
function folded(page: Page): string {
  let text = FOLDED.get(page);
  if (text === undefined) {
    const lower = page.text.toLowerCase();
    text = lower.length === page.text.length ? lower : page.text;
    FOLDED.set(page, text);
  }
  return text;
}

/** Index of the last of the ascending numbers that is not above the offset; -1 before the first. */
export function lastAtOrBefore(ascending: readonly number[], offset: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The sentence at an offset. */
export function sentenceAt(page: Page, offset: number): Range {
  const index = lastAtOrBefore(page.sentences.start, offset);
  return [page.sentences.start[index] ?? offset, page.sentences.end[index] ?? offset];
}

/** The article at an offset. */
export function articleAt(page: Page, offset: number): Article | undefined {
  return page.articles.find(({ start, end }) => start <= offset && offset < end);
}

/** The headline in one line; for want of one, how the article begins. */
export function titleOf(page: Page, article: Article): string {
  const main = article.headline?.main.join(' ') ?? '';
  if (main !== '') return main;
  const first = article.blocks.find(({ type }) => type === 'paragraph') ?? article.blocks[0];
  const text = first ? page.text.slice(first.start, first.end) : '';
  return text.length > 16 ? `${text.slice(0, 16)}…` : text;
}

/** A stretch of the input that a stretch of the text came from. */
export interface SourcePiece {
  /** Where it begins in the text. */
  at: number;
  start: number;
  end: number;
}

/** Where a stretch of the text stood in the input, in text order. */
export function sourcePieces(page: Page, start: number, end: number): SourcePiece[] {
  const { runs } = page.source;
  const starts = runStarts(page);
  const pieces: SourcePiece[] = [];
  for (let i = Math.max(0, lastAtOrBefore(starts, start)); i < runs.length; i++) {
    const [textStart, sourceStart, length] = runs[i] as [number, number, number];
    if (textStart >= end) break;
    const [from, to] = [Math.max(start, textStart), Math.min(end, textStart + length)];
    if (from >= to) continue;
    pieces.push({ at: from, start: sourceStart + from - textStart, end: sourceStart + to - textStart });
  }
  return pieces;
}

const STARTS = new WeakMap<Page, number[]>();

function runStarts(page: Page): number[] {
  let starts = STARTS.get(page);
  if (!starts) {
    starts = page.source.runs.map(([textStart]) => textStart);
    STARTS.set(page, starts);
  }
  return starts;
}
