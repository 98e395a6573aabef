import { html, LitElement, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { asBanmianError, type BanmianError, fetched } from '../errors.js';
import type { Because, Hint, Page } from '../types/page.js';
import { explanationOf } from './because.js';
import { getEngine } from './engine.js';
import { Roving } from './roving.js';
import { type Range, rangesOf, rangesWithin, type Selection } from './selection.js';
import { type Locale, localeFor, type StringKey, textOf } from './strings.js';
import { shared } from './styles.js';

/**
 * What the elements have in common. Give one a `text` (or a `src` to fetch it from) and it reads it by itself,
 * or give several the same `page` that you have read.
 *
 * @fires banmian-select - something was chosen; `detail` is a {@link Selection}
 * @fires banmian-hint - a person said what a line is; `detail` is a `Hint` to read the text again with
 * @fires banmian-unhint - that word was taken back; `detail` is the `Hint`
 * @fires banmian-page - the element has read its text; `detail` is the page
 * @fires banmian-error - it could not; `detail` is a BanmianError
 */
export abstract class BanmianElement extends LitElement {
  static override styles = [shared];
  static override properties: PropertyDeclarations = {
    text: { type: String },
    src: { type: String },
    date: { type: String },
    locale: { type: String },
    hints: { attribute: false },
    page: { attribute: false },
    selection: { attribute: false },
    error: { state: true },
  };

  /** What was pasted. */
  declare text: string | null;
  /** Where to fetch the text from, when there is no `text`. */
  declare src: string | null;
  /** Day of publication, ISO 8601. */
  declare date: string | null;
  /** Language of the element's own words; by default that of the surrounding document. */
  declare locale: Locale | null;
  /** A person's word on lines of the text. */
  declare hints: readonly Hint[] | null;
  /** The page, read; `undefined` leaves the reading to the element. */
  declare page: Page | null | undefined;
  /** What is lit. */
  declare selection: Selection | null;
  declare protected error: BanmianError | null;

  #reading: AbortController | null = null;
  #ownPage: Page | null = null;
  #lit: { page: Page; selection: Selection | null; ranges: readonly Range[] } | null = null;

  constructor() {
    super();
    new Roving(this);
    this.addEventListener('keydown', this.#onEscape);
    this.text = null;
    this.src = null;
    this.date = null;
    this.locale = null;
    this.hints = null;
    this.page = undefined;
    this.selection = null;
    this.error = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reading?.abort();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.page !== undefined) return;
    if (changed.has('text') || changed.has('src') || changed.has('date') || changed.has('hints')) void this.#read();
  }

  protected override render(): unknown {
    if (this.error) return html`<p class="empty" role="alert">${this.error.message}</p>`;
    const page = this.current;
    if (page) return this.view(page);
    return this.#reading ? html`<p class="empty" role="status">${this.t('element.loading')}</p>` : null;
  }

  /** The element's content for a page. */
  protected abstract view(page: Page): TemplateResult;

  /** The page to show. */
  protected get current(): Page | null {
    return this.page === undefined ? this.#ownPage : this.page;
  }

  protected get language(): Locale {
    return this.locale ?? localeFor(this.closest('[lang]')?.getAttribute('lang'));
  }

  protected t(key: StringKey, values?: Record<string, string | number>): string {
    return textOf(this.language, key, values);
  }

  /** What a rule did, in words; its code is what one sees on pointing at it. */
  protected rule(because: Because, count = 1): TemplateResult {
    const words = explanationOf(this.language, because);
    const times = count > 1 ? ` ×${count}` : '';
    return html`<span class=${words === because ? 'code' : 'code words'} lang=${this.language} title=${because} data-code=${because}>${words}${times}</span>`;
  }

  /** Chooses something here and tells everyone who listens. */
  protected choose(selection: Selection | null): void {
    this.selection = selection;
    this.#tell('banmian-select', selection);
  }

  /** What Escape does: nothing is chosen any more. `false` when nothing was. */
  protected letGo(): boolean {
    if (!this.selection) return false;
    this.choose(null);
    return true;
  }

  #onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    const target = event.composedPath()[0];
    if (target instanceof Element && target.matches('input, textarea, select')) return;
    if (this.letGo()) event.preventDefault();
  };

  /** The places of what is chosen. */
  protected get litRanges(): readonly Range[] {
    const { current: page, selection } = this;
    if (!page) return [];
    if (this.#lit?.page !== page || this.#lit.selection !== selection) {
      this.#lit = { page, selection, ranges: rangesOf(page, selection) };
    }
    return this.#lit.ranges;
  }

  /** Whether something of what is chosen stands in a stretch of the text. */
  protected isLit({ start, end }: { start: number; end: number }): boolean {
    return rangesWithin(this.litRanges, start, end).length > 0;
  }

  /** A stretch of the text, with what is chosen in it lit. */
  protected lit(start: number, end: number): unknown {
    const text = this.current?.text ?? '';
    const ranges = rangesWithin(this.litRanges, start, end);
    if (ranges.length === 0) return text.slice(start, end);
    let at = start;
    const pieces = ranges.map(([from, to]) => {
      const before = text.slice(at, Math.max(at, from));
      const here = text.slice(Math.max(start, from), Math.min(to, end));
      at = Math.min(to, end);
      return html`${before}<span class="lit">${here}</span>`;
    });
    return html`${pieces}${text.slice(at, end)}`;
  }

  /** Tells everyone who listens what a person said of a line, or that it was taken back. */
  protected hint(hint: Hint, back = false): void {
    this.#tell(back ? 'banmian-unhint' : 'banmian-hint', hint);
  }

  #tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  async #read(): Promise<void> {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    this.error = null;
    try {
      const text = this.text ?? (this.src === null ? null : await fetchText(this.src, reading.signal));
      if (text === null) return;
      const engine = await getEngine();
      const { date, hints } = this;
      const page = await engine.parse(text, {
        date: date ?? undefined,
        hints: hints ?? undefined,
        signal: reading.signal,
      });
      if (this.#reading !== reading) return;
      this.#ownPage = page;
      this.#tell('banmian-page', page);
    } catch (thrown) {
      if (this.#reading !== reading || reading.signal.aborted) return;
      this.error = asBanmianError(thrown);
      this.#tell('banmian-error', this.error);
    } finally {
      if (this.#reading === reading) this.#reading = null;
      this.requestUpdate();
    }
  }
}

async function fetchText(src: string, signal: AbortSignal): Promise<string> {
  return fetched(await fetch(src, { signal })).text();
}
