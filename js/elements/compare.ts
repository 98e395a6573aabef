import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Keyness } from '../types/measures.js';
import type { Page, Statistics } from '../types/page.js';
import { Answers, answered } from './answers.js';
import { barChart, chartStyles } from './charts.js';
import { BanmianElement } from './element.js';
import { titleOf } from './selection.js';
import type { Locale } from './strings.js';
import type { Cell } from './table.js';

/** Log-likelihood from which on a difference is chance less than one time in twenty. */
const TELLING = 3.84;
const ROWS = 25;
const MOST_ARTICLES = 200;
/** Typing is compared after this pause, in milliseconds. */
const PAUSE = 300;

const NUMBERS = ['characters', 'words', 'distinctWords', 'sentences', 'paragraphs'] as const;
const MEASURES = ['charactersPerSentence', 'charactersPerClause', 'lexicalDiversity', 'commonCharacters'] as const;

interface Side {
  name: string;
  text: string;
}

/** Two texts side by side: which words one has more of than the other, and how they differ in numbers. */
export class BanmianCompare extends BanmianElement {
  static override properties: PropertyDeclarations = {
    first: { state: true },
    second: { state: true },
    other: { state: true },
  };

  /** `page` or an article's id. */
  declare private first: string;
  /** An article's id, `rest` (of the page) or `other`. */
  declare private second: string;
  declare private other: string;

