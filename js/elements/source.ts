import { css, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Because, Block, Page } from '../types/page.js';
import { choiceStyles, choices, saidOf } from './corrections.js';
import { BanmianElement } from './element.js';
import { lastAtOrBefore, type SourcePiece, sourcePieces, titleOf } from './selection.js';
import { bringIntoSight } from './sight.js';

const PORTION = 120;
const LINE_END = /\r\n|[\n\r\f\u2028\u2029]/g;

/** What was pasted beside what became of it, block by block, with the lines that were joined and the rule for each. A reader may correct it. */
export class BanmianSource extends BanmianElement {
  static override properties: PropertyDeclarations = { drawn: { state: true } };

  declare private drawn: number;

  constructor() {
    super();
    this.drawn = PORTION;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // The same text read again with a hint stays as far drawn as it was.
    if (changed.has('text')) this.drawn = PORTION;
  }

  /** Brings the first place of what is chosen into sight. */
  async reveal(): Promise<void> {
    const [first] = this.litRanges;
    if (!first || !this.current) return;
    const at = this.selection?.kind === 'string' ? (this.selection.at ?? first[0]) : first[0];
    const starts = this.current.articles.flatMap(({ blocks }) => blocks.map(({ start }) => start));
    const block = lastAtOrBefore(starts, at);
    this.drawn = Math.max(this.drawn, block + PORTION / 2);
    await this.updateComplete;
    const row = this.renderRoot.querySelectorAll('.row')[block];
    if (row) bringIntoSight(row, 'center');
  }

  protected override view(page: Page): TemplateResult {
    const text = this.text ?? '';
    const rows = page.articles.flatMap((article) =>
      article.blocks.map((block, index) => ({ article, block, first: index === 0 })),
    );
    const joined = page.joins.at.length;
    const why = new Map(page.joins.at.map((at, index) => [at, page.joins.because[index] as Because]));
    const lines = text.split(LINE_END).filter((line) => line.trim() !== '').length;
    const summary = { lines, joined, blocks: rows.length, articles: page.articles.length };
    return html`<p class="summary">${this.t('source.summary', summary)}</p>
      <div class="head" aria-hidden="true">
        <span>${this.t('source.raw')}</span><span>${this.t('source.rebuilt')}</span><span>${this.t('source.because')}</span>
      </div>
      <div data-rove=".place, summary">${rows.slice(0, this.drawn).map(
        ({ article, block, first }) => html`
          ${first ? html`<p class="article"><span lang="zh">${titleOf(page, article)}</span> ${this.rule(article.because)}</p>` : nothing}
          ${this.#row(page, text, block, why)}
        `,
      )}</div>
      ${
        rows.length > this.drawn
          ? html`<button class="tool" @click=${() => {
              this.drawn += PORTION * 4;
            }}>${this.t('source.more')}</button>`
          : nothing
      }`;
  }

  #row(page: Page, text: string, block: Block, why: ReadonlyMap<number, Because>): TemplateResult {
    const pieces = sourcePieces(page, block.start, block.end);
    const joins = joinsWithin(page, block);
    const total = [...joins.values()].reduce((sum, count) => sum + count, 0);
    const chosen =
      this.selection?.kind === 'range' && this.selection.start < block.end && block.start < this.selection.end;
    return html`<div class="row ${chosen ? 'chosen' : ''}">
      <pre class="raw" lang="zh" data-head=${this.t('source.raw')}>${rawOf(text, pieces, why)}</pre>
      <p class="rebuilt ${block.type}" lang="zh" data-head=${this.t('source.rebuilt')}>${this.lit(block.start, block.end)}</p>
      <div class="because">
        <span class="type">${this.t(`block.${block.type}`)}</span>
        <button class="place" tabindex="-1" @click=${() => this.choose({ kind: 'range', start: block.start, end: block.end })}>${this.rule(block.because)}</button>
        ${total > 0 ? html`<span class="joined">${this.t('source.joined', { n: total })}</span>` : nothing}
        ${[...joins].map(([because, count]) => this.rule(because, count))}
        ${this.#corrections(page, block, pieces)}
      </div>
    </div>`;
  }

