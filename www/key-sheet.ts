import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { Part } from './part.js';
import type { PageString } from './strings.js';

const KEYS: [string[], PageString][] = [
  [['1', '…', '8'], 'keys.views'],
  [['Ctrl F', '/'], 'keys.find'],
  [['Ctrl Z'], 'keys.undo'],
  [['Ctrl Shift Z'], 'keys.redo'],
  [['Ctrl V'], 'keys.paste'],
  [['I'], 'keys.text'],
  [['O'], 'keys.open'],
  [['D'], 'keys.theme'],
  [['Tab'], 'keys.tab'],
  [['←', '→', '↑', '↓'], 'keys.arrows'],
  [['Home', 'End'], 'keys.ends'],
  [['Enter'], 'keys.enter'],
  [['Shift ←', 'Shift →'], 'keys.words'],
  [['Esc'], 'keys.escape'],
  [['?'], 'keys.sheet'],
];

/** What the keys do. */
class KeySheet extends Part {
  static override properties: PropertyDeclarations = { singleKeys: { attribute: false } };

  declare singleKeys: boolean;

  show(): void {
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="keys-title">
      <form method="dialog">
        <h2 id="keys-title">${this.t('keys.title')}</h2>
        <dl class="keys">
          ${KEYS.map(
            ([keys, what]) =>
              html`<div>
                <dt>${keys.map((key) => (key === '…' ? html`<span>…</span>` : html`<kbd>${key}</kbd>`))}</dt>
                <dd>${this.t(what)}</dd>
              </div>`,
          )}
        </dl>
        <label class="check">
          <input type="checkbox" .checked=${this.singleKeys} @change=${(event: Event) => this.tell('app-single-keys', (event.target as HTMLInputElement).checked)} />
          <span>${this.t('keys.single')}</span>
        </label>
        <p class="ends"><button class="button">${this.t('close')}</button></p>
      </form>
    </dialog>`;
  }
}

customElements.define('app-key-sheet', KeySheet);
