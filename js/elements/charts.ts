import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { css, html, svg, type TemplateResult } from 'lit';

/** A bar of a bar chart. */
export interface Bar {
  label: string;
  value: number;
  note?: string;
  chosen?: boolean;
  onChoose?: () => void;
}

// Styles are set as properties (`.style=`): a strict Content-Security-Policy forbids style attributes.

/** A horizontal bar chart: a list, so that it reads as one without eyes. */
export function barChart(bars: readonly Bar[], label: string, most?: number): TemplateResult {
  const x = scaleLinear([0, most ?? max(bars, ({ value }) => value) ?? 1], [0, 100]);
  return html`<ol class="bars" aria-label=${label} data-rove="button">
    ${bars.map((bar) => {
      const row = html`<span class="label" lang="zh">${bar.label}</span>
        <span class="track"><span class="bar" .style=${`width: ${x(bar.value)}%`}></span></span>
        <span class="value">${bar.note ?? bar.value.toLocaleString('en')}</span>`;
      return html`<li>
        ${bar.onChoose ? html`<button class="row" tabindex="-1" aria-pressed=${bar.chosen ?? false} @click=${bar.onChoose}>${row}</button>` : html`<span class="row">${row}</span>`}
      </li>`;
    })}
  </ol>`;
}

/** One number before and after, as a line that rises or falls. */
export function slopeChart(from: number, to: number, change: 'up' | 'down', labels: [string, string]): TemplateResult {
  const [width, height] = [180, 64];
  const y = scaleLinear([0, Math.max(Math.abs(from), Math.abs(to)) || 1], [height - 8, 10]);
  const [x1, x2] = [14, width - 14];
  return html`<svg class="slope ${change}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${labels[0]} → ${labels[1]}">
    ${svg`<line class="base" x1="0" x2=${width} y1=${height - 8} y2=${height - 8}></line>
      <path class="area" d="M${x1},${y(Math.abs(from))}L${x2},${y(Math.abs(to))}V${height - 8}H${x1}Z"></path>
      <line class="change" x1=${x1} x2=${x2} y1=${y(Math.abs(from))} y2=${y(Math.abs(to))}></line>
      <circle cx=${x1} cy=${y(Math.abs(from))} r="4"></circle>
      <circle class="last" cx=${x2} cy=${y(Math.abs(to))} r="4"></circle>`}
  </svg>`;
}

/** Where something stands in a text of some length: a stroke for each place. */
export function dispersionChart(
  places: readonly number[],
  length: number,
  borders: readonly number[],
  label: string,
): TemplateResult {
  const x = scaleLinear([0, length || 1], [3, 997]);
  return html`<svg class="dispersion" viewBox="0 0 1000 40" preserveAspectRatio="none" role="img" aria-label=${label}>
    ${svg`<rect class="ground" width="1000" height="40"></rect>
      ${borders.map((border) => svg`<line class="border" x1=${x(border)} x2=${x(border)} y1="0" y2="40"></line>`)}
      ${places.map((place) => svg`<line class="place" x1=${x(place)} x2=${x(place)} y1="4" y2="36"></line>`)}`}
  </svg>`;
}

export const chartStyles = css`
  .bar,
  .track {
    print-color-adjust: exact;
  }
  /* All bars of a chart begin at one place and have one scale. */
  .bars {
    display: grid;
    grid-template-columns: fit-content(var(--_label, 8em)) minmax(3rem, 1fr) auto;
    column-gap: 0.6rem;
  }
  .bars li,
  .bars .row {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
  }
  .bars .row {
    align-items: center;
    width: 100%;
    padding: 0.14rem 0.3rem;
    border-radius: 4px;
    font-size: 0.875rem;
  }
  .bars .label {
    font-family: var(--_serif);
    line-height: 1.35;
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .bars .track {
    height: 0.55rem;
    border-radius: 2px;
    background: var(--_ground);
    overflow: hidden;
  }
  .bars .bar {
    display: block;
    height: 100%;
    min-width: 2px;
    border-radius: 2px;
    background: var(--_accent);
    opacity: 0.72;
  }
  .bars button:hover .bar,
  .bars [aria-pressed='true'] .bar {
    opacity: 1;
  }
  .bars [aria-pressed='true'] .label {
    color: var(--_accent);
    font-weight: 700;
  }
  .bars .value {
    font-variant-numeric: tabular-nums;
    color: var(--_soft);
    font-size: 0.8125rem;
    min-width: 2.2em;
    text-align: right;
  }
  .slope {
    display: block;
    width: 100%;
    height: auto;
    --_line: var(--_soft);
  }
  .slope.up {
    --_line: var(--_person);
  }
  .slope.down {
    --_line: var(--_place);
  }
  .slope .base {
    stroke: var(--_rule);
  }
  .slope .change {
    stroke: var(--_line);
    stroke-width: 2;
  }
  .slope .area {
    fill: var(--_line);
    opacity: 0.1;
  }
  .slope circle {
    fill: var(--_paper);
    stroke: var(--_line);
    stroke-width: 2;
  }
  .slope .last {
    fill: var(--_line);
  }
  .dispersion {
    display: block;
    width: 100%;
    height: 2.5rem;
  }
  .dispersion .ground {
    fill: var(--_ground);
  }
  .dispersion .border {
    stroke: var(--_rule);
    stroke-width: 1;
    vector-effect: non-scaling-stroke;
  }
  .dispersion .place {
    stroke: var(--_accent);
    stroke-width: 1.5;
    vector-effect: non-scaling-stroke;
  }
`;
