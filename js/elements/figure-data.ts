import type { Figure, Page, Quantity, Time } from '../types/page.js';
import { middleOf, spanOf, timeInWords } from './edtf.js';
import { sentenceAt } from './selection.js';
import { type Locale, noteText, quantityKind, type StringKey, textOf } from './strings.js';
import type { Cell } from './table.js';

export type Table = 'figures' | 'quantities' | 'times';

/** A line of a table: what is shown, what it is ordered by, and what is copied (numbers as numbers). */
export interface Row {
  cells: Cell[];
  order: Cell[];
  data: Cell[];
  start: number;
  end: number;
  because: string;
}

export const HEADERS: Record<Table, StringKey[]> = {
  figures: [
    'figures.indicator',
    'figures.scope',
    'figures.change',
    'figures.from',
    'figures.to',
    'figures.value',
    'figures.time',
    'figures.notes',
    'why.rule',
  ],
  quantities: ['figures.text', 'figures.value', 'figures.unit', 'figures.kind', 'why.rule'],
  times: ['figures.text', 'figures.time', 'why.rule'],
};

/** The names of the copied columns: those of the contract. */
export const DATA_HEADERS: Record<Table, readonly string[]> = {
  figures: [
    'indicator',
    'scope',
    'change',
    'from',
    'to',
    'value',
    'unit',
    'time',
    'fromTime',
    'toTime',
    'inherited',
    'notes',
    'because',
    'sentence',
  ],
  quantities: ['text', 'value', 'least', 'most', 'unit', 'kind', 'because', 'sentence'],
  times: ['text', 'value', 'approximate', 'because', 'sentence'],
};

export function rowsOf(page: Page, table: Table, locale: Locale): Row[] {
  switch (table) {
    case 'figures':
      return page.figures.map((figure) => figureRow(page, figure, locale));
    case 'quantities':
      return page.quantities.map((quantity) => quantityRow(page, quantity, locale));
    case 'times':
      return page.times.map((time) => timeRow(page, time, locale));
  }
}

const quantityOf = (page: Page, index: number | null): Quantity | undefined =>
  index === null ? undefined : page.quantities[index];
const timeOf = (page: Page, index: number | null): Time | undefined => (index === null ? undefined : page.times[index]);
const written = (page: Page, it: { start: number; end: number } | undefined) =>
  it ? page.text.slice(it.start, it.end) : null;
const numberOf = (it: Quantity | undefined) => it?.value ?? it?.bounds?.find((bound) => bound !== null) ?? null;

function sentenceOf(page: Page, at: number): string {
  const [start, end] = sentenceAt(page, at);
  return page.text.slice(start, end);
}

function figureRow(page: Page, figure: Figure, locale: Locale): Row {
  const amounts = [figure.from, figure.to, figure.value].map((index) => quantityOf(page, index));
  const times = [figure.time, figure.fromTime, figure.toTime].map((index) => timeOf(page, index));
  const unit = amounts.findLast((it) => it?.unit)?.unit ?? null;
  const change = figure.change && textOf(locale, `figures.${figure.change}`);
  const said = (time: Time | undefined) => (time?.value ? timeInWords(locale, time.value) : written(page, time));
  const when = times.flatMap((time) => said(time) ?? []).join(' – ') || null;
  const notes = figure.notes.map((note) => noteText(locale, note)).join('；') || null;
  const cells: Cell[] = [
    figure.indicator.text,
    figure.scope?.text ?? null,
    change,
    ...amounts.map((it) => written(page, it)),
    when,
    notes,
  ];
  const numbers = amounts.map(numberOf);
  return {
    cells,
    order: [
      ...cells.slice(0, 3),
      ...numbers,
      times.flatMap((time) => time?.value ?? []).join() || null,
      ...cells.slice(7),
      figure.because,
    ],
    data: [
      figure.indicator.text,
      figure.scope?.text ?? null,
      figure.change,
      ...numbers,
      unit,
      ...times.map((time) => time?.value ?? written(page, time)),
      figure.inherited.join(' ') || null,
      figure.notes.join(' ') || null,
      figure.because,
      sentenceOf(page, figure.start),
    ],
    start: figure.start,
    end: figure.end,
    because: figure.because,
  };
}

