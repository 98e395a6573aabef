// One page: from a file to what is written of it.
import { dateIn, type Input, readInput } from './inputs.js';
import type { Options } from './options.js';
import type { Pool } from './pool.js';

/** What became of a page: a text for each table, or one text; or why it could not be read. */
export type Result = { input: Input; texts: string[] } | { input: Input; failure: string };

/** Reads a page. `shared` says that its output stands among that of other pages. */
export async function readPage(pool: Pool, input: Input, options: Options, shared: boolean): Promise<Result> {
  try {
    return { input, texts: await textsOf(pool, input, options, shared) };
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    return { input, failure: `${message ?? String(error)}${code ? ` (${code})` : ''}` };
  }
}

async function textsOf(pool: Pool, input: Input, options: Options, shared: boolean): Promise<string[]> {
  const text = await readInput(input, options.encoding);
  const date = options.dateFromPath ? dateIn(input.path) : options.date;
  const source = input.path === '-' && !shared ? undefined : input.name;
  return pool.use(async (engine) => {
    switch (options.format) {
      case 'json':
        return [json(await engine.export(text, 'json', { date }), options.fields, shared ? source : undefined)];
      case 'csv':
      case 'ndjson':
      case 'parquet': {
        const format = options.format === 'csv' ? 'csv' : 'ndjson';
        return engine.exportAll(
          text,
          options.tables.map((table) => ({ format, table })),
          { date, source },
        );
      }
      default:
        return [await engine.export(text, options.format, { date, source })];
    }
  });
}

/** A page as a line: all of it or some fields, behind what it came from. */
function json(page: string, fields: readonly string[], source: string | undefined): string {
  let written = page;
  if (fields.length > 0) {
    const all = JSON.parse(page) as Record<string, unknown>;
    written = JSON.stringify(Object.fromEntries(['version', ...fields].map((name) => [name, all[name]])));
  }
  // `file`, because a page has a field `source`
  return `${source === undefined ? written : `{"file":${JSON.stringify(source)},${written.slice(1)}`}\n`;
}
