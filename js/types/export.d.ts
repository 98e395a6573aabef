import type { ParseOptions } from './page.js';

/**
 * A form in which a page can be written: `markdown` (CommonMark), `csv` (RFC 4180) and `ndjson` (an object a line) of one
 * table, `tei` (TEI P5), `jsonld` (schema.org, a `NewsArticle` each), `json` (the page itself).
 */
export type ExportFormat = 'markdown' | 'csv' | 'ndjson' | 'tei' | 'jsonld' | 'json';

/** A table of a page; docs/exports.md names the columns of each. */
export type ExportTable =
  | 'articles'
  | 'blocks'
  | 'sentences'
  | 'figures'
  | 'quantities'
  | 'times'
  | 'entities'
  | 'mentions'
  | 'quotes'
  | 'tokens'
  | 'frequencies'
  | 'keywords'
  | 'newWords';

export interface ExportOptions extends ParseOptions {
  /** Which table `csv` and `ndjson` write; `articles` if none is given. */
  table?: ExportTable | undefined;
  /** Where the page came from, such as a file name: the first column of tables, and named in the header of TEI. */
  source?: string | undefined;
}

/** One of several things that a page is written as. */
export type ExportTarget = Exclude<ExportFormat, 'json'> | { format: 'csv' | 'ndjson'; table: ExportTable };

/** A column of a table. */
export interface Column {
  name: string;
  type: 'text' | 'integer' | 'number' | 'boolean' | 'list';
}
