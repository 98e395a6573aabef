import type { BanmianError, Hint, Page } from 'banmian';
import {
  type BanmianPage,
  type BanmianSource,
  getEngine,
  type Locale,
  type MarkKind,
  type ReadingPlace,
  type Selection,
} from 'banmian/elements';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { type Place, readAddress, VIEWS, type View, writeAddress } from './address.js';
import { EXAMPLE_DATE, EXAMPLE_NAMES, EXAMPLES, type Example } from './examples.js';
import { Habits } from './habits.js';
import { type Command, lastInput, onCommand } from './keys.js';
import { type Notice, Notices } from './notices.js';
import { addWords, hasVocabulary, keepVocabulary, startWithVocabulary } from './own-words.js';
import { type Draft, draftOf, Reader } from './reader.js';
import { forgetTexts, handOver, keep, type Recent, recentTexts, takeOver } from './recent.js';
import { forgetSettings } from './settings.js';
import { LONG_ADDRESS, LONGEST_ADDRESS, packed, unpacked } from './share.js';
import { type PageString, say, sayError } from './strings.js';
import './entry.js';
import './find.js';
import './hero.js';
import './masthead.js';
import './save.js';
import type { Tabs } from './tabs.js';
import './tabs.js';

/** From here on the text box stands beside what is read; below, it folds to a strip above it. */
const WIDE = matchMedia('(min-width: 1180px)');
/** From here on the outline stands beside the text, when the box is folded. */
const MIDDLING = matchMedia('(min-width: 900px)');

class BanmianApp extends LitElement {
  static override properties: PropertyDeclarations = {
    place: { state: true },
    recent: { state: true },
    finding: { state: true },
    offline: { state: true },
    beside: { state: true },
    wide: { state: true },
    middling: { state: true },
    unfolded: { state: true },
  };

  declare private place: Place;
  declare private recent: readonly Recent[];
  declare private finding: boolean;
  /** Whether all of the page is stored, so that it works without a network. */
  declare private offline: boolean;
  /** The page that the outline and the statistics show: a frame after the text itself. */
  declare private beside: Page | null;

  /** Whether the text box has room beside what is read. */
  declare private wide: boolean;
  declare private middling: boolean;
  /** Whether the reader opened the text box on a narrow screen. */
  declare private unfolded: boolean;

