import { css, html, nothing, type TemplateResult } from 'lit';
import type { Entity, EntityType, Page } from '../types/page.js';
import { BanmianElement } from './element.js';

const TYPES: readonly EntityType[] = ['person', 'place', 'organization', 'work', 'term', 'event', 'title'];

/** Who and what the page names, by kind, the most named first. */
export class BanmianEntities extends BanmianElement {
  protected override view(page: Page): TemplateResult {
    if (page.entities.length === 0) return html`<p class="empty">${this.t('entities.none')}</p>`;
    const numbered = page.entities.map((entity, index) => ({ entity, index }));
    return html`<div class="kinds">
      ${TYPES.map((type) => {
        const those = numbered
          .filter(({ entity }) => entity.type === type)
          .sort((a, b) => b.entity.mentions.length - a.entity.mentions.length || a.index - b.index);
        if (those.length === 0) return nothing;
        return html`<section aria-label=${this.t(`kind.${type}`)} class=${type}>
          <p class="section"><span class="swatch"></span>${this.t(`kind.${type}`)} <span class="number">${those.length}</span></p>
          <ul>
            ${those.map(({ entity, index }) => this.#entity(page, entity, index))}
          </ul>
        </section>`;
      })}
    </div>`;
  }

  #entity(page: Page, entity: Entity, index: number): TemplateResult {
    const chosen = this.selection?.kind === 'entity' && this.selection.entity === index;
    const written = [
      ...new Set(entity.mentions.map((it) => page.text.slice(page.mentions[it]?.start, page.mentions[it]?.end))),
    ];
    const also = written.filter((name) => name !== entity.name).slice(0, 4);
    return html`<li>
      <button aria-pressed=${chosen} @click=${() => this.choose(chosen ? null : { kind: 'entity', entity: index })}>
        <span class="name" lang="zh">${entity.name}</span>
        <span class="times">${this.t('entities.times', { n: entity.mentions.length })}</span>
        ${entity.titles.length > 0 ? html`<span class="more" lang="zh">${entity.titles.join('、')}</span>` : nothing}
        ${entity.place && entity.place.path.length > 1 ? html`<span class="more" lang="zh">${entity.place.path.join(' › ')}</span>` : nothing}
        ${also.length > 0 ? html`<span class="more" lang="zh">＝ ${also.join('、')}</span>` : nothing}
      </button>
    </li>`;
  }

  static override styles = [
    ...BanmianElement.styles,
    css`
      .kinds {
        columns: 17rem;
        column-gap: 2.5rem;
      }
      section {
        break-inside: avoid-column;
        margin-bottom: 2rem;
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
      .swatch {
        display: inline-block;
        width: 0.6em;
        height: 0.6em;
        border-radius: 50%;
        background: var(--_mark);
        margin-right: 0.5em;
      }
      .number {
        font-weight: 400;
      }
      button {
        display: grid;
        grid-template-columns: 1fr auto;
        width: 100%;
        column-gap: 0.75rem;
        padding: 0.3rem 0.45rem;
        border-radius: 5px;
        align-items: baseline;
      }
      button:hover,
      button[aria-pressed='true'] {
        background: color-mix(in srgb, var(--_mark) 12%, transparent);
      }
      .name {
        font-family: var(--_serif);
        font-size: 1.0625rem;
      }
      .times,
      .more {
        font-size: 0.8125rem;
        color: var(--_soft);
      }
      .more {
        grid-column: 1 / -1;
      }
    `,
  ];
}
