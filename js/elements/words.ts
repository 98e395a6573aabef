import { html, nothing, type PropertyDeclarations, svg, type TemplateResult } from 'lit';
import type { ConcordanceLine, Query } from '../types/measures.js';
import type { Page } from '../types/page.js';
import { Answers, answered } from './answers.js';
import { type Bar, barChart, chartStyles, dispersionChart } from './charts.js';
import type { Placed } from './cloud.js';
import { BanmianElement } from './element.js';
import { Room } from './room.js';
import { titleOf } from './selection.js';
import { type StringKey, tagName } from './strings.js';
import type { Cell } from './table.js';
import { wordsStyles } from './words-styles.js';

const ROWS = 30;
const LINES = 60;
const WIDTH = 24;
const PARTS = 10;
const IN_CLOUD = 70;
/** Stands for the tags of words that mean something by themselves. */
const CONTENT = '+';
const CONTENT_TAGS = /^[nvaijlstzb]/;

/** The cloud on a wide sheet, and on one that is narrower than some pixels. */
const CLOUD = { width: 720, height: 360, largest: 62 };
const NARROW = 560;
const NARROW_CLOUD = { width: 360, height: 400, largest: 44 };

/** From this width on, a word's use stands beside the lists, in pixels. */
const BESIDE = 860;

type Mode = 'word' | 'text' | 'pattern';
type Sort = 'position' | 'left' | 'right';
type Measure = 'keywords' | 'textRank';

/**
 * The words of the page: how often, which matter, where each stands, how it is used and in what company.
 *
 * @fires banmian-words - the reader takes words over into his own; `detail` is `{ add: string[] }`
 */
export class BanmianWords extends BanmianElement {
  static override properties: PropertyDeclarations = {
    editable: { type: Boolean },
    tag: { state: true },
    scope: { state: true },
    measure: { state: true },
    mode: { state: true },
    sort: { state: true },
    wanted: { state: true },
    lines: { state: true },
    cloud: { state: true },
  };

  /** Whether new words can be taken over (`banmian-words`). */
  declare editable: boolean;
  declare private tag: string;
  /** An article's id, or all of the page. */
  declare private scope: string;
  declare private measure: Measure;
  declare private mode: Mode;
  declare private sort: Sort;
  /** What is looked for other than a word. */
  declare private wanted: string;
  declare private lines: number;
  declare private cloud: readonly Placed[];

  readonly #answers = new Answers(this);
  readonly #room = new Room(this);
  #cloudOf: { page: Page; sheet: typeof CLOUD } | null = null;

  constructor() {
    super();
    this.editable = false;
    this.tag = CONTENT;
    this.scope = '';
    this.measure = 'keywords';
    this.mode = 'word';
    this.sort = 'position';
    this.wanted = '';
    this.lines = LINES;
    this.cloud = [];
  }

  protected override view(page: Page): TemplateResult {
    this.#answers.about(page);
    if (!page.articles.some(({ id }) => id === this.scope)) this.scope = '';
    if (this.#cloudOf?.page !== page || this.#cloudOf.sheet !== this.#sheet) void this.#placeCloud(page, this.#sheet);
    return html`<div class="layout">
      ${this.#search(page)}
      <div class="lists">
        ${this.#cloudChart()}
        <div class="columns">
          ${this.#frequencies(page)} ${this.#keywords(page)} ${this.#phrases(page)} ${this.#newWords(page)}
        </div>
      </div>
    </div>`;
  }

  get #word(): string {
    return this.selection?.kind === 'word' ? this.selection.word : '';
  }

