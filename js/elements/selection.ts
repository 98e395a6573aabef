import type { Article, Page } from '../types/page.js';

/** What is chosen: one thing, lit in every view. */
export type Selection =
  | { kind: 'range'; start: number; end: number }
  | { kind: 'entity'; entity: number }
  | { kind: 'word'; word: string }
  | { kind: 'article'; article: string };

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
    default:
      return [];
  }
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
  if (asToken.length > 0) return asToken;
  const anywhere: Range[] = [];
  for (let at = page.text.indexOf(word); at >= 0; at = page.text.indexOf(word, at + word.length)) {
    anywhere.push([at, at + word.length]);
  }
  return anywhere;
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
