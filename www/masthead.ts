import type { Locale } from 'banmian/elements';
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { SIZES } from './habits.js';
import { closeMenu, menuEvents, Part } from './part.js';

const LOCALES: [Locale, string][] = [
  ['zh-Hans', '简体'],
  ['zh-Hant', '繁體'],
  ['en', 'English'],
];

/** The name, and how the page is set. */
class Masthead extends Part {
  static override properties: PropertyDeclarations = { keepsTexts: { attribute: false }, size: { attribute: false } };

  declare keepsTexts: boolean;
  declare size: number;

  protected override render(): TemplateResult {
    return html`<header class="masthead">
      <a class="brand" href="#"><span class="wordmark" lang="zh">版面</span><span class="latin">Banmian</span></a>
      <p class="tagline">${this.t('tagline')}</p>
      <div class="settings">
        <label class="language">
          <span class="visually-hidden">${this.t('language')}</span>
          <select @change=${(event: Event) => this.tell('app-locale', (event.target as HTMLSelectElement).value)}>
            ${LOCALES.map(([locale, name]) => html`<option value=${locale} lang=${locale} ?selected=${locale === this.locale}>${name}</option>`)}
          </select>
        </label>
        <button class="round" aria-label=${this.t('theme')} title=${this.t('theme')} @click=${() => this.tell('app-theme')}>◐</button>
        ${this.#menu()}
      </div>
    </header>`;
  }

  #menu(): TemplateResult {
    const item = (event: string, label: string) =>
      html`<button
        class="button"
        @click=${(click: Event) => {
          closeMenu(click);
          this.tell(event);
        }}
      >
        ${label}
      </button>`;
    return html`<details class="menu right" @keydown=${menuEvents.keydown} @focusout=${menuEvents.focusout}>
      <summary class="round" aria-label=${this.t('settings')} title=${this.t('settings')}>⋯</summary>
      <div class="sheet">
        <div class="item size" role="group" aria-label=${this.t('size')}>
          <span>${this.t('size')}</span>
          <button class="round" aria-label=${this.t('size.smaller')} ?disabled=${this.size <= 0} @click=${() => this.tell('app-size', -1)}>−</button>
          <button class="round" aria-label=${this.t('size.larger')} ?disabled=${this.size >= SIZES.length - 1} @click=${() => this.tell('app-size', 1)}>＋</button>
        </div>
        ${item('app-words', this.t('vocabulary.title'))} ${item('app-keys', this.t('keys.title'))}
        <label class="item">
          <input type="checkbox" .checked=${this.keepsTexts} @change=${(event: Event) => this.tell('app-keep', (event.target as HTMLInputElement).checked)} />
          <span>${this.t('keep')}<small>${this.t('keep.where')}</small></span>
        </label>
        ${item('app-forget', this.t('forget'))}
      </div>
    </details>`;
  }
}

customElements.define('app-masthead', Masthead);
