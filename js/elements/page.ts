import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Article, Block, Page } from '../types/page.js';
import { choiceStyles, choices, saidOf } from './corrections.js';
import { BanmianElement } from './element.js';
import { headingDepths, headlineLines } from './headline.js';
import { markStyles } from './mark-styles.js';
import { MARK_KINDS, type Mark, type MarkKind, Marks, segmentsOf, USUAL_KINDS } from './marks.js';
import { pageStyles } from './page-styles.js';
import { lastAtOrBefore, type Range, rangesOf, rangesWithin, type Selection, sourcePieces } from './selection.js';
import { bringIntoSight } from './sight.js';
import { explain } from './why.js';

/** Blocks that are drawn ahead of the reader. */
const AHEAD = 250;
/** What a page may keep at the top of the screen, in pixels. */
const HEAD = 80;
/** Blocks drawn at first. */
const FIRST = 3;
/** A frame with something new drawn should take about this long, in milliseconds: no one waits for it. */
const FRAME = 20;

/** Where a reader is: the block that begins at `start` (UTF-16) begins `top` pixels below the top of the screen. */
export interface ReadingPlace {
  start: number;
  top: number;
}

type Card = { left: number; top: number } & ({ mark: Mark } | { block: Block });

/**
 * The page as an editor would lay it out, with its names marked.
 *
 * @fires banmian-kinds - the reader chose what is marked; `detail` is an array of {@link MarkKind}
 * @fires banmian-show - the reader wants to see more of something; `detail` is `names`, `figures` or `quotes`
 * @csspart legend - the switches of what is marked
 * @csspart article - an article
 * @csspart headline - its main headline
 * @csspart why - the card that says why something is marked
 */
export class BanmianPage extends BanmianElement {
  static override properties: PropertyDeclarations = {
    kinds: { attribute: false },
    editable: { type: Boolean },
    card: { state: true },
    from: { state: true },
    to: { state: true },
  };

  /** What is marked. */
  declare kinds: ReadonlySet<MarkKind>;
  /** Whether a reader may say what a line is (`banmian-hint`). */
  declare editable: boolean;
  declare private card: Card | null;
  /** The blocks that are drawn, counted over all articles. */
  declare private from: number;
  declare private to: number;

  #marks: { page: Page; marks: Marks; starts: number[] } | null = null;
  #lit: readonly Range[] = [];
  #chosenHere: Selection | null = null;
  #observer: IntersectionObserver | null = null;
  #goal = AHEAD;
  #step = FIRST;
  #began = 0;
  #drawing = false;
  #opener: HTMLElement | null = null;

