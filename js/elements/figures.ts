import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Figure, Page } from '../types/page.js';
import { chartStyles, slopeChart } from './charts.js';
import { BanmianElement } from './element.js';
import { type Selection, sentenceAt } from './selection.js';
import type { StringKey } from './strings.js';
import { type Cell, compareCells, toCsv, toTsv } from './table.js';

type Table = 'figures' | 'quantities' | 'times';

interface Row {
  cells: Cell[];
  start: number;
  end: number;
}

const HEADERS: Record<Table, StringKey[]> = {
  figures: [
    'figures.indicator',
    'figures.scope',
    'figures.change',
    'figures.from',
    'figures.to',
    'figures.value',
    'figures.time',
    'figures.notes',
    'why.rule',
  ],
  quantities: ['figures.text', 'figures.value', 'figures.unit', 'figures.kind', 'why.rule'],
  times: ['figures.text', 'figures.time', 'why.rule'],
};

const ROWS = 300;

/** The figures of the page as a table to sort, filter and copy, and as lines that rise and fall. */
export class BanmianFigures extends BanmianElement {
  static override properties: PropertyDeclarations = {
    table: { state: true },
    filter: { state: true },
    sorting: { state: true },
    copied: { state: true },
  };

  declare private table: Table;
  declare private filter: string;
  declare private sorting: { column: number; down: boolean } | null;
  declare private copied: string | null;

  constructor() {
    super();
    this.table = 'figures';
    this.filter = '';
    this.sorting = null;
    this.copied = null;
  }

