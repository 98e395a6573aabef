import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { css, html, svg, type TemplateResult } from 'lit';
import { timeInWords } from './edtf.js';
import type { Moment, Series, Slope } from './figure-data.js';
import type { Locale } from './strings.js';

type Place = { start: number; end: number };

/** How something is chosen in a chart. */
export interface Choosing {
  /** What the chart is and that one may choose in it. */
  label: string;
  choose: (place: Place) => void;
  isLit: (place: Place) => boolean;
}

/** A number at several times. */
export function seriesChart({ unit, points }: Series, { label, choose, isLit }: Choosing): TemplateResult {
  const [width, height, left, right, top, bottom] = [360, 190, 12, 16, 26, 26];
  const [first = 0, last = 1] = extent(points, ({ when }) => when);
  const x = scaleLinear([first, last], [left + 24, width - right - 24]);
  const y = scaleLinear(
    [Math.min(0, ...points.map(({ value }) => value)), Math.max(...points.map(({ value }) => value))],
    [height - bottom, top],
  ).nice();
  const path = points.map(({ when, value }) => `${x(when).toFixed(1)},${y(value).toFixed(1)}`).join('L');
  return html`<svg class="series" viewBox="0 0 ${width} ${height}" role="listbox" data-rove=".point" aria-label=${label}>
    ${svg`<line class="base" x1=${left} x2=${width - right} y1=${y(0)} y2=${y(0)}></line>
      <path class="line" d="M${path}"></path>
      ${points.map(
        (
          point,
        ) => svg`<g class="point ${isLit(point) ? 'chosen' : ''}" role="option" tabindex="-1" aria-selected=${isLit(point)}
          aria-label="${point.time} ${point.value.toLocaleString('en')}${unit ?? ''}" @click=${() => choose(point)}>
          <circle class="ring" cx=${x(point.when)} cy=${y(point.value)} r="9"></circle>
          <circle cx=${x(point.when)} cy=${y(point.value)} r="4"></circle>
          <text class="value" x=${x(point.when)} y=${y(point.value) - 13}>${point.value.toLocaleString('en')}</text>
          <text class="when" x=${x(point.when)} y=${height - 8}>${point.time.slice(0, 7)}</text>
        </g>`,
      )}`}
  </svg>`;
}

/** Height of a full stack of dots, and the most that one dot takes of it, in pixels. */
const STACK = 170;
const PITCH = 9;

/** The times of the page on a line some pixels wide; what falls together is stacked. */
export function timelineChart(
  moments: readonly Moment[],
  room: number,
  locale: Locale,
  { label, choose, isLit }: Choosing,
): TemplateResult {
  const [width, side, head] = [Math.max(300, Math.min(room, 1200)), 14, 30];
  const from = Math.min(...moments.map((it) => it.from));
  const to = Math.max(...moments.map((it) => it.to), from + 1 / 12);
  const x = scaleLinear([from, to], [side, width - side]);
  const levels = new Map<number, number>();
  const placed = moments.map((moment) => {
    const cell = Math.round(x((moment.from + moment.to) / 2) / PITCH);
    const level = levels.get(cell) ?? 0;
    levels.set(cell, level + 1);
    return { moment, at: cell * PITCH, level };
  });
  const tallest = Math.max(...levels.values());
  const pitch = Math.min(PITCH, STACK / tallest);
  const base = head + 10 + tallest * pitch;
  return html`<svg class="timeline" viewBox="0 0 ${width} ${base + 26}" role="listbox" data-rove=".moment" aria-label=${label}>
    ${svg`<line class="base" x1="0" x2=${width} y1=${base} y2=${base}></line>
      ${ticksOf(from, to, width / 84).map(
        ({ at, name }) =>
          svg`<line class="tick" x1=${x(at)} x2=${x(at)} y1=${base} y2=${base + 5}></line><text class="when ${x(at) < 36 ? 'first' : x(at) > width - 30 ? 'last' : ''}" x=${x(at) < 36 ? 0 : x(at) > width - 30 ? width : x(at)} y=${base + 20}>${name}</text>`,
      )}
      ${placed.map(({ moment, at, level }) => {
        const said = `${moment.text} · ${timeInWords(locale, moment.value)}`;
        const [lit, y] = [isLit(moment), base - 8 - level * pitch];
        const anchor = at < width / 3 ? 'start' : at > (2 * width) / 3 ? 'end' : 'middle';
        return svg`<g class="moment ${lit ? 'chosen' : ''}" role="option" tabindex="-1" aria-selected=${lit} aria-label=${said} @click=${() => choose(moment)}>
          <circle class="ring" cx=${at} cy=${y} r="7"></circle>
          <circle cx=${at} cy=${y} r="3.6"></circle>
          <text class="said" text-anchor=${anchor} x=${at} y="14">${said}</text>
        </g>`;
      })}`}
  </svg>`;
}

