import type { OwnWord } from 'banmian';
import { getEngine, setEngine } from 'banmian/elements';
import { load } from 'banmian/worker';
import { remember, rememberedList } from './settings.js';

/** The reader's own words and stop words, kept in this browser. */
export interface Vocabulary {
  words: readonly OwnWord[];
  /** `null` leaves the engine's own list. */
  stopWords: readonly string[] | null;
}

export function vocabulary(): Vocabulary {
  return { words: (rememberedList('words') ?? []).flatMap(wordOf), stopWords: rememberedList('stop') };
}

/** Whether anything differs from the engine's own. */
export const hasVocabulary = () => rememberedList('words') !== null || rememberedList('stop') !== null;

/** Starts the engine with the reader's words. */
export function startWithVocabulary(): void {
  setEngine(
    (async () => {
      const engine = await load();
      const { words, stopWords } = vocabulary();
      if (words.length > 0) await engine.addWords(words);
      if (stopWords) await engine.setStopWords(stopWords);
      return engine;
    })(),
  );
}

/** Keeps another vocabulary and starts a fresh engine with it: words cannot be taken out of a running one. */
export async function keepVocabulary({ words, stopWords }: Vocabulary): Promise<void> {
  remember('words', words.length > 0 ? words.map(lineOf) : null);
  remember('stop', stopWords);
  const before = await getEngine();
  startWithVocabulary();
  await getEngine();
  before.dispose();
}

export async function addWords(added: readonly string[]): Promise<void> {
  const { words } = vocabulary();
  const known = new Set(words.map(({ word }) => word));
  const fresh = added.filter((word) => !known.has(word)).map((word) => ({ word }));
  remember('words', [...words, ...fresh].map(lineOf));
  if (fresh.length > 0) await (await getEngine()).addWords(fresh);
}

/** A word and, after a space, its part of speech. */
export function wordOf(line: string): OwnWord[] {
  const [word = '', tag] = line.trim().split(/\s+/);
  if (word === '' || word.startsWith('#') || [...word].length > 30) return [];
  return [tag ? { word, tag } : { word }];
}

export const lineOf = ({ word, tag }: OwnWord): string => (tag ? `${word} ${tag}` : word);
