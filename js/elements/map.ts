import { css, html, svg, type TemplateResult } from 'lit';
import type { Page } from '../types/page.js';
import { BanmianElement } from './element.js';
import { lastAtOrBefore, titleOf } from './selection.js';

/** A line of the input: how long it is and which place of the text it became. */
interface Line {
  number: number;
  length: number;
  /** First offset in the text, or `null` for an empty line. */
  at: number | null;
  article: number;
  heading: boolean;
}

const PITCH = 7;
const COLUMN_WIDTH = 130;
const GAP = 22;
/** Pixels of a unit of the drawing, where there is room. */
const SCALE = 2;
/** Above this many lines, several are drawn as one. */
const MOST_LINES = 3000;
const MOST_ARTICLES = 200;

/** A small picture of the text in the order in which it was pasted, each article in its own colour. */
export class BanmianMap extends BanmianElement {
  #lines: { page: Page; text: string; lines: Line[] } | null = null;
  /** The line that the keyboard is at, among those that are drawn and not empty. */
  #cursor = 0;

  protected override view(page: Page): TemplateResult {
    const lines = this.#linesOf(page, this.text ?? '');
    const step = Math.ceil(lines.length / MOST_LINES);
    const drawn = lines.filter((_, index) => index % step === 0);
    // Columns as many as give the sheet the shape of a newspaper page, three wide to four high.
    const columns = Math.max(1, Math.round(Math.sqrt((0.75 * drawn.length * PITCH) / (COLUMN_WIDTH + GAP))));
    const depth = Math.ceil(drawn.length / columns);
    const height = depth * PITCH;
    const width = columns * (COLUMN_WIDTH + GAP) - GAP + 16;
    const longest = Math.max(20, ...drawn.map(({ length }) => Math.min(length, 60)));
    const filled = drawn.filter(({ at }) => at !== null);
    const cursor = filled[Math.min(this.#cursor, filled.length - 1)];
    const chosen = this.selection?.kind === 'article' ? this.selection.article : null;
    const linesIn = new Map<number, number>();
    for (const { at, article } of lines) if (at !== null) linesIn.set(article, (linesIn.get(article) ?? 0) + 1);
    return html`<p class="hint">${this.t('map.hint')}</p>
      <div class="layout">
        <div class="sheet">
          <svg viewBox="0 0 ${width} ${height + 16}" width=${SCALE * width} height=${SCALE * (height + 16)} class=${chosen !== null || this.litRanges.length > 0 ? 'some' : ''}
            role="slider" tabindex="0" aria-orientation="vertical" aria-label=${this.t('map.title')}
            aria-valuemin=${filled[0]?.number ?? 0} aria-valuemax=${filled.at(-1)?.number ?? 0} aria-valuenow=${cursor?.number ?? 0}
            aria-valuetext=${this.t('map.line', { n: cursor?.number ?? 0 })}
            @keydown=${(event: KeyboardEvent) => this.#key(event, filled, depth)}>
            ${drawn.map((line, index) => {
              if (line.at === null) return null;
              const [column, row] = [Math.floor(index / depth), index % depth];
              const id = page.articles[line.article]?.id ?? '';
              const stroke = Math.max(3, (Math.min(line.length, longest) / longest) * COLUMN_WIDTH);
              return svg`<rect
                class="line ${line.heading ? 'heading' : ''} ${chosen === id || this.#isChosen(line) ? 'chosen' : ''} ${line === cursor ? 'cursor' : ''}"
                .style=${`--_hue: ${hue(line.article)}`}
                x=${8 + column * (COLUMN_WIDTH + GAP)} y=${8 + row * PITCH} width=${stroke} height=${line.heading ? 5 : 4}
                @click=${() => this.#go(line)}
              ><title>${this.t('map.line', { n: line.number })}</title></rect>`;
            })}
          </svg>
        </div>
        <ol data-rove="button">
          ${page.articles.slice(0, MOST_ARTICLES).map((article, index) => {
            return html`<li>
              <button tabindex="-1" aria-pressed=${chosen === article.id} @click=${() => this.choose({ kind: 'article', article: article.id })}>
                <span class="swatch" .style=${`--_hue: ${hue(index)}`}></span>
                <span><span lang="zh">${titleOf(page, article) || this.t('article.untitled')}</span>
                  <small>${this.t('map.article', {
                    k: this.t(`article.${article.kind}`),
                    n: (article.end - article.start).toLocaleString('en'),
                    l: linesIn.get(index) ?? 0,
                  })}</small></span>
              </button>
            </li>`;
          })}
        </ol>
      </div>`;
  }

  /** Arrows go from line to line and from column to column, Enter goes to the line's place in the text. */
  #key(event: KeyboardEvent, filled: readonly Line[], depth: number): void {
    const last = filled.length - 1;
    const at = Math.min(this.#cursor, last);
    const places: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      ArrowRight: at + depth,
      ArrowLeft: at - depth,
      Home: 0,
      End: last,
    };
    const place = places[event.key];
    const line = filled[at];
    if (place !== undefined) this.#cursor = Math.max(0, Math.min(place, last));
    else if (event.key === 'Enter' && line) this.#go(line);
    else return;
    event.preventDefault();
    this.requestUpdate();
  }

  /** Whether something of what is chosen stands in a line. */
  #isChosen({ at, length }: Line): boolean {
    return at !== null && this.isLit({ start: at, end: at + length });
  }

  #go(line: Line): void {
    if (line.at !== null) this.choose({ kind: 'range', start: line.at, end: line.at + Math.max(1, line.length) });
  }

