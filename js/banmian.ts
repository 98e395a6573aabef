import initialize, { Engine, maxInputBytes } from './engine/engine.js';
import { aborted, asBanmianError, BanmianError, disposed, fetched, isResponse, untilAborted } from './errors.js';
import { columnOf, formatName, isJson, targetName } from './export.js';
import { type Answer, type Inquiry, inquire, type Measure } from './measures.js';
import { play, type Tape } from './tape.js';
import type { Column, ExportFormat, ExportOptions, ExportTable, ExportTarget } from './types/export.js';
import type {
  Collocate,
  CollocateOptions,
  ConcordanceLine,
  ConcordanceOptions,
  Dispersion,
  Keyness,
  Phrase,
  PhraseOptions,
  Query,
} from './types/measures.js';
import type { Keyword, OwnWord, Page, ParseOptions, TaggedWord, Tokens, WordCount } from './types/page.js';

/** Where the lexicon comes from. */
export type DataInput = URL | string | Response | BufferSource;
/** Where the engine comes from. */
export type Input = DataInput | WebAssembly.Module;

export interface LoadOptions {
  /** The engine; by default `banmian.wasm` beside the script. */
  wasm?: Input | Promise<Input> | undefined;
  /** The word list; by default `lexicon.bin` beside the script. */
  lexicon?: DataInput | Promise<DataInput> | undefined;
  /** Ends the loading: its promise is rejected at once with `aborted`. */
  signal?: AbortSignal | undefined;
}

/** Reads a URL; the browser fetches, Node reads files too. */
export type ReadUrl = (url: URL | string) => Promise<Response | BufferSource>;

/** A loaded engine. Its calls run where it was loaded; `banmian/worker` has the same calls in a worker. */
export class Banmian {
  #engine: Engine | null;

  /** @internal */
  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Reads a page. */
  parse(text: string, options: ParseOptions = {}): Page {
    return play(this.tape(text, options));
  }

  /** @internal As `parse`; the page can be sent elsewhere before it is made. */
  tape(text: string, options?: ParseOptions): Tape<Page> {
    return this.#call(text, (engine) => engine.parse(text, options) as Tape<Page>);
  }

  /** Reads a page and writes it in another form. */
  export(text: string, format: ExportFormat, options: ExportOptions = {}): string {
    const { table, source, ...rest } = options;
    if (isJson(format, table)) return JSON.stringify(this.parse(text, rest));
    const name = formatName(format, table);
    return this.#call(text, (engine) => engine.export(text, [name], source, rest)[0] as string);
  }

  /** Reads a page once and writes it in several forms. */
  exportAll(text: string, targets: readonly ExportTarget[], options: Omit<ExportOptions, 'table'> = {}): string[] {
    const { source, ...rest } = options;
    return this.#call(text, (engine) => engine.export(text, targets.map(targetName), source, rest));
  }

  /** The columns of a table with their types. */
  columns(table: ExportTable): Column[] {
    return this.#run(() => Engine.columns(table).map(columnOf));
  }

  /** The words, marks and stretches of white space; joined, they are the text. */
  segment(text: string): string[] {
    const ends = this.#call(text, (engine) => engine.segment(text));
    const words = new Array<string>(ends.length);
    let start = 0;
    for (let index = 0; index < words.length; index++) {
      const end = ends[index] as number;
      words[index] = text.slice(start, end);
      start = end;
    }
    return words;
  }

  /** Words and punctuation marks with their parts of speech (PKU tag set). */
  tag(text: string): TaggedWord[] {
    const { start, end, tag } = this.#call(text, (engine) => play(engine.tag(text) as Tape<Tokens>));
    return start.map((from, index) => {
      const to = end[index] as number;
      return { word: text.slice(from, to), tag: tag[index] as string, start: from, end: to };
    });
  }

  /** Every word of a text with its count, the most frequent first. */
  frequencies(text: string): WordCount[] {
    return this.ask(text, inquire.frequencies());
  }

  /** The words that tell a text from others: TF-ICF, against the frequencies of the lexicon. */
  keywords(text: string, top?: number): Keyword[] {
    return this.ask(text, inquire.keywords(top));
  }

  /** The words that hold a text together, by TextRank. */
  textRank(text: string, top?: number): Keyword[] {
    return this.ask(text, inquire.textRank(top));
  }

  /** Runs of words that repeat. */
  phrases(text: string, options?: PhraseOptions): Phrase[] {
    return this.ask(text, inquire.phrases(options));
  }

  /** How a word spreads over a text that is divided into `parts` (10) of equally many words. */
  dispersion(text: string, word: string, parts?: number): Dispersion {
    return this.ask(text, inquire.dispersion(word, parts));
  }

