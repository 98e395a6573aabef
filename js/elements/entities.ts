import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Because, Entity, EntityType, Page } from '../types/page.js';
import { BanmianElement } from './element.js';
import { markStyles } from './mark-styles.js';
import { companionsOf, contextOf, mentionsOf, type PlaceNode, placesOf } from './people.js';
import type { Range } from './selection.js';

const TYPES: readonly EntityType[] = ['person', 'place', 'organization', 'work', 'term', 'event', 'title'];
const MOST_OF_A_KIND = 60;
const LINES = 30;
const COMPANIONS = 14;
const CONTEXT = 26;

/** Who and what the page names, by kind, the most named first; and of one that is chosen, all the page says. */
export class BanmianEntities extends BanmianElement {
  static override properties: PropertyDeclarations = {
    wanted: { state: true },
    all: { state: true },
    lines: { state: true },
  };

  declare private wanted: string;
  /** The kinds that are shown in full. */
  declare private all: ReadonlySet<EntityType>;
  declare private lines: number;

  constructor() {
    super();
    this.wanted = '';
    this.all = new Set();
    this.lines = LINES;
  }

  protected override view(page: Page): TemplateResult {
    if (page.entities.length === 0) return html`<p class="empty">${this.t('entities.none')}</p>`;
    const chosen = this.selection?.kind === 'entity' ? page.entities[this.selection.entity] : undefined;
    return html`<input
        type="search"
        lang="zh"
        aria-label=${this.t('figures.filter')}
        placeholder=${this.t('figures.filter')}
        .value=${this.wanted}
        @input=${(event: InputEvent) => {
          this.wanted = (event.target as HTMLInputElement).value.trim();
        }}
      />
      <div class="layout ${chosen ? 'open' : ''}">
        ${chosen ? this.#panel(page, chosen, (this.selection as { entity: number }).entity) : nothing}
        <div class="kinds">${TYPES.map((type) => this.#kind(page, type))}</div>
      </div>`;
  }

  // ---- the lists ---------------------------------------------------------------------------------------

