import type { Hint } from 'banmian';
import type { Locale, Selection } from 'banmian/elements';

export const VIEWS = ['read', 'map', 'figures', 'names', 'quotes', 'words', 'compare', 'source'] as const;
export type View = (typeof VIEWS)[number];

/** What the address holds after `#`: the view and what is chosen. The text only when the reader shares it. */
export interface Place {
  view: View;
  selection: Selection | null;
  locale: Locale | null;
  example: string | null;
  /** The text, compressed. */
  shared: string | null;
  date: string;
  hints: readonly Hint[];
}

export function readAddress(fragment: string): Place {
  const values = new URLSearchParams(fragment.replace(/^#/, ''));
  const view = VIEWS.find((name) => name === values.get('view')) ?? 'read';
  const locale = (['zh-Hans', 'zh-Hant', 'en'] as const).find((name) => name === values.get('lang')) ?? null;
  const date = values.get('date') ?? '';
  return {
    view,
    selection: readSelection(values),
    locale,
    example: values.get('example'),
    shared: values.get('text'),
    date: /^\d{4}-\d\d-\d\d$/.test(date) ? date : '',
    hints: readHints(values.get('hints') ?? ''),
  };
}

function readSelection(values: URLSearchParams): Selection | null {
  const [word, article, entity, at, find] = ['word', 'article', 'entity', 'at', 'find'].map((name) => values.get(name));
  if (word) return { kind: 'word', word };
  if (article) return { kind: 'article', article };
  if (entity && /^\d+$/.test(entity)) return { kind: 'entity', entity: Number(entity) };
  if (find) return { kind: 'string', string: find, at: null };
  const range = /^(\d+)-(\d+)$/.exec(at ?? '');
  return range ? { kind: 'range', start: Number(range[1]), end: Number(range[2]) } : null;
}

const HINTS: Record<string, Hint['is']> = { a: 'article', j: 'join', h: 'headline' };

function readHints(value: string): Hint[] {
  return value.split('.').flatMap((part) => {
    const match = /^(\d+)([ajh])$/.exec(part);
    const is = HINTS[match?.[2] ?? ''];
    return match && is ? [{ at: Number(match[1]), is }] : [];
  });
}

export function writeAddress({ view, selection, locale, example, shared, date, hints }: Place): string {
  const values = new URLSearchParams();
  if (view !== 'read') values.set('view', view);
  if (selection?.kind === 'word') values.set('word', selection.word);
  if (selection?.kind === 'article') values.set('article', selection.article);
  if (selection?.kind === 'entity') values.set('entity', String(selection.entity));
  if (selection?.kind === 'range') values.set('at', `${selection.start}-${selection.end}`);
  if (selection?.kind === 'string') values.set('find', selection.string);
  if (locale) values.set('lang', locale);
  if (example) values.set('example', example);
  if (shared) {
    if (date) values.set('date', date);
    if (hints.length > 0) values.set('hints', hints.map(({ at, is }) => `${at}${is[0]}`).join('.'));
    values.set('text', shared);
  }
  return `#${values}`;
}
