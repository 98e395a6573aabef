// The command line: what may be said, and what of it cannot be.
import { parseArgs } from 'node:util';
import type { ExportTable } from '../types/export.js';

export const FORMATS = ['json', 'markdown', 'csv', 'ndjson', 'parquet', 'tei', 'jsonld'] as const;
export type Format = (typeof FORMATS)[number];

/** How the name of a file ends that holds one page, or many. */
export const EXTENSIONS: Record<Format, string> = {
  json: '.json',
  markdown: '.md',
  csv: '.csv',
  ndjson: '.ndjson',
  parquet: '.parquet',
  tei: '.xml',
  jsonld: '.jsonld',
};

export const TABLES: readonly ExportTable[] = [
  'articles',
  'blocks',
  'sentences',
  'figures',
  'quantities',
  'times',
  'entities',
  'mentions',
  'quotes',
  'tokens',
  'frequencies',
  'keywords',
  'newWords',
];

const FIELDS = ['text', 'source', 'published', 'joins', 'statistics', ...TABLES.slice(0, 10)].filter(
  (name) => name !== 'blocks',
);

export interface Options {
  inputs: string[];
  format: Format;
  /** Tables of csv, ndjson and parquet. */
  tables: ExportTable[];
  /** Fields of json; all if none are named. */
  fields: string[];
  out: string | undefined;
  date: string | undefined;
  dateFromPath: boolean;
  encoding: string | undefined;
  extensions: string[];
  filesFrom: string | undefined;
  words: string | undefined;
  jobs: number | undefined;
  force: boolean;
  bom: boolean;
  quiet: boolean;
}

/** Something said on the command line that cannot be done. */
export class Usage extends Error {}

export const HELP = `Reads Chinese newspaper pages: text files, folders of them, or standard input.

  banmian [FILES AND FOLDERS…] [options]

  -f, --format FORMAT    json (default), markdown, csv, ndjson, parquet, tei, jsonld
  -o, --out PATH         a folder: one file a page, its folders kept;
                         a file such as archive.ndjson, .csv or .parquet: all pages in one;
                         without it, standard output
      --only NAMES       tables of csv, ndjson and parquet: ${TABLES.slice(0, 7).join(', ')},
                         ${TABLES.slice(7).join(', ')}, or all; articles if none is named.
                         With json: fields of the page, such as text,figures
      --date DAY         day of publication, 2020-03-07
      --date-from-path   the day of publication is in the file's path: 2020-03-07, 20200307, 2020/03/07
      --encoding NAME    utf-8, gb18030, big5, utf-16le …; found out if not given (UTF-8, UTF-16 with a mark, GB18030)
      --ext LIST         which files of a folder are read (txt)
      --files-from FILE  a list of files, one a line; - is standard input
      --words FILE       own words, one a line, with a tab and a tag if you like
  -j, --jobs N           worker threads (one a core)
      --force            writes anew what is there already
      --bom              begins CSV with a byte order mark, as Excel wants it
  -q, --quiet            no progress
  -h, --help
      --version

Started again, it goes on where it was stopped. A page that cannot be read is told and does not stop the others.
Exit codes: 0 all pages were read; 1 some were not; 2 it was called wrongly.
`;

const FLAGS = {
  format: { type: 'string', short: 'f', default: 'json' },
  out: { type: 'string', short: 'o' },
  only: { type: 'string', multiple: true },
  date: { type: 'string' },
  'date-from-path': { type: 'boolean', default: false },
  encoding: { type: 'string' },
  ext: { type: 'string', default: 'txt' },
  'files-from': { type: 'string' },
  words: { type: 'string' },
  jobs: { type: 'string', short: 'j' },
  force: { type: 'boolean', default: false },
  bom: { type: 'boolean', default: false },
  quiet: { type: 'boolean', short: 'q', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

/** The options, or what is to be printed instead of doing anything. */
export function readArguments(args: string[]): Options | 'help' | 'version' {
  let read: ReturnType<typeof parse>;
  try {
    read = parse(args);
  } catch (error) {
    throw new Usage((error as Error).message);
  }
  const { values, positionals } = read;
  if (values.help) return 'help';
  if (values.version) return 'version';
  const format = formatOf(values.format);
  const only = (values.only ?? []).flatMap((list) => list.split(',')).filter((name) => name !== '');
  const tabular = format === 'csv' || format === 'ndjson' || format === 'parquet';
  const tables = tabular ? tablesOf(only) : [];
  if (format === 'json') for (const name of only) if (!FIELDS.includes(name)) throw unknown('field', name, FIELDS);
  if (!tabular && format !== 'json' && only.length > 0) throw new Usage(`--only does not go with ${format}.`);
  if (values.date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(values.date)) {
    throw new Usage(`--date ${values.date} is no day: 2020-03-07 is one.`);
  }
  if (values.date !== undefined && values['date-from-path']) throw new Usage('--date or --date-from-path, not both.');
  const jobs = values.jobs === undefined ? undefined : Number(values.jobs);
  if (jobs !== undefined && !(Number.isInteger(jobs) && jobs >= 1 && jobs <= 256)) {
    throw new Usage(`--jobs ${values.jobs} is no number of threads.`);
  }
  if (values.encoding !== undefined) {
    try {
      new TextDecoder(values.encoding);
    } catch {
      throw new Usage(`There is no encoding “${values.encoding}”.`);
    }
  }
  if (format === 'parquet' && values.out === undefined) throw new Usage('parquet needs --out.');
  return {
    inputs: positionals,
    format,
    tables,
    fields: format === 'json' ? only : [],
    out: values.out,
    date: values.date,
    dateFromPath: values['date-from-path'],
    encoding: values.encoding,
    extensions: values.ext.split(',').map((extension) => `.${extension.replace(/^\./, '').toLowerCase()}`),
    filesFrom: values['files-from'],
    words: values.words,
    jobs,
    force: values.force,
    bom: values.bom,
    quiet: values.quiet,
  };
}

function parse(args: string[]) {
  return parseArgs({ args, options: FLAGS, allowPositionals: true });
}

function formatOf(name: string): Format {
  const found = name === 'md' ? 'markdown' : name === 'json-ld' ? 'jsonld' : name;
  if (!(FORMATS as readonly string[]).includes(found)) throw unknown('format', name, FORMATS);
  return found as Format;
}

function tablesOf(names: string[]): ExportTable[] {
  if (names.length === 0) return ['articles'];
  if (names.includes('all')) return [...TABLES];
  for (const name of names)
    if (!(TABLES as readonly string[]).includes(name)) throw unknown('table', name, [...TABLES, 'all']);
  return TABLES.filter((table) => names.includes(table));
}

function unknown(what: string, name: string, known: readonly string[]): Usage {
  return new Usage(`There is no ${what} “${name}”. There are ${known.join(', ')}.`);
}
