import type { Page } from 'banmian';
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { exported, FORMATS, type Format } from './export.js';
import { save } from './files.js';
import { closeMenu, menuEvents, Part } from './part.js';
import type { Draft } from './reader.js';

/** Every way out: copy, save, share, print. */
class Save extends Part {
  static override properties: PropertyDeclarations = { page: { attribute: false }, read: { attribute: false } };

  declare page: Page;
  declare read: Draft | null;

  protected override render(): TemplateResult {
    return html`<details class="menu right save" @keydown=${menuEvents.keydown} @focusout=${menuEvents.focusout}>
      <summary class="button">${this.t('save')}</summary>
      <div class="sheet">
        ${FORMATS.map(
          (format) =>
            html`<button
              class="button"
              data-format=${format}
              @click=${(event: Event) => {
                closeMenu(event);
                this.#save(format);
              }}
            >
              ${this.t(`save.${format}`)}
            </button>`,
        )}
        <hr />
        <button
          class="button"
          @click=${(event: Event) => {
            closeMenu(event);
            this.tell('app-share');
          }}
        >
          ${this.t('share')}
        </button>
        <button
          class="button"
          @click=${(event: Event) => {
            closeMenu(event);
            print();
          }}
        >
          ${this.t('print')}
        </button>
      </div>
    </details>`;
  }

  #save(format: Format): void {
    const { name, type, text } = exported(this.page, format);
    save(name, type, text);
  }
}

customElements.define('app-save', Save);
