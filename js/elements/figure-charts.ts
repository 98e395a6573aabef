import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { css, html, svg, type TemplateResult } from 'lit';
import type { Moment, Series, Slope } from './figure-data.js';

type Choose = (place: { start: number; end: number }) => void;

const year = (value: number) => String(Math.floor(value + 1e-6));

/** A number at several times. */
export function seriesChart({ label, unit, points }: Series, choose: Choose): TemplateResult {
  const [width, height, left, right, top, bottom] = [360, 190, 12, 16, 26, 26];
  const [first = 0, last = 1] = extent(points, ({ when }) => when);
  const x = scaleLinear([first, last], [left + 24, width - right - 24]);
  const y = scaleLinear(
    [Math.min(0, ...points.map(({ value }) => value)), Math.max(...points.map(({ value }) => value))],
    [height - bottom, top],
  ).nice();
  const path = points.map(({ when, value }) => `${x(when).toFixed(1)},${y(value).toFixed(1)}`).join('L');
  const said = points.map(({ time, value }) => `${time}: ${value}`).join('、');
  return html`<svg class="series" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}（${unit ?? ''}）${said}">
    ${svg`<line class="base" x1=${left} x2=${width - right} y1=${y(0)} y2=${y(0)}></line>
      <path class="line" d="M${path}"></path>
      ${points.map(
        (point) => svg`<g class="point" @click=${() => choose(point)}>
          <circle cx=${x(point.when)} cy=${y(point.value)} r="4"></circle>
          <text class="value" x=${x(point.when)} y=${y(point.value) - 9}>${point.value.toLocaleString('en')}</text>
          <text class="when" x=${x(point.when)} y=${height - 8}>${point.time.slice(0, 7)}</text>
        </g>`,
      )}`}
  </svg>`;
}

/** The times of the page on a line; what falls together is stacked. */
export function timelineChart(moments: readonly Moment[], label: string, choose: Choose): TemplateResult {
  const [width, side, gap] = [960, 24, 9];
  const from = Math.min(...moments.map((it) => it.from));
  const to = Math.max(...moments.map((it) => it.to), from + 1 / 12);
  const x = scaleLinear([from, to], [side, width - side]).nice(8);
  const heights: { at: number; level: number }[] = [];
  const placed = moments.map((moment) => {
    const at = x((moment.from + moment.to) / 2);
    const level = heights.filter((it) => Math.abs(it.at - at) < gap).length;
    heights.push({ at, level });
    return { moment, at, level: Math.min(level, 11) };
  });
  const tallest = Math.max(...placed.map(({ level }) => level));
  const base = 24 + tallest * gap;
  const ticks = x.ticks(8).filter(Number.isInteger);
  return html`<svg class="timeline" viewBox="0 0 ${width} ${base + 30}" role="img" aria-label=${label}>
    ${svg`<line class="base" x1="0" x2=${width} y1=${base} y2=${base}></line>
      ${ticks.map((tick) => svg`<line class="tick" x1=${x(tick)} x2=${x(tick)} y1=${base} y2=${base + 5}></line><text class="when" x=${x(tick)} y=${base + 20}>${year(tick)}</text>`)}
      ${placed.map(
        ({ moment, at, level }) =>
          svg`<circle class="moment" cx=${at.toFixed(1)} cy=${base - 10 - level * gap} r="3.6" @click=${() => choose(moment)}><title>${moment.text} ${moment.value}</title></circle>`,
      )}`}
  </svg>`;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Slopes side by side in one drawing, to save. */
export function drawSlopes(slopes: readonly Slope[], host: HTMLElement): SVGSVGElement {
  const style = getComputedStyle(host);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const [columns, width, height] = [Math.min(4, slopes.length), 200, 130];
  const drawing = document.createElementNS(SVG, 'svg');
  const [w, h] = [columns * width, Math.ceil(slopes.length / columns) * height];
  for (const [name, value] of Object.entries({ viewBox: `0 0 ${w} ${h}`, width: w, height: h })) {
    drawing.setAttribute(name, String(value));
  }
  const add = (name: string, attributes: Record<string, string | number>, text = '') => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    element.textContent = text;
    drawing.append(element);
  };
  slopes.forEach(({ label, from, to, written }, index) => {
    const [left, top] = [(index % columns) * width, Math.floor(index / columns) * height];
    const y = scaleLinear([0, Math.max(Math.abs(from), Math.abs(to)) || 1], [top + height - 40, top + 36]);
    const [x1, x2] = [left + 20, left + width - 20];
    const line = colour(to >= from ? '--_person' : '--_place');
    const font = { 'font-family': 'sans-serif', fill: colour('--_ink') };
    add('text', { ...font, x: x1, y: top + 18, 'font-size': 13, 'font-weight': 700 }, label.slice(0, 13));
    add('line', { x1, x2, y1: y(Math.abs(from)), y2: y(Math.abs(to)), stroke: line, 'stroke-width': 2 });
    add('circle', { cx: x1, cy: y(Math.abs(from)), r: 4, fill: colour('--_paper'), stroke: line, 'stroke-width': 2 });
    add('circle', { cx: x2, cy: y(Math.abs(to)), r: 4, fill: line });
    add('text', { ...font, x: x1, y: top + height - 18, 'font-size': 12 }, written[0]);
    add('text', { ...font, x: x2, y: top + height - 18, 'font-size': 12, 'text-anchor': 'end' }, written[1]);
  });
  return drawing;
}

export const figureChartStyles = css`
  .series,
  .timeline {
    display: block;
    width: 100%;
    height: auto;
    font-family: var(--_sans);
  }
  .series .base,
  .timeline .base,
  .timeline .tick {
    stroke: var(--_rule);
  }
  .series .line {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 2;
  }
  .series circle,
  .timeline .moment {
    fill: var(--_accent);
    cursor: pointer;
  }
  .timeline .moment {
    fill-opacity: 0.7;
  }
  .timeline .moment:hover {
    fill-opacity: 1;
    stroke: var(--_ink);
  }
  .series text,
  .timeline text {
    font-size: 12px;
    text-anchor: middle;
    fill: var(--_ink);
  }
  .series .when,
  .timeline .when {
    fill: var(--_soft);
  }
`;
