import { css, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Article, Block, Page } from '../types/page.js';
import { BanmianElement } from './element.js';
import { MARK_KINDS, type Mark, type MarkKind, Marks, segmentsOf, USUAL_KINDS } from './marks.js';
import { lastAtOrBefore, type Range, rangesOf, type Selection } from './selection.js';

/** Blocks drawn at first and each time the end comes near. */
const PORTION = 250;

type Opened = { mark: Mark; left: number; top: number };

/**
 * The page as an editor would lay it out, with its names marked.
 *
 * @csspart legend - the switches of what is marked
 * @csspart article - an article
 * @csspart headline - its main headline
 * @csspart why - the card that says why something is marked
 */
export class BanmianPage extends BanmianElement {
  static override properties: PropertyDeclarations = {
    kinds: { attribute: false },
    opened: { state: true },
    drawn: { state: true },
  };

  /** What is marked. */
  declare kinds: ReadonlySet<MarkKind>;
  declare private opened: Opened | null;
  declare private drawn: number;

  #marks: { page: Page; marks: Marks } | null = null;
  #lit: readonly Range[] = [];
  #chosenHere: Selection | null = null;
  #observer: IntersectionObserver | null = null;

  constructor() {
    super();
    this.kinds = USUAL_KINDS;
    this.opened = null;
    this.drawn = PORTION;
    this.addEventListener('keydown', (event) => this.#onKey(event));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.#observer = null;
  }

  /** Brings what is chosen into sight. */
  async reveal(): Promise<void> {
    const page = this.current;
    if (!page || !this.selection) return;
    const [start] = this.#placeOf(page, this.selection) ?? [];
    if (start === undefined) return;
    const blocks = page.articles.flatMap((article) => article.blocks.map((block) => block.start));
    this.drawn = Math.max(this.drawn, lastAtOrBefore(blocks, start) + PORTION);
    await this.updateComplete;
    const target =
      this.selection.kind === 'article'
        ? this.renderRoot.querySelector(`#${CSS.escape(this.selection.article)}`)
        : (this.renderRoot.querySelector('.lit') ?? this.renderRoot.querySelector(`[data-start="${start}"]`));
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const block = this.selection.kind === 'article' ? 'start' : 'center';
    target?.scrollIntoView({ block, behavior: calm ? 'instant' : 'smooth' });
  }

  #placeOf(page: Page, selection: Selection): Range | undefined {
    if (selection.kind !== 'article') return rangesOf(page, selection)[0];
    const article = page.articles.find(({ id }) => id === selection.article);
    return article && [article.start, article.end];
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const page = this.current;
    if (page && this.#marks?.page !== page) {
      this.#marks = { page, marks: new Marks(page) };
      this.opened = null;
      this.drawn = PORTION;
    }
    this.#lit = page ? rangesOf(page, this.selection) : [];
  }

