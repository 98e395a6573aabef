import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Page } from '../types/page.js';
import { barChart, chartStyles, slopeChart } from './charts.js';
import { timeInWords } from './edtf.js';
import { BanmianElement } from './element.js';
import { type Choosing, drawSlopes, figureChartStyles, seriesChart, timelineChart } from './figure-charts.js';
import {
  DATA_HEADERS,
  HEADERS,
  momentsOf,
  type Row,
  rowsOf,
  seriesOf,
  sharesOf,
  slopesOf,
  type Table,
} from './figure-data.js';
import { figuresStyles } from './figures-styles.js';
import { contextOf } from './people.js';
import { Room } from './room.js';
import { sentenceAt } from './selection.js';
import type { StringKey } from './strings.js';
import { type Cell, compareCells, toCsv, toTsv } from './table.js';

const ROWS = 120;
const MOST_CHARTS = 24;
const COMPARED = 8;
const MOST_MOMENTS = 400;
const DATES = 40;
/** Characters of the sentence shown to each side of a time. */
const CONTEXT = 36;

/** What stands in these is not broken over lines. */
const ONE_LINE = new Set<StringKey>(['figures.change', 'figures.from', 'figures.to', 'figures.value', 'figures.time']);

type Place = { start: number; end: number };

/** The figures of the page as a table to sort, filter and copy, and as charts: what changed, series, shares, the times. */
export class BanmianFigures extends BanmianElement {
  static override properties: PropertyDeclarations = {
    table: { state: true },
    filter: { state: true },
    sorting: { state: true },
    copied: { state: true },
    pointed: { state: true },
    dates: { state: true },
    drawn: { state: true },
    compared: { state: true },
  };

  declare private table: Table;
  declare private filter: string;
  declare private sorting: { column: number; down: boolean } | null;
  declare private copied: string | null;
  /** The row whose sentence is shown. */
  declare private pointed: Row | null;
  declare private dates: number;
  declare private drawn: number;
  /** How many numbers before and after are drawn. */
  declare private compared: number;

  readonly #room = new Room(this);
  #rows: { page: Page; table: Table; locale: string; rows: Row[] } | null = null;

  constructor() {
    super();
    this.table = 'figures';
    this.filter = '';
    this.sorting = null;
    this.copied = null;
    this.pointed = null;
    this.dates = DATES;
    this.drawn = ROWS;
    this.compared = COMPARED;
  }

