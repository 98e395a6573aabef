import { decode } from './intake/decode.js';

/** The text of a plain text file, whichever encoding it is in. */
export async function textOf(file: File): Promise<string> {
  return decode(new Uint8Array(await file.arrayBuffer()));
}

export function save(name: string, type: string, content: string | Blob): void {
  const blob = typeof content === 'string' ? new Blob([content], { type: `${type};charset=utf-8` }) : content;
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
