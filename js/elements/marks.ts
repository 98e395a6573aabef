import type { EntityType, Page } from '../types/page.js';
import { lastAtOrBefore, type Range } from './selection.js';

/** What can be marked in the text. */
export type MarkKind = EntityType | 'time' | 'quantity' | 'quote';

export const MARK_KINDS: readonly MarkKind[] = [
  'person',
  'place',
  'organization',
  'work',
  'term',
  'event',
  'title',
  'time',
  'quantity',
  'quote',
];

/** The kinds that are marked until the reader says otherwise. */
export const USUAL_KINDS: ReadonlySet<MarkKind> = new Set<MarkKind>([
  'person',
  'place',
  'organization',
  'work',
  'term',
  'event',
]);

/** Something marked: `index` counts in the page's mentions, times, quantities or quotes. */
export interface Mark {
  start: number;
  end: number;
  kind: MarkKind;
  index: number;
}

/** A stretch of text with the marks that cover it, the outermost first. */
export interface Segment {
  text: string;
  start: number;
  marks: Mark[];
  lit: boolean;
}

/** All marks of a page, by start, the longer first. */
export class Marks {
  readonly counts = new Map<MarkKind, number>();
  readonly #marks: Mark[] = [];
  readonly #starts: number[];
  /** Longest mark: how far before a place one that covers it may start. */
  readonly #reach: number;

  constructor(page: Page) {
    const add = (kind: MarkKind, index: number, { start, end }: { start: number; end: number }) => {
      this.#marks.push({ kind, index, start, end });
      this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    };
    page.mentions.forEach((mention, index) => {
      add(mention.type, index, mention);
    });
    page.times.forEach((time, index) => {
      add('time', index, time);
    });
    page.quantities.forEach((quantity, index) => {
      add('quantity', index, quantity);
    });
    page.quotes.forEach((quote, index) => {
      add('quote', index, quote);
    });
    this.#marks.sort((a, b) => a.start - b.start || b.end - a.end);
    this.#starts = this.#marks.map(({ start }) => start);
    this.#reach = this.#marks.reduce((longest, { start, end }) => Math.max(longest, end - start), 0);
  }

  /** The marks of some kinds that touch a stretch of text. */
  within(start: number, end: number, kinds: ReadonlySet<MarkKind>): Mark[] {
    const found: Mark[] = [];
    for (let i = lastAtOrBefore(this.#starts, start - this.#reach - 1) + 1; i < this.#marks.length; i++) {
      const mark = this.#marks[i] as Mark;
      if (mark.start >= end) break;
      if (mark.end > start && kinds.has(mark.kind)) found.push(mark);
    }
    return found;
  }
}

/** Cuts a stretch of text where marks and lit places begin and end. */
export function segmentsOf(
  text: string,
  start: number,
  end: number,
  marks: readonly Mark[],
  lit: readonly Range[],
): Segment[] {
  const cuts = new Set([start, end]);
  const cut = (at: number) => {
    if (at > start && at < end) cuts.add(at);
  };
  for (const mark of marks) {
    cut(mark.start);
    cut(mark.end);
  }
  const near = lit.filter(([from, to]) => from < end && to > start);
  for (const [from, to] of near) {
    cut(from);
    cut(to);
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] as number;
    return {
      text: text.slice(from, to),
      start: from,
      marks: marks.filter((mark) => mark.start <= from && to <= mark.end),
      lit: near.some((range) => range[0] <= from && to <= range[1]),
    };
  });
}