/** Steps between the ticks of a time line: in years, then in months, then in days. A month counts 31 days. */
const YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500];
const MONTHS = [1, 3, 6];
const DAYS = [1, 2, 5, 10];

interface Tick {
  at: number;
  name: string;
}

/** As many ticks between two moments (in years) as there is room for, on round dates. */
function ticksOf(from: number, to: number, most: number): Tick[] {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = (count: number) => [Math.floor(count / 31) % 12, count % 31] as const;
  const scales: [number, readonly number[], (count: number) => string | null][] = [
    [
      372,
      DAYS,
      (count) => {
        const [month, rest] = day(count);
        return rest > 29 ? null : `${two(month + 1)}-${two(rest + 1)}`;
      },
    ],
    [12, MONTHS, (count) => `${Math.floor(count / 12)}-${two((((count % 12) + 12) % 12) + 1)}`],
    [1, YEARS, String],
  ];
  for (const [ofYear, steps, name] of scales) {
    const [first, last] = [Math.ceil(from * ofYear - 1e-6), Math.floor(to * ofYear + 1e-6)];
    const step = steps.find((it) => (last - first) / it < most);
    if (step === undefined) continue;
    const ticks: Tick[] = [];
    for (let count = Math.ceil(first / step) * step; count <= last; count += step) {
      const written = name(count);
      // Days stand without their year, but for the first.
      const year = ofYear > 12 && ticks.length === 0 ? `${Math.floor(count / ofYear)}-` : '';
      if (written !== null) ticks.push({ at: count / ofYear, name: year + written });
    }
    return ticks;
  }
  return [];
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
  .timeline circle {
    fill: var(--_accent);
  }
  .timeline circle {
    fill-opacity: 0.7;
  }
  .point,
  .moment {
    cursor: pointer;
    outline: none;
  }
  .series .ring,
  .timeline .ring {
    fill: transparent;
    fill-opacity: 1;
  }
  .point:hover .ring,
  .moment:hover .ring {
    stroke: var(--_rule);
  }
  .chosen .ring {
    fill: var(--_lit);
    stroke: var(--_accent);
  }
  .point:focus-visible .ring,
  .moment:focus-visible .ring {
    stroke: var(--_accent);
    stroke-width: 2;
  }
  .moment:hover circle + circle,
  .moment:focus-visible circle + circle,
  .chosen circle + circle {
    fill-opacity: 1;
  }
  .said {
    display: none;
  }
  .moment:hover .said,
  .moment:focus-visible .said {
    display: inline;
  }
  /* What is pointed at is the one to read. */
  .timeline:has(.moment:hover) .moment:focus-visible:not(:hover) .said {
    display: none;
  }
  .series text,
  .timeline text {
    font-size: 12px;
    fill: var(--_ink);
  }
  .series text,
  .timeline .when {
    text-anchor: middle;
  }
  .timeline .first {
    text-anchor: start;
  }
  .timeline .last {
    text-anchor: end;
  }
  .series .when,
  .timeline .when {
    fill: var(--_soft);
  }
`;