  protected override view(page: Page): TemplateResult {
    const rows = this.#found(page);
    const charts = this.table === 'figures';
    // What changed is what one came for.
    return html`${this.#tools(page, rows)} ${charts && this.filter === '' ? this.#slopes(page) : nothing}
      ${rows.length === 0 ? html`<p class="empty">${this.t('figures.none')}</p>` : this.#tableOf(page, rows)}
      ${charts ? html`${this.#series(page)} ${this.#shares(page)}` : nothing}
      ${this.table === 'quantities' ? nothing : this.#timeline(page)}`;
  }

  #tools(page: Page, rows: readonly Row[]): TemplateResult {
    const tables: [Table, StringKey][] = [
      ['figures', 'figures.statements'],
      ['quantities', 'figures.quantities'],
      ['times', 'figures.times'],
    ];
    const header = DATA_HEADERS[this.table];
    const data = () => rows.map((row) => row.data);
    const copies: [string, StringKey, () => string][] = [
      ['tsv', 'table.tsv', () => toTsv(header, data())],
      ['csv', 'table.csv', () => toCsv(header, data())],
      ['json', 'table.json', () => toJson(header, data())],
    ];
    return html`<div class="tools">
      <div role="group" aria-label=${this.t('figures.title')} class="group">
        ${tables.map(
          ([table, key]) =>
            html`<button class="tool" aria-pressed=${this.table === table} @click=${() => this.#show(table)}>
              ${this.t(key)} ${page[table].length}
            </button>`,
        )}
      </div>
      <input
        type="search"
        aria-label=${this.t('figures.filter')}
        placeholder=${this.t('figures.filter')}
        .value=${this.filter}
        @input=${(event: InputEvent) => {
          this.filter = (event.target as HTMLInputElement).value;
        }}
      />
      <span class="group">
        ${copies.map(
          ([name, key, text]) =>
            html`<button class="tool" data-copy=${name} @click=${() => this.#copy(name, text())}>
              ${this.t(this.copied === name ? 'table.copied' : key)}
            </button>`,
        )}
      </span>
      <span class="count" role="status">${this.t('table.rows', { n: rows.length })}</span>
    </div>`;
  }

  #show(table: Table): void {
    this.table = table;
    this.sorting = null;
    this.pointed = null;
  }

  #found(page: Page): Row[] {
    const locale = this.language;
    if (this.#rows?.page !== page || this.#rows.table !== this.table || this.#rows.locale !== locale) {
      this.#rows = { page, table: this.table, locale, rows: rowsOf(page, this.table, locale) };
      this.pointed = null;
    }
    const wanted = this.filter.trim().toLowerCase();
    const has = (cell: Cell) =>
      String(cell ?? '')
        .toLowerCase()
        .includes(wanted);
    const found = this.#rows.rows.filter(({ cells, data }) => wanted === '' || cells.some(has) || data.some(has));
    const { sorting } = this;
    if (!sorting) return found;
    const sign = sorting.down ? -1 : 1;
    const { column } = sorting;
    return found.sort((a, b) => {
      const [x, y] = [a.order[column] ?? null, b.order[column] ?? null];
      return x === null || y === null ? compareCells(x, y, locale) : sign * compareCells(x, y, locale);
    });
  }

  #tableOf(page: Page, rows: readonly Row[]): TemplateResult {
    const columns = this.#columns(rows);
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.t('figures.title')}>
        <table @mouseleave=${() => this.#point(null)}>
          <thead>
            <tr data-rove="button">
              ${columns.map((column) => {
                const numbers = rows.some(({ cells }) => typeof cells[column] === 'number');
                return this.#head(this.t(HEADERS[this.table][column] as StringKey), column, numbers);
              })}
              ${this.#head(this.t('why.rule'), HEADERS[this.table].length - 1)}
            </tr>
          </thead>
          <tbody lang="zh" data-rove="button">
            ${rows.slice(0, this.drawn).map((row) => this.#row(row, columns))}
          </tbody>
        </table>
      </div>
      ${
        rows.length > this.drawn
          ? html`<button class="tool" @click=${() => {
              this.drawn += ROWS * 4;
            }}>${this.t('table.more', { n: rows.length - this.drawn })}</button>`
          : nothing
      }
      ${this.pointed ? this.#sentence(page, this.pointed) : html`<p class="sentence hint">${this.t('figures.point')}</p>`}`;
  }

  #head(name: string, column: number, number = false): TemplateResult {
    const sorted = this.sorting?.column === column ? (this.sorting.down ? 'descending' : 'ascending') : nothing;
    const arrow = sorted === nothing ? '' : sorted === 'descending' ? ' ↓' : ' ↑';
    return html`<th scope="col" class=${number ? 'number' : ''} aria-sort=${sorted}>
      <button tabindex="-1" @click=${() => this.#sort(column)}>${name}<span aria-hidden="true">${arrow}</span></button>
    </th>`;
  }

  /** The columns in which anything stands, without the last, the rule. */
  #columns(rows: readonly Row[]): number[] {
    const all = HEADERS[this.table].slice(0, -1).map((_, column) => column);
    return all.filter((column) => column === 0 || rows.some(({ cells }) => (cells[column] ?? '') !== ''));
  }

  #row(row: Row, columns: readonly number[]): TemplateResult {
    return html`<tr
      class=${this.isLit(row) ? 'chosen' : ''}
      @mouseenter=${() => this.#point(row)}
      @focusin=${() => this.#point(row)}
    >
      ${columns.map((column) => {
        const cell = row.cells[column] ?? null;
        if (column === 0) {
          return html`<th scope="row"><button tabindex="-1" @click=${() => this.#choosePlace(row)}>${cell}</button></th>`;
        }
        const name = HEADERS[this.table][column] as StringKey;
        const looks = [
          typeof cell === 'number' ? 'number' : '',
          cell === null ? 'none' : '',
          ONE_LINE.has(name) ? 'whole' : '',
          name === 'figures.notes' ? 'notes' : '',
          name === 'figures.change' && row.data[column] ? String(row.data[column]) : '',
        ];
        // A change says by its arrow what it is.
        return html`<td class=${looks.join(' ').trim()} data-name=${name === 'figures.change' ? nothing : this.t(name)}>
          ${typeof cell === 'number' ? cell.toLocaleString('en', { maximumFractionDigits: 6 }) : cell}
        </td>`;
      })}
      <td class="rule">${this.rule(row.because)}</td>
    </tr>`;
  }

  #point(row: Row | null): void {
    if (row) this.pointed = row;
  }

  /** The sentence of a row, what it is about lit. */
  #sentence(page: Page, { start, end }: Row): TemplateResult {
    const [from, to] = sentenceAt(page, start);
    const last = Math.max(to, end);
    return html`<p class="sentence" lang="zh">
      ${page.text.slice(from, start)}<span class="lit">${page.text.slice(start, end)}</span>${page.text.slice(end, last)}
    </p>`;
  }

  #choosePlace = ({ start, end }: Place): void => this.choose({ kind: 'range', start, end });

  /** What a chart needs to know of choosing: how, and what is chosen. */
  #choosing(label: string): Choosing {
    return { label, choose: this.#choosePlace, isLit: (place) => this.isLit(place) };
  }

  #sort(column: number): void {
    const { sorting } = this;
    if (sorting?.column !== column) this.sorting = { column, down: false };
    else this.sorting = sorting.down ? null : { column, down: true };
  }

  async #copy(what: string, text: string): Promise<void> {
    await navigator.clipboard.writeText(text);
    this.copied = what;
    setTimeout(() => {
      this.copied = null;
    }, 2000);
  }

  // ---- charts ------------------------------------------------------------------------------------------

  #slopes(page: Page): TemplateResult | typeof nothing {
    const slopes = slopesOf(page).slice(0, MOST_CHARTS);
    if (slopes.length === 0) return nothing;
    const shown = slopes.slice(0, this.compared);
    return html`<banmian-chart
      class="first"
      .label=${this.t('figures.slopes')}
      .locale=${this.language}
      .header=${['indicator', 'from', 'to', 'fromTime', 'toTime']}
      .rows=${slopes.map(({ label, from, to, times }): Cell[] => [label, from, to, ...times])}
      .draw=${async () => drawSlopes(slopes, this)}
    >
      <ul class="slopes" data-rove="button">
        ${shown.map(
          (slope) =>
            html`<li>
              <button tabindex="-1" aria-pressed=${this.isLit(slope)} @click=${() => this.#choosePlace(slope)}>
                <span class="indicator" lang="zh">${slope.label}</span>
                ${slopeChart(slope.from, slope.to, slope.to >= slope.from ? 'up' : 'down', slope.written)}
                <span class="ends"><span>${slope.written[0]}</span><span>${slope.written[1]}</span></span>
                ${slope.times.some(Boolean) ? html`<span class="ends when">${slope.times.map((time) => html`<span>${time && timeInWords(this.language, time)}</span>`)}</span>` : nothing}
              </button>
            </li>`,
        )}
      </ul>
      ${
        slopes.length > shown.length
          ? html`<button class="tool" @click=${() => {
              this.compared = MOST_CHARTS;
            }}>${this.t('words.more', { n: slopes.length - shown.length })}</button>`
          : nothing
      }
    </banmian-chart>`;
  }

  #series(page: Page): TemplateResult | typeof nothing {
    const series = seriesOf(page).slice(0, MOST_CHARTS);
    if (series.length === 0) return nothing;
    return html`<div class="several">
      ${series.map((one) => {
        const unit = one.unit ? `（${one.unit}）` : '';
        return html`<banmian-chart
          .label=${`${one.label}${unit}`}
          .locale=${this.language}
          .header=${['time', 'value', 'unit']}
          .rows=${one.points.map(({ time, value }): Cell[] => [time, value, one.unit])}
        >
          ${seriesChart(one, this.#choosing(this.t('figures.series.choose', { t: `${one.label}${unit}` })))}
        </banmian-chart>`;
      })}
    </div>`;
  }

  #shares(page: Page): TemplateResult | typeof nothing {
    const shares = sharesOf(page).slice(0, MOST_CHARTS);
    if (shares.length === 0) return nothing;
    const bars = shares.map((share) => ({
      label: share.label,
      value: share.percent,
      note: `${share.percent}%`,
      chosen: this.isLit(share),
      onChoose: () => this.#choosePlace(share),
    }));
    return html`<banmian-chart
      class="narrow"
      .label=${this.t('figures.shares')}
      .locale=${this.language}
      .header=${['indicator', 'percent']}
      .rows=${shares.map(({ label, percent }): Cell[] => [label, percent])}
      .draw=${async () => (await import('./picture.js')).drawBars(bars, this)}
    >
      ${barChart(bars, this.t('figures.shares'), 100)}
    </banmian-chart>`;
  }

  #timeline(page: Page): TemplateResult | typeof nothing {
    const moments = momentsOf(page).slice(0, MOST_MOMENTS);
    if (moments.length === 0) return nothing;
    const title = this.t('figures.timeline');
    return html`<banmian-chart
      .label=${title}
      .locale=${this.language}
      .header=${['time', 'text', 'sentence']}
      .rows=${moments.map(({ value, text, start }): Cell[] => [value, text, page.text.slice(...sentenceAt(page, start))])}
    >
      ${timelineChart(moments, this.#room.width || 960, this.language, this.#choosing(this.t('figures.timeline.choose')))}
      <ol class="dates" lang="zh" data-rove="button">
        ${moments.slice(0, this.dates).map((moment) => {
          const { before, named, after } = contextOf(page, [moment.start, moment.end], CONTEXT);
          return html`<li>
            <button tabindex="-1" class=${this.isLit(moment) ? 'chosen' : ''} @click=${() => this.#choosePlace(moment)}>
              <span class="date">${timeInWords(this.language, moment.value)}</span>
              <span class="context">${before}<b>${named}</b>${after}</span>
            </button>
          </li>`;
        })}
      </ol>
      ${
        moments.length > this.dates
          ? html`<button class="tool" @click=${() => {
              this.dates += DATES * 4;
            }}>${this.t('words.more', { n: moments.length - this.dates })}</button>`
          : nothing
      }
    </banmian-chart>`;
  }

  static override styles = [...BanmianElement.styles, chartStyles, figureChartStyles, figuresStyles];
}

/** Rows as JSON objects, what is not there left out. */
function toJson(header: readonly string[], rows: readonly Cell[][]): string {
  const objects = rows.map((row) =>
    Object.fromEntries(header.flatMap((name, index) => (row[index] == null ? [] : [[name, row[index]]]))),
  );
  return `${JSON.stringify(objects, null, 2)}\n`;
}