  #pick(word: string): void {
    this.lines = LINES;
    this.mode = 'word';
    this.choose({ kind: 'word', word });
    void this.#showUse();
  }

  /** What was asked for stands above the lists on a narrow screen: it is brought into sight. */
  async #showUse(): Promise<void> {
    await this.updateComplete;
    const use = this.renderRoot.querySelector('.use');
    if (use && use.getBoundingClientRect().top < 0) use.scrollIntoView({ block: 'start' });
  }

  #bar = ({ word, count }: { word: string; count: number }): Bar => ({
    label: word,
    value: count,
    chosen: word === this.#word,
    onChoose: () => this.#pick(word),
  });

  /** A bar chart to save. */
  #bars(
    title: string,
    bars: readonly Bar[],
    header: readonly string[],
    rows: readonly Cell[][],
    fields: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    return html`<banmian-chart
      .label=${title}
      .locale=${this.language}
      .header=${header}
      .rows=${rows}
      .draw=${async () => (await import('./picture.js')).drawBars(bars, this)}
    >
      ${fields} ${barChart(bars, title)}
    </banmian-chart>`;
  }

  // ---- which words -------------------------------------------------------------------------------------

  #frequencies(page: Page): TemplateResult {
    const article = page.articles.find(({ id }) => id === this.scope);
    const counts = article
      ? (answered(
          this.#answers.get(`frequencies ${article.id}`, (engine) =>
            engine.frequencies(page.text.slice(article.start, article.end)),
          ),
        ) ?? [])
      : page.statistics.frequencies;
    const tags = [...new Set(counts.map(({ tag }) => tag))].sort();
    const shown = counts.filter(
      ({ tag }) => this.tag === '' || (this.tag === CONTENT ? CONTENT_TAGS.test(tag) : tag === this.tag),
    );
    const title = this.t('stats.frequencies');
    const fields = html`<div class="fields">
        ${this.#select(
          'words.scope',
          this.scope,
          [
            ['', this.t('words.page')],
            ...page.articles.slice(0, 200).map((it): [string, string] => [it.id, titleOf(page, it)]),
          ],
          (scope) => {
            this.scope = scope;
          },
        )}
        ${this.#select(
          'words.tag',
          this.tag,
          [
            [CONTENT, this.t('words.content')],
            ['', this.t('words.all')],
            ...tags.map((tag): [string, string] => [tag, `${tagName(this.language, tag)} ${tag}`]),
          ],
          (tag) => {
            this.tag = tag;
          },
        )}
      </div>`;
    return html`<section>
      ${this.#bars(
        title,
        shown.slice(0, ROWS).map(this.#bar),
        ['word', 'tag', 'count'],
        shown.map(({ word, tag, count }) => [word, tag, count]),
        fields,
      )}
    </section>`;
  }

  #keywords(page: Page): TemplateResult {
    const ranked =
      this.measure === 'keywords'
        ? page.statistics.keywords
        : (answered(this.#answers.get('textRank', (engine) => engine.textRank(page.text, 50))) ?? []);
    const fields = html`<div class="fields">
        ${this.#select(
          'words.measure',
          this.measure,
          [
            ['keywords', this.t('words.tficf')],
            ['textRank', this.t('words.textRank')],
          ],
          (measure) => {
            this.measure = measure as Measure;
          },
        )}
      </div>`;
    return html`<section>
      ${this.#bars(
        this.t('stats.keywords'),
        ranked.slice(0, 20).map((word) => ({ ...this.#bar(word), value: word.score, note: String(word.count) })),
        ['word', 'tag', 'count', 'score'],
        ranked.map(({ word, tag, count, score }) => [word, tag, count, score]),
        fields,
      )}
    </section>`;
  }

  #phrases(page: Page): TemplateResult | typeof nothing {
    const phrases = answered(this.#answers.get('phrases', (engine) => engine.phrases(page.text))) ?? [];
    if (phrases.length === 0) return nothing;
    const choose = (text: string) => () => this.#look('text', text);
    return html`<section>
      ${this.#bars(
        this.t('words.phrases'),
        phrases.slice(0, 15).map(({ text, count }) => ({ label: text, value: count, onChoose: choose(text) })),
        ['phrase', 'words', 'count'],
        phrases.map(({ text, words, count }) => [text, words, count]),
      )}
    </section>`;
  }

  #newWords(page: Page): TemplateResult | typeof nothing {
    const words = page.statistics.newWords.slice(0, 16);
    if (words.length === 0) return nothing;
    const add = (added: readonly string[]) =>
      this.dispatchEvent(new CustomEvent('banmian-words', { detail: { add: added }, bubbles: true, composed: true }));
    return html`<section>
      <p class="section">${this.t('stats.newWords')}</p>
      <p class="note">${this.t('words.new.about')}</p>
      <ul class="new" lang="zh" data-rove="button">
        ${words.map(
          ({ word, count }) =>
            html`<li>
              <button class="label" tabindex="-1" @click=${() => this.#look('text', word)}>${word} <span class="number">${count}</span></button>
              ${this.editable ? html`<button class="tool" tabindex="-1" lang=${this.language} aria-label=${this.t('words.accept', { w: word })} title=${this.t('words.accept', { w: word })} @click=${() => add([word])}>＋</button>` : nothing}
            </li>`,
        )}
      </ul>
      ${this.editable && words.length > 1 ? html`<button class="tool" @click=${() => add(words.map(({ word }) => word))}>${this.t('words.acceptAll')}</button>` : nothing}
    </section>`;
  }

  // ---- the cloud ---------------------------------------------------------------------------------------

  get #sheet(): typeof CLOUD {
    return this.#room.width > 0 && this.#room.width < NARROW ? NARROW_CLOUD : CLOUD;
  }

  async #placeCloud(page: Page, sheet: typeof CLOUD): Promise<void> {
    const cloudOf = { page, sheet };
    this.#cloudOf = cloudOf;
    const words = page.statistics.keywords.slice(0, IN_CLOUD).map(({ word, score }) => ({ word, weight: score }));
    if (words.length < 3) {
      this.cloud = [];
      return;
    }
    const { placeWords } = await import('./cloud.js');
    const placed = await placeWords(words, getComputedStyle(this).getPropertyValue('--_serif'), sheet);
    if (this.#cloudOf === cloudOf) this.cloud = placed;
  }

  #cloudChart(): TemplateResult | typeof nothing {
    if (this.cloud.length === 0) return nothing;
    const title = this.t('words.cloud');
    return html`<section>
      <banmian-chart
        .label=${title}
        .locale=${this.language}
        .header=${['word', 'size']}
        .rows=${this.cloud.map(({ word, size }): Cell[] => [word, Math.round(size)])}
      >
        <svg class="cloud" viewBox="0 0 ${this.#sheet.width} ${this.#sheet.height}" role="listbox" data-rove="text" lang=${this.language} aria-label=${this.t('words.cloud.choose')}>
          ${this.cloud.map(
            ({ word, x, y, size }) =>
              svg`<text class=${word === this.#word ? 'chosen' : ''} role="option" tabindex="-1" aria-selected=${word === this.#word} lang="zh" x=${x.toFixed(1)} y=${y.toFixed(1)} font-size=${size.toFixed(1)} @click=${() => this.#pick(word)}>${word}</text>`,
          )}
        </svg>
      </banmian-chart>
    </section>`;
  }

  // ---- one word in use ---------------------------------------------------------------------------------

  #look(mode: Mode, wanted: string): void {
    this.lines = LINES;
    if (mode === 'word') this.#pick(wanted);
    else {
      this.mode = mode;
      this.wanted = wanted;
      if (mode === 'text') this.choose({ kind: 'string', string: wanted, at: null });
      void this.#showUse();
    }
  }

  #onSearch = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const [wanted, mode] = [form.get('wanted'), form.get('mode')];
    if (typeof wanted === 'string' && wanted !== '') this.#look(mode as Mode, wanted.trim());
  };

  #search(page: Page): TemplateResult {
    const wanted = this.mode === 'word' ? this.#word : this.wanted;
    const modes: [Mode, StringKey][] = [
      ['word', 'words.mode.word'],
      ['text', 'words.mode.text'],
      ['pattern', 'words.mode.pattern'],
    ];
    return html`<section class="use" aria-live="polite">
      <form @submit=${this.#onSearch} role="search">
        <select name="mode" aria-label=${this.t('words.mode')}>
          ${modes.map(([mode, key]) => html`<option value=${mode} ?selected=${mode === this.mode}>${this.t(key)}</option>`)}
        </select>
        <input name="wanted" lang="zh" .value=${wanted} aria-label=${this.t('words.search')} placeholder=${this.t('words.search')} />
        <button class="tool">${this.t('words.search')}</button>
      </form>
      ${wanted === '' ? this.#instance(page) : this.#use(page, wanted)}
    </section>`;
  }

  /** While nothing is chosen, the first keyword shows what one would see of a word: where it has a place of its own. */
  #instance(page: Page): TemplateResult {
    const word = page.statistics.keywords[0]?.word;
    const shown = word !== undefined && this.mode === 'word' && this.#room.width >= BESIDE;
    return shown
      ? html`<p class="note instance">${this.t('words.instance', { w: word })}</p>${this.#use(page, word)}`
      : html`<p class="empty">${this.t('words.pick')}</p>`;
  }

  #use(page: Page, wanted: string): TemplateResult {
    const query = { [this.mode]: wanted } as unknown as Query;
    const { mode, sort } = this;
    const answer = this.#answers.get(`${mode} ${sort} ${wanted}`, (engine) =>
      engine.concordance(page.text, query, { width: WIDTH, sort }),
    );
    if (answer === null) return html`<p class="empty" role="status">${this.t('element.loading')}</p>`;
    if ('error' in answer)
      return html`<p class="empty" role="alert">${this.t('words.badPattern')} ${answer.error.message}</p>`;
    const lines = answer.value;
    if (lines.length === 0) return html`<p class="empty">${this.t('words.notFound')}</p>`;
    return html`${this.#dispersion(page, wanted, lines)}
      <div class="pair">
        <div>
          <div class="heading">
            <p class="section">${this.t('words.concordance', { w: wanted })} · ${lines.length}</p>
            ${this.#select(
              'words.sort',
              this.sort,
              (['position', 'left', 'right'] as const).map((it): [string, string] => [it, this.t(`words.sort.${it}`)]),
              (chosen) => {
                this.sort = chosen as Sort;
              },
            )}
          </div>
          <ol class="concordance" lang="zh" data-rove="button">
            ${lines.slice(0, this.lines).map((line) => this.#line(page, line))}
          </ol>
          ${
            lines.length > this.lines
              ? html`<button class="tool" @click=${() => {
                  this.lines += LINES * 4;
                }}>${this.t('words.more', { n: lines.length - this.lines })}</button>`
              : nothing
          }
        </div>
        ${this.mode === 'word' ? this.#company(page, wanted) : nothing}
      </div>`;
  }

  #dispersion(page: Page, wanted: string, lines: readonly ConcordanceLine[]): TemplateResult {
    const title = this.t('words.dispersion', { w: wanted });
    const spread =
      this.mode === 'word'
        ? answered(this.#answers.get(`dispersion ${wanted}`, (engine) => engine.dispersion(page.text, wanted, PARTS)))
        : undefined;
    const even = spread ? ` · ${this.t('words.deviation', { d: spread.deviation.toFixed(2) })}` : '';
    const places = lines.map(({ start }) => start).sort((a, b) => a - b);
    const borders = page.articles.slice(1).map(({ start }) => start);
    return html`<banmian-chart
      .label=${title}
      .locale=${this.language}
      .header=${['start', 'text']}
      .rows=${lines.map(({ start, end }): Cell[] => [start, page.text.slice(start, end)])}
    >
      ${dispersionChart(places, page.text.length, borders, title)}
      <p class="note">${this.t('words.places', { n: lines.length })}${even}</p>
    </banmian-chart>`;
  }

  #company(page: Page, word: string): TemplateResult | typeof nothing {
    const near = answered(this.#answers.get(`collocates ${word}`, (engine) => engine.collocates(page.text, word)));
    if (!near?.length) return nothing;
    return html`<div>
      ${this.#bars(
        this.t('words.collocates', { w: word }),
        near
          .slice(0, 20)
          .map((it) => ({ ...this.#bar(it), value: Math.max(0, it.logDice), note: `${it.left}+${it.right}` })),
        ['word', 'count', 'left', 'right', 'logDice', 'information'],
        near.map(({ word: it, count, left, right, logDice, information }) => [
          it,
          count,
          left,
          right,
          logDice,
          information,
        ]),
      )}
      <p class="note">${this.t('words.collocates.about')}</p>
    </div>`;
  }

  #line(page: Page, { left, start, end, right }: ConcordanceLine): TemplateResult {
    const flat = (from: number, to: number) => page.text.slice(from, to).replace(/\n+/g, ' ');
    return html`<li>
      <button tabindex="-1" @click=${() => this.choose({ kind: 'range', start, end })}>
        <span class="before"><bdi>${flat(left, start)}</bdi></span><b>${flat(start, end)}</b><span class="after">${flat(end, right)}</span>
      </button>
    </li>`;
  }

  #select(
    label: StringKey,
    chosen: string,
    options: readonly [value: string, name: string][],
    choose: (value: string) => void,
  ): TemplateResult {
    return html`<label class="field"
      ><span>${this.t(label)}</span>
      <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${options.map(([value, name]) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`)}
      </select></label
    >`;
  }

  static override styles = [...BanmianElement.styles, chartStyles, wordsStyles];
}