  protected override view(page: Page): TemplateResult {
    const header = HEADERS[this.table].map((key) => this.t(key));
    const rows = this.#rows(page);
    const tables: [Table, StringKey][] = [
      ['figures', 'figures.statements'],
      ['quantities', 'figures.quantities'],
      ['times', 'figures.times'],
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
          <button class="tool" @click=${() => this.#copy('csv', toCsv(header, cellsOf(rows)))}>
            ${this.t(this.copied === 'csv' ? 'table.copied' : 'table.csv')}
          </button>
          <button class="tool" @click=${() => this.#copy('tsv', toTsv(header, cellsOf(rows)))}>
            ${this.t(this.copied === 'tsv' ? 'table.copied' : 'table.tsv')}
          </button>
        </span>
        <span class="count" role="status">${this.t('table.rows', { n: rows.length })}</span>
      </div>
      ${rows.length === 0 ? html`<p class="empty">${this.t('figures.none')}</p>` : this.#tableOf(page, header, rows)}
      ${this.table === 'figures' ? this.#slopes(page) : nothing}`;
  }

  #show(table: Table): void {
    this.table = table;
    this.sorting = null;
  }

  #rows(page: Page): Row[] {
    const all =
      this.table === 'figures' ? this.#figureRows(page) : this.table === 'times' ? timeRows(page) : quantityRows(page);
    const wanted = this.filter.trim().toLowerCase();
    const found =
      wanted === ''
        ? all
        : all.filter(({ cells }) =>
            cells.some((cell) =>
              String(cell ?? '')
                .toLowerCase()
                .includes(wanted),
            ),
          );
    const { sorting } = this;
    if (sorting) {
      const sign = sorting.down ? -1 : 1;
      found.sort(
        (a, b) => sign * compareCells(a.cells[sorting.column] ?? null, b.cells[sorting.column] ?? null, this.language),
      );
    }
    return found;
  }

  #figureRows(page: Page): Row[] {
    return page.figures.map((figure) => ({
      cells: [
        figure.indicator.text,
        figure.scope?.text ?? null,
        figure.change && this.t(`figures.${figure.change}`),
        amount(page, figure.from),
        amount(page, figure.to),
        amount(page, figure.value),
        [figure.time, figure.fromTime, figure.toTime].flatMap((index) => timeOf(page, index) ?? []).join(' – ') || null,
        figure.notes.join(' ') || null,
        figure.because,
      ],
      start: figure.start,
      end: figure.end,
    }));
  }

  #tableOf(page: Page, header: readonly string[], rows: readonly Row[]): TemplateResult {
    const last = header.length - 1;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.t('figures.title')}>
      <table>
        <thead>
          <tr>
            ${header.map((name, column) => {
              const sorted =
                this.sorting?.column === column ? (this.sorting.down ? 'descending' : 'ascending') : nothing;
              return html`<th scope="col" aria-sort=${sorted}>
                <button @click=${() => this.#sort(column)}>${name}<span aria-hidden="true">${sorted === nothing ? '' : sorted === 'descending' ? ' ↓' : ' ↑'}</span></button>
              </th>`;
            })}
          </tr>
        </thead>
        <tbody lang="zh">
          ${rows.slice(0, ROWS).map((row) => {
            const [start, end] = sentenceAt(page, row.start);
            return html`<tr class=${this.#isLit(row) ? 'chosen' : ''} title=${page.text.slice(start, end)}>
              ${row.cells.map((cell, column) => {
                if (column === 0) {
                  return html`<th scope="row"><button @click=${() => this.choose({ kind: 'range', start: row.start, end: row.end })}>${cell}</button></th>`;
                }
                if (column === last) return html`<td>${this.rule(String(cell ?? ''))}</td>`;
                return html`<td class=${typeof cell === 'number' ? 'number' : ''}>
                  ${typeof cell === 'number' ? cell.toLocaleString('en', { maximumFractionDigits: 6 }) : cell}
                </td>`;
              })}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
  }

  #isLit(row: Row): boolean {
    const { selection } = this;
    return selection?.kind === 'range' && selection.start < row.end && row.start < selection.end;
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

  #slopes(page: Page): TemplateResult | typeof nothing {
    const changes = page.figures.filter((figure) => comparable(page, figure)).slice(0, 24);
    if (changes.length === 0) return nothing;
    return html`<p class="section slopes-title">${this.t('figures.slopes')}</p>
      <ul class="slopes">
        ${changes.map((figure) => {
          const [from, to] = [amount(page, figure.from) ?? '', amount(page, figure.to) ?? ''];
          const [a, b] = [page.quantities[figure.from ?? -1]?.value ?? 0, page.quantities[figure.to ?? -1]?.value ?? 0];
          const select: Selection = { kind: 'range', start: figure.start, end: figure.end };
          return html`<li>
            <button @click=${() => this.choose(select)}>
              <span class="indicator" lang="zh">${figure.indicator.text}</span>
              ${slopeChart(a, b, b >= a ? 'up' : 'down', [String(from), String(to)])}
              <span class="ends"><span>${from}</span><span>${to}</span></span>
            </button>
          </li>`;
        })}
      </ul>`;
  }

  static override styles = [
    ...BanmianElement.styles,
    chartStyles,
    css`
      .tools,
      .group {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem;
      }
      .tools {
        gap: 0.75rem 1.25rem;
        margin-bottom: 1rem;
      }
      .count {
        font-size: 0.8125rem;
        color: var(--_soft);
        margin-left: auto;
      }
      .scroll {
        overflow-x: auto;
        max-height: 70vh;
        overflow-y: auto;
        border: 1px solid var(--_rule);
        border-radius: 8px;
        background: var(--_paper);
      }
      table {
        border-collapse: collapse;
        width: 100%;
        font-size: 0.875rem;
      }
      thead {
        position: sticky;
        top: 0;
        z-index: 1;
      }
      thead th {
        background: var(--_ground);
        font-weight: 600;
        white-space: nowrap;
        color: var(--_soft);
      }
      th,
      td {
        padding: 0.45rem 0.75rem;
        text-align: left;
        vertical-align: baseline;
        border-bottom: 1px solid var(--_rule);
      }
      tbody th {
        font-family: var(--_serif);
        font-weight: 600;
        min-width: 7em;
      }
      tbody th button {
        text-decoration: underline;
        text-decoration-color: var(--_rule);
        text-underline-offset: 0.25em;
      }
      tbody tr:hover {
        background: color-mix(in srgb, var(--_lit) 25%, transparent);
      }
      .chosen {
        background: color-mix(in srgb, var(--_lit) 45%, transparent);
      }
      .number {
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
      .slopes-title {
        margin-top: 2.25rem;
      }
      .slopes {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
        gap: 1rem;
      }
      .slopes button {
        display: flex;
        flex-direction: column;
        gap: 0.3rem;
        width: 100%;
        height: 100%;
        border: 1px solid var(--_rule);
        border-radius: 8px;
        padding: 0.75rem 0.9rem;
        background: var(--_paper);
      }
      .slopes button:hover {
        border-color: var(--_accent);
      }
      .indicator {
        font-family: var(--_serif);
        font-weight: 700;
        font-size: 0.9375rem;
        flex: 1;
      }
      .ends {
        display: flex;
        justify-content: space-between;
        font-size: 0.8125rem;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];
}

const cellsOf = (rows: readonly Row[]) => rows.map(({ cells }) => cells);

/** The quantity as the page writes it. */
function amount(page: Page, index: number | null): string | null {
  const quantity = index === null ? undefined : page.quantities[index];
  return quantity ? page.text.slice(quantity.start, quantity.end) : null;
}

function timeOf(page: Page, index: number | null): string | null {
  const time = index === null ? undefined : page.times[index];
  return time ? (time.value ?? page.text.slice(time.start, time.end)) : null;
}

function quantityRows(page: Page): Row[] {
  return page.quantities.map(({ start, end, value, unit, bounds, kind, because }) => ({
    cells: [
      page.text.slice(start, end),
      value ?? (bounds?.map((bound) => bound ?? '…').join(' – ') || null),
      unit,
      kind,
      because,
    ],
    start,
    end,
  }));
}

function timeRows(page: Page): Row[] {
  return page.times.map(({ start, end, value, because }) => ({
    cells: [page.text.slice(start, end), value, because],
    start,
    end,
  }));
}

/** Whether a figure went from one number to another of the same unit. */
function comparable(page: Page, figure: Figure): boolean {
  const from = figure.from === null ? undefined : page.quantities[figure.from];
  const to = figure.to === null ? undefined : page.quantities[figure.to];
  return from?.value != null && to?.value != null && from.unit === to.unit;
}
