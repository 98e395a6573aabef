import { css, html, type TemplateResult } from 'lit';
import type { Article, Page } from '../types/page.js';
import { barChart, chartStyles } from './charts.js';
import { BanmianElement } from './element.js';
import { titleOf } from './selection.js';

const BARS = 12;

/** How long the page is, its keywords and how its articles compare. */
export class BanmianStatistics extends BanmianElement {
  protected override view(page: Page): TemplateResult {
    const { statistics } = page;
    const numbers = [
      ['characters', statistics.characters],
      ['words', statistics.words],
      ['distinctWords', statistics.distinctWords],
      ['sentences', statistics.sentences],
      ['paragraphs', statistics.paragraphs],
      ['articles', page.articles.length],
    ] as const;
    const chosen = this.selection?.kind === 'word' ? this.selection.word : null;
    return html`<section aria-label=${this.t('stats.title')}>
      <p class="section">${this.t('stats.title')}</p>
      <dl>
        ${numbers.map(
          ([name, number]) =>
            html`<div>
              <dt>${this.t(`stats.${name}`)}</dt>
              <dd>${number.toLocaleString('en')}</dd>
            </div>`,
        )}
      </dl>
      ${
        statistics.keywords.length === 0
          ? null
          : html`<figure>
              <figcaption class="section">${this.t('stats.keywords')}</figcaption>
              ${barChart(
                statistics.keywords.slice(0, BARS).map(({ word, count, score }) => ({
                  label: word,
                  value: score,
                  note: String(count),
                  chosen: word === chosen,
                  onChoose: () => this.choose({ kind: 'word', word }),
                })),
                this.t('stats.keywords'),
              )}
            </figure>`
      }
      ${
        page.articles.length < 2
          ? null
          : html`<figure>
              <figcaption class="section">${this.t('stats.lengths')}</figcaption>
              ${barChart(
                longest(page).map((article) => ({
                  label: titleOf(page, article),
                  value: article.end - article.start,
                  chosen: this.selection?.kind === 'article' && this.selection.article === article.id,
                  onChoose: () => this.choose({ kind: 'article', article: article.id }),
                })),
                this.t('stats.lengths'),
              )}
            </figure>`
      }
    </section>`;
  }

  static override styles = [
    ...BanmianElement.styles,
    chartStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: 0.9rem 0.75rem;
        margin-bottom: 1.75rem;
      }
      dl div {
        display: flex;
        flex-direction: column-reverse;
      }
      dt {
        font-size: 0.75rem;
        color: var(--_soft);
      }
      dd {
        font-family: var(--_serif);
        font-size: 1.35rem;
        line-height: 1.3;
        font-variant-numeric: lining-nums tabular-nums;
      }
      figure {
        margin-bottom: 1.75rem;
      }
    `,
  ];
}

/** The longest articles in the order of the page. */
function longest(page: Page): Article[] {
  const length = ({ start, end }: Article) => end - start;
  const least = page.articles.map(length).sort((a, b) => b - a)[BARS - 1] ?? 0;
  return page.articles.filter((article) => length(article) >= least).slice(0, BARS);
}