  readonly #answers = new Answers(this);
  #of: Page | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.first = 'page';
    this.second = 'other';
    this.other = '';
  }

  protected override view(page: Page): TemplateResult {
    this.#answers.about(page);
    if (this.#of !== page) this.#begin(page);
    const [a, b] = [this.#side(page, this.first), this.#side(page, this.second)];
    const ready = a.text.trim() !== '' && b.text.trim() !== '';
    // An empty box says by itself what it is for.
    const wanted = this.second === 'other' ? nothing : html`<p class="empty">${this.t('compare.need')}</p>`;
    return html`${this.#choice(page)} ${ready ? this.#result(a, b) : wanted}`;
  }

  /** Of several articles, the two longest are set against each other. */
  #begin(page: Page): void {
    this.#of = page;
    const ids = new Set(page.articles.map(({ id }) => id));
    const kept = (it: string) => ids.has(it) || it === 'other';
    if (this.first !== 'page' && ids.has(this.first) && kept(this.second)) return;
    const [longest, next] = [...page.articles].sort((a, b) => b.end - b.start - (a.end - a.start));
    const chosen = this.selection?.kind === 'article' ? this.selection.article : undefined;
    this.first = next ? (chosen ?? longest?.id ?? 'page') : 'page';
    this.second = next ? (this.first === longest?.id ? next.id : (longest?.id ?? 'rest')) : 'other';
  }

  #side(page: Page, which: string): Side {
    if (which === 'page') return { name: this.t('words.page'), text: page.text };
    if (which === 'other')
      return { name: this.t('compare.other').replace('……', '').replace('…', ''), text: this.other };
    if (which === 'rest') {
      const rest = page.articles.filter(({ id }) => id !== this.first);
      const text = rest.map(({ start, end }) => page.text.slice(start, end)).join('\n\n');
      return { name: this.t('compare.rest'), text };
    }
    const article = page.articles.find(({ id }) => id === which);
    return article
      ? { name: titleOf(page, article), text: page.text.slice(article.start, article.end) }
      : { name: '', text: '' };
  }

  #choice(page: Page): TemplateResult {
    const articles = page.articles.slice(0, MOST_ARTICLES);
    const options = (chosen: string, more: readonly [string, string][]) => [
      ...articles.map(
        (it) => html`<option value=${it.id} lang="zh" ?selected=${it.id === chosen}>${titleOf(page, it)}</option>`,
      ),
      ...more.map(([value, name]) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`),
    ];
    const rest: [string, string][] = page.articles.length > 1 ? [['rest', this.t('compare.rest')]] : [];
    return html`<div class="choice">
        <label
          ><span class="side a">${this.t('compare.a')}</span> ${this.t('compare.first')}
          <select @change=${(event: Event) => {
            this.first = (event.target as HTMLSelectElement).value;
          }}>${options(this.first, [['page', this.t('words.page')]])}</select></label
        >
        <label
          ><span class="side b">${this.t('compare.b')}</span> ${this.t('compare.second')}
          <select @change=${(event: Event) => {
            this.second = (event.target as HTMLSelectElement).value;
          }}>${options(this.second, [...rest, ['other', this.t('compare.other')]])}</select></label
        >
      </div>
      ${
        this.second === 'other'
          ? html`<textarea
              lang="zh"
              spellcheck="false"
              aria-label=${this.t('compare.paste')}
              placeholder=${this.t('compare.paste')}
              .value=${this.other}
              @input=${(event: InputEvent) => {
                const { value } = event.target as HTMLTextAreaElement;
                clearTimeout(this.#pause);
                this.#pause = setTimeout(() => {
                  this.other = value;
                }, PAUSE);
              }}
            ></textarea>`
          : nothing
      }`;
  }

  #result(a: Side, b: Side): TemplateResult {
    const key = `${this.first} ${this.second} ${this.second === 'other' ? this.other : ''}`;
    const answer = this.#answers.get(key, (engine) => engine.keyness(a.text, b.text));
    if (answer === null) return html`<p class="empty" role="status">${this.t('element.loading')}</p>`;
    if ('error' in answer) return html`<p class="empty" role="alert">${answer.error.message}</p>`;
    const words = answer.value;
    return html`<p class="note">${this.t('compare.about')}</p>
      <div class="sides">
        ${this.#words(
          'a',
          a,
          words.filter((it) => it.logLikelihood >= TELLING),
        )}
        ${this.#words('b', b, words.filter((it) => it.logLikelihood <= -TELLING).reverse())}
      </div>
      ${this.#numbers(a, b, key)}`;
  }

  #words(side: 'a' | 'b', { name }: Side, words: readonly Keyness[]): TemplateResult {
    const title = this.t('compare.more', { t: quoted(name, this.language) });
    const chosen = this.selection?.kind === 'word' ? this.selection.word : '';
    const bars = words.slice(0, ROWS).map((it) => ({
      label: it.word,
      value: Math.abs(it.logLikelihood),
      note: side === 'a' ? `${it.count} : ${it.otherCount}` : `${it.otherCount} : ${it.count}`,
      chosen: it.word === chosen,
      onChoose: () => this.choose({ kind: 'word', word: it.word }),
    }));
    return html`<banmian-chart
      class=${side}
      .label=${title}
      .locale=${this.language}
      .header=${['word', 'tag', 'count', 'otherCount', 'logLikelihood', 'logRatio']}
      .rows=${words.map(({ word, tag, count, otherCount, logLikelihood, logRatio }): Cell[] => [word, tag, count, otherCount, logLikelihood, logRatio])}
      .draw=${async () => (await import('./picture.js')).drawBars(bars, this)}
    >
      ${bars.length === 0 ? html`<p class="note">${this.t('compare.none')}</p>` : barChart(bars, title)}
    </banmian-chart>`;
  }

  #numbers(a: Side, b: Side, key: string): TemplateResult | typeof nothing {
    const statistics = (side: Side, name: string) =>
      answered(this.#answers.get(`${name} ${key}`, async (engine) => (await engine.parse(side.text)).statistics));
    const [first, second] = [statistics(a, 'a'), statistics(b, 'b')];
    if (!first || !second) return nothing;
    const row = (label: string, of: (it: Statistics) => number, digits: number) => {
      const say = (value: number) =>
        value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
      return html`<tr>
        <th scope="row">${label}</th>
        <td>${say(of(first))}</td>
        <td>${say(of(second))}</td>
      </tr>`;
    };
    return html`<table>
      <caption class="section">
        ${this.t('compare.numbers')}
      </caption>
      <thead>
        <tr>
          <td></td>
          <th scope="col"><span class="side a">${this.t('compare.a')}</span></th>
          <th scope="col"><span class="side b">${this.t('compare.b')}</span></th>
        </tr>
      </thead>
      <tbody>
        ${NUMBERS.map((name) => row(this.t(`stats.${name}`), (it) => it[name], 0))}
        ${MEASURES.map((name) => row(this.t(`stats.${name}`), (it) => it.readability[name], name.startsWith('characters') ? 1 : 3))}
      </tbody>
    </table>`;
  }

  static override styles = [
    ...BanmianElement.styles,
    chartStyles,
    css`
      .choice {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr));
        gap: 0.75rem 2.5rem;
        margin-bottom: 1rem;
      }
      .choice label {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem;
        font-size: 0.875rem;
        color: var(--_soft);
      }
      .choice select {
        flex: 1 1 10rem;
        min-width: 0;
        color: var(--_ink);
      }
      .side {
        display: inline-grid;
        place-items: center;
        width: 1.6em;
        height: 1.6em;
        border-radius: 50%;
        font-size: 0.8125rem;
        color: var(--_paper);
        background: var(--_accent);
      }
      .side.b {
        background: var(--_organization);
      }
      .b {
        --_accent: var(--_organization);
      }
      textarea {
        width: 100%;
        min-height: 8rem;
        resize: vertical;
        font: inherit;
        font-size: 0.875rem;
        line-height: 1.7;
        color: inherit;
        background: var(--_paper);
        border: 1px solid var(--_rule);
        border-radius: 8px;
        padding: 0.7rem 0.9rem;
        margin-bottom: 1rem;
      }
      textarea::placeholder {
        color: var(--_soft);
        opacity: 1;
      }
      .note {
        font-size: 0.8125rem;
        color: var(--_soft);
        max-width: 46rem;
        margin-bottom: 1.5rem;
      }
      .sides {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr));
        gap: 2rem 2.5rem;
        align-items: start;
      }
      .sides > * {
        min-width: 0;
      }
      table {
        margin-top: 2.25rem;
        border-collapse: collapse;
        width: 100%;
        max-width: 34rem;
        font-size: 0.9375rem;
      }
      caption {
        text-align: left;
        border: 0;
        margin: 0;
      }
      th,
      td {
        padding: 0.35rem 0.75rem 0.35rem 0;
        border-bottom: 1px solid var(--_rule);
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
      tbody th {
        text-align: left;
        font-weight: 400;
        color: var(--_soft);
      }
    `,
  ];
}

/** Quotation marks within quotation marks are the other ones. */
function quoted(name: string, locale: Locale): string {
  const [open, close, within, without] = locale === 'zh-Hant' ? '「」『』' : '“”‘’';
  return `${open}${name.replace(/[“「]/g, within ?? '').replace(/[”」]/g, without ?? '')}${close}`;
}