  #kind(page: Page, type: EntityType): TemplateResult | typeof nothing {
    const those = page.entities
      .map((entity, index) => ({ entity, index }))
      .filter(({ entity }) => entity.type === type && this.#isWanted(page, entity))
      .sort((a, b) => b.entity.mentions.length - a.entity.mentions.length || a.index - b.index);
    if (those.length === 0) return nothing;
    const tree = type === 'place' && this.wanted === '';
    const shown = this.all.has(type) ? those : those.slice(0, MOST_OF_A_KIND);
    return html`<section aria-label=${this.t(`kind.${type}`)} class=${type} data-rove=".row[tabindex]">
      <p class="section"><span class="swatch"></span> ${this.t(`kind.${type}`)} <span class="number">${those.length}</span></p>
      ${
        tree
          ? html`<ul>${placesOf(page).map((node) => this.#place(page, node))}</ul>`
          : html`<ul>${shown.map(({ entity, index }) => html`<li>${this.#entity(page, entity, index)}</li>`)}</ul>`
      }
      ${
        !tree && those.length > shown.length
          ? html`<button class="tool" @click=${() => {
              this.all = new Set([...this.all, type]);
            }}>${this.t('words.more', { n: those.length - shown.length })}</button>`
          : nothing
      }
    </section>`;
  }

  #isWanted(page: Page, entity: Entity): boolean {
    if (this.wanted === '') return true;
    return [entity.name, ...entity.titles, ...namesOf(page, entity)].some((name) => name.includes(this.wanted));
  }

  /** A place and, under it, those in it. */
  #place(page: Page, node: PlaceNode): TemplateResult {
    const entity = node.entity === null ? undefined : page.entities[node.entity];
    const inside = node.count > node.own ? this.t('entities.within', { n: node.count }) : '';
    return html`<li>
      ${
        entity && node.entity !== null
          ? this.#entity(page, entity, node.entity, inside)
          : html`<span class="row"><span class="name unnamed" lang="zh">${node.name}</span><span class="times">${inside}</span></span>`
      }
      ${node.children.length > 0 ? html`<ul class="inside">${node.children.map((child) => this.#place(page, child))}</ul>` : nothing}
    </li>`;
  }

  #entity(page: Page, entity: Entity, index: number, inside = ''): TemplateResult {
    const chosen = this.selection?.kind === 'entity' && this.selection.entity === index;
    const also = namesOf(page, entity)
      .filter((name) => name !== entity.name)
      .slice(0, 4);
    const times = this.t('entities.times', { n: entity.mentions.length });
    return html`<button class="row" tabindex="-1" data-entity=${index} aria-pressed=${chosen} @click=${() => this.#pick(chosen ? null : index)}>
      <span class="name" lang="zh">${entity.name}</span>
      <span class="times">${inside && inside !== times ? `${times} · ${inside}` : times}</span>
      ${entity.titles.length > 0 ? html`<span class="more" lang="zh">${entity.titles.join('、')}</span>` : nothing}
      ${also.length > 0 ? html`<span class="more" lang="zh">＝ ${also.join('、')}</span>` : nothing}
    </button>`;
  }

  #pick(entity: number | null): void {
    this.lines = LINES;
    this.choose(entity === null ? null : { kind: 'entity', entity });
    if (entity !== null)
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector('.panel')?.scrollIntoView({ block: 'nearest' }),
      );
  }

  protected override letGo(): boolean {
    const entity = this.selection?.kind === 'entity' ? this.selection.entity : null;
    const inPanel = (this.shadowRoot?.activeElement?.closest('.panel') ?? null) !== null;
    if (!super.letGo()) return false;
    if (inPanel) void this.updateComplete.then(() => this.#focusRow(entity));
    return true;
  }

  /** The panel in which the keyboard was is gone: it goes on where the panel came from. */
  #focusRow(entity: number | null): void {
    this.renderRoot.querySelector<HTMLElement>(`[data-entity="${entity}"]`)?.focus();
  }

  // ---- one of them -------------------------------------------------------------------------------------

  #panel(page: Page, entity: Entity, index: number): TemplateResult {
    const mentions = mentionsOf(page, entity);
    const companions = companionsOf(page, index).slice(0, COMPANIONS);
    const said = page.quotes.filter(({ speaker }) => speaker === index);
    return html`<section class="panel ${entity.type}" aria-label=${entity.name}>
      <p class="what"><span class="swatch"></span> ${this.t(`kind.${entity.type}`)}</p>
      <h2 lang="zh">${entity.name}</h2>
      ${entity.titles.length > 0 ? html`<p class="titles" lang="zh">${entity.titles.join('、')}</p>` : nothing}
      ${entity.place && entity.place.path.length > 1 ? html`<p class="titles" lang="zh">${entity.place.path.join(' › ')}${entity.place.code ? ` · ${entity.place.code}` : ''}</p>` : nothing}
      <p class="rules">${this.t('why.rule')} ${[...rulesOf(page, entity)].map(([because, count]) => this.rule(because, count))}</p>
      ${
        companions.length > 0
          ? html`<h3>${this.t('entities.with')}</h3>
              <ul class="companions" data-rove="button">
                ${companions.map(({ entity: other, sentences }) => {
                  const named = page.entities[other];
                  return html`<li class=${named?.type ?? ''}>
                    <button lang="zh" tabindex="-1" @click=${() => this.#pick(other)}><span class="swatch"></span> ${named?.name} <span class="number">${sentences}</span></button>
                  </li>`;
                })}
              </ul>`
          : nothing
      }
      ${
        said.length > 0
          ? html`<h3>${this.t('entities.said')}</h3>
              <ul class="said" data-rove="button">
                ${said
                  .slice(0, this.lines)
                  .map(
                    ({ start, end }) =>
                      html`<li><button lang="zh" tabindex="-1" @click=${() => this.choose({ kind: 'range', start, end })}>${short(page.text.slice(start, end))}</button></li>`,
                  )}
              </ul>`
          : nothing
      }
      <h3>${this.t('entities.mentions', { n: mentions.length })}</h3>
      <ol class="mentions" lang="zh" data-rove="button">
        ${mentions.slice(0, this.lines).map((range) => this.#mention(page, range))}
      </ol>
      ${
        mentions.length > this.lines
          ? html`<button class="tool" @click=${() => {
              this.lines += LINES * 4;
            }}>${this.t('words.more', { n: mentions.length - this.lines })}</button>`
          : nothing
      }
    </section>`;
  }

  #mention(page: Page, range: Range): TemplateResult {
    const { before, named, after } = contextOf(page, range, CONTEXT);
    const [start, end] = range;
    return html`<li>
      <button tabindex="-1" @click=${() => this.choose({ kind: 'range', start, end })}>${before}<b>${named}</b>${after}</button>
    </li>`;
  }

  static override styles = [
    ...BanmianElement.styles,
    markStyles,
    css`
      input {
        width: min(100%, 18rem);
        margin-bottom: 1.25rem;
      }
      .kinds {
        columns: 17rem;
        column-gap: 2.5rem;
      }
      .open {
        display: grid;
        gap: 2rem 3rem;
      }
      @media (min-width: 1000px) {
        .open {
          grid-template-columns: minmax(0, 1fr) minmax(0, 26rem);
          align-items: start;
        }
        .open .kinds {
          grid-row: 1;
          grid-column: 1;
        }
        .panel {
          position: sticky;
          top: 4.5rem;
          max-height: calc(100vh - 6rem);
          overflow-y: auto;
        }
      }
      @media print {
        input {
          display: none;
        }
        .panel {
          position: static;
          max-height: none;
        }
      }
      .kinds section {
        break-inside: avoid-column;
        margin-bottom: 2rem;
      }
      .place {
        break-inside: auto;
      }
      .number {
        font-weight: 400;
        color: var(--_soft);
      }
      .row {
        display: grid;
        grid-template-columns: 1fr auto;
        width: 100%;
        column-gap: 0.75rem;
        padding: 0.3rem 0.45rem;
        border-radius: 5px;
        align-items: baseline;
      }
      button.row:hover,
      button.row[aria-pressed='true'] {
        background: color-mix(in srgb, var(--_mark) 12%, transparent);
      }
      button.row[aria-pressed='true'] {
        box-shadow: inset 3px 0 var(--_mark);
      }
      .name {
        font-family: var(--_serif);
        font-size: 1.0625rem;
      }
      .unnamed {
        color: var(--_soft);
      }
      .times,
      .more {
        font-size: 0.8125rem;
        color: var(--_soft);
      }
      .more {
        grid-column: 1 / -1;
      }
      .inside {
        margin-left: 0.75rem;
        padding-left: 0.4rem;
        border-left: 1px solid var(--_rule);
      }
      .panel {
        border: 1px solid var(--_rule);
        border-top: 3px solid var(--_mark);
        border-radius: 8px;
        padding: 1.1rem 1.25rem;
        background: var(--_paper);
      }
      .what,
      .rules,
      .titles {
        font-size: 0.8125rem;
        color: var(--_soft);
      }
      .rules {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem;
        margin-top: 0.5rem;
      }
      h2 {
        font-family: var(--_serif);
        font-size: 1.5rem;
        line-height: 1.4;
      }
      h3 {
        font-size: 0.8125rem;
        color: var(--_soft);
        margin: 1.1rem 0 0.35rem;
      }
      .companions {
        display: flex;
        flex-wrap: wrap;
        gap: 0.35rem;
      }
      .companions button {
        border: 1px solid var(--_rule);
        border-radius: 999px;
        padding: 0.1rem 0.65rem;
        font-size: 0.875rem;
        text-align: left;
      }
      .companions button:hover {
        border-color: var(--_mark);
      }
      .said button,
      .mentions button {
        width: 100%;
        font-family: var(--_serif);
        font-size: 0.9375rem;
        line-height: 1.7;
        padding: 0.2rem 0.3rem;
        border-radius: 4px;
        overflow-wrap: anywhere;
      }
      .said li {
        border-left: 2px solid var(--_rule);
        padding-left: 0.4rem;
        margin-bottom: 0.3rem;
      }
      .said button:hover,
      .mentions button:hover {
        background: var(--_ground);
      }
      b {
        color: var(--_mark);
      }
    `,
  ];
}

/** The forms in which the page writes a name. */
function namesOf(page: Page, entity: Entity): string[] {
  const written = entity.mentions.map((it) => page.text.slice(page.mentions[it]?.start, page.mentions[it]?.end));
  return [...new Set(written)];
}

/** The rules that found its mentions, each with how often. */
function rulesOf(page: Page, entity: Entity): Map<Because, number> {
  const counts = new Map<Because, number>();
  for (const index of entity.mentions) {
    const because = page.mentions[index]?.because;
    if (because) counts.set(because, (counts.get(because) ?? 0) + 1);
  }
  return counts;
}

function short(text: string): string {
  return text.length > 90 ? `${text.slice(0, 90)}…` : text;
}