  constructor() {
    super();
    this.kinds = USUAL_KINDS;
    this.editable = false;
    this.card = null;
    this.from = 0;
    this.to = FIRST;
    this.addEventListener('keydown', this.#onKey);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#drawAll);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#drawAll);
    this.#observer?.disconnect();
    this.#observer = null;
  }

  /** Brings what is chosen into sight, and the keyboard there if it is to go on from there. */
  async reveal({ focus = false }: { focus?: boolean } = {}): Promise<void> {
    const page = this.current;
    if (!page || !this.selection) return;
    await this.updateComplete;
    const start = this.#placeOf(page, this.selection);
    if (start === undefined) return;
    this.#drawAround(lastAtOrBefore(this.#marks?.starts ?? [], start));
    await this.updateComplete;
    const target =
      this.selection.kind === 'article'
        ? this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(this.selection.article)}`)
        : (this.renderRoot.querySelector<HTMLElement>('.now') ??
          this.renderRoot.querySelector<HTMLElement>(`.lit[data-at="${start}"]`) ??
          this.renderRoot.querySelector<HTMLElement>('.lit') ??
          this.renderRoot.querySelector<HTMLElement>(`[data-start="${start}"]`));
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const block = this.selection.kind === 'article' ? 'start' : 'center';
    if (!target) return;
    if (focus) focusOn(target, { preventScroll: true });
    if (calm || this.selection.kind === 'string') bringIntoSight(target, block);
    else target.scrollIntoView({ block, behavior: 'smooth' });
  }

  /** What stands topmost in sight; `null` at the beginning. */
  get place(): ReadingPlace | null {
    const blocks = this.renderRoot.querySelectorAll<HTMLElement>('[data-start]');
    let [low, high] = [0, blocks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((blocks[middle]?.getBoundingClientRect().bottom ?? 0) <= HEAD) low = middle + 1;
      else high = middle;
    }
    const topmost = blocks[low];
    return low === 0 || !topmost
      ? null
      : { start: Number(topmost.dataset.start), top: topmost.getBoundingClientRect().top };
  }

  /** Goes on where one was. */
  async goTo({ start, top }: ReadingPlace): Promise<void> {
    await this.updateComplete;
    this.#drawAround(lastAtOrBefore(this.#marks?.starts ?? [], start));
    await this.updateComplete;
    const block = this.renderRoot.querySelector(`[data-start="${start}"]`);
    if (block) bringIntoSight(block, top);
  }

  #placeOf(page: Page, selection: Selection): number | undefined {
    if (selection.kind === 'article') return page.articles.find(({ id }) => id === selection.article)?.start;
    if (selection.kind === 'string' && selection.at !== null) return selection.at;
    return rangesOf(page, selection)[0]?.[0];
  }

  // ---- how much is drawn ------------------------------------------------------------------------------

  /** Draws the blocks around one: on from what is drawn if that is near, else from there anew. */
  #drawAround(block: number): void {
    if (block < this.from || block > this.to + AHEAD) {
      this.from = Math.max(0, block - 20);
      this.to = block + 20;
    } else {
      this.to = Math.max(this.to, block + 20);
    }
    this.#goal = Math.max(this.#goal, block + AHEAD);
  }

  #drawAll = (): void => {
    this.from = 0;
    this.to = this.#goal = this.#marks?.starts.length ?? 0;
  };

  /** Draws on in small pieces, so that the page stays free for its reader. */
  #drawOn(total: number): void {
    if (this.#drawing || this.to >= Math.min(this.#goal, total)) return;
    this.#drawing = true;
    const began = this.#began;
    requestAnimationFrame(() =>
      // After the frame: what was drawn has been laid out and painted.
      setTimeout(() => {
        this.#drawing = false;
        const took = Math.max(1, performance.now() - began);
        this.#step = Math.max(2, Math.min(48, Math.round((this.#step * FRAME) / took)));
        this.to = Math.min(this.to + this.#step, this.#goal);
      }),
    );
  }

  #watchEnds(): void {
    this.#observer ??= new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting) continue;
          if (target.classList.contains('end')) {
            this.#goal = this.to + AHEAD;
            this.to += 2;
          } else {
            this.from = Math.max(0, this.from - 30);
          }
        }
      },
      { rootMargin: '1500px' },
    );
    this.#observer.disconnect();
    for (const end of this.renderRoot.querySelectorAll('.begin, .end')) this.#observer.observe(end);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#began = performance.now();
    const page = this.current;
    if (page && this.#marks?.page !== page) {
      const again = this.#marks !== null && changed.has('hints');
      const starts = page.articles.flatMap((article) => article.blocks.map(({ start }) => start));
      this.#marks = { page, marks: new Marks(page), starts };
      this.card = null;
      // The same text read again with a hint stays as far drawn as it was.
      if (!again) {
        this.from = 0;
        this.to = this.#step = FIRST;
        this.#goal = AHEAD;
      }
    }
    this.#lit = page ? rangesOf(page, this.selection) : [];
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('selection') && this.selection !== this.#chosenHere) void this.reveal();
    if (changed.has('card') && this.card) this.renderRoot.querySelector<HTMLElement>('.why button')?.focus();
    this.#watchEnds();
    this.#drawOn(this.#marks?.starts.length ?? 0);
  }

  // ---- what is drawn ----------------------------------------------------------------------------------

  protected override view(page: Page): TemplateResult {
    const total = this.#marks?.starts.length ?? 0;
    const articles: { article: Article; from: number; to: number }[] = [];
    let first = 0;
    for (const article of page.articles) {
      const length = article.blocks.length;
      const [from, to] = [Math.max(0, this.from - first), Math.min(length, this.to - first)];
      if (from < to || (length === 0 && this.from <= first && first < this.to)) articles.push({ article, from, to });
      first += length;
    }
    return html`${this.#legend()} ${this.from > 0 ? html`<div class="begin"></div>` : nothing}
      <div class="articles ${this.editable ? 'editable' : ''}" data-rove=".handle, .mark" @click=${this.#onClick}>
        ${repeat(
          articles,
          ({ article }) => article.id,
          ({ article, from, to }) => this.#article(page, article, from, to),
        )}
      </div>
      ${this.to < total ? html`<div class="end"></div>` : nothing} ${this.card ? this.#cardOf(page, this.card) : nothing}`;
  }

  #legend(): TemplateResult | typeof nothing {
    const counts = this.#marks?.marks.counts;
    if (!counts?.size) return nothing;
    const toggle = (kind: MarkKind) => {
      const kinds = new Set(this.kinds);
      if (!kinds.delete(kind)) kinds.add(kind);
      this.kinds = kinds;
      this.card = null;
      this.dispatchEvent(new CustomEvent('banmian-kinds', { detail: [...kinds], bubbles: true, composed: true }));
    };
    return html`<div class="legend" part="legend" role="group" data-rove="button" aria-label=${this.t('legend.title')}>
      ${MARK_KINDS.filter((kind) => counts.has(kind)).map(
        (kind) =>
          html`<button class="switch ${kind}" tabindex="-1" aria-pressed=${this.kinds.has(kind)} @click=${() => toggle(kind)}>
            <span class="swatch"></span>${this.t(`kind.${kind}`)}<span class="number">${counts.get(kind)}</span>
          </button>`,
      )}
    </div>`;
  }

  #article(page: Page, article: Article, from: number, to: number): TemplateResult {
    const lines = headlineLines(page, article);
    const bylines = article.blocks.filter(({ type }) => type === 'byline');
    const meta = [
      article.kind !== 'other' && this.t(`article.${article.kind}`),
      article.continuedFrom && this.t('article.from', { n: article.continuedFrom.page }),
      article.continuedTo && this.t('article.to', { n: article.continuedTo.page }),
    ].filter(Boolean);
    const depths = headingDepths(article);
    const body = article.blocks.slice(from, to);
    return html`<article id=${article.id} part="article" lang="zh" class=${article.kind}>
      <header>
        ${meta.length > 0 ? html`<p class="meta" lang=${this.language}>${meta.join(' · ')}</p>` : nothing}
        ${
          lines.main.length + lines.kicker.length + lines.sub.length > 0
            ? html`<hgroup>
                ${lines.kicker.map((block) => html`<p class="kicker block">${this.#inside(page, block)}</p>`)}
                <h2 part="headline">${lines.main.map((block) => html`<span class="line block">${this.#inside(page, block)}</span>`)}</h2>
                ${lines.sub.map((block) => html`<p class="sub block">${this.#inside(page, block)}</p>`)}
              </hgroup>`
            : nothing
        }
        ${bylines.length > 0 ? html`<p class="byline">${bylines.map((block) => html`<span class="block">${this.#inside(page, block)}</span>`)}</p>` : nothing}
      </header>
      ${repeat(
        body,
        (block) => block.start,
        (block, index) => this.#block(page, block, depths[from + index] ?? 1),
      )}
    </article>`;
  }

  #block(page: Page, block: Block, depth: number): TemplateResult | typeof nothing {
    if (block.type === 'headline' || block.type === 'byline') return nothing;
    const inside = this.#inside(page, block);
    if (block.type !== 'heading') return html`<p class="block ${block.type}" data-start=${block.start}>${inside}</p>`;
    if (depth === 1) return html`<h3 class="block" data-start=${block.start}>${inside}</h3>`;
    if (depth === 2) return html`<h4 class="block" data-start=${block.start}>${inside}</h4>`;
    return html`<h5 class="block" data-start=${block.start}>${inside}</h5>`;
  }

