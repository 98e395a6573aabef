import type { Page } from 'banmian';
import { type Range, type Selection, stringPlaces } from 'banmian/elements';
import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { Part } from './part.js';

/** Finds strings in all of the text, also where it is not drawn. */
class Find extends Part {
  static override properties: PropertyDeclarations = {
    page: { attribute: false },
    selection: { attribute: false },
    wanted: { state: true },
    at: { state: true },
  };

  declare page: Page;
  declare selection: Selection | null;
  declare private wanted: string;
  declare private at: number;

  #places: readonly Range[] = [];

  constructor() {
    super();
    this.wanted = '';
    this.at = 0;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.hasUpdated && this.selection?.kind === 'string') this.wanted = this.selection.string;
    if (changed.has('page') || changed.has('wanted') || !this.hasUpdated) {
      this.#places = stringPlaces(this.page, this.wanted);
      this.at = Math.min(this.at, Math.max(0, this.#places.length - 1));
    }
  }

  protected override firstUpdated(): void {
    this.querySelector('input')?.focus();
    this.querySelector('input')?.select();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.querySelector<HTMLElement>('.finder')?.focus();
  }

  protected override render(): TemplateResult {
    const total = this.#places.length;
    const count = this.wanted === '' ? '' : total === 0 ? this.t('find.none') : `${this.at + 1} / ${total}`;
    return html`<form
      class="find"
      role="search"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        this.#step(1);
      }}
      @keydown=${this.#onKey}
    >
      <input
        type="search"
        lang="zh"
        aria-label=${this.t('find.label')}
        placeholder=${this.t('find.label')}
        .value=${this.wanted}
        @input=${(event: InputEvent) => this.#search((event.target as HTMLInputElement).value)}
      />
      <span class="count" role="status">${count}</span>
      <button type="button" class="round" aria-label=${this.t('find.previous')} ?disabled=${total === 0} @click=${() => this.#step(-1)}>↑</button>
      <button class="round" aria-label=${this.t('find.next')} ?disabled=${total === 0}>↓</button>
      <button type="button" class="round" aria-label=${this.t('close')} @click=${() => this.#close()}>×</button>
    </form>`;
  }

  #search(wanted: string): void {
    this.wanted = wanted;
    this.at = 0;
    this.#places = stringPlaces(this.page, wanted);
    this.#show();
  }

  #step(by: 1 | -1): void {
    const total = this.#places.length;
    if (total === 0) return;
    const shown = this.selection?.kind === 'string' && this.selection.string === this.wanted;
    if (shown) this.at = (this.at + by + total) % total;
    this.#show();
  }

  #show(): void {
    const place = this.#places[this.at];
    this.tell('app-found', place ? { kind: 'string', string: this.wanted, at: place[0] } : null);
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#close();
    } else if (event.key === 'Enter' && event.shiftKey) {
      event.preventDefault();
      this.#step(-1);
    }
  };

  #close(): void {
    this.tell('app-close');
  }
}

customElements.define('app-find', Find);