function quantityRow(page: Page, quantity: Quantity, locale: Locale): Row {
  const { start, end, value, unit, bounds, kind, because } = quantity;
  const range = bounds?.map((bound) => bound?.toLocaleString('en') ?? '…').join(' – ') ?? null;
  const text = page.text.slice(start, end);
  return {
    cells: [text, value ?? range, unit, quantityKind(locale, kind)],
    order: [text, numberOf(quantity), unit, kind, because],
    data: [text, value, bounds?.[0] ?? null, bounds?.[1] ?? null, unit, kind, because, sentenceOf(page, start)],
    start,
    end,
    because,
  };
}

function timeRow(page: Page, { start, end, value, approximate, because }: Time, locale: Locale): Row {
  const text = page.text.slice(start, end);
  return {
    cells: [text, value && timeInWords(locale, value)],
    order: [text, value, because],
    data: [text, value, approximate ? 'yes' : null, because, sentenceOf(page, start)],
    start,
    end,
    because,
  };
}

/** A figure that went from one number to another of the same unit. */
export interface Slope {
  label: string;
  from: number;
  to: number;
  /** The numbers as the page writes them. */
  written: [string, string];
  times: [string | null, string | null];
  start: number;
  end: number;
}

export function slopesOf(page: Page): Slope[] {
  return page.figures.flatMap((figure): Slope[] => {
    const [from, to] = [quantityOf(page, figure.from), quantityOf(page, figure.to)];
    if (from?.value == null || to?.value == null || from.unit !== to.unit) return [];
    return [
      {
        label: labelOf(figure),
        from: from.value,
        to: to.value,
        written: [written(page, from) ?? '', written(page, to) ?? ''],
        times: [timeOf(page, figure.fromTime)?.value ?? null, timeOf(page, figure.toTime)?.value ?? null],
        start: figure.start,
        end: figure.end,
      },
    ];
  });
}

const labelOf = ({ indicator, scope }: Figure) => (scope ? `${indicator.text}（${scope.text}）` : indicator.text);

export interface Point {
  /** Years, as {@link spanOf} counts. */
  when: number;
  time: string;
  value: number;
  start: number;
  end: number;
}

/** One indicator at three times or more. */
export interface Series {
  label: string;
  unit: string | null;
  points: Point[];
}

export function seriesOf(page: Page): Series[] {
  const series = new Map<string, Series>();
  for (const figure of page.figures) {
    const add = (quantity: Quantity | undefined, time: Time | undefined) => {
      const span = spanOf(time?.value ?? null);
      if (quantity?.value == null || !time?.value || !span) return;
      const key = `${labelOf(figure)}\n${quantity.unit}`;
      const one = series.get(key) ?? { label: labelOf(figure), unit: quantity.unit, points: [] };
      series.set(key, one);
      if (one.points.some((point) => point.time === time.value)) return;
      const { start, end } = figure;
      one.points.push({ when: middleOf(span), time: time.value, value: quantity.value, start, end });
    };
    add(quantityOf(page, figure.from), timeOf(page, figure.fromTime));
    add(quantityOf(page, figure.to), timeOf(page, figure.toTime ?? figure.time));
    if (!figure.change) add(quantityOf(page, figure.value), timeOf(page, figure.time));
  }
  return [...series.values()]
    .filter(({ points }) => points.length >= 3)
    .map((one) => ({ ...one, points: one.points.sort((a, b) => a.when - b.when) }));
}

/** What makes up so many percent of a whole. */
export interface Share {
  label: string;
  percent: number;
  start: number;
  end: number;
}

export function sharesOf(page: Page): Share[] {
  return page.figures.flatMap((figure): Share[] => {
    const quantity = quantityOf(page, figure.value ?? figure.to);
    if (figure.because !== 'share' || quantity?.kind !== 'percent' || quantity.value === null) return [];
    if (quantity.value < 0 || quantity.value > 100) return [];
    return [{ label: labelOf(figure), percent: quantity.value, start: figure.start, end: figure.end }];
  });
}

/** A time of the page that can be put on a time line. */
export interface Moment {
  from: number;
  to: number;
  value: string;
  text: string;
  start: number;
  end: number;
}

/** All of them, the earliest first. */
export function momentsOf(page: Page): Moment[] {
  return page.times
    .flatMap(({ start, end, value }): Moment[] => {
      const span = spanOf(value);
      return span && value
        ? [{ from: span[0], to: span[1], value, text: page.text.slice(start, end), start, end }]
        : [];
    })
    .sort((a, b) => a.from - b.from || a.to - b.to || a.start - b.start);
}