  /** A block's text and, before it, the handle by which a reader takes it; drawn again only when something in it changes. */
  #inside(page: Page, block: Block): unknown {
    const lit = rangesWithin(this.#lit, block.start, block.end);
    const now = this.selection?.kind === 'string' ? this.selection.at : null;
    const at = now !== null && block.start <= now && now < block.end ? now : -1;
    const key = lit.length === 0 ? '' : `${lit[0]?.[0]}-${lit.at(-1)?.[1]}-${lit.length}-${at}`;
    return guard([page, block, this.kinds, key, this.editable, this.language], () => [
      this.editable ? this.#handle(page, block) : nothing,
      this.#text(page, block, lit, at),
    ]);
  }

  #handle(page: Page, block: Block): TemplateResult {
    const label = this.t('hint.of', { t: page.text.slice(block.start, Math.min(block.end, block.start + 16)) });
    return html`<button class="handle" tabindex="-1" lang=${this.language} aria-label=${label} title=${this.t('hint.title')} data-block=${block.start}></button>`;
  }

  #text(page: Page, { start, end }: Block, lit: readonly Range[], now: number): TemplateResult[] {
    const marks = this.#marks?.marks.within(start, end, this.kinds) ?? [];
    return segmentsOf(page.text, start, end, marks, lit).map((segment) => {
      const inner = segment.marks.at(-1);
      const light = segment.lit ? (segment.start === now ? 'lit now' : 'lit') : '';
      if (!inner) return html`<span class=${light} data-at=${segment.start}>${segment.text}</span>`;
      const kinds = segment.marks.map(({ kind }) => kind).join(' ');
      const id = `${inner.kind}:${inner.index}`;
      return html`<span class="mark ${kinds} ${light}" role="button" tabindex="-1" data-mark=${id} data-at=${segment.start}
        >${segment.text}</span
      >`;
    });
  }

  // ---- the card ---------------------------------------------------------------------------------------

  #cardOf(page: Page, card: Card): TemplateResult {
    const inside = 'mark' in card ? this.#markCard(page, card.mark) : this.#blockCard(page, card.block);
    const title = this.t('mark' in card ? `kind.${card.mark.kind}` : 'hint.title');
    return html`<div class="why" part="why" role="dialog" aria-label=${title} .style=${`left: ${card.left}px; top: ${card.top}px`}>
      ${inside}
      <button class="close" aria-label=${this.t('why.close')} @click=${() => this.#close()}>×</button>
    </div>`;
  }

  #markCard(page: Page, mark: Mark): TemplateResult {
    const { title, details, because, entity } = explain(page, mark, this.language);
    const view = entity !== null ? 'names' : mark.kind === 'quote' ? 'quotes' : 'figures';
    return html`<p class="what ${mark.kind}"><span class="swatch"></span>${this.t(`kind.${mark.kind}`)}</p>
      <p class="name" lang="zh">${title}</p>
      ${details.map((detail) => html`<p class="detail">${detail}</p>`)}
      ${
        entity === null
          ? nothing
          : html`<p class="detail">${this.t('why.mentions', { n: page.entities[entity]?.mentions.length ?? 0 })}</p>`
      }
      <p class="detail">${this.t('why.rule')} ${this.rule(because)}</p>
      <button class="more" @click=${() => this.dispatchEvent(new CustomEvent('banmian-show', { detail: view, bubbles: true, composed: true }))}>
        ${this.t('why.more')}
      </button>`;
  }

  #blockCard(page: Page, block: Block): TemplateResult {
    const pieces = sourcePieces(page, block.start, block.end);
    const said = saidOf(this.hints, pieces);
    const at = pieces[0]?.start;
    return html`<p class="what">${this.t(`block.${block.type}`)} ${this.rule(block.because)}</p>
      ${
        said
          ? html`<p class="detail said">${this.t('hint.yours', { w: this.t(`hint.${said.is}`) })}
              <button class="back" @click=${() => this.#say(() => this.hint(said, true))}>${this.t('hint.back')}</button></p>`
          : nothing
      }
      ${
        at === undefined
          ? nothing
          : choices(
              (key) => this.t(key),
              said,
              (is) => this.#say(() => this.hint({ at, is })),
            )
      }`;
  }

  #say(hint: () => void): void {
    this.#close();
    hint();
  }

  #open(opener: HTMLElement, card: { mark: Mark } | { block: Block }): void {
    const own = this.getBoundingClientRect();
    const box = opener.getClientRects()[0] ?? own;
    const width = Math.min(288, own.width);
    const left = Math.max(0, Math.min(box.left - own.left, own.width - width));
    this.#opener = opener;
    this.card = { ...card, left, top: box.bottom - own.top + 8 };
  }

  #close(): void {
    if (!this.card) return;
    this.card = null;
    if (this.renderRoot.contains(this.#opener)) this.#opener?.focus({ preventScroll: true });
  }

  // ---- choosing ---------------------------------------------------------------------------------------

  #onClick = (event: MouseEvent): void => {
    const target = event.composedPath()[0];
    if (!(target instanceof HTMLElement)) return;
    const taken = target.closest<HTMLElement>('[data-mark], [data-block]');
    if (taken?.dataset.mark) this.#openMark(taken);
    else if (taken?.dataset.block) this.#openBlock(taken);
    else {
      this.card = null;
      this.#chooseWordAt(event);
    }
  };

  #openMark(element: HTMLElement): void {
    const page = this.current;
    const [kind, index] = (element.dataset.mark ?? '').split(':') as [MarkKind, string];
    const at = Number(element.dataset.at);
    const mark = this.#marks?.marks
      .within(at, at + 1, this.kinds)
      .find((it) => it.kind === kind && it.index === Number(index));
    if (!page || !mark) return;
    this.#open(element, { mark });
    const mention = kind === 'time' || kind === 'quantity' || kind === 'quote' ? undefined : page.mentions[mark.index];
    this.#chooseHere(
      mention ? { kind: 'entity', entity: mention.entity } : { kind: 'range', start: mark.start, end: mark.end },
    );
  }

  #openBlock(element: HTMLElement): void {
    const start = Number(element.dataset.block);
    const blocks = this.current?.articles.flatMap(({ blocks }) => blocks);
    const block = blocks?.find((it) => it.start === start);
    if (block) this.#open(element, { block });
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

  protected override letGo(): boolean {
    const open = this.card !== null;
    this.#close();
    if (this.selection) this.#chooseHere(null);
    else return open;
    return true;
  }

  /** With Shift, the arrows go from word to word and choose each: what a click on a word does. */
  #onKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const target = event.composedPath()[0];
    if (!step || !event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!(target instanceof HTMLElement) || !this.current) return;
    const block = target.dataset.block;
    const from = target.dataset.at ?? block;
    if (from === undefined) return;
    event.preventDefault();
    void this.#chooseWord(this.current, Number(from), step, block !== undefined && step > 0);
  };

  /** Chooses the first word to one side of a place, or the one at it. */
  async #chooseWord(page: Page, from: number, step: number, here: boolean): Promise<void> {
    const { start, end, tag } = page.tokens;
    let token = lastAtOrBefore(start, from);
    if (!here) token += step;
    while (tag[token]?.startsWith('w')) token += step;
    const at = start[token];
    if (at === undefined) return;
    this.#chooseHere({ kind: 'word', word: page.text.slice(at, end[token]) });
    this.#drawAround(lastAtOrBefore(this.#marks?.starts ?? [], at));
    await this.updateComplete;
    const word = this.renderRoot.querySelector<HTMLElement>(`[data-at="${at}"]`);
    if (word) focusOn(word);
  }

  static override styles = [...BanmianElement.styles, markStyles, choiceStyles, pageStyles];
}

/** Takes the keyboard to something that Tab does not lead to. */
function focusOn(element: HTMLElement, options?: FocusOptions): void {
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus(options);
}
