import { type Remote, wrap } from 'comlink';
import type { DataInput, Input, LoadOptions } from './banmian.js';
import { aborted, asBanmianError, BanmianError, disposed, fetched, isResponse, untilAborted } from './errors.js';
import { type Answer, type Inquiry, inquire, type Measure } from './measures.js';
import { playInSlices } from './slices.js';
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
import type { Keyword, OwnWord, Page, ParseOptions, TaggedWord, WordCount } from './types/page.js';
import type { Outcome, Thread } from './worker-protocol.js';

/** What messages go through: a Worker, or Node's in the same form. */
export interface Endpoint {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: object): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: object): void;
}

/** A started thread. */
export interface Port {
  endpoint: Endpoint;
  /** Tells, at most once, that the thread has died. */
  onDeath(tell: (cause: unknown) => void): void;
  /** Keeps the program alive while a call is under way (Node). */
  hold?(busy: boolean): void;
  terminate(): void;
}

export interface CallOptions {
  /** Ends the call: its promise is rejected at once with `aborted`. */
  signal?: AbortSignal | undefined;
}

interface Running {
  port: Port;
  thread: Remote<Thread>;
  death: Promise<never>;
}

/** From this length on, an aborted call's thread is replaced rather than left to finish for nothing. */
const LONG_TEXT = 200_000;

/**
 * An engine in a worker. Calls are answered in order; each returns a promise that is always settled: when
 * the thread dies, its calls are rejected and the next call starts a new one.
 */
export class BanmianWorker {
  readonly #spawn: () => Port;
  readonly #options: LoadOptions;
  #running: Promise<Running> | null = null;
  /** What a new thread must be told before it goes on for one that was ended. */
  readonly #settings: ((thread: Remote<Thread>) => PromiseLike<Outcome<void>>)[] = [];
  #disposed = false;
  #last: Promise<unknown> = Promise.resolve();

  /** @internal */
  constructor(spawn: () => Port, options: LoadOptions) {
    this.#spawn = spawn;
    this.#options = options;
  }

  /** Reads a page. */
  parse(text: string, options: ParseOptions & CallOptions = {}): Promise<Page> {
    const { signal, ...rest } = options;
    return this.#call(text, signal, (thread) => thread.parse(text, rest)).then(playInSlices);
  }

  /** Reads a page and writes it in another form. */
  export(text: string, format: ExportFormat, options: ExportOptions & CallOptions = {}): Promise<string> {
    const { signal, ...rest } = options;
    return this.#call(text, signal, (thread) => thread.export(text, format, rest));
  }

  /** Reads a page once and writes it in several forms. */
  exportAll(
    text: string,
    targets: readonly ExportTarget[],
    options: Omit<ExportOptions, 'table'> & CallOptions = {},
  ): Promise<string[]> {
    const { signal, ...rest } = options;
    return this.#call(text, signal, (thread) => thread.exportAll(text, targets, rest));
  }

  /** The columns of a table with their types. */
  columns(table: ExportTable): Promise<Column[]> {
    return this.#call('', undefined, (thread) => thread.columns(table));
  }

  /** The words, marks and stretches of white space; joined, they are the text. */
  segment(text: string, options: CallOptions = {}): Promise<string[]> {
    return this.#call(text, options.signal, (thread) => thread.segment(text));
  }

  /** Words and punctuation marks with their parts of speech (PKU tag set). */
  tag(text: string, options: CallOptions = {}): Promise<TaggedWord[]> {
    return this.#call(text, options.signal, (thread) => thread.tag(text));
  }

  /** Every word of a text with its count, the most frequent first. */
  frequencies(text: string, call?: CallOptions): Promise<WordCount[]> {
    return this.#ask(text, call?.signal, inquire.frequencies());
  }

  /** The words that tell a text from others: TF-ICF, against the frequencies of the lexicon. */
  keywords(text: string, top?: number, call?: CallOptions): Promise<Keyword[]> {
    return this.#ask(text, call?.signal, inquire.keywords(top));
  }

  /** The words that hold a text together, by TextRank. */
  textRank(text: string, top?: number, call?: CallOptions): Promise<Keyword[]> {
    return this.#ask(text, call?.signal, inquire.textRank(top));
  }

  /** Runs of words that repeat. */
  phrases(text: string, options?: PhraseOptions & CallOptions): Promise<Phrase[]> {
    return this.#ask(text, options?.signal, inquire.phrases(options));
  }

  /** How a word spreads over a text that is divided into `parts` (10) of equally many words. */
  dispersion(text: string, word: string, parts?: number, call?: CallOptions): Promise<Dispersion> {
    return this.#ask(text, call?.signal, inquire.dispersion(word, parts));
  }

  /** The words that stand near a word. */
  collocates(text: string, word: string, options?: CollocateOptions & CallOptions): Promise<Collocate[]> {
    return this.#ask(text, options?.signal, inquire.collocates(word, options));
  }

