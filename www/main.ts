import type { BanmianError, Hint, Page } from 'banmian';
import { type BanmianPage, getEngine, type Locale, type Selection } from 'banmian/elements';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { type Place, readAddress, VIEWS, type View, writeAddress } from './address.js';
import { EXAMPLE_DATE, EXAMPLE_NAMES, EXAMPLES, type Example } from './examples.js';
import { exported, FORMATS, type Format } from './export.js';
import { save, textOf } from './files.js';
import { type PageString, say, sayError } from './strings.js';

/** Typing is read after this pause; a paste, a file or an example at once. In milliseconds. */
const PAUSE = 180;

/** A longer text is not put into the text box, where browsers are slow with it: only its beginning is shown. */
const LONGEST_IN_BOX = 300_000;
const SHOWN_OF_LONG = 3000;

const LOCALES: [Locale, string][] = [
  ['zh-Hans', '简体'],
  ['zh-Hant', '繁體'],
  ['en', 'English'],
];

type Theme = 'light' | 'dark';
type Status = { kind: 'idle' } | { kind: 'reading' } | { kind: 'done'; ms: number } | { kind: 'refused'; code: string };

class BanmianApp extends LitElement {
  static override properties: PropertyDeclarations = {
    text: { state: true },
    read: { state: true },
    page: { state: true },
    date: { state: true },
    hints: { state: true },
    place: { state: true },
    status: { state: true },
    dropping: { state: true },
    theme: { state: true },
  };

  /** What was pasted or opened; of a long text the box shows only the beginning. */
  declare private text: string;
  /** The text that `page` was read from. */
  declare private read: string;
  declare private page: Page | null;
  declare private date: string;
  /** What the reader said of lines of the text, the last said last. */
  declare private hints: readonly Hint[];
  declare private place: Place;
  declare private status: Status;
  declare private dropping: boolean;
  declare private theme: Theme | null;

  #reading: AbortController | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.text = '';
    this.read = '';
    this.page = null;
    this.date = '';
    this.hints = [];
    this.place = readAddress(location.hash);
    this.status = { kind: 'idle' };
    this.dropping = false;
    this.theme = remembered('theme', ['light', 'dark'] as const);
    this.place.locale ??= remembered(
      'locale',
      LOCALES.map(([locale]) => locale),
    );
    addEventListener('hashchange', () => this.#onAddress());
    addEventListener('keydown', (event) => this.#onUndoKey(event));
  }

  protected override createRenderRoot(): HTMLElement {
    return this; // the page's own style sheet applies
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#dress();
    const example = EXAMPLE_NAMES.find((name) => name === this.place.example);
    if (example) this.#useExample(example, this.place.selection);
    else void this.#warmUp();
  }

  /** The engine is fetched, compiled and run once while the reader looks for a text. */
  async #warmUp(): Promise<void> {
    try {
      await (await getEngine()).parse(EXAMPLES.bridge);
    } catch (thrown) {
      this.status = { kind: 'refused', code: (thrown as BanmianError).code };
    }
  }