  #linesOf(page: Page, text: string): Line[] {
    if (this.#lines?.page !== page || this.#lines.text !== text) {
      this.#lines = { page, text, lines: linesOf(page, text) };
    }
    return this.#lines.lines;
  }

  static override styles = [
    ...BanmianElement.styles,
    css`
      .hint {
        font-size: 0.875rem;
        color: var(--_soft);
        margin-bottom: 1rem;
      }
      .layout {
        display: flex;
        flex-wrap: wrap;
        gap: 1.5rem 2rem;
        align-items: flex-start;
      }
      .sheet {
        flex: 0 1 auto;
        max-width: min(100%, 44rem);
        background: var(--_paper);
        border: 1px solid var(--_rule);
        border-radius: 4px;
        box-shadow: 0 2px 14px rgb(0 0 0 / 0.05);
        padding: 0.75rem;
      }
      svg {
        display: block;
        width: auto;
        height: auto;
        max-width: 100%;
        max-height: 78vh;
      }
      .line {
        fill: oklch(0.66 0.13 calc(var(--_hue) * 1deg));
        cursor: pointer;
        rx: 1px;
      }
      .heading {
        fill: oklch(0.48 0.16 calc(var(--_hue) * 1deg));
      }
      /* What is chosen stands out from the rest. */
      .some .line:not(.chosen, :hover) {
        opacity: 0.4;
      }
      .some:focus-visible .line.cursor {
        opacity: 1;
      }
      .line:hover,
      .line.chosen,
      svg:focus-visible .line.cursor {
        stroke: var(--_ink);
        stroke-width: 1.2px;
      }
      ol {
        flex: 1 1 16rem;
        max-width: 40rem;
      }
      small {
        display: block;
        font-family: var(--_sans);
        font-size: 0.75rem;
        color: var(--_soft);
      }
      button {
        display: flex;
        gap: 0.65rem;
        align-items: baseline;
        width: 100%;
        font-family: var(--_serif);
        padding: 0.35rem 0.5rem;
        border-radius: 5px;
      }
      button:hover,
      button[aria-pressed='true'] {
        background: var(--_ground);
      }
      .swatch {
        flex: none;
        print-color-adjust: exact;
        width: 0.7rem;
        height: 0.7rem;
        border-radius: 2px;
        background: oklch(0.62 0.14 calc(var(--_hue) * 1deg));
      }
    `,
  ];
}

/** Colours that differ as much as they can for any number of articles. */
function hue(index: number): number {
  return Math.round((25 + index * 137.5) % 360);
}

function linesOf(page: Page, text: string): Line[] {
  const bySource = [...page.source.runs].sort((a, b) => a[1] - b[1]);
  const sourceStarts = bySource.map(([, source]) => source);
  const articleStarts = page.articles.map(({ start }) => start);
  const headings = page.articles.flatMap(({ blocks }) =>
    blocks
      .filter(({ type }) => type === 'headline' || type === 'heading')
      .map(({ start, end }) => [start, end] as const),
  );
  const headingStarts = headings.map(([start]) => start);
  const textOffset = (source: number, end: number): number | null => {
    let index = lastAtOrBefore(sourceStarts, source);
    const run = bySource[index];
    if (run && source < run[1] + run[2]) return run[0] + source - run[1];
    const next = bySource[++index];
    return next && next[1] < end ? next[0] : null;
  };
  const lines: Line[] = [];
  let start = 0;
  let number = 0;
  for (const line of text.split(/\r\n|[\n\r\f\u2028\u2029]/)) {
    number += 1;
    const at = textOffset(start, start + line.length);
    const heading = at === null ? undefined : headings[lastAtOrBefore(headingStarts, at)];
    lines.push({
      number,
      length: line.trim().length,
      at,
      article: at === null ? -1 : lastAtOrBefore(articleStarts, at),
      heading: at !== null && heading !== undefined && at < heading[1],
    });
    start += line.length + (text.startsWith('\r\n', start + line.length) ? 2 : 1);
  }
  return lines;
}
