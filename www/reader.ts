import type { BanmianError, Hint, Page } from 'banmian';
import { getEngine } from 'banmian/elements';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { IntakeError, textOfFiles } from './intake/index.js';

/** Typing is read after this pause; a paste, a file or an example at once. In milliseconds. */
const PAUSE = 180;
/** How often the progress of a long reading is shown, in milliseconds. */
const TICK = 150;
/** Characters a millisecond, until measured on this machine. */
const USUAL_PACE = 250;
/** A shorter text says nothing about the pace. */
const LEAST_MEASURED = 5000;
const MOST_UNDONE = 40;
/** Characters that all of these may have together. */
const MOST_KEPT = 50_000_000;

/** What is being read, and what the reader said of it. */
export interface Draft {
  /** Stays the same while the text is typed on. */
  id: string;
  text: string;
  /** Day of publication, ISO 8601, or empty. */
  date: string;
  /** The last said last. */
  hints: readonly Hint[];
  /** Where the text comes from, when the address says it: the name of an example, or the text itself, compressed. */
  example: string | null;
  shared: string | null;
}

export type Status =
  | { kind: 'idle' }
  | { kind: 'opening'; done: number }
  | { kind: 'reading'; since: number; done: number }
  | { kind: 'done'; ms: number }
  | { kind: 'refused'; code: string; file: string };

export const draftOf = (parts: Partial<Draft>): Draft => ({
  id: crypto.randomUUID(),
  text: '',
  date: '',
  hints: [],
  example: null,
  shared: null,
  ...parts,
});

export interface Listener {
  onDraft(before: Draft, after: Draft): void;
  onPage(): void;
}

/** Reads what the reader gives, in the worker, and can go back on it. */
export class Reader implements ReactiveController {
  draft = draftOf({});
  page: Page | null = null;
  /** The draft that `page` was read from. */
  read: Draft | null = null;
  status: Status = { kind: 'idle' };

  readonly #host: ReactiveControllerHost;
  readonly #listener: Listener;
  readonly #done: Draft[] = [];
  readonly #undone: Draft[] = [];
  #work: AbortController | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #tick: ReturnType<typeof setInterval> | undefined;
  #pace = USUAL_PACE;

  constructor(host: ReactiveControllerHost, listener: Listener) {
    this.#host = host;
    this.#listener = listener;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Goes over to another draft; the one before can be brought back. */
  take(draft: Draft): void {
    this.#done.push(this.draft);
    const texts = () => [...new Set(this.#done.map(({ text }) => text))].reduce((sum, text) => sum + text.length, 0);
    while (this.#done.length > MOST_UNDONE || (this.#done.length > 1 && texts() > MOST_KEPT)) this.#done.shift();
    this.#undone.length = 0;
    this.#turnTo(draft);
  }

  /** The text as it is typed; the text box itself can undo that. */
  type(text: string, pasted: boolean): void {
    this.#become({ ...this.draft, text, hints: [], example: null, shared: null });
    if (pasted) {
      void this.#readNow();
    } else {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => void this.#readNow(), PAUSE);
    }
  }

  dateBy(date: string): void {
    this.#turnTo({ ...this.draft, date });
  }

  /** The address holds this text now, compressed. */
  share(shared: string): void {
    this.#become({ ...this.draft, shared, example: null });
  }

  /** Reads the text of files; several become one text. */
  async open(files: readonly File[], date: string): Promise<void> {
    if (files.length === 0) return;
    const work = this.#begin();
    this.#say({ kind: 'opening', done: 0 });
    try {
      const text = await textOfFiles(files, (done) => this.#say({ kind: 'opening', done }), work.signal);
      if (this.#work === work) this.take(draftOf({ text, date }));
    } catch (thrown) {
      if (this.#work !== work || work.signal.aborted) return;
      const { code, file } =
        thrown instanceof IntakeError ? thrown : { code: 'damaged-file', file: files[0]?.name ?? '' };
      this.#say({ kind: 'refused', code, file });
    }
  }

  undo(): void {
    const before = this.#done.pop();
    if (!before) return;
    this.#undone.push(this.draft);
    this.#turnTo(before);
  }

  /** Takes the last correction back. */
  undoHint(): void {
    const before = this.#done.at(-1);
    const { hints } = this.draft;
    if (before?.id === this.draft.id && before.hints.length === hints.length - 1) this.undo();
    else this.take({ ...this.draft, hints: hints.slice(0, -1) });
  }

  redo(): void {
    const after = this.#undone.pop();
    if (!after) return;
    this.#done.push(this.draft);
    this.#turnTo(after);
  }

  cancel(): void {
    this.#work?.abort();
    this.#work = null;
    clearInterval(this.#tick);
    clearTimeout(this.#pause);
    this.#say({ kind: 'idle' });
  }

  /** Reads the same text again, after the engine was told something. */
  again(): void {
    void this.#readNow();
  }

  refuse(code: string): void {
    this.#say({ kind: 'refused', code, file: '' });
  }

  #turnTo(draft: Draft): void {
    this.#become(draft);
    void this.#readNow();
  }

  #become(draft: Draft): void {
    const before = this.draft;
    this.draft = draft;
    this.#listener.onDraft(before, draft);
    this.#host.requestUpdate();
  }

  #say(status: Status): void {
    this.status = status;
    this.#host.requestUpdate();
  }

  #begin(): AbortController {
    clearTimeout(this.#pause);
    clearInterval(this.#tick);
    this.#work?.abort();
    this.#work = new AbortController();
    return this.#work;
  }

  async #readNow(): Promise<void> {
    const work = this.#begin();
    const { draft } = this;
    if (draft.text.trim() === '') {
      this.#work = null;
      this.page = null;
      this.read = null;
      this.#say({ kind: 'idle' });
      return;
    }
    const since = performance.now();
    const expected = draft.text.length / this.#pace;
    this.#say({ kind: 'reading', since, done: 0 });
    // The engine does not tell how far it is; but its time grows with the text, and its pace here is known.
    this.#tick = setInterval(() => {
      const passed = performance.now() - since;
      this.#say({ kind: 'reading', since, done: Math.min(0.97, passed / expected) });
    }, TICK);
    try {
      const engine = await getEngine();
      const start = performance.now();
      const page = await engine.parse(draft.text, {
        date: draft.date || undefined,
        hints: [...draft.hints],
        signal: work.signal,
      });
      // What came over is unpacked; it is shown in a task of its own.
      await nextTask();
      if (this.#work !== work) return;
      const ms = Math.max(1, performance.now() - start);
      if (draft.text.length >= LEAST_MEASURED) this.#pace = draft.text.length / ms;
      this.page = page;
      this.read = draft;
      this.#say({ kind: 'done', ms: Math.round(ms) });
      this.#listener.onPage();
    } catch (thrown) {
      if (this.#work !== work || work.signal.aborted) return;
      this.page = null;
      this.read = null;
      this.#say({ kind: 'refused', code: (thrown as BanmianError).code, file: '' });
    } finally {
      if (this.#work === work) clearInterval(this.#tick);
    }
  }
}

/** Leaves the main thread free for a moment. */
export const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));