  get #locale(): Locale {
    return this.place.locale ?? 'zh-Hans';
  }

  #t(key: PageString, values?: Record<string, string | number>): string {
    return say(this.#locale, key, values);
  }

  // ---- reading -------------------------------------------------------------------------------------

  /** Takes a whole new text. */
  #take(text: string, date: string, example: Example | null, selection: Selection | null = null): void {
    this.text = text;
    this.hints = [];
    this.date = date;
    this.#go({ example, selection });
    void this.#readNow();
  }

  #useExample(example: Example, selection: Selection | null = null): void {
    this.#take(EXAMPLES[example], EXAMPLE_DATE, example, selection);
  }

  #readSoon(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#readNow(), PAUSE);
  }

  async #readNow(): Promise<void> {
    clearTimeout(this.#pause);
    this.#reading?.abort();
    const text = this.text;
    if (text.trim() === '') {
      this.#reading = null;
      this.page = null;
      this.read = '';
      this.status = { kind: 'idle' };
      return;
    }
    const reading = new AbortController();
    this.#reading = reading;
    this.status = { kind: 'reading' };
    try {
      const engine = await getEngine();
      const start = performance.now();
      const page = await engine.parse(text, {
        date: this.date || undefined,
        hints: [...this.hints],
        signal: reading.signal,
      });
      if (this.#reading !== reading) return;
      this.page = page;
      this.read = text;
      this.status = { kind: 'done', ms: Math.max(1, Math.round(performance.now() - start)) };
    } catch (thrown) {
      if (this.#reading !== reading || reading.signal.aborted) return;
      this.page = null;
      this.status = { kind: 'refused', code: (thrown as BanmianError).code };
    }
  }

  #cancel(): void {
    this.#reading?.abort();
    this.#reading = null;
    this.status = { kind: 'idle' };
  }

  /** A long paste does not go through the box. */
  #onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length <= LONGEST_IN_BOX) return;
    event.preventDefault();
    this.#take(text, this.date, null);
  };

  async #openFile(file: File | undefined): Promise<void> {
    if (file) this.#take(await textOf(file), this.date, null);
  }

  // ---- the reader's corrections -----------------------------------------------------------------------

  /** Reads the same text again with other hints; places chosen in the old reading mean nothing in the new one. */
  #correct(hints: readonly Hint[]): void {
    this.hints = hints;
    if (this.place.selection && this.place.selection.kind !== 'word') this.#go({ selection: null });
    void this.#readNow();
  }

  #undo(): void {
    this.#correct(this.hints.slice(0, -1));
  }

  #onHint = ({ detail }: CustomEvent<Hint>): void => {
    // Said of a text that has been typed over since, it would land on another line.
    if (this.text === this.read) this.#correct([...this.hints, detail]);
  };

  #onUnhint = ({ detail }: CustomEvent<Hint>): void => {
    this.#correct(this.hints.filter((hint) => hint !== detail));
  };

  /** Ctrl+Z takes the last correction back; in a field it undoes typing, as everywhere. */
  #onUndoKey(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== 'z') return;
    const target = event.composedPath()[0];
    if (target instanceof Element && target.matches('input, textarea, select')) return;
    if (this.hints.length === 0) return;
    event.preventDefault();
    this.#undo();
  }

  // ---- address, language, look ----------------------------------------------------------------------

  #go(change: Partial<Place>): void {
    this.place = { ...this.place, ...change };
    history.replaceState(null, '', writeAddress(this.place));
  }

  #onAddress(): void {
    const place = readAddress(location.hash);
    const example = EXAMPLE_NAMES.find((name) => name === place.example);
    const other = example && example !== this.place.example;
    this.place = { ...place, locale: place.locale ?? this.place.locale };
    this.#dress();
    if (other) this.#useExample(example, place.selection);
  }

  #choose = (event: CustomEvent<Selection | null>): void => {
    const selection = event.detail;
    // What was chosen by its place is meant to be seen there.
    const toText = selection?.kind === 'range' || selection?.kind === 'article';
    const stay = this.place.view === 'source' || (this.place.view === 'map' && selection?.kind === 'article');
    this.#go(toText && !stay ? { selection, view: 'read' } : { selection });
    if (toText) void this.#reveal();
  };

  async #reveal(): Promise<void> {
    await this.updateComplete;
    await this.querySelector<BanmianPage>('banmian-page')?.reveal();
  }

  #show(view: View): void {
    this.#go({ view });
    if (view === 'read') void this.#reveal();
  }

  #onTabKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = VIEWS[(VIEWS.indexOf(this.place.view) + step + VIEWS.length) % VIEWS.length] as View;
    this.#show(next);
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`#tab-${next}`)?.focus());
  };

  #speak(locale: Locale): void {
    this.#go({ locale });
    remember('locale', locale);
    this.#dress();
  }

  #flip(): void {
    const dark = this.theme === null ? matchMedia('(prefers-color-scheme: dark)').matches : this.theme === 'dark';
    this.theme = dark ? 'light' : 'dark';
    remember('theme', this.theme);
    this.#dress();
  }

  #dress(): void {
    const root = document.documentElement;
    root.lang = this.#locale;
    if (this.theme) root.dataset.theme = this.theme;
  }

  // ---- what is drawn --------------------------------------------------------------------------------

  protected override render(): TemplateResult {
    return html`<div class="app ${this.page ? 'has-page' : ''}">
      ${this.#masthead()}
      <div class="desk">
        ${this.#input()}
        <main id="result" aria-busy=${this.status.kind === 'reading'}>${this.page ? this.#result(this.page) : this.#hero()}</main>
      </div>
    </div>`;
  }

  #masthead(): TemplateResult {
    return html`<header class="masthead">
      <a class="brand" href="#"><span class="wordmark" lang="zh">版面</span><span class="latin">Banmian</span></a>
      <p class="tagline">${this.#t('tagline')}</p>
      <div class="settings">
        <label class="language">
          <span class="visually-hidden">${this.#t('language')}</span>
          <select @change=${(event: Event) => this.#speak((event.target as HTMLSelectElement).value as Locale)}>
            ${LOCALES.map(([locale, name]) => html`<option value=${locale} lang=${locale} ?selected=${locale === this.#locale}>${name}</option>`)}
          </select>
        </label>
        <button class="round" aria-label=${this.#t('theme')} title=${this.#t('theme')} @click=${() => this.#flip()}>◐</button>
      </div>
    </header>`;
  }

  #input(): TemplateResult {
    const long = this.text.length > LONGEST_IN_BOX;
    const shown = long ? `${this.text.slice(0, SHOWN_OF_LONG)}\n\n${this.#t('long')}` : this.text;
    return html`<section
      class="input ${this.dropping ? 'dropping' : ''}"
      aria-labelledby="input-label"
      @dragover=${(event: DragEvent) => {
        event.preventDefault();
        this.dropping = true;
      }}
      @dragleave=${() => {
        this.dropping = false;
      }}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        this.dropping = false;
        void this.#openFile(event.dataTransfer?.files[0]);
      }}
    >
      <label id="input-label" for="text">${this.#t('input')}</label>
      <textarea
        id="text"
        lang="zh"
        spellcheck="false"
        autocomplete="off"
        placeholder=${this.#t('placeholder')}
        .value=${shown}
        ?readonly=${long}
        @paste=${this.#onPaste}
        @input=${(event: InputEvent) => {
          this.text = (event.target as HTMLTextAreaElement).value;
          this.hints = [];
          if (this.place.example || this.place.selection) this.#go({ example: null, selection: null });
          if (event.inputType === 'insertFromPaste') void this.#readNow();
          else this.#readSoon();
        }}
      ></textarea>
      <div class="actions">
        <label class="button file">
          ${this.#t('open')}
          <input
            type="file"
            accept=".txt,.md,text/*"
            @change=${(event: Event) => {
              const input = event.target as HTMLInputElement;
              void this.#openFile(input.files?.[0]);
              input.value = '';
            }}
          />
        </label>
        <details class="menu">
          <summary class="button">${this.#t('examples')}</summary>
          <div class="sheet">${this.#exampleButtons()}</div>
        </details>
        <button class="button" ?disabled=${this.text === ''} @click=${() => this.#take('', '', null)}>${this.#t('clear')}</button>
        <label class="date"
          ><span>${this.#t('date')}</span>
          <input
            type="date"
            .value=${this.date}
            @change=${(event: Event) => {
              this.date = (event.target as HTMLInputElement).value;
              void this.#readNow();
            }}
          />
        </label>
      </div>
      <p class="status" role="status">
        ${this.dropping ? this.#t('drop') : this.#statusText()}
        ${this.status.kind === 'reading' && long ? html`<button class="link" @click=${() => this.#cancel()}>${this.#t('cancel')}</button>` : nothing}
      </p>
      ${this.status.kind === 'refused' ? html`<p class="refused" role="alert" data-code=${this.status.code}>${sayError(this.#locale, this.status.code)}</p>` : nothing}
      <p class="private">${this.#t('private')}</p>
    </section>`;
  }

  #statusText(): string {
    const size = this.#t('characters', { n: visibleLength(this.text).toLocaleString('en') });
    if (this.status.kind === 'reading') return `${size} · ${this.#t('reading')}`;
    if (this.status.kind !== 'done') return size;
    return `${size} · ${this.#t('done', { a: this.page?.articles.length ?? 0, ms: this.status.ms })}`;
  }

  #exampleButtons(): TemplateResult[] {
    return EXAMPLE_NAMES.map(
      (name) =>
        html`<button
          class="button"
          data-example=${name}
          @click=${(event: Event) => {
            (event.currentTarget as HTMLElement).closest('details')?.removeAttribute('open');
            this.#useExample(name);
          }}
        >
          ${this.#t(`example.${name}`)}
        </button>`,
    );
  }

  #hero(): TemplateResult {
    return html`<div class="hero">
      <h1>${this.#t('hero.title')}</h1>
      <p>${this.#t('hero.text')}</p>
      <p class="try"><span>${this.#t('hero.try')}</span> ${this.#exampleButtons()}</p>
    </div>`;
  }

  #result(page: Page): TemplateResult {
    const { view } = this.place;
    return html`<h1 class="visually-hidden">${this.#t('tagline')}</h1>
      <div class="bar">
        <div class="tabs" role="tablist" aria-label=${this.#t('views')} @keydown=${this.#onTabKey}>
          ${VIEWS.map(
            (name) =>
              html`<button
                role="tab"
                id="tab-${name}"
                aria-selected=${name === view}
                aria-controls="view"
                tabindex=${name === view ? 0 : -1}
                @click=${() => this.#show(name)}
              >
                ${this.#t(`view.${name}`)}
              </button>`,
          )}
        </div>
        <details class="menu save">
          <summary class="button">${this.#t('save')}</summary>
          <div class="sheet">
            ${FORMATS.map((format) => html`<button class="button" data-format=${format} @click=${() => this.#save(page, format)}>${this.#t(`save.${format}`)}</button>`)}
          </div>
        </details>
      </div>
      ${
        this.hints.length > 0
          ? html`<p class="hints">
              <span>${this.#t('hints.count', { n: this.hints.length })}</span>
              <button class="link" title="Ctrl+Z" @click=${() => this.#undo()}>${this.#t('hints.undo')}</button>
              <button class="link" @click=${() => this.#correct([])}>${this.#t('hints.clear')}</button>
            </p>`
          : nothing
      }
      <div id="view" role="tabpanel" aria-labelledby="tab-${view}" class="view ${view}" @banmian-select=${this.#choose} @banmian-hint=${this.#onHint} @banmian-unhint=${this.#onUnhint}>${this.#view(page, view)}</div>`;
  }

  #view(page: Page, view: View): TemplateResult {
    const { selection } = this.place;
    const locale = this.#locale;
    switch (view) {
      case 'read':
        return html`<banmian-page .page=${page} .selection=${selection} .locale=${locale}></banmian-page>
          <aside>
            <banmian-outline .collapsed=${!matchMedia('(min-width: 1180px)').matches} .page=${page} .selection=${selection} .locale=${locale}></banmian-outline>
            <banmian-statistics .page=${page} .selection=${selection} .locale=${locale}></banmian-statistics>
          </aside>`;
      case 'map':
        return html`<banmian-map .page=${page} .text=${this.read} .selection=${selection} .locale=${locale}></banmian-map>`;
      case 'figures':
        return html`<banmian-figures .page=${page} .selection=${selection} .locale=${locale}></banmian-figures>`;
      case 'names':
        return html`<banmian-entities .page=${page} .selection=${selection} .locale=${locale}></banmian-entities>`;
      case 'quotes':
        return html`<banmian-quotes .page=${page} .selection=${selection} .locale=${locale}></banmian-quotes>`;
      case 'words':
        return html`<banmian-words .page=${page} .selection=${selection} .locale=${locale}></banmian-words>`;
      case 'source':
        return html`<banmian-source .page=${page} .text=${this.read} .hints=${this.hints} .selection=${selection} .locale=${locale}></banmian-source>`;
    }
  }

  #save(page: Page, format: Format): void {
    const { name, type, text } = exported(page, format);
    save(name, type, text);
    this.querySelector('.save')?.removeAttribute('open');
  }
}

/** Characters that are not white space; of a long text, its length. */
function visibleLength(text: string): number {
  return text.length > LONGEST_IN_BOX ? text.length : [...text.replace(/\s/gu, '')].length;
}

function remembered<T extends string>(name: string, allowed: readonly T[]): T | null {
  try {
    const value = localStorage.getItem(`banmian.${name}`);
    return allowed.find((it) => it === value) ?? null;
  } catch {
    return null; // storage is switched off
  }
}

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`banmian.${name}`, value);
  } catch {
    // storage is switched off: the setting holds until the page is closed
  }
}

customElements.define('banmian-app', BanmianApp);