  /** Every place where a word, a string or a pattern stands, with what stands around it (KWIC). */
  concordance(text: string, query: Query, options?: ConcordanceOptions & CallOptions): Promise<ConcordanceLine[]> {
    return this.#ask(text, options?.signal, inquire.concordance(query, options));
  }

  /** The words of two texts, those first that this one has more of than the other. */
  keyness(text: string, other: string, call?: CallOptions): Promise<Keyness[]> {
    return this.#ask(text, call?.signal, inquire.keyness(other));
  }

  /** Adds your own words, which are preferred to the lexicon's; or gives a word of the lexicon another tag. */
  async addWords(words: readonly OwnWord[]): Promise<void> {
    await this.#call('', undefined, (thread) => thread.addWords(words));
    this.#settings.push((thread) => thread.addWords(words));
  }

  /** Replaces the words that are never keywords; `null` brings the engine's own list back. */
  async setStopWords(words: readonly string[] | null): Promise<void> {
    await this.#call('', undefined, (thread) => thread.setStopWords(words));
    this.#settings.push((thread) => thread.setStopWords(words));
  }

  /** Ends the thread and gives its memory back; calls under way and later ones are rejected. */
  dispose(): void {
    this.#disposed = true;
    void this.#stop();
  }

  /** @internal Starts the thread. */
  start(): Promise<Running> {
    this.#running ??= this.#begin();
    return this.#running;
  }

  async #begin(): Promise<Running> {
    const port = this.#spawn();
    const death = new Promise<never>((_, reject) => {
      port.onDeath((cause) => {
        this.#running = null;
        reject(asBanmianError(cause, 'internal'));
      });
      this.#kill = (error) => {
        this.#running = null;
        port.terminate();
        reject(error);
      };
    });
    death.catch(() => {}); // told to the calls under way, if there are any
    const thread = wrap<Thread>(port.endpoint);
    try {
      port.hold?.(true);
      unpack(await Promise.race([thread.load(this.#options), death]));
      for (const setting of this.#settings) unpack(await Promise.race([setting(thread), death]));
      port.hold?.(false);
    } catch (thrown) {
      this.#running = null;
      port.terminate();
      throw thrown;
    }
    return { port, thread, death };
  }

  #kill: (error: BanmianError) => void = () => {};

  async #stop(): Promise<void> {
    this.#kill(disposed());
  }

  #ask<M extends Measure>(text: string, signal: AbortSignal | undefined, inquiry: Inquiry<M>): Promise<Answer<M>> {
    return this.#call(
      text,
      signal,
      (thread) => thread.ask(text, inquiry as Inquiry) as PromiseLike<Outcome<Answer<M>>>,
    );
  }

  #call<T>(text: string, signal: AbortSignal | undefined, ask: (thread: Remote<Thread>) => PromiseLike<Outcome<T>>) {
    const before = this.#last;
    const answer = (async () => {
      await before;
      if (this.#disposed) throw disposed();
      if (signal?.aborted) throw aborted(signal);
      const { port, thread, death } = await this.start();
      port.hold?.(true);
      const work = Promise.race([ask(thread), death])
        .then(unpack)
        .finally(() => port.hold?.(false));
      if (!signal || text.length < LONG_TEXT) return work;
      const replace = () => this.#kill(aborted(signal));
      signal.addEventListener('abort', replace, { once: true });
      return work.finally(() => signal.removeEventListener('abort', replace));
    })();
    this.#last = answer.catch(() => {});
    return signal ? untilAborted(answer, signal) : answer;
  }
}

function unpack<T>(outcome: Outcome<T>): T {
  if ('error' in outcome) throw new BanmianError(outcome.error.code, outcome.error.message);
  return outcome.value;
}

/** Makes `load` for an environment. */
export function createWorkerLoad(spawn: () => Port) {
  /** Starts a worker and loads the engine and its word list there. */
  return async function load(options: LoadOptions & CallOptions = {}): Promise<BanmianWorker> {
    const { signal, wasm, lexicon } = options;
    const sent: LoadOptions = {};
    if (wasm !== undefined) sent.wasm = await transferable(wasm);
    if (lexicon !== undefined) sent.lexicon = (await transferable(lexicon)) as DataInput;
    if (signal?.aborted) throw aborted(signal);
    const worker = new BanmianWorker(spawn, sent);
    const started = worker.start().then(() => worker);
    if (!signal) return started;
    const stop = () => worker.dispose();
    signal.addEventListener('abort', stop, { once: true });
    // once it is loaded, the signal has nothing more to say
    return untilAborted(started, signal).finally(() => signal.removeEventListener('abort', stop));
  };
}

/** The input in a form that can be posted to a thread. */
async function transferable(input: Input | Promise<Input>): Promise<string | BufferSource | WebAssembly.Module> {
  const value = await input;
  if (value instanceof URL) return value.href;
  if (isResponse(value)) return fetched(value).arrayBuffer();
  return value as string | BufferSource | WebAssembly.Module;
}