  /** The words that stand near a word. */
  collocates(text: string, word: string, options?: CollocateOptions): Collocate[] {
    return this.ask(text, inquire.collocates(word, options));
  }

  /** Every place where a word, a string or a pattern stands, with what stands around it (KWIC). */
  concordance(text: string, query: Query, options?: ConcordanceOptions): ConcordanceLine[] {
    return this.ask(text, inquire.concordance(query, options));
  }

  /** The words of two texts, those first that this one has more of than the other. */
  keyness(text: string, other: string): Keyness[] {
    return this.ask(text, inquire.keyness(other));
  }

  /** Adds your own words, which are preferred to the lexicon's; or gives a word of the lexicon another tag. */
  addWords(words: readonly OwnWord[]): void {
    this.#run((engine) => engine.addWords(words));
  }

  /** Replaces the words that are never keywords; `null` brings the engine's own list back. */
  setStopWords(words: readonly string[] | null): void {
    this.#run((engine) => engine.setStopWords(words));
  }

  /** Gives the engine's memory back; later calls are refused with `not-loaded`. */
  dispose(): void {
    this.#engine?.free();
    this.#engine = null;
  }

  /** @internal Answers one question. */
  ask<M extends Measure>(text: string, inquiry: Inquiry<M>): Answer<M> {
    return this.#call(text, (engine) => play(engine.ask(text, inquiry) as Tape<Answer<M>>));
  }

  #call<T>(text: string, run: (engine: Engine) => T): T {
    if (typeof text !== 'string') {
      throw new BanmianError('not-text', `A string is needed, not ${text === null ? 'null' : typeof text}.`);
    }
    // UTF-8 is never shorter than UTF-16 is long: what is surely refused need not be copied first.
    if (text.length > maxInputBytes()) throw tooLarge(text.length);
    return this.#run(run);
  }

  #run<T>(run: (engine: Engine) => T): T {
    if (this.#engine === null) throw disposed();
    try {
      return run(this.#engine);
    } catch (thrown) {
      throw asBanmianError(thrown);
    }
  }
}

function tooLarge(length: number): BanmianError {
  const limit = Math.floor(maxInputBytes() / (1 << 20));
  return new BanmianError(
    'too-large',
    `The text has ${length} characters; at most ${limit} MB are read in one call. Split it and read the pieces.`,
  );
}

/** Makes `load` for an environment: the default places of the two files and the way to read them. */
export function createLoad(
  wasmPlace: () => Input | Promise<Input>,
  lexiconPlace: () => DataInput | Promise<DataInput>,
  readUrl: ReadUrl,
) {
  const bytesOf = async (input: Input): Promise<BufferSource> => {
    const source = typeof input === 'string' || input instanceof URL ? await readUrl(input) : input;
    if (isResponse(source)) return fetched(source).arrayBuffer();
    if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return source as BufferSource;
    throw new BanmianError('bad-option', 'A URL, a Response or bytes are needed.');
  };

  const start = async (input: Input): Promise<void> => {
    if (typeof WebAssembly !== 'object') {
      throw new BanmianError('wasm-unavailable', 'WebAssembly is not available here.');
    }
    const module = input instanceof WebAssembly.Module ? input : await compile(await bytesOf(input));
    await initialize({ module_or_path: module });
  };

  const begin = async (options: LoadOptions): Promise<Banmian> => {
    try {
      const lexicon = Promise.resolve(options.lexicon ?? lexiconPlace()).then(bytesOf);
      lexicon.catch(() => {}); // the engine's failure is told first; this one must not be unhandled meanwhile
      await start(await (options.wasm ?? wasmPlace()));
      return new Banmian(new Engine(asBytes(await lexicon)));
    } catch (thrown) {
      throw asBanmianError(thrown, 'not-loaded');
    }
  };

  /** Loads the engine and its word list. */
  return async function load(options: LoadOptions = {}): Promise<Banmian> {
    const { signal } = options;
    if (!signal) return begin(options);
    if (signal.aborted) throw aborted(signal);
    const loading = begin(options);
    // an engine that comes too late is no one's
    loading.then(
      (banmian) => signal.aborted && banmian.dispose(),
      () => {},
    );
    return untilAborted(loading, signal);
  };
}

async function compile(bytes: BufferSource): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    throw new BanmianError(
      'wasm-unavailable',
      "The engine could not be compiled. Under a Content-Security-Policy, script-src needs 'wasm-unsafe-eval'.",
      { cause },
    );
  }
}

function asBytes(source: BufferSource): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
}