  protected override updated(changed: PropertyValues): void {
    this.renderRoot.querySelector('.mark')?.setAttribute('tabindex', '0');
    if (changed.has('selection') && this.selection !== this.#chosenHere) void this.reveal();
    this.#watchEnd();
  }

  #watchEnd(): void {
    this.#observer ??= new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.drawn += PORTION;
      },
      { rootMargin: '1500px' },
    );
    this.#observer.disconnect();
    const end = this.renderRoot.querySelector('.end');
    if (end) this.#observer.observe(end);
  }

  protected override view(page: Page): TemplateResult {
    let left = this.drawn;
    const articles: TemplateResult[] = [];
    for (const article of page.articles) {
      if (left <= 0) break;
      articles.push(this.#article(page, article, left));
      left -= article.blocks.length;
    }
    return html`${this.#legend()}
      <div class="articles ${this.drawn > PORTION || left < 0 ? 'long' : ''}" @click=${this.#onClick}>${repeat(
        articles,
        (_, index) => page.articles[index]?.id,
        (it) => it,
      )}</div>
      ${left < 0 ? html`<div class="end"></div>` : nothing} ${this.opened ? this.#why(page, this.opened) : nothing}`;
  }

  #legend(): TemplateResult | typeof nothing {
    const counts = this.#marks?.marks.counts;
    if (!counts?.size) return nothing;
    const toggle = (kind: MarkKind) => {
      const kinds = new Set(this.kinds);
      if (!kinds.delete(kind)) kinds.add(kind);
      this.kinds = kinds;
      this.opened = null;
    };
    return html`<div class="legend" part="legend" role="group" aria-label=${this.t('legend.title')}>
      ${MARK_KINDS.filter((kind) => counts.has(kind)).map(
        (kind) =>
          html`<button class="switch ${kind}" aria-pressed=${this.kinds.has(kind)} @click=${() => toggle(kind)}>
            <span class="swatch"></span>${this.t(`kind.${kind}`)}<span class="number">${counts.get(kind)}</span>
          </button>`,
      )}
    </div>`;
  }

  #article(page: Page, article: Article, portion: number): TemplateResult {
    const lines = headlineLines(page, article);
    const bylines = article.blocks.filter(({ type }) => type === 'byline');
    const rest = article.blocks.slice(0, portion);
    const meta = [
      this.t(`article.${article.kind}`),
      article.continuedFrom && this.t('article.from', { n: article.continuedFrom.page }),
      article.continuedTo && this.t('article.to', { n: article.continuedTo.page }),
    ].filter(Boolean);
    const depths = headingDepths(article);
    return html`<article id=${article.id} part="article" lang="zh" class=${article.kind}>
      <header>
        <p class="meta" lang=${this.language}>${meta.join(' · ')}</p>
        ${
          lines.main.length + lines.kicker.length + lines.sub.length > 0
            ? html`<hgroup>
                ${lines.kicker.map((block) => html`<p class="kicker">${this.#text(page, block)}</p>`)}
                <h2 part="headline">${lines.main.map((block) => html`<span class="line">${this.#text(page, block)}</span>`)}</h2>
                ${lines.sub.map((block) => html`<p class="sub">${this.#text(page, block)}</p>`)}
              </hgroup>`
            : nothing
        }
        ${bylines.length > 0 ? html`<p class="byline">${bylines.map((block) => html`<span>${this.#text(page, block)}</span>`)}</p>` : nothing}
      </header>
      ${rest.map((block, index) => this.#block(page, block, depths[index] ?? 1))}
    </article>`;
  }

  #block(page: Page, block: Block, depth: number): TemplateResult | typeof nothing {
    if (block.type === 'headline' || block.type === 'byline') return nothing;
    const text = this.#text(page, block);
    if (block.type !== 'heading') return html`<p class=${block.type} data-start=${block.start}>${text}</p>`;
    if (depth === 1) return html`<h3 data-start=${block.start}>${text}</h3>`;
    if (depth === 2) return html`<h4 data-start=${block.start}>${text}</h4>`;
    return html`<h5 data-start=${block.start}>${text}</h5>`;
  }

  #text(page: Page, { start, end }: { start: number; end: number }): TemplateResult[] {
    const marks = this.#marks?.marks.within(start, end, this.kinds) ?? [];
    return segmentsOf(page.text, start, end, marks, this.#lit).map((segment) => {
      const inner = segment.marks.at(-1);
      const lit = segment.lit ? 'lit' : '';
      if (!inner) return html`<span class=${lit} data-at=${segment.start}>${segment.text}</span>`;
      const kinds = segment.marks.map(({ kind }) => kind).join(' ');
      const id = `${inner.kind}:${inner.index}`;
      return html`<span class="mark ${kinds} ${lit}" role="button" tabindex="-1" data-mark=${id} data-at=${segment.start}
        >${segment.text}</span
      >`;
    });
  }

  #why(page: Page, { mark, left, top }: Opened): TemplateResult {
    const { title, details, because, entity } = this.#explain(page, mark);
    const position = `left: ${left}px; top: ${top}px`;
    return html`<div class="why" part="why" role="dialog" aria-label=${title} .style=${position}>
      <p class="what ${mark.kind}"><span class="swatch"></span>${this.t(`kind.${mark.kind}`)}</p>
      <p class="name" lang="zh">${title}</p>
      ${details.map((detail) => html`<p class="detail">${detail}</p>`)}
      ${
        entity === null
          ? nothing
          : html`<p class="detail">${this.t('why.mentions', { n: page.entities[entity]?.mentions.length ?? 0 })}</p>`
      }
      <p class="detail">${this.t('why.rule')} ${this.rule(because)}</p>
      <button class="close" aria-label=${this.t('why.close')} @click=${() => this.#close()}>×</button>
    </div>`;
  }

  #explain(page: Page, mark: Mark): { title: string; details: string[]; because: string; entity: number | null } {
    const written = page.text.slice(mark.start, mark.end);
    if (mark.kind === 'time') {
      const time = page.times[mark.index];
      const about = time?.approximate ? `${this.t('why.approximate')} ` : '';
      return {
        title: written,
        details: time?.value ? [about + time.value] : [],
        because: time?.because ?? '',
        entity: null,
      };
    }
    if (mark.kind === 'quantity') {
      const quantity = page.quantities[mark.index];
      const value = quantity?.value?.toLocaleString(this.language);
      const bounds = quantity?.bounds?.map((bound) => bound?.toLocaleString(this.language) ?? '…').join(' – ');
      const details = [value ?? bounds, quantity?.unit, quantity?.kind].filter((part) => part != null).join(' ');
      return { title: written, details: [details], because: quantity?.because ?? '', entity: null };
    }
    if (mark.kind === 'quote') {
      const quote = page.quotes[mark.index];
      const speaker = quote?.speaker == null ? this.t('quotes.unknown') : (page.entities[quote.speaker]?.name ?? '');
      const title = written.length > 40 ? `${written.slice(0, 40)}…` : written;
      return {
        title,
        details: [[speaker, quote?.verb].filter(Boolean).join(' · ')],
        because: quote?.because ?? '',
        entity: null,
      };
    }
    const mention = page.mentions[mark.index];
    const entity = mention ? page.entities[mention.entity] : undefined;
    const details = entity?.titles.length ? [entity.titles.join('、')] : [];
    if (entity?.place && entity.place.path.length > 1) details.push(entity.place.path.join(' › '));
    return {
      title: entity?.name ?? written,
      details,
      because: mention?.because ?? '',
      entity: mention?.entity ?? null,
    };
  }

  #onClick = (event: MouseEvent): void => {
    const target = event.composedPath()[0];
    if (!(target instanceof HTMLElement)) return;
    const mark = target.closest<HTMLElement>('[data-mark]');
    if (mark) this.#open(mark);
    else {
      this.#close();
      this.#chooseWordAt(event);
    }
  };

  #open(element: HTMLElement): void {
    const page = this.current;
    const [kind, index] = (element.dataset.mark ?? '').split(':') as [MarkKind, string];
    const at = Number(element.dataset.at);
    const mark = this.#marks?.marks
      .within(at, at + 1, this.kinds)
      .find((it) => it.kind === kind && it.index === Number(index));
    if (!page || !mark) return;
    const own = this.getBoundingClientRect();
    const box = element.getClientRects()[0] ?? own;
    const width = Math.min(288, own.width);
    const left = Math.max(0, Math.min(box.left - own.left, own.width - width));
    this.opened = { mark, left, top: box.bottom - own.top + 8 };
    const mention = kind === 'time' || kind === 'quantity' || kind === 'quote' ? undefined : page.mentions[mark.index];
    this.#chooseHere(
      mention ? { kind: 'entity', entity: mention.entity } : { kind: 'range', start: mark.start, end: mark.end },
    );
  }

  #close(): void {
    this.opened = null;
  }

  /** A click on plain text chooses the word there. */
  #chooseWordAt(event: MouseEvent): void {
    const page = this.current;
    if (!page || !document.getSelection()?.isCollapsed) return;
    const options = { shadowRoots: this.shadowRoot ? [this.shadowRoot] : [] };
    const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY, options);
    const span = caret?.offsetNode.parentElement?.closest<HTMLElement>('[data-at]');
    if (!caret || !span) {
      if (this.selection) this.#chooseHere(null);
      return;
    }
    const offset = Number(span.dataset.at) + caret.offset;
    const token = lastAtOrBefore(page.tokens.start, offset);
    const isWord = token >= 0 && !page.tokens.tag[token]?.startsWith('w');
    const word = page.text.slice(page.tokens.start[token], page.tokens.end[token]);
    this.#chooseHere(isWord ? { kind: 'word', word } : null);
  }

  #chooseHere(selection: Selection | null): void {
    this.#chosenHere = selection;
    this.choose(selection);
  }

  #onKey(event: KeyboardEvent): void {
    const target = event.composedPath()[0];
    if (event.key === 'Escape' && (this.opened || this.selection)) {
      this.#close();
      this.#chooseHere(null);
      return;
    }
    if (!(target instanceof HTMLElement) || !target.dataset.mark) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#open(target);
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const marks = [...this.renderRoot.querySelectorAll<HTMLElement>('.mark')];
    marks[marks.indexOf(target) + step]?.focus();
  }

  static override styles = [
    ...BanmianElement.styles,
    css`
      :host {
        position: relative;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        margin-bottom: 1.75rem;
      }
      .switch {
        display: inline-flex;
        align-items: center;
        gap: 0.4em;
        font-size: 0.8125rem;
        padding: 0.2rem 0.7rem;
        border: 1px solid var(--_rule);
        border-radius: 999px;
        color: var(--_soft);
      }
      .switch[aria-pressed='true'] {
        color: var(--_ink);
        background: var(--_paper);
        border-color: var(--_soft);
      }
      .switch[aria-pressed='false'] .swatch {
        background: transparent;
        box-shadow: inset 0 0 0 1.5px var(--_soft);
      }
      .number {
        color: var(--_soft);
        font-variant-numeric: tabular-nums;
      }
      .swatch {
        display: inline-block;
        width: 0.6em;
        height: 0.6em;
        border-radius: 50%;
        background: var(--_mark);
      }
      .person {
        --_mark: var(--_person);
      }
      .place {
        --_mark: var(--_place);
      }
      .organization {
        --_mark: var(--_organization);
      }
      .title {
        --_mark: var(--_title);
      }
      .work {
        --_mark: var(--_work);
      }
      .term {
        --_mark: var(--_term);
      }
      .event {
        --_mark: var(--_event);
      }
      .time {
        --_mark: var(--_time);
      }
      .quantity {
        --_mark: var(--_quantity);
      }
      .quote {
        --_mark: var(--_quote);
      }
      article {
        font-family: var(--_serif);
        font-size: var(--banmian-size, 1.125rem);
        line-height: 1.95;
        max-width: var(--banmian-measure, 38em);
        padding-bottom: 3rem;
        margin-bottom: 2.75rem;
        border-bottom: 1px solid var(--_rule);
        scroll-margin-top: var(--banmian-scroll-margin, 5rem);
        overflow-wrap: anywhere;
      }
      article:last-of-type {
        border-bottom: 0;
      }
      header {
        margin-bottom: 1.6rem;
      }
      .meta {
        font-family: var(--_sans);
        font-size: 0.8125rem;
        letter-spacing: 0.08em;
        color: var(--_accent);
        margin-bottom: 0.6rem;
      }
      h2 {
        font-size: clamp(1.55rem, 1.1rem + 1.9vw, 2.3rem);
        font-weight: 700;
        line-height: 1.35;
        letter-spacing: 0.01em;
        text-wrap: balance;
      }
      .line {
        display: block;
      }
      .kicker {
        font-size: 1.0625rem;
        line-height: 1.6;
        color: var(--_soft);
        margin-bottom: 0.35rem;
      }
      .sub {
        font-size: 1.0625rem;
        line-height: 1.7;
        margin-top: 0.6rem;
        color: var(--_soft);
      }
      .byline {
        font-family: var(--_sans);
        font-size: 0.875rem;
        color: var(--_soft);
        margin-top: 0.9rem;
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.25rem;
      }
      h3,
      h4,
      h5 {
        line-height: 1.6;
        font-weight: 700;
        scroll-margin-top: 6rem;
      }
      h3 {
        font-size: 1.3rem;
        margin: 2.1rem 0 0.8rem;
      }
      h4 {
        font-size: 1.125rem;
        margin: 1.4rem 0 0.6rem;
      }
      h5 {
        font-size: 1.0625rem;
        margin: 1.1rem 0 0.5rem;
      }
      .paragraph,
      .dateline {
        text-indent: 2em;
        text-align: justify;
        text-justify: inter-character;
        line-break: strict;
        hanging-punctuation: allow-end;
        margin-bottom: 0.55em;
      }
      .long .paragraph {
        content-visibility: auto;
        contain-intrinsic-size: auto 8em;
      }
      .salutation {
        margin-bottom: 0.55em;
      }
      .continuation {
        font-family: var(--_sans);
        font-size: 0.875rem;
        color: var(--_soft);
        margin-bottom: 0.55em;
      }
      .signature {
        text-align: right;
      }
      .caption {
        font-family: var(--_sans);
        font-size: 0.9375rem;
        line-height: 1.7;
        color: var(--_soft);
        border-left: 2px solid var(--_rule);
        padding-left: 0.9em;
        margin-bottom: 0.55em;
      }
      .mark {
        cursor: pointer;
        text-decoration: underline;
        text-decoration-color: color-mix(in srgb, var(--_mark) 55%, transparent);
        text-decoration-thickness: 2px;
        text-underline-offset: 0.28em;
      }
      .mark:hover,
      .mark:focus-visible {
        background: color-mix(in srgb, var(--_mark) 14%, transparent);
        text-decoration-color: var(--_mark);
      }
      .mark.quote {
        text-decoration-style: dotted;
      }
      .mark.time,
      .mark.quantity {
        text-decoration-style: dashed;
        text-decoration-thickness: 1px;
      }
      .why {
        position: absolute;
        z-index: 5;
        width: min(18rem, 100%);
        background: var(--_paper);
        border: 1px solid var(--_rule);
        border-radius: 8px;
        box-shadow: 0 8px 30px rgb(0 0 0 / 0.16);
        padding: 0.8rem 1rem;
        font-size: 0.875rem;
      }
      .what {
        display: flex;
        align-items: center;
        gap: 0.45em;
        font-size: 0.75rem;
        color: var(--_soft);
      }
      .name {
        font-family: var(--_serif);
        font-size: 1.125rem;
        font-weight: 700;
        padding-right: 1.5rem;
      }
      .detail {
        color: var(--_soft);
        margin-top: 0.2rem;
      }
      .close {
        position: absolute;
        top: 0.4rem;
        right: 0.5rem;
        width: 1.75rem;
        height: 1.75rem;
        text-align: center;
        font-size: 1.1rem;
        color: var(--_soft);
      }
      .end {
        height: 1px;
      }
      @media print {
        .legend,
        .why {
          display: none;
        }
        .mark {
          text-decoration: none;
        }
        article {
          max-width: none;
          break-inside: auto;
        }
        .long .paragraph {
          content-visibility: visible;
        }
      }
    `,
  ];
}

interface Lines {
  kicker: Block[];
  main: Block[];
  sub: Block[];
}

/** The headline's blocks by what they are. */
function headlineLines(page: Page, article: Article): Lines {
  const lines: Lines = { kicker: [], main: [], sub: [] };
  for (const block of article.blocks) {
    if (block.type !== 'headline') continue;
    const text = page.text.slice(block.start, block.end);
    if (article.headline?.kicker.includes(text)) lines.kicker.push(block);
    else if (article.headline?.sub.includes(text)) lines.sub.push(block);
    else lines.main.push(block);
  }
  return lines;
}

/** How many headings each block stands under, itself counted when it is one. */
function headingDepths(article: Article): number[] {
  const depths: number[] = [];
  article.blocks.forEach((block, index) => {
    const above = block.parent === null ? 0 : (depths[block.parent] ?? 0);
    depths[index] = above + (block.type === 'heading' ? 1 : 0);
  });
  return depths;
}
