import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Page, Quote } from '../types/page.js';
import { barChart, chartStyles } from './charts.js';
import { BanmianElement } from './element.js';
import { type Speaker, speakersOf } from './people.js';
import type { Cell } from './table.js';

const MOST = 12;
const PORTION = 60;
/** Of a longer quotation only the beginning is shown here, in characters. */
const LONG = 400;
const SHOWN = 280;

/** Who said how much, and what, by speaker. */
export class BanmianQuotes extends BanmianElement {
  static override properties: PropertyDeclarations = { drawn: { state: true } };

  declare private drawn: number;

  constructor() {
    super();
    this.drawn = PORTION;
  }

  protected override view(page: Page): TemplateResult {
    if (page.quotes.length === 0) return html`<p class="empty">${this.t('quotes.none')}</p>`;
    const speakers = speakersOf(page);
    const shown: TemplateResult[] = [];
    let left = this.drawn;
    for (const speaker of speakers) {
      if (left <= 0) break;
      shown.push(this.#speaker(page, speaker, left));
      left -= speaker.quotes.length;
    }
    return html`<div class="layout">
      ${speakers.length > 1 ? this.#shares(page, speakers) : nothing}
      <div class="said"><div data-rove="button">${shown}</div>
      ${
        left < 0
          ? html`<button class="tool" @click=${() => {
              this.drawn += PORTION * 4;
            }}>${this.t('words.more', { n: -left })}</button>`
          : nothing
      }</div></div>`;
  }

  #name(page: Page, entity: number | null): string {
    return (entity === null ? undefined : page.entities[entity]?.name) ?? this.t('quotes.unknown');
  }

  #shares(page: Page, speakers: readonly Speaker[]): TemplateResult {
    const total = speakers.reduce((sum, { spoken }) => sum + spoken, 0);
    const title = this.t('quotes.shares');
    const bars = speakers.slice(0, MOST).map(({ entity, spoken, quotes }) => ({
      label: this.#name(page, entity),
      value: spoken,
      note: this.t('quotes.spoken', {
        n: spoken.toLocaleString('en'),
        p: Math.round((spoken / total) * 100),
        q: quotes.length,
      }),
      chosen: entity !== null && this.selection?.kind === 'entity' && this.selection.entity === entity,
      ...(entity === null ? {} : { onChoose: () => this.choose({ kind: 'entity', entity }) }),
    }));
    return html`<banmian-chart
      .label=${title}
      .locale=${this.language}
      .header=${['speaker', 'characters', 'quotations']}
      .rows=${speakers.map(({ entity, spoken, quotes }): Cell[] => [this.#name(page, entity), spoken, quotes.length])}
      .draw=${async () => (await import('./picture.js')).drawBars(bars, this)}
    >
      ${barChart(bars, title)}
    </banmian-chart>`;
  }

  #speaker(page: Page, { entity: index, quotes }: Speaker, most: number): TemplateResult {
    const entity = index === null ? undefined : page.entities[index];
    const chosen = index !== null && this.selection?.kind === 'entity' && this.selection.entity === index;
    return html`<section class=${chosen ? 'now' : ''}>
      <header>
        ${
          entity && index !== null
            ? html`<button class="speaker" tabindex="-1" lang="zh" aria-pressed=${chosen} @click=${() => this.choose({ kind: 'entity', entity: index })}>${entity.name}</button>`
            : html`<span class="speaker">${this.t('quotes.unknown')}</span>`
        }
        <span class="titles" lang="zh">${entity?.titles.join('、')}</span>
      </header>
      ${quotes.slice(0, most).map((quote) => this.#quote(page, quote, entity?.name))}
    </section>`;
  }

  #quote(page: Page, quote: Quote, speaker: string | undefined): TemplateResult {
    const { start, end, cue } = quote;
    const chosen = this.selection?.kind === 'range' && this.selection.start < end && start < this.selection.end;
    const long = end - start > LONG;
    const last = long ? start + SHOWN : end;
    const named = quote.speakerText && quote.speakerText !== speaker ? quote.speakerText : null;
    return html`<blockquote class=${chosen ? 'chosen' : ''}>
      ${cue ? html`<button class="cue" tabindex="-1" lang="zh" @click=${() => this.choose({ kind: 'range', start: cue.start, end: cue.end })}>${cue.text}</button>` : nothing}
      <button lang="zh" tabindex="-1" @click=${() => this.choose({ kind: 'range', start, end })}>${chosen ? page.text.slice(start, last) : this.lit(start, last)}${long ? '……' : nothing}</button>
      <p class="meta">
        ${named && !cue ? html`<span lang="zh">${named}</span> · ` : nothing}
        ${quote.verb && !cue ? html`<span lang="zh">${quote.verb}</span> · ` : nothing}${this.t(quote.direct ? 'quotes.direct' : 'quotes.indirect')}
        ${long ? html` · ${this.t('quotes.long', { n: (end - start).toLocaleString('en') })}` : nothing}
        ${this.rule(quote.because)}
      </p>
    </blockquote>`;
  }

  static override styles = [
    ...BanmianElement.styles,
    chartStyles,
    css`
      :host {
        container: quotes / inline-size;
      }
      .layout {
        display: grid;
        grid-template-columns: minmax(0, var(--banmian-measure, 46rem));
        gap: 2.5rem clamp(2rem, 4vw, 5rem);
      }
      banmian-chart {
        display: block;
      }
      @container quotes (min-width: 860px) {
        .layout:has(banmian-chart) {
          grid-template-columns: minmax(0, var(--banmian-measure, 46rem)) minmax(17rem, 26rem);
        }
        .said {
          grid-row: 1;
          grid-column: 1;
        }
        banmian-chart {
          grid-row: 1;
          grid-column: 2;
          position: sticky;
          top: 4.5rem;
          align-self: start;
        }
      }
      section {
        margin-bottom: 2.25rem;
        max-width: var(--banmian-measure, 46rem);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0.25rem 0.9rem;
        border-bottom: 1px solid var(--_rule);
        padding-bottom: 0.4rem;
        margin-bottom: 0.9rem;
      }
      .speaker {
        font-family: var(--_serif);
        font-size: 1.25rem;
        font-weight: 700;
      }
      button.speaker:hover,
      .now .speaker {
        color: var(--_accent);
      }
      .titles,
      .meta {
        font-size: 0.8125rem;
        color: var(--_soft);
      }
      blockquote {
        font-family: var(--_serif);
        font-size: 1.0625rem;
        line-height: 1.85;
        border-left: 3px solid var(--_rule);
        padding: 0.1rem 0 0.1rem 1rem;
        margin-bottom: 1rem;
        overflow-wrap: anywhere;
        text-autospace: normal;
      }
      blockquote:hover,
      .chosen {
        border-left-color: var(--_accent);
      }
      .cue {
        display: block;
        font-family: var(--_sans);
        font-size: 0.8125rem;
        color: var(--_soft);
      }
      blockquote button {
        white-space: pre-line;
      }
      .meta {
        font-family: var(--_sans);
        margin-top: 0.2rem;
      }
    `,
  ];
}
