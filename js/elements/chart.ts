import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { type Locale, localeFor, type StringKey, textOf } from './strings.js';
import { shared } from './styles.js';
import { type Cell, toCsv, toTsv } from './table.js';

/**
 * A chart with its title, to save as SVG or PNG, and its data to save or copy. The drawing is what it holds
 * (an `svg` element), or what `draw` makes.
 */
export class BanmianChart extends LitElement {
  static override properties: PropertyDeclarations = {
    label: { type: String },
    locale: { type: String },
    header: { attribute: false },
    rows: { attribute: false },
    draw: { attribute: false },
    copied: { state: true },
  };

  /** Its title, also the name of its files. */
  declare label: string;
  declare locale: Locale | null;
  /** Its data. */
  declare header: readonly string[];
  declare rows: readonly (readonly Cell[])[];
  /** Makes the drawing, when what is shown is none. */
  declare draw: (() => Promise<SVGSVGElement>) | null;
  declare private copied: boolean;

  constructor() {
    super();
    this.label = '';
    this.locale = null;
    this.header = [];
    this.rows = [];
    this.draw = null;
    this.copied = false;
  }

  protected override render(): TemplateResult {
    return html`<figure>
      <figcaption class="section">
        <span>${this.label}</span>
        ${this.rows.length > 0 ? this.#menu() : nothing}
      </figcaption>
      <slot></slot>
    </figure>`;
  }

  #t(key: StringKey, values?: Record<string, string | number>): string {
    const locale = this.locale ?? localeFor(this.closest('[lang]')?.getAttribute('lang'));
    return textOf(locale, key, values);
  }

  #menu(): TemplateResult {
    const item = (name: string, label: string, run: () => Promise<void>) =>
      html`<button
        data-save=${name}
        @click=${(event: Event) => {
          (event.currentTarget as HTMLElement).closest('details')?.removeAttribute('open');
          void run();
        }}
      >
        ${label}
      </button>`;
    return html`<details @keydown=${closeOnEscape} @focusout=${closeOnLeave}>
      <summary aria-label=${this.#t('chart.save', { t: this.label })} title=${this.#t('chart.save', { t: this.label })}>
        ${this.copied ? '✓' : html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M10 3v9.5m-4-4 4 4 4-4M3.5 16.5h13"></path></svg>`}
      </summary>
      <div class="sheet">
        ${item('svg', 'SVG', async () => save(`${this.label}.svg`, 'image/svg+xml', await this.#svg()))}
        ${item('png', 'PNG', async () => {
          const { pngOf } = await import('./picture.js');
          save(`${this.label}.png`, 'image/png', await pngOf(await this.#svg()));
        })}
        ${item('csv', 'CSV', async () => save(`${this.label}.csv`, 'text/csv', `\ufeff${toCsv(this.header, this.rows)}`))}
        ${item('copy', this.#t('table.tsv'), async () => {
          await navigator.clipboard.writeText(toTsv(this.header, this.rows));
          this.copied = true;
          setTimeout(() => {
            this.copied = false;
          }, 2000);
        })}
      </div>
    </details>`;
  }

  async #svg(): Promise<string> {
    const { standalone } = await import('./picture.js');
    const background = getComputedStyle(this).getPropertyValue('--_paper');
    const here = this.draw ? null : this.querySelector('svg');
    if (here) return standalone(here, background);
    const drawn = await this.draw?.();
    if (!drawn) throw new Error('this chart has no drawing');
    // Looks and sizes are known only of what is in the document.
    const place = document.createElement('div');
    place.className = 'visually-hidden';
    place.append(drawn);
    this.renderRoot.append(place);
    try {
      return standalone(drawn, background);
    } finally {
      place.remove();
    }
  }

  static override styles = [
    shared,
    css`
      figcaption {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem;
      }
      details {
        position: relative;
        letter-spacing: 0;
        font-weight: 400;
      }
      summary {
        list-style: none;
        cursor: pointer;
        width: 2rem;
        height: 1.75rem;
        margin-block: -0.25rem;
        line-height: 1.75rem;
        text-align: center;
        border-radius: 4px;
        color: var(--_soft);
      }
      summary svg {
        width: 1.05rem;
        height: 1.05rem;
        vertical-align: -0.2rem;
        fill: none;
        stroke: currentcolor;
        stroke-width: 1.8;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary:hover,
      [open] summary {
        color: var(--_accent);
        background: var(--_ground);
      }
      .sheet {
        position: absolute;
        z-index: 6;
        right: 0;
        top: calc(100% + 0.2rem);
        display: flex;
        flex-direction: column;
        min-width: 7rem;
        padding: 0.3rem;
        background: var(--_paper);
        border: 1px solid var(--_rule);
        border-radius: 8px;
        box-shadow: 0 8px 30px rgb(0 0 0 / 0.16);
      }
      .sheet button {
        padding: 0.25rem 0.7rem;
        border-radius: 5px;
        white-space: nowrap;
      }
      .sheet button:hover {
        color: var(--_accent);
        background: var(--_ground);
      }
      @media print {
        details {
          display: none;
        }
      }
    `,
  ];
}

function closeOnEscape(event: KeyboardEvent): void {
  const details = event.currentTarget as HTMLDetailsElement;
  if (event.key !== 'Escape' || !details.open) return;
  event.stopPropagation();
  details.open = false;
  details.querySelector('summary')?.focus();
}

function closeOnLeave(event: FocusEvent): void {
  const details = event.currentTarget as HTMLDetailsElement;
  if (event.relatedTarget instanceof Node && !details.contains(event.relatedTarget)) details.open = false;
}

function save(name: string, type: string, content: string | Blob): void {
  const blob = typeof content === 'string' ? new Blob([content], { type: `${type};charset=utf-8` }) : content;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name.replace(/[\\/:*?"<>|]/g, ' ');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
