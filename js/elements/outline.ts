import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Article, Block, Page } from '../types/page.js';
import { BanmianElement } from './element.js';
import { titleOf } from './selection.js';

/** Articles drawn at first. */
const PORTION = 100;

/**
 * The articles and their headings, to jump by.
 *
 * @csspart item - an entry
 */
export class BanmianOutline extends BanmianElement {
  static override properties: PropertyDeclarations = {
    collapsed: { type: Boolean },
    drawn: { state: true },
  };

  /** Whether only the title is shown until the reader opens it. */
  declare collapsed: boolean;

  declare private drawn: number;

  constructor() {
    super();
    this.collapsed = false;
    this.drawn = PORTION;
  }

  protected override view(page: Page): TemplateResult {
    const more = page.articles.length - this.drawn;
    return html`<nav aria-label=${this.t('outline.title')}>
      <details ?open=${!this.collapsed} data-rove="[part=item]">
      <summary class="section">${this.t('outline.title')}</summary>
      <ol>
        ${page.articles.slice(0, this.drawn).map((article) => this.#article(page, article))}
      </ol>
      ${
        more > 0
          ? html`<button class="tool" @click=${() => {
              this.drawn += PORTION * 4;
            }}>${this.t('outline.more', { n: more })}</button>`
          : nothing
      }
      </details>
    </nav>`;
  }

  #article(page: Page, article: Article): TemplateResult {
    const chosen = this.selection?.kind === 'article' && this.selection.article === article.id;
    return html`<li>
      <button
        part="item"
        tabindex="-1"
        class="article"
        lang="zh"
        aria-current=${chosen ? 'location' : nothing}
        @click=${() => this.choose({ kind: 'article', article: article.id })}
      >
        ${titleOf(page, article) || this.t('article.untitled')}
      </button>
      ${this.#entries(page, article, entriesOf(article), null)}
    </li>`;
  }

  /** Whether just this entry is chosen. */
  #isHere({ start, end }: Block): boolean {
    const { selection } = this;
    return selection?.kind === 'range' && selection.start === start && selection.end === end;
  }

  #entries(page: Page, article: Article, entries: Entries, parent: number | null): TemplateResult | typeof nothing {
    const those = entries.get(parent);
    if (!those) return nothing;
    return html`<ol>
      ${those.map(({ block, index }) => {
        const { start, end, type } = block;
        return html`<li>
          <button part="item" tabindex="-1" class=${type} lang="zh" aria-current=${this.#isHere(block) ? 'location' : nothing} @click=${() => this.choose({ kind: 'range', start, end })}>
            ${labelOf(page, block)}
          </button>
          ${this.#entries(page, article, entries, index)}
        </li>`;
      })}
    </ol>`;
  }

  static override styles = [
    ...BanmianElement.styles,
    css`
      summary {
        cursor: pointer;
      }
      summary::marker {
        font-size: 0.75em;
      }
      li li {
        padding-left: 0.9rem;
        border-left: 1px solid var(--_rule);
      }
      button {
        display: block;
        width: 100%;
        padding: 0.3rem 0.4rem;
        border-radius: 4px;
        font-size: 0.875rem;
        line-height: 1.5;
      }
      button:hover,
      button[aria-current] {
        color: var(--_accent);
        background: var(--_ground);
      }
      .article {
        font-family: var(--_serif);
        font-size: 0.9375rem;
        font-weight: 700;
        margin-top: 0.25rem;
      }
      .paragraph {
        color: var(--_soft);
        font-size: 0.8125rem;
      }
    `,
  ];
}

type Entries = Map<number | null, { block: Block; index: number }[]>;

/** The blocks of an article that stand in its outline, by the entry they stand under. */
function entriesOf(article: Article): Entries {
  const entries: Entries = new Map();
  article.blocks.forEach((block, index) => {
    if (block.level === null || block.type === 'headline') return;
    const under = entries.get(block.parent);
    if (under) under.push({ block, index });
    else entries.set(block.parent, [{ block, index }]);
  });
  return entries;
}

/** A heading as it stands; of a paragraph, its first clause. */
function labelOf(page: Page, { start, end, type }: Block): string {
  const text = page.text.slice(start, end);
  if (type === 'heading') return text;
  const clause = /^.{0,24}?[。；！？](?=.|$)/u.exec(text)?.[0].slice(0, -1) ?? text;
  return clause.length > 24 ? `${clause.slice(0, 24)}…` : clause;
}
