// What can be asked of any text beyond what a page carries. The core documents each measure's formula and source.

import type { Keyword, WordCount } from './page.js';

export interface PhraseOptions {
  /** Fewest words; 2. */
  shortest?: number | undefined;
  /** Most words, at most 6; 5. */
  longest?: number | undefined;
  /** Fewest occurrences; 2. */
  least?: number | undefined;
}

/** A run of words that repeats. */
export interface Phrase {
  text: string;
  /** How many words. */
  words: number;
  count: number;
}

/** How a word spreads over a text. */
export interface Dispersion {
  count: number;
  /** Where it stands. */
  positions: number[];
  /** Its count in each of the parts, which have equally many words. */
  parts: number[];
  /** Gries' deviation of proportions: 0 for an even spread, near 1 for a word that stands in one part alone. */
  deviation: number;
}

export interface CollocateOptions {
  /** Words to each side that count as near; 5. */
  window?: number | undefined;
  /** Fewest occurrences near the word; 2. */
  least?: number | undefined;
}

/** A word that stands near another. */
export interface Collocate {
  word: string;
  /** How often it stands near, and how often of these before and after. */
  count: number;
  left: number;
  right: number;
  /** logDice, at most 14; 1 more is twice as typical. */
  logDice: number;
  /** Mutual information in bits. */
  information: number;
}

/** A word as the text is cut, a string wherever it stands, or a regular expression (no look-around, no back-references). */
export type Query = { word: string } | { text: string } | { pattern: string };

export interface ConcordanceOptions {
  /** Characters of context to each side, at most 500; 20. */
  width?: number | undefined;
  /** As the lines stand in the text, or by the words before or after; `position`. */
  sort?: 'position' | 'left' | 'right' | undefined;
}

/** A line of a concordance: `text.slice(start, end)` was looked for, `left` to `right` is shown. */
export interface ConcordanceLine {
  left: number;
  start: number;
  end: number;
  right: number;
}

/** A word in two texts. */
export interface Keyness extends WordCount {
  /** Its count in the other text. */
  otherCount: number;
  /** Log-likelihood, negative where the other text has relatively more; 3.84 is p < 0.05, 6.63 p < 0.01. */
  logLikelihood: number;
  /** How many times doubled the relative frequency is. */
  logRatio: number;
}

/** A question and its answer, as they cross to the engine. */
export interface Measures {
  frequencies: { ask: Record<string, never>; answer: WordCount[] };
  keywords: { ask: { top: number }; answer: Keyword[] };
  textRank: { ask: { top: number }; answer: Keyword[] };
  phrases: { ask: { shortest: number; longest: number; least: number }; answer: Phrase[] };
  dispersion: { ask: { word: string; parts: number }; answer: Dispersion };
  collocates: { ask: { word: string; window: number; least: number }; answer: Collocate[] };
  concordance: { ask: { query: Query; width: number; sort: string }; answer: ConcordanceLine[] };
  keyness: { ask: { other: string }; answer: Keyness[] };
}