  readonly #reader = new Reader(this, {
    onDraft: (before, after) => this.#onDraft(before, after),
    onPage: () => void this.#keep(),
  });
  readonly #habits = new Habits(this);
  readonly #notices = new Notices(this);
  /** Where the reader was in the text when he went to another view. */
  #left: { page: Page | null; place: ReadingPlace | null } | null = null;

  constructor() {
    super();
    this.place = readAddress(location.hash);
    this.recent = [];
    this.finding = false;
    this.beside = null;
    this.unfolded = false;
    this.#measure();
    for (const width of [WIDE, MIDDLING]) width.addEventListener('change', () => this.#measure());
    this.offline = Boolean(navigator.serviceWorker?.controller);
    this.place.locale ??= this.#habits.locale;
    addEventListener('hashchange', () => void this.#onAddress());
    onCommand(
      () => this.#habits.singleKeys,
      (command) => this.#obey(command),
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this; // the page's own style sheet applies
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.documentElement.lang = this.#locale;
    if (hasVocabulary()) startWithVocabulary();
    void this.#begin();
  }

  async #begin(): Promise<void> {
    const { place } = this;
    if (this.#habits.keepsTexts) this.recent = await recentTexts();
    const left = place.example || place.shared ? null : await takeOver();
    if (left) this.#take(draftOf({ text: left.text, date: left.date, hints: left.hints as Hint[] }), place.selection);
    else if (!(await this.#openAddress(place))) {
      await painted();
      await this.#warmUp();
    }
    if (!import.meta.env.PROD) return;
    const { install } = await import('./update.js');
    install({
      onNew: (apply) =>
        this.#notice('update.new', {
          name: this.#t('update.apply'),
          run: async () => {
            const { text, date, hints } = this.#reader.draft;
            if (text) await handOver({ text, date, hints });
            await apply();
          },
        }),
      onReady: () => {
        this.offline = true;
      },
    });
  }

  /** The engine is fetched, compiled and run once while the reader looks for a text. */
  async #warmUp(): Promise<void> {
    try {
      await (await getEngine()).parse(EXAMPLES.bridge);
    } catch (thrown) {
      this.#reader.refuse((thrown as BanmianError).code);
    }
  }

  get #locale(): Locale {
    return this.place.locale ?? 'zh-Hans';
  }

  #t(key: PageString, values?: Record<string, string | number>): string {
    return say(this.#locale, key, values);
  }

  // ---- the text --------------------------------------------------------------------------------------

  #take(draft: Draft, selection: Selection | null = null): void {
    this.unfolded = false;
    this.#reader.take(draft);
    if (selection) this.#go({ selection });
  }

  #useExample(example: Example, selection: Selection | null = null): void {
    this.#take(draftOf({ text: EXAMPLES[example], date: EXAMPLE_DATE, example }), selection);
  }

  #type({ text, pasted }: { text: string; pasted: boolean }): void {
    // The box does not fold under the hand of who types.
    this.unfolded = !pasted;
    this.#reader.type(text, pasted);
  }

  get #folded(): boolean {
    const { page, status } = this.#reader;
    if (this.wide) return page !== null && this.#habits.foldsText;
    // At once, so that the browser need not lay out what nobody will see.
    return (page !== null || status.kind === 'reading') && !this.unfolded;
  }

  #measure(): void {
    this.wide = WIDE.matches;
    this.middling = MIDDLING.matches;
  }

  #fold(folded: boolean): void {
    this.unfolded = !folded;
    if (this.wide) this.#habits.foldsText = folded;
  }

  async #toTextBox(): Promise<void> {
    if (this.#folded) this.#fold(false);
    await this.updateComplete;
    await this.querySelector<LitElement>('app-entry')?.updateComplete;
    this.querySelector<HTMLElement>('#text')?.focus();
  }

  /** Places chosen in one text mean nothing in another; a word may stand in both. */
  #onDraft(before: Draft, after: Draft): void {
    const { selection } = this.place;
    const stays = selection?.kind === 'word' || selection?.kind === 'string';
    const { example, shared, date, hints } = after;
    const kept = before.id === after.id && before.text === after.text && stays ? selection : null;
    this.#go({ example, shared, date, hints, selection: kept });
  }

  #correct(hints: readonly Hint[]): void {
    this.#reader.take({ ...this.#reader.draft, hints });
  }

  #onHint = ({ detail }: CustomEvent<Hint>): void => {
    // Said of a text that has been typed over since, it would land on another line.
    const { draft, read } = this.#reader;
    if (draft.text === read?.text) this.#correct([...draft.hints, detail]);
  };

  #onUnhint = ({ detail }: CustomEvent<Hint>): void => {
    this.#correct(this.#reader.draft.hints.filter((hint) => hint !== detail));
  };

  // ---- what is kept -----------------------------------------------------------------------------------

  async #keep(): Promise<void> {
    const { page, read } = this.#reader;
    if (!this.#habits.keepsTexts || !page || !read || read.example) return;
    const title = page.articles[0] ? (page.articles[0].headline?.main.join(' ') ?? '') : '';
    const { id, text, date } = read;
    await keep({ id, text, date, title: title || text.trim().slice(0, 20), when: Date.now() });
    this.recent = await recentTexts();
  }

  #onKeepTexts = async ({ detail }: CustomEvent<boolean>): Promise<void> => {
    this.#habits.keepsTexts = detail;
    if (detail) await this.#keep();
    else {
      await forgetTexts();
      this.recent = [];
    }
  };

  #onForget = async (): Promise<void> => {
    await forgetTexts();
    const ownWords = hasVocabulary();
    forgetSettings();
    this.#habits.forget();
    this.recent = [];
    if (ownWords) {
      await keepVocabulary({ words: [], stopWords: null });
      this.#reader.again();
    }
    this.#go({ locale: null });
    this.#notice('forgotten');
  };

  // ---- address ---------------------------------------------------------------------------------------

  /** The browser's way back leads to the view before. */
  #go(change: Partial<Place>): void {
    const turns = change.view !== undefined && change.view !== this.place.view;
    this.place = { ...this.place, ...change };
    history[turns ? 'pushState' : 'replaceState'](null, '', writeAddress(this.place));
  }

  async #openAddress({ example, shared, date, hints, selection }: Place): Promise<boolean> {
    const known = EXAMPLE_NAMES.find((name) => name === example);
    if (known) this.#useExample(known, selection);
    else if (shared) {
      const text = await unpacked(shared);
      if (text === null) this.#notice('share.damaged');
      else this.#take(draftOf({ text, date, hints, shared }), selection);
      return text !== null;
    }
    return known !== undefined;
  }

  async #onAddress(): Promise<void> {
    const place = readAddress(location.hash);
    const { example, shared, date, hints } = this.place;
    const other = place.example !== example || place.shared !== shared;
    const opens = other && (place.example || place.shared);
    // On the way back through the views of one text, what was said of it holds.
    this.place = { ...place, ...(opens ? {} : { example, shared, date, hints }), locale: place.locale ?? this.#locale };
    document.documentElement.lang = this.#locale;
    if (opens) await this.#openAddress(place);
    else if (place.selection) await this.#reveal();
  }

  /** Puts the text into the address, and the address on the clipboard. */
  async #share(): Promise<void> {
    const { draft } = this.#reader;
    const shared = await packed(draft.text);
    if (shared.length > LONGEST_ADDRESS) {
      this.#notice('share.tooLong');
      return;
    }
    this.#reader.share(shared);
    try {
      await navigator.clipboard.writeText(location.href);
      this.#notice(shared.length > LONG_ADDRESS ? 'share.long' : 'share.done');
    } catch {
      this.#notice('share.inAddress');
    }
  }

  // ---- choosing --------------------------------------------------------------------------------------

  #choose = (event: CustomEvent<Selection | null>): void => {
    const selection = event.detail;
    const { view } = this.place;
    // What was chosen by its place is meant to be seen there.
    const toText = selection?.kind === 'range' || selection?.kind === 'article';
    const stay = view === 'source' || (view === 'map' && selection?.kind === 'article');
    this.#go(toText && !stay ? { selection, view: 'read' } : { selection });
    if (toText) void this.#reveal(lastInput() === 'key');
  };

  #onFound = ({ detail }: CustomEvent<Selection | null>): void => {
    this.#go(detail && this.place.view !== 'source' ? { selection: detail, view: 'read' } : { selection: detail });
    if (detail) void this.#reveal();
  };

  /** Brings what is chosen into sight; the keyboard follows when the view in which it was is gone. */
  async #reveal(follow = false): Promise<void> {
    await this.updateComplete;
    const focus = follow && isLost(document.activeElement);
    await this.#text?.reveal({ focus });
    await this.querySelector<BanmianSource>('banmian-source')?.reveal();
    if (follow && isLost(document.activeElement)) this.#focusTab();
  }

  get #text(): BanmianPage | null {
    return this.querySelector<BanmianPage>('banmian-page');
  }

  #show(view: View): void {
    const within = document.activeElement?.closest('#view, app-tabs');
    if (this.place.view === 'read' && view !== 'read') {
      this.#left = { page: this.#reader.page, place: this.#text?.place ?? null };
    }
    const other = view !== this.place.view;
    this.#go({ view });
    void this.updateComplete.then(async () => {
      // The view in which the keyboard was is gone.
      if (within && lastInput() === 'key') this.#focusTab();
      if (other) this.#toTop();
      if (this.place.selection) await this.#reveal();
      else if (view === 'read' && this.#left?.page === this.#reader.page && this.#left.place !== null) {
        await this.#text?.goTo(this.#left.place);
      }
    });
  }

  /** A view begins at its top, below what stays at the top of the screen. */
  #toTop(): void {
    const top = (this.querySelector('main')?.getBoundingClientRect().top ?? 0) + scrollY;
    if (scrollY > top) scrollTo({ top, behavior: 'instant' });
  }

  #focusTab(): void {
    this.querySelector<Tabs>('app-tabs')?.take();
  }

  /** Does what a key asks for; `false` leaves the key to the browser. */
  #obey(command: Command): boolean {
    const reader = this.#reader;
    switch (command.do) {
      case 'undo':
        if (reader.canUndo) reader.undo();
        return reader.canUndo || reader.canRedo;
      case 'redo':
        reader.redo();
        return true;
      case 'find':
        if (!reader.page || this.finding) return false;
        this.finding = true;
        return true;
      case 'view': {
        const view = VIEWS[command.index];
        if (view && reader.page) this.#show(view);
        return view !== undefined;
      }
      case 'open':
        this.querySelector<HTMLInputElement>('input[type=file]')?.click();
        return true;
      case 'text':
        void this.#toTextBox();
        return true;
      case 'theme':
        this.#habits.flip();
        return true;
      case 'keys':
        void this.#openKeys();
        return true;
    }
  }

  async #openKeys(): Promise<void> {
    await import('./key-sheet.js');
    await this.#openDialog('app-key-sheet');
  }

  async #openWords(): Promise<void> {
    await import('./vocabulary.js');
    await this.#openDialog('app-vocabulary');
  }

  async #openDialog(name: 'app-key-sheet' | 'app-vocabulary'): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement & { show(): void }>(name)?.show();
  }

  #notice(key: PageString, act?: Notice['act']): void {
    this.#notices.tell(this.#t(key), act);
  }

  // ---- what is drawn --------------------------------------------------------------------------------

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    document.title = this.#title();
  }

  #title(): string {
    const first = this.#reader.page?.articles.find(({ headline }) => headline?.main.length);
    const name = this.#t('name');
    return first ? `${first.headline?.main.join(' ')} · ${name}` : `${name} · ${this.#t('tagline')}`;
  }

  protected override updated(): void {
    const { page } = this.#reader;
    if (this.beside === page) return;
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.beside = this.#reader.page;
      }),
    );
  }

  protected override render(): TemplateResult {
    const reader = this.#reader;
    const { page } = reader;
    const locale = this.#locale;
    return html`<div class="app ${page ? 'has-page' : ''}">
        <app-masthead
          .locale=${locale}
          .keepsTexts=${this.#habits.keepsTexts}
          .size=${this.#habits.size}
          @app-locale=${({ detail }: CustomEvent<Locale>) => this.#speak(detail)}
          @app-theme=${() => this.#habits.flip()}
          @app-size=${({ detail }: CustomEvent<number>) => this.#habits.resize(detail)}
          @app-keep=${this.#onKeepTexts}
          @app-forget=${this.#onForget}
          @app-words=${() => this.#openWords()}
          @app-keys=${() => this.#openKeys()}
        ></app-masthead>
        <div class="desk ${this.#folded ? 'folded' : ''}">
          <app-entry
            .locale=${locale}
            .draft=${reader.draft}
            .status=${reader.status}
            .recent=${this.recent}
            .articles=${page?.articles.length ?? 0}
            .canUndo=${reader.canUndo}
            .offline=${this.offline}
            .foldable=${page !== null}
            .folded=${this.#folded}
            @app-fold=${({ detail }: CustomEvent<boolean>) => this.#fold(detail)}
            @app-type=${({ detail }: CustomEvent<{ text: string; pasted: boolean }>) => this.#type(detail)}
            @app-take=${({ detail }: CustomEvent<Draft>) => this.#take(detail)}
            @app-files=${({ detail }: CustomEvent<File[]>) => {
              this.unfolded = false;
              void reader.open(detail, reader.draft.date);
            }}
            @app-example=${({ detail }: CustomEvent<Example>) => this.#useExample(detail)}
            @app-date=${({ detail }: CustomEvent<string>) => reader.dateBy(detail)}
            @app-cancel=${() => reader.cancel()}
            @app-undo=${() => reader.undo()}
          ></app-entry>
          <main id="result" aria-busy=${reader.status.kind === 'reading'}>${page ? this.#result(page) : html`<app-hero .locale=${locale} @app-example=${({ detail }: CustomEvent<Example>) => this.#useExample(detail)}></app-hero>`}</main>
        </div>
      </div>
      ${this.#notices.render(this.#t('close'))}
      <app-key-sheet
        .locale=${locale}
        .singleKeys=${this.#habits.singleKeys}
        @app-single-keys=${({ detail }: CustomEvent<boolean>) => {
          this.#habits.singleKeys = detail;
        }}
      ></app-key-sheet>
      <app-vocabulary .locale=${locale} @app-vocabulary=${() => reader.again()}></app-vocabulary>`;
  }

  #speak(locale: Locale): void {
    this.#go({ locale });
    this.#habits.locale = locale;
    document.documentElement.lang = locale;
  }

  #result(page: Page): TemplateResult {
    const { view, selection } = this.place;
    const locale = this.#locale;
    const { hints } = this.#reader.draft;
    return html`<h1 class="visually-hidden">${this.#t('tagline')}</h1>
      <div class="bar">
        <app-tabs .locale=${locale} .view=${view} @app-view=${({ detail }: CustomEvent<View>) => this.#show(detail)}></app-tabs>
        <button class="button finder" aria-expanded=${this.finding} title="Ctrl+F" @click=${() => {
          this.finding = !this.finding;
        }}><span>${this.#t('find')}</span></button>
        <app-save .locale=${locale} .page=${page} .read=${this.#reader.read} @app-share=${() => this.#share()} @app-copied=${() => this.#notice('copied')} @app-failed=${({ detail }: CustomEvent<string>) => this.#notices.tell(sayError(this.#locale, detail))}></app-save>
        ${
          this.finding
            ? html`<app-find
                .locale=${locale}
                .page=${page}
                .selection=${selection}
                @app-found=${this.#onFound}
                @app-close=${() => {
                  this.finding = false;
                }}
              ></app-find>`
            : nothing
        }
        ${hints.length > 0 ? this.#hintStrip(hints) : nothing}
      </div>
      <div
        id="view"
        role="tabpanel"
        aria-labelledby="tab-${view}"
        class="view ${view}"
        @banmian-select=${this.#choose}
        @banmian-hint=${this.#onHint}
        @banmian-unhint=${this.#onUnhint}
        @banmian-words=${this.#onOwnWords}
        @banmian-show=${({ detail }: CustomEvent<View>) => this.#show(detail)}
        @banmian-kinds=${({ detail }: CustomEvent<readonly MarkKind[]>) => this.#habits.markKinds(detail)}
      >
        ${this.#view(page, view)}
      </div>`;
  }

  #hintStrip(hints: readonly Hint[]): TemplateResult {
    return html`<p class="hints">
      <span>${this.#t('hints.count', { n: hints.length })}</span>
      <button class="link" title="Ctrl+Z" @click=${() => this.#reader.undoHint()}>${this.#t('hints.undo')}</button>
      <button class="link" @click=${() => this.#correct([])}>${this.#t('hints.clear')}</button>
    </p>`;
  }

  #onOwnWords = async ({ detail }: CustomEvent<{ add: readonly string[] }>): Promise<void> => {
    await addWords(detail.add);
    this.#notice('vocabulary.added');
    this.#reader.again();
  };

  #view(page: Page, view: View): TemplateResult {
    const { selection } = this.place;
    const { hints } = this.#reader.draft;
    const text = this.#reader.read?.text ?? '';
    const locale = this.#locale;
    switch (view) {
      case 'read':
        return html`<banmian-page
            editable
            .page=${page}
            .hints=${hints}
            .kinds=${this.#habits.kinds}
            .selection=${selection}
            .locale=${locale}
          ></banmian-page>
          <aside>
            <banmian-outline .collapsed=${!this.wide && !(this.middling && this.#folded)} .page=${this.beside} .selection=${selection} .locale=${locale}></banmian-outline>
            <banmian-statistics .page=${this.beside} .selection=${selection} .locale=${locale}></banmian-statistics>
          </aside>`;
      case 'map':
        return html`<banmian-map .page=${page} .text=${text} .selection=${selection} .locale=${locale}></banmian-map>`;
      case 'figures':
        return html`<banmian-figures .page=${page} .selection=${selection} .locale=${locale}></banmian-figures>`;
      case 'names':
        return html`<banmian-entities .page=${page} .selection=${selection} .locale=${locale}></banmian-entities>`;
      case 'quotes':
        return html`<banmian-quotes .page=${page} .selection=${selection} .locale=${locale}></banmian-quotes>`;
      case 'words':
        return html`<banmian-words editable .page=${page} .selection=${selection} .locale=${locale}></banmian-words>`;
      case 'compare':
        return html`<banmian-compare .page=${page} .selection=${selection} .locale=${locale}></banmian-compare>`;
      case 'source':
        return html`<banmian-source .page=${page} .text=${text} .hints=${hints} .selection=${selection} .locale=${locale}></banmian-source>`;
    }
  }
}

/** Whether the focus is on nothing: what had it is no longer there. */
const isLost = (element: Element | null) => element === null || element === document.body;

/** After what there is to see has been shown. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

customElements.define('banmian-app', BanmianApp);
