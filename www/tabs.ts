import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { VIEWS, type View } from './address.js';
import { Part } from './part.js';

/**
 * The names of the views, of which one is shown.
 *
 * @fires app-view - the reader wants to see another; `detail` is its name
 */
export class Tabs extends Part {
  static override properties: PropertyDeclarations = {
    view: { attribute: false },
  };

  declare view: View;

  #shown: View | null = null;

  /** Takes the keyboard. */
  take(): void {
    this.#tab?.focus({ preventScroll: true });
  }

  get #tab(): HTMLElement | null {
    return this.querySelector<HTMLElement>(`#tab-${this.view}`);
  }

  #onKey = (event: KeyboardEvent): void => {
    const at = VIEWS.indexOf(this.view);
    const places: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: VIEWS.length - 1 };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    this.tell('app-view', VIEWS[(place + VIEWS.length) % VIEWS.length]);
  };

  /** On a narrow screen the tabs are a strip that is moved sideways. */
  protected override updated(): void {
    const tab = this.#tab;
    if (!tab || this.#shown === this.view) return;
    this.#shown = this.view;
    const strip = tab.parentElement;
    if (!strip || strip.scrollWidth <= strip.clientWidth) return;
    strip.scrollLeft = tab.offsetLeft - strip.offsetLeft - (strip.clientWidth - tab.offsetWidth) / 2;
  }

  protected override render(): TemplateResult {
    return html`<div class="tabs" role="tablist" aria-label=${this.t('views')} @keydown=${this.#onKey}>
      ${VIEWS.map(
        (name) =>
          html`<button
            role="tab"
            id="tab-${name}"
            aria-selected=${name === this.view}
            aria-controls="view"
            tabindex=${name === this.view ? 0 : -1}
            title=${this.t(`about.${name}`)}
            @click=${() => this.tell('app-view', name)}
          >
            ${this.t(`view.${name}`)}
          </button>`,
      )}
    </div>`;
  }
}

customElements.define('app-tabs', Tabs);
