// The questions about a text, with what is taken where the caller says nothing.
import type { CollocateOptions, ConcordanceOptions, Measures, PhraseOptions, Query } from './types/measures.js';

export type Measure = keyof Measures;
export type Answer<M extends Measure> = Measures[M]['answer'];
/** One measure by its name with its settings: `{ keyness: { other } }`. */
export type Inquiry<M extends Measure = Measure> = { [Name in M]: Record<Name, Measures[Name]['ask']> }[M];

export const inquire = {
  frequencies: (): Inquiry<'frequencies'> => ({ frequencies: {} }),
  keywords: (top = 50): Inquiry<'keywords'> => ({ keywords: { top } }),
  textRank: (top = 50): Inquiry<'textRank'> => ({ textRank: { top } }),
  phrases: ({ shortest = 2, longest = 5, least = 2 }: PhraseOptions = {}): Inquiry<'phrases'> => ({
    phrases: { shortest, longest, least },
  }),
  dispersion: (word: string, parts = 10): Inquiry<'dispersion'> => ({ dispersion: { word, parts } }),
  collocates: (word: string, { window = 5, least = 2 }: CollocateOptions = {}): Inquiry<'collocates'> => ({
    collocates: { word, window, least },
  }),
  concordance: (query: Query, { width = 20, sort = 'position' }: ConcordanceOptions = {}): Inquiry<'concordance'> => ({
    concordance: { query, width, sort },
  }),
  keyness: (other: string): Inquiry<'keyness'> => ({ keyness: { other } }),
};