  /** What a person may say of the line that a block begins on, and what was said. */
  #corrections(page: Page, block: Block, pieces: readonly SourcePiece[]): TemplateResult | typeof nothing {
    const at = pieces[0]?.start;
    if (at === undefined) return nothing;
    const said = saidOf(this.hints, pieces);
    const written = page.text.slice(block.start, Math.min(block.end, block.start + 16));
    return html`${
      said
        ? html`<span class="said">${this.t('hint.yours', { w: this.t(`hint.${said.is}`) })}
            <button class="back" @click=${() => this.hint(said, true)}>${this.t('hint.back')}</button></span>`
        : nothing
    }
      <details class="correct" @keydown=${closeOnEscape}>
        <summary tabindex="-1" aria-label=${this.t('hint.of', { t: written })}>${this.t('hint.title')}</summary>
        ${choices(
          (key) => this.t(key),
          said,
          (is, event) => {
            closeAround(event);
            this.hint({ at, is });
          },
        )}
      </details>`;
  }

  static override styles = [
    ...BanmianElement.styles,
    choiceStyles,
    css`
      .summary {
        color: var(--_soft);
        margin-bottom: 1rem;
      }
      .head,
      .row {
        display: grid;
        grid-template-columns: minmax(0, 20rem) minmax(0, 1fr) 9.5rem;
        gap: 0 1.75rem;
      }
      .head {
        font-size: 0.8125rem;
        font-weight: 600;
        letter-spacing: 0.1em;
        color: var(--_soft);
        border-bottom: 1px solid var(--_rule);
        padding-bottom: 0.5rem;
      }
      .row {
        padding: 0.7rem 0;
        border-bottom: 1px solid var(--_rule);
        content-visibility: auto;
        contain-intrinsic-size: auto 9em;
      }
      .chosen {
        background: color-mix(in srgb, var(--_lit) 35%, transparent);
      }
      .article {
        font-family: var(--_serif);
        font-weight: 700;
        font-size: 1.125rem;
        padding-top: 1.75rem;
      }
      .raw {
        margin: 0;
        font-family: var(--_sans);
        font-size: 0.875rem;
        line-height: 1.7;
        color: var(--_soft);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .mark {
        color: var(--_accent);
        font-size: 0.75em;
        user-select: none;
      }
      .rebuilt {
        font-family: var(--_serif);
        line-height: 1.8;
        overflow-wrap: anywhere;
      }
      .headline,
      .heading {
        font-weight: 700;
      }
      .because {
        display: flex;
        flex-direction: column;
        align-items: flex-start;
        gap: 0.2rem;
        font-size: 0.8125rem;
      }
      .joined,
      .type {
        color: var(--_soft);
      }
      .code {
        white-space: normal;
        overflow-wrap: anywhere;
      }
      .correct summary {
        cursor: pointer;
        color: var(--_soft);
      }
      .correct summary::marker {
        font-size: 0.75em;
      }
      .correct summary:hover {
        color: var(--_accent);
      }
      @media (max-width: 700px) {
        .head {
          display: none;
        }
        .row {
          grid-template-columns: 1fr;
          gap: 0.5rem;
        }
        [data-head]::before {
          content: attr(data-head);
          display: block;
          font-family: var(--_sans);
          font-size: 0.75rem;
          font-weight: 400;
          line-height: 1.5;
          color: var(--_soft);
        }
        .because {
          flex-direction: row;
          flex-wrap: wrap;
          gap: 0.5rem;
        }
      }
    `,
  ];
}

/** Closes the choices that an event comes from; the focus stays on what opened them. */
function closeAround(event: Event): void {
  const details = (event.currentTarget as HTMLElement).closest('details');
  details?.removeAttribute('open');
  details?.querySelector('summary')?.focus();
}

function closeOnEscape(event: KeyboardEvent): void {
  const details = event.currentTarget as HTMLDetailsElement;
  if (event.key !== 'Escape' || !details.open) return;
  event.stopPropagation();
  closeAround(event);
}

/** The input that a block came from, each line end that was undone with a mark that says why. */
function rawOf(text: string, pieces: readonly SourcePiece[], why: ReadonlyMap<number, Because>): TemplateResult[] {
  return pieces.map((piece, index) => {
    const before = pieces[index - 1];
    const between = before ? text.slice(before.end, piece.start) : '';
    return html`${gapOf(between, why.get(piece.at))}${text.slice(piece.start, piece.end)}`;
  });
}

/** What stood between two pieces: the space as it was, a line end with its mark, or something that went elsewhere. */
function gapOf(between: string, because: Because | undefined): TemplateResult | string {
  if (between.trim() !== '') return html`<span class="mark" aria-hidden="true">⋯</span>\n`;
  const ends = between.match(LINE_END)?.length ?? 0;
  if (ends === 0) return between;
  return html`<span class="mark" aria-hidden="true" title=${because ?? nothing}>${'⏎'.repeat(Math.min(ends, 3))}</span>${'\n'.repeat(Math.min(ends, 2))}`;
}

/** The rules that joined the lines of a block, each with how often. */
function joinsWithin(page: Page, { start, end }: Block): Map<Because, number> {
  const counts = new Map<Because, number>();
  for (let i = lastAtOrBefore(page.joins.at, start) + 1; i < page.joins.at.length; i++) {
    if ((page.joins.at[i] as number) >= end) break;
    const because = page.joins.because[i] as Because;
    counts.set(because, (counts.get(because) ?? 0) + 1);
  }
  return counts;
}
