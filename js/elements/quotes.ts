import { css, html, nothing, type TemplateResult } from 'lit';
import type { Page, Quote } from '../types/page.js';
import { BanmianElement } from './element.js';

/** What was said, by speaker. */
export class BanmianQuotes extends BanmianElement {
  protected override view(page: Page): TemplateResult {
    if (page.quotes.length === 0) return html`<p class="empty">${this.t('quotes.none')}</p>`;
    const speakers = new Map<number | null, Quote[]>();
    for (const quote of page.quotes) speakers.set(quote.speaker, [...(speakers.get(quote.speaker) ?? []), quote]);
    const named = [...speakers].sort(([a], [b]) => Number(a === null) - Number(b === null));
    return html`${named.map(([speaker, quotes]) => this.#speaker(page, speaker, quotes))}`;
  }

  #speaker(page: Page, speaker: number | null, quotes: readonly Quote[]): TemplateResult {
    const entity = speaker === null ? undefined : page.entities[speaker];
    return html`<section>
      <header>
        ${
          entity && speaker !== null
            ? html`<button class="speaker" lang="zh" @click=${() => this.choose({ kind: 'entity', entity: speaker })}>${entity.name}</button>`
            : html`<span class="speaker">${this.t('quotes.unknown')}</span>`
        }
        <span class="titles" lang="zh">${entity?.titles.join('、')}</span>
      </header>
      ${quotes.map((quote) => {
        const { start, end } = quote;
        const chosen = this.selection?.kind === 'range' && this.selection.start === start && this.selection.end === end;
        return html`<blockquote class=${chosen ? 'chosen' : ''}>
          <button lang="zh" @click=${() => this.choose({ kind: 'range', start, end })}>${page.text.slice(start, end)}</button>
          <p class="meta">
            ${quote.speakerText && quote.speakerText !== entity?.name ? html`<span lang="zh">${quote.speakerText}</span> · ` : nothing}
            ${quote.verb ? html`<span lang="zh">${quote.verb}</span> · ` : nothing}${this.t(quote.direct ? 'quotes.direct' : 'quotes.indirect')}
            ${this.rule(quote.because)}
          </p>
        </blockquote>`;
      })}
    </section>`;
  }

  static override styles = [
    ...BanmianElement.styles,
    css`
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
      button.speaker:hover {
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
      }
      blockquote:hover,
      .chosen {
        border-left-color: var(--_accent);
      }
      .meta {
        font-family: var(--_sans);
        margin-top: 0.2rem;
      }
    `,
  ];
}
