// What the engine calls the forms in which a page can be written.
import { BanmianError } from './errors.js';
import type { Column, ExportTable, ExportTarget } from './types/export.js';

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

const TYPES: Record<string, Column['type']> = { i: 'integer', n: 'number', b: 'boolean', l: 'list' };

/** `start:i` → `{ name: 'start', type: 'integer' }` */
export function columnOf(written: string): Column {
  const [name = '', type = ''] = written.split(':');
  return { name, type: TYPES[type] ?? 'text' };
}
