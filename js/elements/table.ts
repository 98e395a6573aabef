/** A cell: what is shown and copied. */
export type Cell = string | number | null;

/** A table as CSV (RFC 4180). Text that a spreadsheet would take for a formula is put in quotes with an apostrophe. */
export function toCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const field = (cell: Cell): string => {
    if (cell === null) return '';
    if (typeof cell === 'number') return String(cell);
    const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [header, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

/** A table as tab-separated lines, as spreadsheets paste them. */
export function toTsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const field = (cell: Cell) => {
    const text = String(cell ?? '').replace(/[\t\r\n]+/g, ' ');
    return typeof cell === 'string' && /^[=+\-@]/.test(text) ? `'${text}` : text;
  };
  return [header, ...rows].map((row) => `${row.map(field).join('\t')}\n`).join('');
}

/** Orders cells: numbers by size, text by the language's order, nothing last. */
export function compareCells(a: Cell, b: Cell, locale: string): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), locale);
}
