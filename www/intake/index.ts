import { decode } from './decode.js';
import { decodeHtml, textOfHtml } from './html.js';

/** What the file dialogue offers. */
export const ACCEPTED = '.txt,.md,.text,.html,.htm,.xhtml,.docx,.pdf,text/plain,text/html';

/** Why a file could not be read: `no-text` (an empty file, a scanned PDF), `damaged-file`, `old-word` (.doc). */
export class IntakeError extends Error {
  readonly code: 'no-text' | 'damaged-file' | 'old-word';
  readonly file: string;

  constructor(code: IntakeError['code'], file: string, options?: ErrorOptions) {
    super(`${file}: ${code}`, options);
    this.code = code;
    this.file = file;
  }
}

/** The text of several files, in the order of their names (2 before 10), a blank line between. */
export async function textOfFiles(
  files: readonly File[],
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const inOrder = [...files].sort((a, b) => a.name.localeCompare(b.name, 'zh', { numeric: true }));
  const texts: string[] = [];
  for (const [index, file] of inOrder.entries()) {
    signal.throwIfAborted();
    texts.push(await textOfFile(file, (done) => onProgress((index + done) / inOrder.length), signal));
    onProgress((index + 1) / inOrder.length);
  }
  const text = texts.join('\n\n');
  if (text.trim() === '') throw new IntakeError('no-text', inOrder[0]?.name ?? '');
  return text;
}

async function textOfFile(file: File, onProgress: (done: number) => void, signal: AbortSignal): Promise<string> {
  const buffer = await file.arrayBuffer();
  const bytes = new Uint8Array(buffer);
  const starts = (...expected: number[]) => expected.every((byte, index) => bytes[index] === byte);
  const name = file.name.toLowerCase();
  const guarded = async (read: () => Promise<string>): Promise<string> => {
    let text: string;
    try {
      text = await read();
    } catch (cause) {
      signal.throwIfAborted();
      throw new IntakeError('damaged-file', file.name, { cause });
    }
    if (text.trim() === '') throw new IntakeError('no-text', file.name);
    return text;
  };
  if (starts(0x25, 0x50, 0x44, 0x46)) {
    return guarded(async () => (await import('./pdf.js')).textOfPdf(bytes, onProgress, signal));
  }
  if (starts(0x50, 0x4b, 3, 4)) return guarded(async () => (await import('./docx.js')).textOfDocx(buffer));
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) throw new IntakeError('old-word', file.name);
  if (/\.x?html?$/.test(name) || file.type === 'text/html') return textOfHtml(decodeHtml(bytes));
  return decode(bytes);
}
