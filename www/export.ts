import type { Block, Page } from 'banmian';
import { toCsv } from 'banmian/elements';

/** A file that a page can be saved as. */
export interface Saved {
  name: string;
  type: string;
  text: string;
}

export const FORMATS = ['markdown', 'text', 'json', 'csv', 'words'] as const;
export type Format = (typeof FORMATS)[number];

export function exported(page: Page, format: Format): Saved {
  switch (format) {
    case 'markdown':
      return { name: 'banmian.md', type: 'text/markdown', text: markdown(page) };
    case 'text':
      return { name: 'banmian.txt', type: 'text/plain', text: `${page.text}\n` };
    case 'json':
      return { name: 'banmian.json', type: 'application/json', text: `${JSON.stringify(page)}\n` };
    case 'csv':
      return { name: 'banmian-figures.csv', type: 'text/csv', text: `\ufeff${figures(page)}` };
    case 'words':
      return { name: 'banmian-words.csv', type: 'text/csv', text: `\ufeff${words(page)}` };
  }
}

function markdown(page: Page): string {
  const line = (block: Block): string => escaped(page.text.slice(block.start, block.end));
  const articles = page.articles.map((article) => {
    const headline = article.headline;
    const head = headline
      ? [
          ...headline.kicker.map((text) => `*${escaped(text)}*`),
          `# ${escaped(headline.main.join(' '))}`,
          ...headline.sub.map((text) => `*${escaped(text)}*`),
        ]
      : [];
    const body = article.blocks
      .filter(({ type }) => type !== 'headline')
      .map((block) =>
        block.type === 'heading' ? `${'#'.repeat(Math.min(6, 1 + (block.level ?? 1)))} ${line(block)}` : line(block),
      );
    return [...head, ...body].join('\n\n');
  });
  return `${articles.join('\n\n---\n\n')}\n`;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&').replace(/^(\s*\d+)\./, '$1\\.');
}

function figures(page: Page): string {
  const header = [
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
    'text',
    'because',
  ];
  const quantity = (index: number | null) => (index === null ? undefined : page.quantities[index]);
  const time = (index: number | null) => (index === null ? null : (page.times[index]?.value ?? null));
  const rows = page.figures.map((it) => [
    it.indicator.text,
    it.scope?.text ?? null,
    it.change,
    quantity(it.from)?.value ?? null,
    quantity(it.to)?.value ?? null,
    quantity(it.value)?.value ?? null,
    (quantity(it.value) ?? quantity(it.to) ?? quantity(it.from))?.unit ?? null,
    time(it.time),
    time(it.fromTime),
    time(it.toTime),
    page.text.slice(it.start, it.end),
    it.because,
  ]);
  return toCsv(header, rows);
}

function words(page: Page): string {
  return toCsv(
    ['word', 'tag', 'count'],
    page.statistics.frequencies.map(({ word, tag, count }) => [word, tag, count]),
  );
}
