import { transfer } from 'comlink';
import type { Banmian, LoadOptions } from './banmian.js';
import { asBanmianError, BanmianError, type ErrorCode } from './errors.js';
import type { Answer, Inquiry, Measure } from './measures.js';
import type { Tape } from './tape.js';
import type { Column, ExportFormat, ExportOptions, ExportTable, ExportTarget } from './types/export.js';
import type { OwnWord, Page, ParseOptions, TaggedWord } from './types/page.js';

/** What a call came to. Errors cross as data: a thrown one would lose its code on the way. */
export type Outcome<T> = { value: T } | { error: { code: ErrorCode; message: string } };

/** The calls of the thread. */
export interface Thread {
  load(options: LoadOptions): Promise<Outcome<null>>;
  /** A page as a tape, whose numbers and strings are handed over and not copied. */
  parse(text: string, options: ParseOptions): Outcome<Tape<Page>>;
  export(text: string, format: ExportFormat, options: ExportOptions): Outcome<string>;
  exportAll(text: string, targets: readonly ExportTarget[], options: ExportOptions): Outcome<string[]>;
  columns(table: ExportTable): Outcome<Column[]>;
  segment(text: string): Outcome<string[]>;
  tag(text: string): Outcome<TaggedWord[]>;
  ask(text: string, inquiry: Inquiry): Outcome<Answer<Measure>>;
  addWords(words: readonly OwnWord[]): Outcome<void>;
  setStopWords(words: readonly string[] | null): Outcome<void>;
}

/** The thread's side. */
export function createThread(load: (options: LoadOptions) => Promise<Banmian>): Thread {
  let banmian: Banmian | null = null;
  const attempt = <T>(run: (banmian: Banmian) => T): Outcome<T> => {
    try {
      if (banmian === null) throw new BanmianError('not-loaded', 'The engine is not loaded.');
      return { value: run(banmian) };
    } catch (thrown) {
      return failure(thrown);
    }
  };
  return {
    async load(options) {
      try {
        banmian = await load(options);
        return { value: null };
      } catch (thrown) {
        return failure(thrown);
      }
    },
    parse(text, options) {
      const outcome = attempt((engine) => engine.tape(text, options));
      if ('error' in outcome) return outcome;
      const { words, strings } = outcome.value;
      return transfer(outcome, [words.buffer, strings.buffer]);
    },
    export: (text, format, options) => attempt((engine) => engine.export(text, format, options)),
    exportAll: (text, targets, options) => attempt((engine) => engine.exportAll(text, targets, options)),
    columns: (table) => attempt((engine) => engine.columns(table)),
    segment: (text) => attempt((engine) => engine.segment(text)),
    tag: (text) => attempt((engine) => engine.tag(text)),
    ask: (text, inquiry) => attempt((engine) => engine.ask(text, inquiry)),
    addWords: (words) => attempt((engine) => engine.addWords(words)),
    setStopWords: (words) => attempt((engine) => engine.setStopWords(words)),
  };
}

function failure(thrown: unknown): { error: { code: ErrorCode; message: string } } {
  const { code, message } = asBanmianError(thrown);
  return { error: { code, message } };
}
