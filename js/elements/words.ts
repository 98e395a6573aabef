import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Page } from '../types/page.js';
import { barChart, chartStyles, dispersionChart } from './charts.js';
import { BanmianElement } from './element.js';
import { occurrences, type Range } from './selection.js';
import { tagName } from './strings.js';

const ROWS = 40;
const LINES = 60;
const CONTEXT = 18;

/** The words of the page: how often, which matter, where each stands and how it is used. */
export class BanmianWords extends BanmianElement {
  static override properties: PropertyDeclarations = { tag: { state: true }, lines: { state: true } };

  declare private tag: string;
  declare private lines: number;

  constructor() {
    super();
    this.tag = '';
    this.lines = LINES;
  }

  protected override view(page: Page): TemplateResult {
    const word = this.selection?.kind === 'word' ? this.selection.word : '';
    const { statistics } = page;
    const tags = [...new Set(statistics.frequencies.map(({ tag }) => tag))].sort();
    const shown = statistics.frequencies.filter(({ tag }) => this.tag === '' || tag === this.tag);
    const bar = ({ word: label, count }: { word: string; count: number }) => ({
      label,
      value: count,
      chosen: label === word,
      onChoose: () => this.#pick(label),
    });
    return html`<div class="columns">
      <section aria-label=${this.t('stats.frequencies')}>
        <p class="section">${this.t('stats.frequencies')}</p>
        <label class="field"
          >${this.t('words.tag')}
          <select @change=${(event: Event) => {
            this.tag = (event.target as HTMLSelectElement).value;
          }}>
            <option value="">${this.t('words.all')}</option>
            ${tags.map((tag) => html`<option value=${tag} ?selected=${tag === this.tag}>${tagName(this.language, tag)} ${tag}</option>`)}
          </select></label
        >
        ${barChart(shown.slice(0, ROWS).map(bar), this.t('stats.frequencies'))}
      </section>
      <section aria-label=${this.t('stats.keywords')}>
        <p class="section">${this.t('stats.keywords')}</p>
        ${barChart(
          statistics.keywords
            .slice(0, 20)
            .map((keyword) => ({ ...bar(keyword), value: keyword.score, note: String(keyword.count) })),
          this.t('stats.keywords'),
        )}
        ${
          statistics.newWords.length === 0
            ? nothing
            : html`<p class="section later">${this.t('stats.newWords')}</p>
                ${barChart(statistics.newWords.slice(0, 12).map(bar), this.t('stats.newWords'))}`
        }
      </section>
      <section class="use" aria-live="polite">
        <form @submit=${this.#onSearch} role="search">
          <input name="word" lang="zh" .value=${word} aria-label=${this.t('words.search')} placeholder=${this.t('words.search')} />
          <button class="tool">${this.t('words.search')}</button>
        </form>
        ${word === '' ? html`<p class="empty">${this.t('words.pick')}</p>` : this.#use(page, word)}
      </section>
    </div>`;
  }

  #pick(word: string): void {
    this.lines = LINES;
    this.choose({ kind: 'word', word });
  }

  #onSearch = (event: SubmitEvent): void => {
    event.preventDefault();
    const word = new FormData(event.target as HTMLFormElement).get('word');
    if (typeof word === 'string') this.#pick(word.trim());
  };

  #use(page: Page, word: string): TemplateResult {
    const places = occurrences(page, word);
    if (places.length === 0) return html`<p class="empty">${this.t('words.notFound')}</p>`;
    const dispersion = this.t('words.dispersion', { w: word });
    return html`<p class="section">${dispersion} · ${places.length}</p>
      ${dispersionChart(
        places.map(([start]) => start),
        page.text.length,
        page.articles.slice(1).map(({ start }) => start),
        dispersion,
      )}
      <p class="section later">${this.t('words.concordance', { w: word })}</p>
      <ol class="concordance" lang="zh">
        ${places.slice(0, this.lines).map((place) => this.#line(page, place))}
      </ol>
      ${
        places.length > this.lines
          ? html`<button class="tool" @click=${() => {
              this.lines += LINES * 4;
            }}>${this.t('words.more', { n: places.length - this.lines })}</button>`
          : nothing
      }`;
  }

  #line(page: Page, [start, end]: Range): TemplateResult {
    const before = page.text.slice(Math.max(0, start - CONTEXT), start).replace(/\n+/g, ' ');
    const after = page.text.slice(end, end + CONTEXT).replace(/\n+/g, ' ');
    return html`<li>
      <button @click=${() => this.choose({ kind: 'range', start, end })}>
        <span class="before"><bdi>${before}</bdi></span><b>${page.text.slice(start, end)}</b><span class="after">${after}</span>
      </button>
    </li>`;
  }

  static override styles = [
    ...BanmianElement.styles,
    chartStyles,
    css`
      .columns {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
        gap: 2rem 2.5rem;
        align-items: start;
      }
      .use {
        grid-column: 1 / -1;
        grid-row: 1;
      }
      .later {
        margin-top: 1.75rem;
      }
      .field {
        display: flex;
        align-items: center;
        gap: 0.6rem;
        font-size: 0.8125rem;
        color: var(--_soft);
        margin-bottom: 0.6rem;
      }
      form {
        display: flex;
        gap: 0.5rem;
        margin-bottom: 1rem;
      }
      .empty {
        padding: 1rem 0;
        text-align: left;
      }
      .concordance {
        font-family: var(--_serif);
      }
      .concordance button {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
        width: 100%;
        padding: 0.12rem 0;
        white-space: nowrap;
        border-radius: 4px;
      }
      .concordance button:hover {
        background: var(--_ground);
      }
      .before {
        direction: rtl;
        text-align: right;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .after {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      b {
        color: var(--_accent);
        padding: 0 0.25em;
      }
    `,
  ];
}
