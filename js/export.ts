// What the engine calls the forms in which a page can be written.
import { BanmianError } from './errors.js';
import type { ExportTable, ExportTarget } from './types/export.js';

/** `csv` and `figures` → `csv/figures` */
export function formatName(format: string, table?: ExportTable): string {
  return table === undefined ? String(format) : `${format}/${table}`;
}

export function targetName(target: ExportTarget): string {
  return typeof target === 'string' ? target : formatName(target.format, target.table);
}

/** Whether the page itself is wanted. */
export function isJson(format: string, table?: ExportTable): boolean {
  if (format !== 'json') return false;
  if (table !== undefined) throw new BanmianError('bad-option', 'json holds the whole page: leave the table out.');
  return true;
}
