import type { BanmianError, ExportFormat, ExportTable, Page } from 'banmian';
import { getEngine } from 'banmian/elements';
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { save } from './files.js';
import { closeMenu, menuEvents, Part } from './part.js';
import type { Draft } from './reader.js';
import type { PageString } from './strings.js';

/** What is saved as a file: the text itself, or what the engine writes. */
type Format = 'text' | Exclude<ExportFormat, 'csv' | 'ndjson'>;

const FORMATS: readonly [Format, ending: string, type: string][] = [
  ['markdown', 'md', 'text/markdown'],
  ['text', 'txt', 'text/plain'],
  ['json', 'json', 'application/json'],
  ['tei', 'xml', 'application/tei+xml'],
  ['jsonld', 'jsonld', 'application/ld+json'],
];

const TABLES: readonly ExportTable[] = [
  'articles',
  'figures',
  'quantities',
  'times',
  'entities',
  'mentions',
  'quotes',
  'frequencies',
  'keywords',
  'newWords',
  'sentences',
  'tokens',
];

/** Every way out: copy, save, share, print. */
class Save extends Part {
  static override properties: PropertyDeclarations = { page: { attribute: false }, read: { attribute: false } };

  declare page: Page;
  /** The text that the page was read from, with what was said of it. */
  declare read: Draft | null;

  protected override render(): TemplateResult {
    const item = (label: string, name: string, run: () => void) =>
      html`<button
        class="button"
        data-format=${name}
        @click=${(event: Event) => {
          closeMenu(event);
          run();
        }}
      >
        ${label}
      </button>`;
    return html`<details class="menu right save" @keydown=${menuEvents.keydown} @focusout=${menuEvents.focusout}>
      <summary class="button"><span>${this.t('save')}</span></summary>
      <div class="sheet">
        ${item(this.t('copy.markdown'), 'copy-markdown', () => void this.#copy('markdown'))}
        ${item(this.t('copy.text'), 'copy-text', () => void this.#copy('text'))}
        <hr />
        ${FORMATS.map(([format, ending, type]) =>
          item(this.t(`save.${format}`), format, () => void this.#save(format, `banmian.${ending}`, type)),
        )}
        <label class="item table">
          <select aria-label=${this.t('save.table')}>
            ${TABLES.map((table) => html`<option value=${table}>${this.t(`table.${table}` as PageString)}</option>`)}
          </select>
          <button class="button" data-format="csv" @click=${this.#saveTable}>CSV</button>
        </label>
        <hr />
        ${item(this.t('share'), 'share', () => this.tell('app-share'))} ${item(this.t('print'), 'print', () => print())}
      </div>
    </details>`;
  }

  async #written(format: Format | 'csv', table?: ExportTable): Promise<string> {
    if (format === 'text') return `${this.page.text}\n`;
    if (format === 'json') return `${JSON.stringify(this.page)}\n`;
    const { text = '', date, hints = [] } = this.read ?? {};
    return (await getEngine()).export(text, format, { date: date || undefined, hints: [...hints], table });
  }

  async #attempt(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (thrown) {
      this.tell('app-failed', (thrown as BanmianError).code);
    }
  }

  #save(format: Format, name: string, type: string): Promise<void> {
    return this.#attempt(async () => save(name, type, await this.#written(format)));
  }

  #saveTable = (event: Event): void => {
    const table = this.querySelector('select')?.value as ExportTable;
    closeMenu(event);
    // Spreadsheets take a file for UTF-8 by its byte order mark.
    void this.#attempt(async () =>
      save(`banmian-${table}.csv`, 'text/csv', `\ufeff${await this.#written('csv', table)}`),
    );
  };

  #copy(format: Format): Promise<void> {
    return this.#attempt(async () => {
      await navigator.clipboard.writeText(await this.#written(format));
      this.tell('app-copied');
    });
  }
}

customElements.define('app-save', Save);
