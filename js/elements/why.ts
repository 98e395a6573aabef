import type { Because, Page } from '../types/page.js';
import { timeInWords } from './edtf.js';
import type { Mark } from './marks.js';
import { type Locale, quantityKind, textOf } from './strings.js';

/** What is said of a mark when one asks. */
export interface Explanation {
  title: string;
  details: string[];
  because: Because;
  /** Index into the page's entities. */
  entity: number | null;
}

const LONGEST_TITLE = 40;

export function explain(page: Page, mark: Mark, locale: Locale): Explanation {
  const written = page.text.slice(mark.start, mark.end);
  const plain = { title: written, details: [], because: '', entity: null };
  switch (mark.kind) {
    case 'time': {
      const time = page.times[mark.index];
      if (!time) return plain;
      const about = time.approximate && !/[?~%]/.test(time.value ?? '') ? `${textOf(locale, 'why.approximate')} ` : '';
      return { ...plain, details: time.value ? [about + timeInWords(locale, time.value)] : [], because: time.because };
    }
    case 'quantity': {
      const quantity = page.quantities[mark.index];
      if (!quantity) return plain;
      const number = (value: number | null) => value?.toLocaleString(locale, { maximumFractionDigits: 6 }) ?? '…';
      const value =
        quantity.value !== null ? number(quantity.value) : (quantity.bounds?.map(number).join(' – ') ?? null);
      const details = [[value, quantity.unit].filter(Boolean).join(' '), quantityKind(locale, quantity.kind)];
      return { ...plain, details: details.filter((detail) => detail !== ''), because: quantity.because };
    }
    case 'quote': {
      const quote = page.quotes[mark.index];
      if (!quote) return plain;
      const speaker =
        quote.speaker === null ? textOf(locale, 'quotes.unknown') : (page.entities[quote.speaker]?.name ?? '');
      const title = written.length > LONGEST_TITLE ? `${written.slice(0, LONGEST_TITLE)}…` : written;
      const details = [[speaker, quote.verb].filter(Boolean).join(' · ')];
      return { ...plain, title, details, because: quote.because };
    }
    default: {
      const mention = page.mentions[mark.index];
      const entity = mention && page.entities[mention.entity];
      if (!mention || !entity) return plain;
      const details = entity.titles.length > 0 ? [entity.titles.join('、')] : [];
      if (entity.place && entity.place.path.length > 1) details.push(entity.place.path.join(' › '));
      return { title: entity.name, details, because: mention.because, entity: mention.entity };
    }
  }
}
