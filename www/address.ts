import type { Locale, Selection } from 'banmian/elements';

export const VIEWS = ['read', 'map', 'figures', 'names', 'quotes', 'words', 'source'] as const;
export type View = (typeof VIEWS)[number];

/** What the address holds after `#`: the view and what is chosen, never the text. */
export interface Place {
  view: View;
  selection: Selection | null;
  locale: Locale | null;
  example: string | null;
}

export function readAddress(fragment: string): Place {
  const values = new URLSearchParams(fragment.replace(/^#/, ''));
  const view = VIEWS.find((name) => name === values.get('view')) ?? 'read';
  const locale = (['zh-Hans', 'zh-Hant', 'en'] as const).find((name) => name === values.get('lang')) ?? null;
  return { view, selection: readSelection(values), locale, example: values.get('example') };
}

function readSelection(values: URLSearchParams): Selection | null {
  const [word, article, entity, at] = ['word', 'article', 'entity', 'at'].map((name) => values.get(name));
  if (word) return { kind: 'word', word };
  if (article) return { kind: 'article', article };
  if (entity && /^\d+$/.test(entity)) return { kind: 'entity', entity: Number(entity) };
  const range = /^(\d+)-(\d+)$/.exec(at ?? '');
  return range ? { kind: 'range', start: Number(range[1]), end: Number(range[2]) } : null;
}

export function writeAddress({ view, selection, locale, example }: Place): string {
  const values = new URLSearchParams();
  if (view !== 'read') values.set('view', view);
  if (selection?.kind === 'word') values.set('word', selection.word);
  if (selection?.kind === 'article') values.set('article', selection.article);
  if (selection?.kind === 'entity') values.set('entity', String(selection.entity));
  if (selection?.kind === 'range') values.set('at', `${selection.start}-${selection.end}`);
  if (locale) values.set('lang', locale);
  if (example) values.set('example', example);
  return `#${values}`;
}
